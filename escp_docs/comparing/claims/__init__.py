"""What a spec states, as a text may say it: numbers with their nouns, dates, names, counts."""
