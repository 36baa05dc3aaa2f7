"""What two versions have in common and where they differ."""
