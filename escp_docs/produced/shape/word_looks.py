"""Words of a Word file that nobody sees: too pale, too small, struck out, pressed together.

What a run looks like is worked out as a word processor does: the defaults of the document, the
styles of table, paragraph and run with those they rest on, what is said at the run itself.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final
from unicodedata import bidirectional

from lxml import etree

from escp_docs.produced.archive import Archive
from escp_docs.produced.shape.colours import is_pale
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.produced.shape.office_nodes import placed

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES: Final = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")
_SMALLEST: Final = 8  # half points
_NARROWEST: Final = 50  # per cent of the width of letters
_TIGHTEST: Final = -20  # twentieths of a point between letters
_HIGHEST: Final = 48  # half points above or below the line
_LOWEST_LINE: Final = 100  # twentieths of a point
_FARTHEST: Final = 12_000  # twentieths of a point to the side: beyond the edge of a page
_OFF: Final = frozenset({"0", "false", "off", "none", "nil"})
_STRUCK: Final = {
    "vanish": "words that are hidden",
    "specVanish": "words that are hidden",
    "strike": "words that are struck out",
    "dstrike": "words that are struck out",
}

Look = Mapping[str, etree._Element]  # noqa: SLF001  # as lxml names its type
"""What is said of a run or paragraph, by the name of the property."""


def hidden_words(archive: Archive) -> Iterator[ForeignContent]:
    """Yield the words of a Word file that can hardly be seen, or not at all."""
    styles = _Styles(archive)
    for name in sorted(archive.parts):
        if not name.startswith(_STORIES) or not name.endswith(".xml"):
            continue
        root = archive.mended(name)
        for run in root.iter(f"{_W}r"):
            if any((one.text or "").strip() for one in run.iter(f"{_W}t")):
                for what in _Run(run, styles).faults():
                    yield ForeignContent(ForeignKind.HIDDEN, what, _place(run, name))
        for page in root.iter(f"{_W}pgSz"):
            sides = [_int(page.get(f"{_W}{side}"), 0) for side in ("w", "h")]
            if min(sides) < _FARTHEST // 3:
                yield ForeignContent(ForeignKind.HIDDEN, "a page too small for its words", name)


def _place(run: etree._Element, name: str) -> str:
    words = "".join(one.text or "" for one in run.iter(f"{_W}t"))
    return f'{name}, "{" ".join(words.split())[:60]}"' if words.strip() else placed(run, name)


class _Styles:
    """The styles of a document, by their ids."""

    def __init__(self, archive: Archive) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self.defaults: list[etree._Element] = []
        if "word/styles.xml" not in archive.parts:
            return
        root = archive.xml("word/styles.xml")
        self.defaults = list(root.iterfind(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))
        for one in root.iter(f"{_W}style"):
            self._by_id[one.get(f"{_W}styleId") or ""] = one
            if one.get(f"{_W}default") in {"1", "true"}:
                self._by_id.setdefault(f"default {one.get(f'{_W}type')}", one)

    def chain(self, id_: str | None, kind: str) -> list[etree._Element]:
        """Return a style and those it rests on, the deepest first."""
        found: list[etree._Element] = []
        style = self._by_id.get(id_ or "") if id_ else self._by_id.get(f"default {kind}")
        while style is not None and style not in found:
            found.append(style)
            based = style.find(f"{_W}basedOn")
            style = self._by_id.get(based.get(f"{_W}val") or "") if based is not None else None
        return found[::-1]


class _Run:
    """A run with words, and what decides on its look."""

    def __init__(self, run: etree._Element, styles: _Styles) -> None:
        self.run, self.styles = run, styles
        self.paragraph = next(run.iterancestors(f"{_W}p"), None)

    @cached_property
    def row(self) -> etree._Element | None:
        """The row of a table in which it stands."""
        return next(self.run.iterancestors(f"{_W}tr"), None)

    @cached_property
    def of_table(self) -> list[etree._Element]:
        """What the styles of the table say for the row."""
        table = next(self.run.iterancestors(f"{_W}tbl"), None)
        if table is None or self.row is None:
            return []
        chain = self.styles.chain(_value(table, "tblPr/tblStyle"), "table")
        is_first = self.row.find(f"{_W}trPr/{_W}tblHeader") is not None or (
            next(table.iterchildren(f"{_W}tr"), None) is self.row
        )
        heads = (
            part
            for style in chain
            for part in style.iterfind(f"{_W}tblStylePr")
            if is_first and part.get(f"{_W}type") == "firstRow"
        )
        return [*chain, *heads]

    @cached_property
    def of_paragraph(self) -> list[etree._Element]:
        """The styles of the paragraph."""
        id_ = None if self.paragraph is None else _value(self.paragraph, "pPr/pStyle")
        return self.styles.chain(id_, "paragraph")

    @cached_property
    def look(self) -> Look:
        """What is said of its letters."""
        of_run = self.styles.chain(_value(self.run, "rPr/rStyle"), "character")
        found: dict[str, etree._Element] = {}
        for one in self.styles.defaults:
            found.update(_properties(one))
        for one in (*self.of_table, *self.of_paragraph, *of_run, self.run):
            found.update(_properties(one.find(f"{_W}rPr")))
        return found

    @cached_property
    def behind(self) -> str:
        """The colour behind its letters, as RRGGBB."""
        paragraphs = [] if self.paragraph is None else [self.paragraph]
        cell = next(self.run.iterancestors(f"{_W}tc"), None)
        shades = [
            self.look.get("shd"),
            *(one.find(f"{_W}pPr/{_W}shd") for one in (*paragraphs, *self.of_paragraph[::-1])),
            *([] if cell is None else [cell.find(f"{_W}tcPr/{_W}shd")]),
            *(one.find(f"{_W}tcPr/{_W}shd") for one in self.of_table[::-1]),
        ]
        for one in shades:
            fill = "" if one is None else (one.get(f"{_W}fill") or "")
            if fill not in {"", "auto"}:
                return fill
        return "FFFFFF"

    def faults(self) -> Iterator[str]:
        """Yield why its words can hardly be seen."""
        for name, what in _STRUCK.items():
            if name in self.look and (self.look[name].get(f"{_W}val") or "1") not in _OFF:
                yield what
        colour = self.look.get("color")
        letters = "" if colour is None else (colour.get(f"{_W}val") or "")
        if letters not in {"", "auto"} and is_pale(letters, self.behind):
            yield f"words as pale as what is behind them, {letters} on {self.behind}"
        if 0 <= self._number("sz", 20) < _SMALLEST:
            yield "words too small to be read"
        if self._number("w", 100) < _NARROWEST or self._number("spacing", 0) < _TIGHTEST:
            yield "words pressed together"
        if "rtl" in self.look and _is_turned(self._text()):
            yield "words that are turned around"
        if abs(self._number("position", 0)) > _HIGHEST:
            yield "words far above or below their line"
        yield from self._of_place()

    def _text(self) -> str:
        return "".join(one.text or "" for one in self.run.iter(f"{_W}t"))

    def _of_place(self) -> Iterator[str]:
        paragraph = [] if self.paragraph is None else [self.paragraph]
        spacing: dict[str, str] = {}
        indent: dict[str, str] = {}
        for one in (*self.of_paragraph, *paragraph):
            for name, found in (("spacing", spacing), ("ind", indent)):
                said = one.find(f"{_W}pPr/{_W}{name}")
                found.update({} if said is None else {str(k): str(v) for k, v in said.items()})
        line = _int(spacing.get(f"{_W}line"), 240)
        if spacing.get(f"{_W}lineRule") == "exact" and line < _LOWEST_LINE:
            yield "words in a line that is too low for them"
        if any(abs(_int(value, 0)) > _FARTHEST for value in indent.values()):
            yield "words beside the page"
        height = None if self.row is None else self.row.find(f"{_W}trPr/{_W}trHeight")
        is_exact = height is not None and height.get(f"{_W}hRule") == "exact"
        if height is not None and is_exact and _int(height.get(f"{_W}val"), 240) < _LOWEST_LINE:
            yield "words in a row that is too low for them"

    def _number(self, name: str, usual: int) -> int:
        said = self.look.get(name)
        return usual if said is None else _int(said.get(f"{_W}val"), usual)


def _is_turned(words: str) -> bool:
    """Whether none of the words are of a script that runs from right to left."""
    ways = {bidirectional(letter) for letter in words}
    return "L" in ways and not ways & {"R", "AL"}


def _properties(element: etree._Element | None) -> dict[str, etree._Element]:
    if element is None:
        return {}
    return {etree.QName(one).localname: one for one in element if isinstance(one.tag, str)}


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{_W}val")


def _int(text: str | None, usual: int) -> int:
    try:
        return int(float((text or "").rstrip("%")))
    except (ValueError, OverflowError):
        return usual
