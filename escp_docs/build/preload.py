"""Loads all that a build may need, once for all processes that others are made from."""

from contextlib import suppress
from importlib import import_module

from escp_docs.errors import MissingProgramError

for _name in (
    "build.one_spec",
    "compose.documents",
    "export.html.writer",
    "export.word.writer",
    "export.pdf.writer",
    "export.xlsx.writer",
    "produced.shape.digests",
    "produced.shape.pdf_digests",
    "produced.shape.picture_looks",
):
    with suppress(MissingProgramError):  # the spec that wants it says so
        import_module(f"escp_docs.{_name}")
