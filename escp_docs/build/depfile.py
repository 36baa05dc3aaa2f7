"""The rule by which make learns when to build again."""

import os
from collections.abc import Iterable
from pathlib import Path

from escp_docs.build.options import MANIFEST


def depfile(home: Path, inputs: Iterable[str]) -> bytes:
    """Return the rule of a folder: its manifest stands on each input; a deleted one is no fault."""
    names = [_escaped(path) for path in inputs]
    lines = " \\\n  ".join(names)
    rule = f"{_escaped(str(home / MANIFEST))}: {lines}\n\n"
    return (rule + "".join(f"{name}:\n" for name in names)).encode("utf-8", "surrogateescape")


def _escaped(path: str) -> str:
    """Return a path from here as make reads it."""
    return os.path.relpath(path).replace(" ", "\\ ")
