"""The document tree."""
