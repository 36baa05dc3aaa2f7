"""The words of English."""
