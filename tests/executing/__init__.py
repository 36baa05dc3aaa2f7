"""Pieces of work done, in this process and in others."""
