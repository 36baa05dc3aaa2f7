"""Remarks on prose that can be read in two ways, each at its line of the spec."""

from collections.abc import Iterator

from escp_docs.finding import Place, Remark
from escp_docs.model.schema import prose
from escp_docs.model.spec import Spec
from escp_docs.prose.doubts import doubts
from escp_docs.read.places import Places


def prose_remarks(spec: Spec, places: Places) -> tuple[Remark, ...]:
    """Return a remark for each place of a prose whose reading can be doubted, in order of place."""
    found = (one for path, text in prose(spec) for one in _of_text(path, text, places))
    return tuple(sorted(found, key=lambda one: one.place or places.of("")))


def _of_text(path: str, text: str, places: Places) -> Iterator[Remark]:
    for doubt in doubts(text):
        place = _at(places.of(path), doubt.line, doubt.column, places)
        yield Remark(place, doubt.message, doubt.fix, places.excerpt(place), path)


def _at(begin: Place, line: int, column: int, places: Places) -> Place:
    """Return where a line of a text stands that begins at `begin`: behind `|`, or in a file.

    Of a text whose lines YAML has joined it is the place of the whole.
    """
    head = places.excerpt(begin)[begin.column - 1 :]
    is_literal, is_file = head.startswith("|"), (begin.line, begin.column) == (1, 1)
    if not is_literal and not is_file:
        return begin
    first = begin.line + is_literal
    while not (there := places.excerpt(Place(begin.file, first, 1))).strip():
        if not places.holds(begin.file, first):
            return begin
        first += 1
    indent = len(there) - len(there.lstrip(" "))
    return Place(begin.file, first + line - 1, indent + column)
