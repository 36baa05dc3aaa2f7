"""What several test files need: specs, documents, the program, and readers of what it writes."""
