"""What is due and why, made and laid into its folder: one spec, several, and on each change."""
