"""A verdict to text."""
