"""Loads all that reading a bundle needs, once for all processes that others are made from."""

from importlib import import_module

for _name in (
    "verify.folder",
    "produced.pdf_file",
    "produced.sheet_file",
    "produced.web_file",
    "produced.word_file",
):
    import_module(f"escp_docs.{_name}")
