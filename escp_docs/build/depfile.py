"""The rule by which make learns when to build again."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from escp_docs.build.options import MANIFEST
from escp_docs.pattern import pattern

_SIGNS: Final = pattern(r"(\\*)([ #:*?\[\]])")
_NEVER: Final = pattern(r"[\t\n\r\v\f%|;=]|\\$|\\[$]|\([^()]*\)$")
"""What no rule of make can hold in the same way as a target and as what one depends on."""
_ALWAYS: Final = ".escp-docs-always"


def depfile(home: Path, inputs: Iterable[str]) -> bytes:
    """Return the rule of a folder: its manifest stands on each input; a deleted one is no fault.

    A name that no rule of make can hold stands for itself as a target that is never there, so that
    make asks `build` each time whether there is anything to do.
    """
    names = [os.path.relpath(path) for path in inputs]
    target = os.path.relpath(home / MANIFEST)
    if _NEVER.search(target):
        return b"# make cannot hold the name of this folder in a rule: call `escp-docs build`\n"
    held = [escaped(name) for name in names if not _NEVER.search(name)]
    if len(held) < len(names):
        held.append(_ALWAYS)
    lines = " \\\n  ".join(held)
    rule = f"{escaped(target)}: {lines}\n\n"
    return (rule + "".join(f"{name}:\n" for name in held)).encode("utf-8", "surrogateescape")


def escaped(name: str) -> str:
    """Return the name of a file as make reads it in a rule, whatever signs it holds."""
    found = _SIGNS.sub(lambda sign: f"{sign[1] * 2}\\{sign[2]}", name).replace("$", "$$")
    return f"./{found}" if found[0] in "~-" else found
