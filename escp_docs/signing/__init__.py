"""Signed files that came back: whose signatures, over what, and what is still open."""
