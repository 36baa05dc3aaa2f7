"""EditorPlaces of a spec as editors count them: lines from 0, columns in units of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.workspace import PositionCodec

if TYPE_CHECKING:
    from escp_docs import api


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

    def changed(self, before: Sequence[str], after: Sequence[str], ending: str) -> types.TextEdit:
        """Return the change of the lines in which two texts differ, and of no others.

        `ending` is what stands between lines.
        """
        shorter = min(len(before), len(after))
        same = next((at for at in range(shorter) if before[at] != after[at]), shorter)
        left = shorter - same
        alike = next((at for at in range(left) if before[-1 - at] != after[-1 - at]), left)
        last, new = len(before) - alike, after[same : len(after) - alike]
        if alike:  # whole lines, with their ends
            where = types.Range(types.Position(same, 0), types.Position(last, 0))
            return types.TextEdit(where, "".join(f"{one}{ending}" for one in new))
        start = self._end(before, same - 1) if same else types.Position(0, 0)
        where = types.Range(start, self._end(before, last - 1))
        lead = ending if same and new else ""
        return types.TextEdit(where, lead + ending.join(new))

    def _end(self, lines: Sequence[str], line: int) -> types.Position:
        return self.span(lines, line, len(lines[line]), len(lines[line])).end
