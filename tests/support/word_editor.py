"""Edits of Word files as people make them: by python-docx, tracked or not."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Final

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml import etree

_T: Final = qn("w:t")
_AUTHOR: Final = "Inês Duarte"
_WHEN: Final = "2020-11-22T10:00:00Z"


class WordEditor:
    """A Word file that somebody changes.

    Args:
        data: The file.
        tracked: Whether changes are tracked.
    """

    def __init__(self, data: bytes, *, tracked: bool = False) -> None:
        self.document = docx.Document(BytesIO(data))
        self.tracked = tracked
        self._ids = 900_000

    def paragraphs(self) -> list[etree._Element]:
        """Return the paragraphs of the body that say something, in reading order."""
        return [one for one in self.document.element.body.iter(qn("w:p")) if self.text(one).strip()]

    @staticmethod
    def text(paragraph: etree._Element) -> str:
        """Return the words of a paragraph."""
        return "".join(one.text or "" for one in paragraph.iter(_T))

    def replace(self, paragraph: etree._Element, start: int, end: int, new: str) -> None:
        """Write other letters in place of those from one to another; equal places insert."""
        at = 0
        for text in list(paragraph.iter(_T)):
            words = text.text or ""
            here, upto = at, at + len(words)
            at = upto
            touches = here <= start <= upto if start == end else here < end and upto > start
            if not touches:
                continue
            first, last = max(start - here, 0), min(end - here, len(words))
            self._change(text, words[:first], words[first:last], new, words[last:])
            if start == end:
                return
            new = ""  # the rest of what is replaced stands in the next runs

    def _change(self, text: etree._Element, before: str, old: str, new: str, after: str) -> None:
        if not self.tracked:
            _set(text, before + new + after)
            return
        run = text.getparent()
        assert run is not None
        parts = [self._copy(run, before), self._marked(run, "w:del", old)]
        parts += [self._marked(run, "w:ins", new), self._copy(run, after)]
        for part in parts:
            if part is not None:
                run.addprevious(part)
        _out(run)

    def _copy(self, run: etree._Element, words: str) -> etree._Element | None:
        if not words:
            return None
        copy = deepcopy(run)
        for text in list(copy.iter(_T)):
            _set(text, words)
            words = ""
        return copy

    def _marked(self, run: etree._Element, kind: str, words: str) -> etree._Element | None:
        copy = self._copy(run, words)
        if copy is None:
            return None
        mark = OxmlElement(kind)
        self._ids += 1
        mark.set(qn("w:id"), str(self._ids))
        mark.set(qn("w:author"), _AUTHOR)
        mark.set(qn("w:date"), _WHEN)
        if kind == "w:del":
            for text in copy.iter(_T):
                text.tag = qn("w:delText")
        mark.append(copy)
        return mark

    def tick(self, paragraph: etree._Element) -> None:
        """Tick the boxes of a paragraph."""
        for text in paragraph.iter(_T):
            if text.text:
                text.text = text.text.replace("☐", "☒")

    def remove(self, paragraph: etree._Element) -> None:
        """Take a paragraph out."""
        _out(paragraph)

    def add_after(self, paragraph: etree._Element, words: str) -> None:
        """Write a paragraph of the same kind below another."""
        copy = deepcopy(paragraph)
        for child in list(copy):
            if child.tag != qn("w:pPr"):
                copy.remove(child)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        _set(text, words)
        run.append(text)
        copy.append(run)
        paragraph.addnext(copy)

    def row(self, *cells: str) -> etree._Element:
        """Return the first row of a table whose cells begin with these, each the whole cell."""
        rows: list[etree._Element] = list(self.document.element.body.iter(qn("w:tr")))
        for row in rows:
            told = [
                " ".join(self.text(one).strip() for one in cell.iter(qn("w:p")))
                for cell in row.iter(qn("w:tc"))
            ]
            if told[: len(cells)] == list(cells):
                return row
        message = f"no row {cells}"
        raise AssertionError(message)

    def without_controls(self) -> None:
        """Take all content controls away and leave what stands in them, as some programs do."""
        for control in list(self.document.element.body.iter(qn("w:sdt"))):
            for child in _content(control):
                control.addprevious(child)
            _out(control)

    def comment(self, paragraph: etree._Element, words: str) -> None:
        """Write a remark about the first run of a paragraph."""
        runs = [Run(one, self.document) for one in paragraph.iter(qn("w:r"))]  # type: ignore[arg-type]
        self.document.add_comment(runs, words, author=_AUTHOR)

    def saved(self) -> bytes:
        """Return the file."""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()


def _out(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _content(control: etree._Element) -> Iterator[etree._Element]:
    content = control.find(qn("w:sdtContent"))
    yield from list(content) if content is not None else ()


def _set(text: etree._Element, words: str) -> None:
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def filled_in(data: bytes, acts: tuple[str, ...]) -> bytes:
    """Return a file in which somebody did what a page of the documentation says."""
    editor = WordEditor(data, tracked="tracked" in acts)
    for act in acts:
        if " => " in act:
            old, _, new = act.partition(" => ")
            places = [one for one in editor.paragraphs() if old in editor.text(one)]
            assert places, act
            for one in places:
                at = editor.text(one).index(old)
                editor.replace(one, at, at + len(old), new)
        elif act.startswith("tick: "):
            rows = _rows(editor, act.removeprefix("tick: "))
            for one in rows[0].iter(qn("w:p")):
                editor.tick(one)
        elif ": " in act:
            label, _, answer = act.partition(": ")
            cell = list(_rows(editor, label)[0].iter(qn("w:tc")))[1]
            (room,) = [one for one in cell.iter(qn("w:p")) if editor.text(one).strip()]
            editor.replace(room, 0, len(editor.text(room)), answer)
    return editor.saved()


def _rows(editor: WordEditor, label: str) -> list[etree._Element]:
    """Return the rows of tables whose first cell begins with a label."""
    rows = editor.document.element.body.iter(qn("w:tr"))
    found = [row for row in rows if "".join(t.text or "" for t in row.iter(_T)).startswith(label)]
    assert found, label
    return found
