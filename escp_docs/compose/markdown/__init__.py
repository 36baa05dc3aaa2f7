"""Markdown, of templates and of people, to blocks and inlines."""
