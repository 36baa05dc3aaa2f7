"""Conditions that a call states in its own words, judged: one engine for all of them."""
