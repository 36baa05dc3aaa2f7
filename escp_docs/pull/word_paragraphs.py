"""The paragraphs of a part of a Word file, run by run, with who changed what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive
from escp_docs.pull.returned import NOBODY, Hand, ReturnedLine, Run
from escp_docs.pull.word_about import hand_of
from escp_docs.pull.word_looks import Looks, RunLook, W, named

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LINK: Final = pattern(r'HYPERLINK\s+"([^"]+)"')
_TICKS: Final = {"f0fe": "☒", "f0fd": "☒", "f052": "☒", "f0a8": "☐", "f06f": "☐", "f0a3": "☐"}
_CHECKS: Final = {("wingdings", 0xFC), ("wingdings 2", 0x50)}
_LONGEST_FONT, _LONGEST_CODE = 31, 8  # letters; longer names are none of fonts
_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings", "zapf", "marlett")
_PRIVATE: Final = range(0xF000, 0xF100)  # where Word has the letters of such fonts
_PAGES: Final = pattern(r"\b(?:PAGEREF|PAGE|NUMPAGES|SECTIONPAGES)\b")
_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_AWAY: Final = ("del", "moveFrom")
_HYPHENS: Final = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}


class _State(Struct):
    """What stands around a run."""

    look: RunLook
    url: str = ""
    inserted: Hand | None = None
    deleted: Hand | None = None
    control: str = ""


@dataclass(slots=True)
class Paragraphs:
    """Reads the paragraphs of one part; marks of comments and fields go on over paragraphs."""

    archive: Archive
    relations: str
    looks: Looks = field(init=False)
    _urls: dict[str, str] = field(init=False)
    _numbered: dict[tuple[str, str], bool] = field(init=False)
    _comments: dict[str, None] = field(default_factory=dict)
    _fields: list[list[str]] = field(default_factory=list)
    _joined: list[Run] | None = None

    def __post_init__(self) -> None:
        """RunLook up styles, links and lists."""
        parts = self.archive.parts
        self.looks = Looks.of(
            self.archive.xml("word/styles.xml") if "word/styles.xml" in parts else None
        )
        links = self.archive.xml(self.relations) if self.relations in parts else ()
        self._urls = {one.get("Id") or "": one.get("Target") or "" for one in links}
        self._numbered = dict(_lists(self.archive))

    def of(self, root: etree._Element) -> Iterator[ReturnedLine]:
        """Yield the paragraphs below an element, as they are to be now."""
        cells = _cells(root)
        for element in root.iter(f"{W}p"):
            if next(element.iterancestors(_FALLBACK), None) is None:
                cell = next(element.iterancestors(f"{W}tc"), None)
                line = self._line(element, None if cell is None else cells.get(cell))
                if line is not None:
                    yield line
        if self._joined:
            yield ReturnedLine(tuple(self._joined))
            self._joined = None

    def _line(
        self, element: etree._Element, cell: tuple[int, int, int] | None
    ) -> ReturnedLine | None:
        properties = element.find(f"{W}pPr")
        style = named(properties, "pStyle")
        inserted, deleted, hidden = (_hand_of_row(element, one) for one in ("ins", "del", "hidden"))
        state = _State(self.looks.style(style), inserted=inserted, deleted=deleted or hidden)
        runs = list(self._runs(element, state))
        runs = [*(self._joined or ()), *runs]
        self._joined = None
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is not None and any(mark.find(f"{W}{one}") is not None for one in _AWAY):
            self._joined = runs  # its mark went: it goes on with the next paragraph
            return None
        item, is_numbered = self._item(properties, style)
        is_title = _is_title(element, "".join(run.text for run in runs))
        return ReturnedLine(tuple(_merged(runs)), item, is_numbered, cell, is_title)

    def _item(self, properties: etree._Element | None, style: str) -> tuple[int, bool]:
        """Return the level of a list item, from 1, and whether it has a number."""
        found = None if properties is None else properties.find(f"{W}numPr")
        if found is None:
            found = self.looks.numbering(style)
        if found is None or style.startswith(("Heading", "Clause", "TOC")):
            return 0, False
        number, level = named(found, "numId"), named(found, "ilvl") or "0"
        if number in {"", "0"} or not level.isdigit():
            return 0, False
        return int(level) + 1, self._numbered.get((number, level), False)

    def _runs(self, parent: etree._Element, state: _State) -> Iterator[Run]:  # noqa: C901, PLR0912
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            match child.tag.removeprefix(W):
                case "r":
                    yield from self._run(child, state)
                case "ins" | "moveTo":
                    yield from self._runs(child, replace(state, inserted=hand_of(child)))
                case "del" | "moveFrom":
                    yield from self._runs(child, replace(state, deleted=hand_of(child)))
                case "hyperlink":
                    url = self._urls.get(child.get(f"{_R}id") or "", "")
                    yield from self._runs(child, replace(state, url=url))
                case "sdt":
                    content = child.find(f"{W}sdtContent")
                    if content is not None:
                        around = replace(state, control=_tag(child) or state.control)
                        yield from self._runs(content, around)
                case "fldSimple":
                    self._fields.append([child.get(f"{W}instr") or "", "shown"])
                    yield from self._runs(child, state)
                    self._fields.pop()
                case "smartTag" | "customXml" | "bdo" | "dir":
                    yield from self._runs(child, state)
                case "commentRangeStart":
                    self._comments[child.get(f"{W}id") or ""] = None
                case "commentRangeEnd":
                    self._comments.pop(child.get(f"{W}id") or "", None)
                case name if name.startswith(_MATHS):
                    text = "".join(one.text or "" for one in child.iter(f"{_MATHS}t"))
                    yield Run(text, inserted=state.inserted, deleted=state.deleted)
                case _:
                    pass

    def _run(self, element: etree._Element, state: _State) -> Iterator[Run]:
        look = self.looks.run(element.find(f"{W}rPr"), state.look)
        text = "".join(self._letters(element))
        reference = element.find(f"{W}commentReference")
        comments = (
            *self._comments,
            *([reference.get(f"{W}id") or ""] if reference is not None else []),
        )
        if not text and reference is None:
            return
        yield Run(
            text,
            bool(look.bold),
            bool(look.italic),
            self._url() or state.url,
            state.inserted,
            # Who strikes or hides words by their look, and tracks nothing, takes them out as well.
            state.deleted or (NOBODY if look.struck or look.hidden else None),
            state.control,
            tuple(dict.fromkeys(comments)),
        )

    def _letters(self, run: etree._Element) -> Iterator[str]:  # noqa: C901  # a case for each
        for child in run:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._step(child)
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1][0] += child.text or ""
            elif self._is_code():
                continue
            elif tag in {f"{W}t", f"{W}delText"}:
                yield "" if self._is_page(child.text or "") else child.text or ""
            elif tag in {f"{W}tab", f"{W}ptab"}:
                yield " "
            elif tag in {f"{W}br", f"{W}cr"}:
                yield "" if child.get(f"{W}type") in {"page", "column"} else "\n"
            elif tag == f"{W}sym":
                yield _symbol(child.get(f"{W}font") or "", child.get(f"{W}char") or "")
            elif tag in _HYPHENS:
                yield _HYPHENS[tag]
            elif tag == f"{W}ruby":  # what stands above the words says how they are read
                for base in child.iterfind(f"{W}rubyBase/{W}r"):
                    yield from self._letters(base)

    def _step(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "shown"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_code(self) -> bool:
        """Whether we are in the instruction of a field, which nobody sees."""
        return bool(self._fields) and not self._fields[-1][1]

    def _is_page(self, text: str) -> bool:
        """Whether a text is the number of a page: in a row of the contents, at the foot."""
        pages = any(_PAGES.search(code) for code, _ in self._fields)
        return text.strip().isdigit() and (
            pages
            or bool(
                self._fields
                and self._fields[0][0].lstrip().startswith("TOC")
                and len(self._fields) == 1
            )
        )

    def _url(self) -> str:
        links = (_LINK.search(code) for code, _ in reversed(self._fields))
        return next((found[1] for found in links if found), "")


def _symbol(font: str, char: str) -> str:
    """Return a symbol as words: a tick, a letter, else its font and number.

    Which letter a font draws for its numbers nobody but the font knows.
    """
    name = " ".join(font.split())[:_LONGEST_FONT]
    shown = f"[{name or 'symbol'} {char[:_LONGEST_CODE].upper()}]"
    try:
        code = int(char, 16)
        letter = chr(code)
    except (ValueError, OverflowError):
        return shown
    is_of_font = name.casefold().startswith(_SYMBOL_FONTS) or code in _PRIVATE
    if not is_of_font:
        return letter if letter.isprintable() else shown
    place = code - _PRIVATE[0] if code in _PRIVATE else code  # some leave out the F0
    if (name.casefold(), place) in _CHECKS:
        return "✓"
    may_tick = name.casefold().startswith("wingdings") or not name  # in Symbol these are Greek
    return _TICKS.get(f"f0{place:02x}", shown) if may_tick else shown


def _hand_of_row(paragraph: etree._Element, mark: str) -> Hand | None:
    """Return who inserted, deleted or hid a row around words, though these do not say so."""
    rows = (row.find(f"{W}trPr/{W}{mark}") for row in paragraph.iterancestors(f"{W}tr"))
    return next((hand_of(one) for one in rows if one is not None), None)


def _is_title(paragraph: etree._Element, text: str) -> bool:
    """Whether a paragraph says what the table below is called for screen readers."""
    table = paragraph.getnext()
    if table is None or table.tag != f"{W}tbl" or not text.strip():
        return False
    properties = table.find(f"{W}tblPr")
    words = named(properties, "tblCaption") + named(properties, "tblDescription")
    return bool(words) and "".join(text.split()) == "".join(words.split())


def _lists(archive: Archive) -> Iterator[tuple[tuple[str, str], bool]]:
    """Yield whether each level of each list has numbers."""
    if "word/numbering.xml" not in archive.parts:
        return
    root = archive.xml("word/numbering.xml")
    kinds: dict[str, dict[str, bool]] = {}
    for one in root.iter(f"{W}abstractNum"):
        levels = {
            level.get(f"{W}ilvl") or "": named(level, "numFmt") not in {"bullet", "none", ""}
            for level in one.iter(f"{W}lvl")
        }
        kinds[one.get(f"{W}abstractNumId") or ""] = levels
    for one in root.iter(f"{W}num"):
        for level, is_numbered in kinds.get(named(one, "abstractNumId"), {}).items():
            yield (one.get(f"{W}numId") or "", level), is_numbered


def _tag(control: etree._Element) -> str:
    """Return the tag of a control; that of Google Docs says nothing, LibreOffice 7.4 drops it."""
    properties = control.find(f"{W}sdtPr")
    tag = named(properties, "tag") or named(properties, "alias")
    return "" if tag.startswith("goog_rdk_") else tag


def _cells(root: etree._Element) -> dict[etree._Element, tuple[int, int, int]]:
    """Return table, row and column of each cell, each from 0."""
    found: dict[etree._Element, tuple[int, int, int]] = {}
    for number, table in enumerate(root.iter(f"{W}tbl")):
        rows: dict[etree._Element, tuple[int, int]] = {}  # its number, and how many cells it has
        for cell in table.iter(f"{W}tc"):
            row = next(cell.iterancestors(f"{W}tr"), None)
            if row is not None:
                at, cells = rows.setdefault(row, (len(rows), 0))
                found[cell] = number, at, cells
                rows[row] = at, cells + 1
    return found


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Yield runs with neighbours joined that differ in nothing but their words."""
    last: Run | None = None
    for run in runs:
        if last is not None and replace(last, text="") == replace(run, text=""):
            last = replace(last, text=last.text + run.text)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last
