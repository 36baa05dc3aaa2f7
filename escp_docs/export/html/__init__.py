"""The document tree as one HTML page."""
