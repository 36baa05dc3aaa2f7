"""The document tree to bytes."""
