"""A Word file of other people, with what they changed in it tracked against what was sent."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date
from itertools import count
from typing import Final

from lxml import etree
from msgspec import Struct

from escp_docs.produced.archive import Archive
from escp_docs.prose.words import changes, same_words, words
from escp_docs.pull.pairing import LinePair, paired
from escp_docs.pull.word_looks import W
from escp_docs.versions.file_runs import Letters, letters_of, text_run

_BODY: Final = "word/document.xml"
_NOTES: Final = "word/footnotes.xml"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIRST_ID: Final = 900_001  # beyond the ids that programs give
TRACKED: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


class TrackedPart(Struct, frozen=True):
    """A part of the package, and what it holds now."""

    name: str
    data: bytes


class TrackedFile:
    """The paragraphs of a Word file, to be tracked.

    Args:
        archive: The file.
        author: Whose changes they are.
        day: When they were made.
    """

    def __init__(self, archive: Archive, author: str, day: date) -> None:
        self._roots = {name: archive.xml(name) for name in (_BODY, _NOTES) if name in archive.parts}
        self._hand = {f"{W}author": author, f"{W}date": f"{day.isoformat()}T00:00:00Z"}
        self._ids = count(_FIRST_ID)
        for root in self._roots.values():
            _unwrap(root)
        self._lines = [one for one in self._all_lines() if one.text.strip()]

    @property
    def is_tracked(self) -> bool:
        """Whether changes are tracked in the file already."""
        return any(next(root.iter(*TRACKED), None) is not None for root in self._roots.values())

    @property
    def texts(self) -> list[str]:
        """The words of each paragraph that has some, the body before the notes."""
        return [one.text for one in self._lines]

    def track(self, sent: Sequence[str]) -> None:
        """Track what is otherwise than in the paragraphs that were sent."""
        last: Letters | None = None
        waiting: list[str] = []
        for pair in self._pairs(sent):
            if pair.returned is None:
                assert pair.sent is not None
                waiting.append(sent[pair.sent])
                continue
            line = self._lines[pair.returned]
            self._put_back(waiting, last, line)
            waiting = []
            if pair.sent is None:
                self._come(line)
            else:
                self._change(line, sent[pair.sent])
            last = line
        self._put_back(waiting, last, None)
        self._mark_rows()

    def parts(self) -> Iterator[TrackedPart]:
        """Yield the parts as they are now."""
        for name, root in self._roots.items():
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            yield TrackedPart(name, data)

    def _pairs(self, sent: Sequence[str]) -> list[LinePair]:
        return paired(list(sent), self.texts)

    def _all_lines(self) -> Iterator[Letters]:
        for root in self._roots.values():
            for paragraph in root.iter(f"{W}p"):
                if next(paragraph.iterancestors(_FALLBACK), None) is None:
                    yield letters_of(paragraph)

    # --- what came, went, changed ---

    def _change(self, line: Letters, before: str) -> None:
        old, new = words(before), words(line.text)
        for change in reversed(changes(old, new)):
            gone = "".join(old[change.start : change.end])
            come = "".join(new[change.new_start : change.new_end])
            if not gone.strip() and not come.strip():
                continue
            start = sum(map(len, new[: change.new_start]))
            end = start + len(come)
            runs = line.cut(start, end)
            place = runs[0] if runs else line.at(start)
            if runs:
                self._around("ins", runs)
                place = runs[0].getparent()
            if gone:
                self._insert(place, line, gone)

    def _insert(self, place: etree._Element | None, line: Letters, gone: str) -> None:
        """Put words that went before a run, or at the end of the paragraph."""
        deleted = self._element("del")
        deleted.append(text_run(gone, line.look_before(place), deleted=True))
        if place is None:
            line.paragraph.append(deleted)
        else:
            place.addprevious(deleted)

    def _come(self, line: Letters) -> None:
        for run in line.cut(0, len(line.text)):
            self._around("ins", [run])
        self._mark(line.paragraph, "ins")

    def _put_back(self, gone: list[str], last: Letters | None, following: Letters | None) -> None:
        """Put paragraphs that went back to where they stood, as ones that went."""
        emptied = self._emptied(len(gone), last, following) if gone else []
        for cell, text in zip(emptied, gone, strict=False):
            last = self._refill(cell, text)
        for text in gone[len(emptied) :]:
            paragraph = etree.Element(f"{W}p")
            like = last or following
            properties = None if like is None else like.paragraph.find(f"{W}pPr")
            if properties is not None:
                paragraph.append(_plain(properties))
            deleted = self._element("del")
            deleted.append(text_run(text, None, deleted=True))
            paragraph.append(deleted)
            if last is not None:
                last.paragraph.addnext(paragraph)
            elif following is not None:
                following.paragraph.addprevious(paragraph)
            else:
                body = self._roots[_BODY].find(f"{W}body")
                assert body is not None
                body.insert(0, paragraph)
            self._mark(paragraph, "del")
            last = Letters(paragraph, [])

    def _emptied(
        self, many: int, last: Letters | None, following: Letters | None
    ) -> list[etree._Element]:
        """Return the cells between two lines in which nothing stands and something may have stood.

        A cell that is empty behind a label was mostly sent so, to be filled in.
        """
        body = self._roots[_BODY]
        if any(one is not None and not _is_below(one.paragraph, body) for one in (last, following)):
            return []
        order = {one: place for place, one in enumerate(body.iter(f"{W}p", f"{W}tc"))}
        start = -1 if last is None else order[last.paragraph]
        end = len(order) if following is None else order[following.paragraph]
        cells = [
            one
            for one, place in order.items()
            if one.tag == f"{W}tc" and start < place < end and not _says_something(one)
        ]
        first = [one for one in cells if one.find(f"../{W}tc") is one]
        return cells if len(cells) == many else first[:many]

    def _refill(self, cell: etree._Element, text: str) -> Letters:
        """Put words that went into a cell that is empty now."""
        paragraph = cell.find(f"{W}p")
        if paragraph is None:
            paragraph = etree.SubElement(cell, f"{W}p")
        deleted = self._element("del")
        deleted.append(text_run(text, None, deleted=True))
        paragraph.append(deleted)
        return Letters(paragraph, [])

    def _mark(self, paragraph: etree._Element, kind: str) -> None:
        """Mark the end of a paragraph; what no paragraph follows, by the end of the one before."""
        marked = paragraph
        following, before = paragraph.getnext(), paragraph.getprevious()
        if (following is None or following.tag == f"{W}sectPr") and before is not None:
            marked = before if before.tag == f"{W}p" and not _is_marked(before) else paragraph
        properties = marked.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            marked.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            after = properties.find(f"{W}sectPr")
            if after is None:
                after = properties.find(f"{W}pPrChange")
            if after is None:
                properties.append(look)
            else:
                after.addprevious(look)
        look.insert(0, self._element(kind))

    def _mark_rows(self) -> None:
        """Mark the rows in which every paragraph came."""
        for row in self._roots[_BODY].iter(f"{W}tr"):
            paragraphs = [one for one in row.iter(f"{W}p") if letters_of(one).text.strip()]
            if paragraphs and all(_has_come(one) for one in paragraphs):
                properties = row.find(f"{W}trPr")
                if properties is None:
                    properties = etree.Element(f"{W}trPr")
                    exceptions = row.find(f"{W}tblPrEx")
                    row.insert(0 if exceptions is None else 1, properties)
                properties.append(self._element("ins"))

    def _around(self, kind: str, runs: Sequence[etree._Element]) -> None:
        for run in runs:
            wrapper = self._element(kind)
            run.addprevious(wrapper)
            wrapper.append(run)

    def _element(self, kind: str) -> etree._Element:
        return etree.Element(f"{W}{kind}", {f"{W}id": str(next(self._ids)), **self._hand})


def _unwrap(root: etree._Element) -> None:
    """Take the controls away: a redline is read, not filled in, and what is bound changes again."""
    for control in list(root.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        for child in list(content) if content is not None else ():
            control.addprevious(child)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)


def _is_below(element: etree._Element, root: etree._Element) -> bool:
    return any(one is root for one in element.iterancestors())


def _says_something(cell: etree._Element) -> bool:
    return any(letters_of(one).text.strip() for one in cell.iter(f"{W}p"))


def _plain(properties: etree._Element) -> etree._Element:
    """Return what a paragraph looks like, without what only one can have."""
    made = deepcopy(properties)
    for name in ("rPr", "sectPr", "pPrChange", "pageBreakBefore"):
        for one in made.findall(f"{W}{name}"):
            made.remove(one)
    return made


def _is_marked(paragraph: etree._Element) -> bool:
    look = paragraph.find(f"{W}pPr/{W}rPr")
    return look is not None and any(one.tag in TRACKED for one in look)


def _has_come(paragraph: etree._Element) -> bool:
    runs = [one for one in paragraph.iter(f"{W}r") if one.find(f"{W}t") is not None]
    return bool(runs) and all(
        any(above.tag == f"{W}ins" for above in run.iterancestors()) for run in runs
    )


def told(archive: Archive, *, accepts: bool) -> list[str]:
    """Return the words of each paragraph that has some, all changes accepted or all rejected."""
    found: list[str] = []
    for name in (_BODY, _NOTES):
        pending = ""
        for paragraph in archive.xml(name).iter(f"{W}p") if name in archive.parts else ():
            if next(paragraph.iterancestors(_FALLBACK), None) is None:
                pending += "".join(_kept(paragraph, accepts=accepts))
                if not _goes_on(paragraph, accepts=accepts):
                    found.append(pending)
                    pending = ""
        found.append(pending)
    return [words for words in map(same_words, found) if words]


def _kept(paragraph: etree._Element, *, accepts: bool) -> Iterator[str]:
    gone = {f"{W}del", f"{W}moveFrom"} if accepts else {f"{W}ins", f"{W}moveTo"}
    for piece in letters_of(paragraph).pieces:
        if not any(above.tag in gone for above in piece.run.iterancestors()):
            yield piece.text


def _goes_on(paragraph: etree._Element, *, accepts: bool) -> bool:
    """Whether the mark at the end of a paragraph is gone, so that the next one joins it."""
    gone = f"{W}del" if accepts else f"{W}ins"
    return paragraph.find(f"{W}pPr/{W}rPr/{gone}") is not None
