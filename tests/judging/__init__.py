"""Verdicts and repairs."""
