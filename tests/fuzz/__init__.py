"""Bytes at random against whatever reads what a stranger wrote; `python -m tests.fuzz TARGET`."""
