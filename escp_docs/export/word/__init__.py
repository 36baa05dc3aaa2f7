"""The document tree as WordprocessingML."""
