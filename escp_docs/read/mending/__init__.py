"""A text that is no YAML: what is wrong with it, and the text as it was probably meant."""
