"""Produced files against what they should say."""
