"""The numbers that a word processor counts in a Word file: of headings, of clauses, of lists."""

from collections.abc import Iterator
from typing import Final

from lxml import etree
from msgspec import Struct, field

from escp_docs.counting import Count, counted
from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LISTS: Final = "word/numbering.xml"
_STYLES: Final = "word/styles.xml"
_LEVEL: Final = pattern(r"%([1-9])")
_DEEPEST: Final = 64  # styles that rest on each other
_COUNTS: Final = {
    "decimal": Count.DECIMAL,
    "lowerLetter": Count.LOWER_LETTER,
    "upperLetter": Count.UPPER_LETTER,
    "lowerRoman": Count.LOWER_ROMAN,
    "upperRoman": Count.UPPER_ROMAN,
}
_LARGEST: Final = 3999  # of a Roman numeral; no list of ours counts farther in letters


class _Level(Struct, frozen=True):
    """A level of a list: where it starts, in what it counts, what its label looks like."""

    start: int
    format: str
    text: str


class _List(Struct):
    """A list that paragraphs name: its levels, where it starts anew, what it has counted.

    Lists that rest on one definition count on from each other, so they share `counts`.
    """

    levels: dict[int, _Level]
    counts: dict[int, int]
    starts: dict[int, int] = field(default_factory=dict)


def numbers(archive: Archive, body: etree._Element) -> Iterator[str]:
    """Yield the number before each paragraph that has one, in order; bullets are none.

    Source: ECMA-376, 5th edition, Part 1, 17.9 (numbering).
    """
    lists = dict(_lists(archive))
    styles = _styles(archive)
    for paragraph in body.iter(f"{_W}p"):
        name, level = _named(paragraph, styles)
        if name in lists and level in lists[name].levels:
            label = _counted_on(lists[name], level)
            if label:
                yield label


def _lists(archive: Archive) -> Iterator[tuple[str, _List]]:
    if _LISTS not in archive.parts:
        return
    root = archive.xml(_LISTS)
    definitions = {one.get(f"{_W}abstractNumId"): one for one in root.iter(f"{_W}abstractNum")}
    shared: dict[str | None, dict[int, int]] = {}
    for one in root.iter(f"{_W}num"):
        definition = definitions.get(_value(one, "abstractNumId"))
        if definition is None:
            continue
        found = _List(
            dict(_levels(definition)), shared.setdefault(_value(one, "abstractNumId"), {})
        )
        for override in one.iter(f"{_W}lvlOverride"):
            found.levels |= dict(_levels(override))
            start = _value(override, "startOverride")
            if start is not None:
                found.starts[_whole(override.get(f"{_W}ilvl"))] = _whole(start)
        yield str(one.get(f"{_W}numId")), found


def _levels(holder: etree._Element) -> Iterator[tuple[int, _Level]]:
    for one in holder.iter(f"{_W}lvl"):
        start = _value(one, "start")
        yield (
            _whole(one.get(f"{_W}ilvl")),
            _Level(
                0 if start is None else _whole(start),
                _value(one, "numFmt") or "decimal",
                _value(one, "lvlText") or "",
            ),
        )


def _styles(archive: Archive) -> dict[str, etree._Element]:
    if _STYLES not in archive.parts:
        return {}
    found = archive.xml(_STYLES).iter(f"{_W}style")
    return {str(one.get(f"{_W}styleId")): one for one in found}


def _named(paragraph: etree._Element, styles: dict[str, etree._Element]) -> tuple[str, int]:
    """Return the list that a paragraph counts in, and the level; it or its style says so."""
    name: str | None = None
    level: str | None = None
    holder: etree._Element | None = paragraph
    for _ in range(_DEEPEST):
        if holder is None:
            break
        name = name if name is not None else _value(holder, "pPr/numPr/numId")
        level = level if level is not None else _value(holder, "pPr/numPr/ilvl")
        if name is not None and level is not None:
            break
        path = "pPr/pStyle" if holder is paragraph else "basedOn"
        holder = styles.get(_value(holder, path) or "")
    return name or "", _whole(level)


def _counted_on(one: _List, level: int) -> str:
    """Count a list on by one at a level, and return the label there."""
    start = one.starts.pop(level, None)
    before = one.counts.get(level)
    usual = one.levels[level].start
    one.counts[level] = start if start is not None else usual if before is None else before + 1
    for deeper in [found for found in one.counts if found > level]:
        del one.counts[deeper]
    if one.levels[level].format in {"bullet", "none"}:
        return ""
    return _LEVEL.sub(lambda found: _shown(one, int(found[1]) - 1), one.levels[level].text)


def _shown(one: _List, level: int) -> str:
    if level not in one.levels:
        return ""
    number = one.counts.setdefault(level, one.levels[level].start)
    count = _COUNTS.get(one.levels[level].format)
    return str(number) if count is None or number > _LARGEST else counted(number, count)


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return None if found is None else str(found.get(f"{_W}val"))


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 7 else 0  # noqa: PLR2004
