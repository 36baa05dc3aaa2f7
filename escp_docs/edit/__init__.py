"""Careful edits: changes by path to the texts of a spec that leave every other byte as it is."""
