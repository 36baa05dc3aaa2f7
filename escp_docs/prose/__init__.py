"""Prose as people write it: Markdown, and what Word, PDFs and e-mails leave in the clipboard."""
