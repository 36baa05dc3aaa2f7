"""What is due and why, made and laid into its folder: of one spec, of several, and on each change."""
