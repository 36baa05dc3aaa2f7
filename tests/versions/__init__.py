"""Versions by their names, and redlines of two of them."""
