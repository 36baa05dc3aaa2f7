"""Prose: what is read, what is printed, what can be doubted."""
