"""Loads all that a build may need, once for all processes of a crew."""

from contextlib import suppress
from importlib import import_module

from escp_docs.errors import MissingProgramError

for _name in ("cli.building", "compose.documents", "export.web", "export.word", "export.pdf"):
    with suppress(MissingProgramError):  # the spec that wants it says so
        import_module(f"escp_docs.{_name}")
