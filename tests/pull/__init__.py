"""Files that came back: read, merged, taken."""
