"""What the program promises, mirrored folder by folder."""
