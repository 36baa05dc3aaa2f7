"""The door for editors of text."""
