"""YAML text to the model; every value keeps its place."""
