"""Jinja, sandboxed and counted; values are bound, never spliced."""
