"""A spec cut down to what says who applies where, with every line in its place."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from escp_docs.pattern import pattern
from escp_docs.read.source import SourceText, SpecText

if TYPE_CHECKING:
    import re

Wanted = Mapping[str, "Wanted | None"]
"""The keys of a mapping that are kept, and which below each; None if all are."""

_PARTNER: Final = (
    "id",
    "short_name",
    "include",
    "pic",
    "legal_name",
    "country",
    "register",
    "registration_number",
    "vat_number",
    "other_applications",
)
_WANTED: Final[Wanted] = {
    "call": None,
    "strand": None,
    "project": {"acronym": None},
    "consortium": {"coordinator": None, "partners": dict.fromkeys(_PARTNER)},
}
_KEY: Final = pattern(r"([a-z_]+):(?=[ \t]|$)[ \t]*(#|$)?")
_ENTRY: Final = "- "
_ANCHOR: Final = pattern(r"(?:^|[\s\[{,:])&[A-Za-z0-9_]")  # or what looks like one


def identity_blocks(text: SpecText) -> SpecText | None:
    """Return the texts of a spec with all else blank; None if that cannot be told apart."""
    own: list[SourceText] = []
    for one in text.own:
        cut = _cut(one.text) if isinstance(one, SourceText) else None
        if cut is None or not isinstance(one, SourceText):
            return None
        own.append(SourceText(one.file, cut))
    return SpecText(tuple(own), text.named, text.others)


def _cut(text: str) -> str | None:
    """Return a text with blank lines in place of what is not wanted; None if it cannot be cut."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = _of_mapping(lines, _WANTED, 0)
    if kept is None:
        return None
    # What is kept may be an alias of what an anchor names elsewhere.
    dropped = (line for line, left in zip(lines, kept, strict=True) if not left and "&" in line)
    return None if any(map(_ANCHOR.search, dropped)) else "\n".join(kept)


def _of_mapping(lines: Sequence[str], wanted: Wanted, indent: int) -> list[str] | None:
    """Return the lines of a mapping, blank where a key is not wanted.

    None if they cannot be told apart: every line that is set in no farther than its keys has to
    begin one, or be an entry of its list, blank or a comment.
    """
    found: list[tuple[int, re.Match[str]]] = []
    farther = " " * (indent + 1)
    for number, line in enumerate(lines):
        level = None if line.startswith(farther) else _level(line)
        if level is None or (level == indent and line.startswith(_ENTRY, level)):
            continue
        key = _KEY.match(line, level) if level == indent else None
        if key is None:
            return None
        found.append((number, key))
    kept = [""] * len(lines)
    begins = [number for number, _ in found]
    for (begin, end), (_, key) in zip(pairwise([*begins, len(lines)]), found, strict=True):
        if key[1] in wanted:
            below = None if key[2] is None else wanted[key[1]]
            kept[begin:end] = [lines[begin], *_below(lines[begin + 1 : end], below)]
    return kept if found else None


def _below(lines: Sequence[str], wanted: Wanted | None) -> Sequence[str]:
    """Return the lines below a key, cut down to what is wanted if they can be."""
    if wanted is None:
        return lines
    first = next((one for one in lines if _level(one) is not None), "")
    level = len(first) - len(first.lstrip(" "))
    if first.startswith(_ENTRY, level):
        return _of_list(lines, wanted, level)
    return _of_mapping(lines, wanted, level) or lines


def _of_list(lines: Sequence[str], wanted: Wanted, indent: int) -> Sequence[str]:
    """Return the lines of a list of mappings, each cut down; what stands behind a dash is kept."""
    levels = [_level(line) for line in lines]
    begins = [
        number for number, level in enumerate(levels) if level is not None and level <= indent
    ]
    if any(not lines[one].startswith(_ENTRY, indent) or levels[one] != indent for one in begins):
        return lines
    kept = list(lines)
    for begin, end in pairwise([*begins, len(lines)]):
        first = lines[begin].replace("-", " ", 1)
        level = _level(first)
        key = _KEY.match(first, level) if level is not None else None
        if level is not None and key:
            entry = [first, *lines[begin + 1 : end]]
            cut = _of_mapping(entry, {**wanted, key[1]: None}, level) or entry
            kept[begin:end] = [lines[begin], *cut[1:]]
    return kept


def _level(line: str) -> int | None:
    """Return how far a line is set in; None if it is blank or a comment."""
    bare = line.lstrip(" ")
    return None if not bare or bare[0] == "#" else len(line) - len(bare)
