"""What templates are handed: the spec with its paths, and what is computed from it."""
