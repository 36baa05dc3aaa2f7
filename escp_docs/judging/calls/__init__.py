"""What can be said of a call itself: its facts, what contradicts what, and what changed."""
