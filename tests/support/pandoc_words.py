"""What a Word file says to pandoc, a reader that we did not write."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pypandoc

from escp_docs.produced.normalize import squeezed

_BLANKS = {"Space", "SoftBreak", "LineBreak"}
_LINES = {"Para", "Plain", "LineBlock"}


def words(path: Path, changes: Literal["accept", "reject"] = "accept") -> list[str]:
    """Return the words of each line that has some, all changes accepted or else rejected.

    Pandoc knows nothing of rows that came or went: it leaves these without words, and a table of
    such rows is none here, whatever it is called for those who listen. To pandoc, a caption below
    two pictures is a line, and below one it belongs to the picture; its words are the same.
    """
    command = [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "json", f"--track-changes={changes}"]
    done = subprocess.run([*command, path], capture_output=True, check=True)
    return [line for line in map(squeezed, _lines(json.loads(done.stdout)["blocks"])) if line]


def _lines(node: Any) -> Iterator[str]:  # noqa: ANN401  # JSON
    if isinstance(node, list):
        for one in node:
            yield from _lines(one)
        return
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c", [])
    if kind == "Figure":
        _, (_, caption), blocks = content
        yield from _lines(blocks)
        yield from _lines(caption)
    elif kind in _LINES or kind == "Header":
        yield "".join(_said(content[2] if kind == "Header" else content))
        yield from _noted(content)
    elif kind == "Table":
        _, caption, *rows = content
        if any(map(squeezed, _lines(rows))):
            yield from _lines(caption)
            yield from _lines(rows)
    elif kind != "Image":
        yield from _lines(content)


def _said(node: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(node, list):
        for one in node:
            yield from _said(one)
    elif isinstance(node, dict):
        if node["t"] in {"Str", "Code"}:
            yield node["c"] if node["t"] == "Str" else node["c"][1]
        elif node["t"] in _BLANKS:
            yield " "
        elif node["t"] not in {"Image", "Note"}:
            yield from _said(node.get("c", []))


def _noted(node: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the lines of the notes in a line, behind it."""
    if isinstance(node, list):
        for one in node:
            yield from _noted(one)
    elif isinstance(node, dict):
        if node["t"] == "Note":
            yield from _lines(node["c"])
        else:
            yield from _noted(node.get("c", []))
