"""EditorPlaces of a spec as editors count them: lines from 0, columns in units of their own."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.workspace import PositionCodec

from escp_docs.pattern import pattern

if TYPE_CHECKING:
    from escp_docs import api


_WORD: Final = pattern(r"[\w.-]")


class EditorPlaces:
    """Turns places of ours to those of one editor, and back.

    Args:
        codec: Knows the units in which the editor counts columns.
    """

    def __init__(self, codec: PositionCodec) -> None:
        self._codec = codec

    def column(self, lines: Sequence[str], position: types.Position) -> tuple[int, int]:
        """Return line and column in characters of what an editor says, within the text."""
        if position.line >= len(lines):
            return len(lines), 0
        found = self._codec.position_from_client_units(lines, position)
        return found.line, found.character

    def span(self, lines: Sequence[str], line: int, start: int, end: int) -> types.Range:
        """Return a part of a line, from one column to another in characters."""
        line = min(line, max(len(lines) - 1, 0))
        longest = len(lines[line]) if lines else 0
        found = types.Range(
            types.Position(line, min(start, longest)), types.Position(line, min(end, longest))
        )
        return self._codec.range_to_client_units(lines, found)

    def of(self, lines: Sequence[str], place: "api.Place") -> types.Range:
        """Return a place of a spec."""
        start = place.column - 1
        return self.span(lines, place.line - 1, start, start + max(place.length, 1))

    def changed(
        self, before: Sequence[str], after: Sequence[str], ending: str
    ) -> Iterator[types.TextEdit]:
        """Yield the changes by which a text becomes another one, each of no more than differs.

        `ending` is what stands between lines.
        """
        same = _alike(before, after)
        left = _alike(before[same:][::-1], after[same:][::-1])
        old, new = before[same : len(before) - left], after[same : len(after) - left]
        codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if not left and any(end - start != last - first for _, start, end, first, last in codes):
            # To add or remove the last line is to change the end of the one above, too.
            yield self._lines(before, range(same, len(before)), new, ending)
            return
        for tag, start, end, first, last in codes:
            lines = range(same + start, same + end)
            if tag == "replace" and len(lines) == last - first:
                pairs = zip(lines, new[first:last], strict=True)
                yield from (self._within(before, line, words) for line, words in pairs)
            elif tag != "equal":
                yield self._lines(before, lines, new[first:last], ending)

    def _within(self, before: Sequence[str], line: int, new: str) -> types.TextEdit:
        """Return the change of the words in which a line differs from a new one."""
        old = before[line]
        start = _alike(old, new)
        while start and _WORD.match(old[start - 1]):
            start -= 1
        left = _alike(old[start:][::-1], new[start:][::-1])
        while left and _WORD.match(old[-left]):
            left -= 1
        where = self.span(before, line, start, len(old) - left)
        return types.TextEdit(where, new[start : len(new) - left])

    def _lines(
        self, before: Sequence[str], lines: range, new: Sequence[str], ending: str
    ) -> types.TextEdit:
        """Return the change of whole lines, with their ends."""
        start, end = lines.start, lines.stop
        if end < len(before):
            where = types.Range(types.Position(start, 0), types.Position(end, 0))
            return types.TextEdit(where, "".join(f"{one}{ending}" for one in new))
        begin = self._end(before, start - 1) if start else types.Position(0, 0)
        where = types.Range(begin, self._end(before, end - 1))
        lead = ending if start and new else ""
        return types.TextEdit(where, lead + ending.join(new))

    def _end(self, lines: Sequence[str], line: int) -> types.Position:
        return self.span(lines, line, len(lines[line]), len(lines[line])).end


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines, or characters, two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
