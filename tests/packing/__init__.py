"""Packages: what is handed in, signed and made public, from Python."""
