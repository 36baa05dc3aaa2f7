"""Versions compared: what two specs state, and what two documents say. Opens no file."""
