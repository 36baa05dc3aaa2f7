"""A spec kept warm: read, judged and composed anew as people change it from several sides."""
