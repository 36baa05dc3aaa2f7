"""Changes that a word processor tracks: runs, paragraphs and rows that came or went."""

import re
from itertools import count
from typing import Final

from escp_docs.document import Document
from escp_docs.export.change import ChangeMark
from escp_docs.export.word.markup import safe
from escp_docs.pattern import pattern

_FIRST_ID: Final = 100_001  # beyond the ids of bookmarks and comments
_RUNS: Final = pattern(r"<w:r>.*?</w:r>(?:<w:r>.*?</w:r>)*", re.DOTALL)
_END_OF_PROPERTIES: Final = pattern("</w:pPr>")
_ROW: Final = pattern(r"<w:tr>(?:(<w:trPr>.*?)</w:trPr>)?")
_PARAGRAPH: Final = pattern(r"<w:p>.*?</w:p>", re.DOTALL)
_MARK: Final = pattern(r"<w:rPr><w:(ins|del) [^>]*/></w:rPr></w:pPr>")
_START: Final = pattern(r"<w:p><w:pPr>.*?</w:pPr>", re.DOTALL)
_END: Final = "</w:p>"


class Tracking:
    """Who changed a document and when; `change` is what becomes of what is being written."""

    def __init__(self, author: str, document: Document) -> None:
        self._hand = f'w:author="{safe(author)}" w:date="{document.date.isoformat()}T00:00:00Z"'
        self._ids = count(_FIRST_ID)
        self.change: ChangeMark | None = None

    def words(self, content: str, change: ChangeMark) -> str:
        """Return runs, in links and bookmarks too, as words that came or went."""
        if change is ChangeMark.WENT:
            content = _as_deleted(content)
        return _RUNS.sub(lambda found: self._around(found[0], change), content)

    def blocks(self, content: str, change: ChangeMark) -> str:
        """Return whole paragraphs and tables as ones that came or went."""
        content = self.words(content, change)
        content = _END_OF_PROPERTIES.sub(lambda end: f"{self.mark(change)}{end[0]}", content)
        return self.rows(content, change)

    def rows(self, content: str, change: ChangeMark) -> str:
        """Return rows as ones that came or went; their words are tracked by themselves."""

        def row(found: re.Match[str]) -> str:
            return f"<w:tr>{found[1] or '<w:trPr>'}{self._element(change)}</w:trPr>"

        return _ROW.sub(row, content)

    def mark(self, change: ChangeMark) -> str:
        """Return the w:rPr by which the mark at the end of a paragraph came or went."""
        return f"<w:rPr>{self._element(change)}</w:rPr>"

    def _element(self, change: ChangeMark) -> str:
        return f'<w:{change} w:id="{next(self._ids)}" {self._hand}/>'

    def _around(self, runs: str, change: ChangeMark) -> str:
        return f'<w:{change} w:id="{next(self._ids)}" {self._hand}>{runs}</w:{change}>'


def _as_deleted(content: str) -> str:
    for name, deleted in (("t", "delText"), ("instrText", "delInstrText")):
        content = content.replace(f"<w:{name} ", f"<w:{deleted} ")
        content = content.replace(f"</w:{name}>", f"</w:{deleted}>")
    return content


def with_last_mark(content: str) -> str:
    """Return paragraphs such that the last of them ends with a mark that stays.

    Nothing can take the last mark out of a cell, or out of a document. So the words that go last
    and those that come last share a paragraph; or else it is the mark before those that goes or
    comes with them.
    """
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(content)]
    if not paragraphs or paragraphs[-1][1] != len(content):
        return content
    texts = [content[start:end] for start, end in paragraphs]
    first = len(texts)
    while first and _change_of(texts[first - 1]) and _follow(paragraphs, first - 1):
        first -= 1
    last = texts[first:]
    changes = [_change_of(one) for one in last]
    if not last:
        return content
    if len(set(changes)) > 1:
        settled = _sharing(last, changes)
    elif first and _follow(paragraphs, first - 1):
        first, settled = first - 1, _shifted(texts[first - 1 :])
    else:
        return content
    return content[: paragraphs[first][0]] + "".join(settled)


def _follow(paragraphs: list[tuple[int, int]], index: int) -> bool:
    """Whether nothing stands between a paragraph and the next one."""
    return index + 1 == len(paragraphs) or paragraphs[index][1] == paragraphs[index + 1][0]


def _change_of(paragraph: str) -> str:
    found = _MARK.search(paragraph)
    return found[1] if found else ""


def _sharing(paragraphs: list[str], changes: list[str]) -> list[str]:
    """Return paragraphs of which the last one that goes and the last that comes are one."""
    gone = max(index for index, change in enumerate(changes) if change is ChangeMark.WENT)
    come = max(index for index, change in enumerate(changes) if change is ChangeMark.CAME)
    words = _START.sub("", paragraphs[gone], count=1).removesuffix(_END)
    both = _MARK.sub("</w:pPr>", paragraphs[come], count=1).replace(
        "</w:pPr>", f"</w:pPr>{words}", 1
    )
    return [one for index, one in enumerate(paragraphs) if index not in {gone, come}] + [both]


def _shifted(paragraphs: list[str]) -> list[str]:
    """Return paragraphs with each mark at the end of the one before."""
    marks = [found[0] if (found := _MARK.search(one)) else "</w:pPr>" for one in paragraphs]
    bare = [_MARK.sub("</w:pPr>", one, count=1) for one in paragraphs]
    return [
        one.replace("</w:pPr>", mark, 1)
        for one, mark in zip(bare, [*marks[1:], "</w:pPr>"], strict=True)
    ]
