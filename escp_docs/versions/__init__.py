"""Versions of a spec by their names, and what is otherwise between two of them."""
