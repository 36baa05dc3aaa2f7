"""What a CSV file says, whoever wrote it: any usual encoding, delimiter and line end."""

import csv
import re
from io import StringIO
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.extracted import Cells
from escp_docs.workbook import letters

_CELLS: Final = 500_000
_LARGEST: Final = 50_000_000  # bytes
_FORMULA: Final = pattern(r"[=+\-@\t\r]")
_QUOTED: Final = pattern(r"'+[=+\-@\t\r]")
_DELIMITERS: Final = (",", ";", "\t", "|")
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
Rows = tuple[tuple[str, ...], ...]


def quoted(text: str) -> str:
    """Return a text as a spreadsheet takes it for a text, whatever it begins with."""
    return f"'{text}" if _FORMULA.match(text) or _QUOTED.match(text) else text


def unquoted(text: str) -> str:
    """Return a text that `quoted` wrote."""
    return text[1:] if _QUOTED.match(text) else text


def read(data: bytes) -> Cells:
    """Return what a .csv says, by address.

    Raises:
        UnreadableFileError: it is no text, or far too much.
    """
    found = {
        ("", f"{letters(column)}{number}"): (text, "")
        for number, row in enumerate(rows(data), start=1)
        for column, text in enumerate(row)
        if text
    }
    return Cells(found, is_plain=True)


def rows(data: bytes) -> Rows:
    """Return the rows of a .csv.

    Raises:
        UnreadableFileError: it is no text, or far too much.
    """
    if len(data) > _LARGEST:
        raise UnreadableFileError("it is larger than 50 MB")
    text = _decoded(data)
    if "\0" in text:
        raise UnreadableFileError("it is no text")
    delimiter = _delimiter(text)
    found: list[tuple[str, ...]] = []
    count = 0
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            count += len(row) + 1
            if count > _CELLS:
                raise UnreadableFileError(f"it has more than {_CELLS:,} cells")
            found.append(tuple(unquoted(one.strip()) for one in row))
    except csv.Error as error:
        raise UnreadableFileError(f"it is no CSV file: {str(error).lower()}") from error
    if found and len(found[0]) == 1 and re.fullmatch(r"(?i)sep=.?", found[0][0]):
        return tuple(found[1:])
    return tuple(found)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableFileError(f"it is no {encoding} text") from error
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _delimiter(text: str) -> str:
    """Return what parts the cells: named in the first line, else by which most rows are alike."""
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return first[-1]
    sample = text[:200_000]
    return max(_DELIMITERS, key=lambda one: _evenness(sample, one))


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many rows have the commonest number of cells above one, and that number."""
    counts: dict[int, int] = {}
    try:
        for number, row in enumerate(csv.reader(StringIO(sample, newline=""), delimiter=delimiter)):
            if number > 200:  # noqa: PLR2004  # rows are enough to tell
                break
            if len(row) > 1:
                counts[len(row)] = counts.get(len(row), 0) + 1
    except csv.Error:
        return 0, 0
    if not counts:
        return 0, 0
    width = max(counts, key=lambda one: (counts[one], one))
    return counts[width], width
