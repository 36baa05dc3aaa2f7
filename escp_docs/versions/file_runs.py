"""The runs of a paragraph of a Word file, letter by letter, cut where words begin and end."""

from copy import deepcopy
from typing import Final

from lxml import etree
from msgspec import Struct

from escp_docs.pull.word_looks import W

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT: Final = {f"{W}t", f"{W}delText"}
_CODE: Final = {f"{W}instrText", f"{W}delInstrText"}
_SIGNS: Final = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n"}
_SIGNS_ALSO: Final = {f"{W}noBreakHyphen": "\u2011"}


class LetterRun(Struct):
    """A run and the letters that it shows."""

    run: etree._Element
    text: str


class Letters:
    """The letters of a paragraph, and the runs that show them."""

    def __init__(self, paragraph: etree._Element, pieces: list[LetterRun]) -> None:
        self.paragraph = paragraph
        self._pieces = pieces

    @property
    def pieces(self) -> tuple[LetterRun, ...]:
        """The runs, each with its letters."""
        return tuple(self._pieces)

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(one.text for one in self._pieces)

    def cut(self, start: int, end: int) -> list[etree._Element]:
        """Return the runs that show the letters from `start` to before `end`, cut to them."""
        self._part(start)
        self._part(end)
        found: list[etree._Element] = []
        at = 0
        for piece in self._pieces:
            if start <= at and at + len(piece.text) <= end and piece.text:
                found.append(piece.run)
            at += len(piece.text)
        return found

    def at(self, place: int) -> etree._Element | None:
        """Return the run that shows the letter at a place; None behind the last."""
        self._part(place)
        at = 0
        for piece in self._pieces:
            if at >= place and piece.text:
                return piece.run
            at += len(piece.text)
        return None

    def look_before(self, run: etree._Element | None) -> etree._Element | None:
        """Return the w:rPr of the words before a run, or else of its own."""
        inner = run
        if run is not None and run.tag != f"{W}r":
            inner = next(run.iter(f"{W}r"), None)
        runs = [one.run for one in self._pieces]
        place = runs.index(inner) if inner in runs else len(runs)
        like = runs[place - 1] if place else inner
        return None if like is None else like.find(f"{W}rPr")

    def _part(self, place: int) -> None:
        """Cut the run in two that shows the letters on both sides of a place."""
        at = 0
        for index, piece in enumerate(self._pieces):
            inside = place - at
            if 0 < inside < len(piece.text):
                self._pieces[index : index + 1] = _parted(piece, inside)
                return
            at += len(piece.text)


def _parted(piece: LetterRun, inside: int) -> list[LetterRun]:
    """Return two runs for one, the first of so many letters."""
    first = piece.run
    second = deepcopy(first)
    _keep(first, 0, inside)
    _keep(second, inside, len(piece.text))
    first.addnext(second)
    return [LetterRun(first, piece.text[:inside]), LetterRun(second, piece.text[inside:])]


def _keep(run: etree._Element, start: int, end: int) -> None:
    """Leave in a run the letters from a place to another alone."""
    at = 0
    for child in list(run):
        shown = _shown(child)
        low, high = max(start - at, 0), min(end - at, len(shown))
        at += len(shown)
        if not shown:
            continue
        if low >= high:
            run.remove(child)
        elif child.tag in _TEXT:
            child.text = shown[low:high]
            child.set(_SPACE, "preserve")


def _shown(child: etree._Element) -> str:
    if child.tag in _TEXT:
        return child.text or ""
    if child.tag in _SIGNS and child.get(f"{W}type") not in {"page", "column"}:
        return _SIGNS[child.tag]
    return _SIGNS_ALSO.get(str(child.tag), "")


def letters_of(paragraph: etree._Element) -> Letters:
    """Return the letters of a paragraph; the code of a field is none, nor is a number of a page."""
    pieces: list[LetterRun] = []
    pages: set[int] = set()  # how deep the fields stand that are numbers of pages
    codes: list[bool] = []  # of the fields around: whether what they hold is to be passed over
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        text = ""
        for child in run:
            if child.tag == f"{W}fldChar":
                _step(child, codes)
                pages = {depth for depth in pages if depth <= len(codes)}
            elif child.tag in _CODE and codes and "PAGEREF" in (child.text or ""):
                pages.add(len(codes))
            elif not any(codes) and not pages:
                text += _shown(child)
        pieces.append(LetterRun(run, text))
    return Letters(paragraph, pieces)


def _step(child: etree._Element, codes: list[bool]) -> None:
    kind = child.get(f"{W}fldCharType")
    if kind == "begin":
        codes.append(True)
    elif kind == "separate" and codes:
        codes[-1] = False
    elif kind == "end" and codes:
        codes.pop()


def text_run(text: str, look: etree._Element | None, *, deleted: bool) -> etree._Element:
    """Return a run of words with a look."""
    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(deepcopy(look))
    for index, line in enumerate(text.split("\n")):
        if index:
            run.append(etree.Element(f"{W}br"))
        words = etree.SubElement(run, f"{W}{'delText' if deleted else 't'}")
        words.text = line
        words.set(_SPACE, "preserve")
    return run
