"""A spec kept warm, and changed from several sides."""
