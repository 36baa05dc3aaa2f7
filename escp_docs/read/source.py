"""Bytes of a file to text, or the reason why they are none."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct, field

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.read.foreign_files import foreign

LARGEST: Final = 5_000_000  # bytes; a long spec has 150,000
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")  # with which UTF-16 begins


class SourceText(Struct, frozen=True, dict=True):
    """The text of one file of a spec, under the name that messages show."""

    file: str
    text: str

    @cached_property
    def _lines(self) -> list[str]:
        # As YAML 1.1 counts lines: form feeds and the like do not end one.
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    @property
    def lines(self) -> int:
        """The number of lines, at least 1."""
        return len(self._lines)

    def line(self, number: int) -> str:
        """Return the line with that number from 1, without its end; empty beyond the last."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


class SpecText(Struct, frozen=True):
    """The texts that a spec consists of, each its text or why it has none.

    Attributes:
        own: Its files in the order of their names.
        named: The files that these name, by their path as messages show it and by whether each is
            to be an entry of a list. A fault has no place where the one who names it is at fault.
        others: The files beside them that are not read.
    """

    own: tuple[SourceText | Fault, ...]
    named: Mapping[tuple[str, bool], SourceText | Fault] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def decode(file: str, data: bytes, largest: int = LARGEST) -> SourceText | Fault:
    """Return the text of `data`, or why it is none: of another program, too large, not UTF-8."""
    if fault := foreign(file, data):
        return fault
    if len(data) > largest:
        return Fault(
            f"the file has {len(data):,} bytes; it may have at most {largest:,}",
            "split off what does not describe the partnership",
            Place(file, 1, 1),
        )
    if order := _unmarked_utf16(data):
        return Fault(
            f"the file is {order} without a byte order mark, which says so",
            "save it as UTF-8 in your editor, once its letters show as they should there",
            Place(file, 1, 1),
        )
    encoding = "utf-16" if data[:2] in _MARKS else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return Fault(
            f"the file is not UTF-8: byte 0x{data[error.start]:02x}",
            "save it as UTF-8 in your editor",
            Place(file, line, column),
        )
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Fault(
            "the file is binary, not text", "name a YAML file or a folder", Place(file, line, 1)
        )
    return SourceText(file, text)


def _unmarked_utf16(data: bytes) -> str | None:
    """Return which UTF-16 a text is that has no mark of it: every other byte of most is zero."""
    half, odd = divmod(len(data), 2)
    if odd or 0 not in data or data[:2] in _MARKS:
        return None
    for name, zeros in (("UTF-16LE", data[1::2]), ("UTF-16BE", data[::2])):
        if zeros.count(0) * 2 > half and data.count(0) == zeros.count(0):
            return name
    return None
