"""Versions compared, from Python."""
