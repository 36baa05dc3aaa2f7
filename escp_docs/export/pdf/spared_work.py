"""Spare WeasyPrint and its libraries what they do over and over.

A version that works otherwise is left as it is, and takes its time.
"""

import re
from typing import Any, Final

import pydyf
from weasyprint import tinyhtml5

_MARK: Final = "escp_known"


def spare_work() -> None:
    """Let every PDF that is made from now on be made with less work, and be the same."""
    if hasattr(pydyf.PDF, _MARK):
        return
    setattr(pydyf.PDF, _MARK, (0, ()))
    _remember_pages()
    _remember_patterns()
    _take_bytes_as_they_are()


def _remember_pages() -> None:
    """List the references of the pages of a PDF once.

    WeasyPrint asks for all of them at every piece of text that it tags, and pydyf lists them anew
    each time.
    """
    if not hasattr(pydyf.PDF, "page_references"):
        return
    listed = pydyf.PDF.page_references.fget

    def remembered(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        count = len(pdf.pages["Kids"])
        known: tuple[int, tuple[bytes, ...]] = getattr(pdf, _MARK)
        if known[0] != count:
            known = count, listed(pdf)
            setattr(pdf, _MARK, known)
        return known[1]

    pydyf.PDF.page_references = property(remembered)


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """The pattern of as many letters as are among some, or are not, by both."""

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        letters, among = key
        inside = "".join(f"\\x{ord(letter):02x}" for letter in letters)
        found = self[key] = re.compile(f"[{'' if among else '^'}{inside}]+")
        return found


def _remember_patterns() -> None:
    """Make the patterns by which HTML is cut once.

    tinyhtml5 means to keep them, but keeps them by another key than it looks them up with.
    """
    tinyhtml5.inputstream.characters_until_regex = _Patterns()


def _take_bytes_as_they_are() -> None:
    """Ask once of what kind a piece of a PDF is where it is bytes or text, as nearly all are."""
    usual = getattr(pydyf, "_to_bytes", None)
    if usual is None:
        return

    def as_bytes(item: object) -> bytes:
        if type(item) is bytes:
            return item
        found: bytes = item.encode("ascii") if type(item) is str else usual(item)
        return found

    pydyf._to_bytes = as_bytes  # noqa: SLF001
