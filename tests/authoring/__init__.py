"""What an editor of text is told."""
