"""Two versions of a spec compared, in the order of the format."""
