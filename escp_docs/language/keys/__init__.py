"""Which keys of a spec have words in every language."""
