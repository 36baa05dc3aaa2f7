"""The document tree as PDF, by WeasyPrint."""
