"""Pieces of work done in this process, in several, or elsewhere: results in their order."""
