"""The model and the templates to the document tree."""
