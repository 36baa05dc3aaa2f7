"""The texts of a spec in which facts may be said, and the sentence or row around a place in one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from escp_docs.model.schema import Scalar, at, form, split, texts
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.pattern import pattern

_FREE: Final = frozenset(
    (
        *("title", "name", "description", "verification", "mitigation", "action", "experience"),
        *("criteria", "source", "reason", "background"),
    )
)
_LEAST: Final = 3  # words of a text that can say something of something else
_END: Final = pattern(
    r"(?<=[.!?])[\s*_]+(?=[A-Z*_])|\n\s*\n|\n\s*[-•*]\s|(?<=[.:;!?])\n\s*\d+[.)]\s"
)
_OF_ITS_KIND: Final = pattern(r" of (?:the|a|an) [\w ]+$")
_ROW: Final = pattern(r"^[ \t]*\|.*$", re.MULTILINE)
_RULE: Final = pattern(r"[ \t]*\|[-:| \t]+\|?[ \t]*")


class FreeText(Struct, frozen=True):
    """A text of a spec: its path, its key, its words, what it is called."""

    path: str
    key: str
    text: str
    label: str


def free_texts(spec: Spec) -> Iterator[FreeText]:
    """Yield every prose of a spec, and the other texts that are written in sentences."""
    for path, text in texts(spec):
        shape = form(Spec, path)
        if not isinstance(shape, Scalar) or shape.refers or shape.declares:
            continue
        last = split(path)[-1]
        names = {str(last), str(split(path)[-2])} if len(split(path)) > 1 else {str(last)}
        is_name = shape.is_personal and last != "experience"
        is_free = bool(names & _FREE) and len(text.split()) >= _LEAST and not is_name
        if shape.kind == "prose" or is_free:
            yield text_at(spec, path, text)


def text_at(spec: Spec, path: str, text: str) -> FreeText:
    """Return the text at a path of a spec, with its key and what it is called."""
    key = named(path, spec)
    return FreeText(path, key, text, _label(path, key))


def _label(path: str, key: str) -> str:
    """Return what a text is called: the abstract, the description of T1.2."""
    found = at(Spec, path)
    name = found.label if found else str(split(path)[-1])
    entry = re.findall(r"\[([^\]]*)\]", key)
    if not entry or entry[-1].isdigit():
        return f"the {name}"
    return f"the {_OF_ITS_KIND.sub('', name)} of {entry[-1]}"


class Surroundings(Struct, frozen=True):
    """The sentence, item or row around a place in a text; of a row, the heads of its columns."""

    text: str
    head: str = ""


def around(text: str, start: int, end: int) -> Surroundings:
    """Return the passage around a place of a text, and the head of its column in a table."""
    for row in _ROW.finditer(text):
        if row.start() <= start < row.end():
            return Surroundings(row[0], _head(text, row.start(), start))
    begin, stop = 0, len(text)
    for one in _END.finditer(text):
        if one.end() <= start:
            begin = one.end()
        elif one.start() >= end:
            stop = one.start()
            break
    return Surroundings(text[begin:stop])


def _head(text: str, row: int, at: int) -> str:
    """Return the head of the column in which a place of a row stands; empty if there is none."""
    column = text.count("|", row, at)
    above = text[:row].split("\n")
    lines: list[str] = []
    for line in reversed(above[:-1]):
        if not line.strip().startswith("|"):
            break
        lines.append(line)
    for rule, head in pairwise(lines):
        if _RULE.fullmatch(rule):
            cells = head.strip().split("|")
            return cells[column].strip(" *_").lower() if column < len(cells) else ""
    return ""
