"""Produced files read back."""
