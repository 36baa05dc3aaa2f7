"""Where in a spec a place of a text is: told by indents, since what is typed need not be YAML."""

import re
from collections.abc import Sequence

from escp_docs.authoring.braces import WORD, in_braces
from escp_docs.authoring.cursor_spot import CursorSpot, Steps, shape_of
from escp_docs.authoring.indents import KEY, is_in_block, line_of, steps_around


def spot(lines: Sequence[str], line: int, column: int) -> CursorSpot | None:
    """Return where a place is; None inside of a comment or of a text of several lines.

    Args:
        lines: The text.
        line: The line, from 0.
        column: The characters before it.
    """
    line = min(line, len(lines))
    before = lines[line][:column] if line < len(lines) else ""
    head = line_of(before)
    if re.search(r"(?:^|\s)#", before) or is_in_block(lines, line, head):
        return None
    around = steps_around(lines, line, head)
    key = KEY.match(head.words)
    if not key:
        begun = WORD.search(head.words)
        inner = in_braces((), head.words) if head.words[:1] in ("{", "[") else None
        if inner is not None:
            return CursorSpot((*around, *inner.around), inner.key, inner.is_value, inner.begun)
        is_list_entry = head.dashes > 0 and not isinstance(shape_of(around), type)
        return CursorSpot(around, "", is_list_entry, begun[0] if begun else "")
    name, value = key["name"], head.words[key.end() :]
    if value.lstrip()[:1] in ("{", "["):
        return in_braces((*around, name), value.lstrip())
    begun = WORD.search(value)
    return CursorSpot(around, name, is_value=True, begun=begun[0] if begun else "")


def key_at(lines: Sequence[str], line: int, column: int) -> Steps | None:
    """Return the steps to the key on which a place stands, or whose value it is in."""
    text = lines[line] if line < len(lines) else ""
    end = column
    while end < len(text) and re.match(r"[\w.-]", text[end]):
        end += 1
    found = spot(lines, line, end)
    if found is None:
        return None
    if found.is_value:
        return (*found.around, found.key) if found.key else found.around
    return (*found.around, found.begun) if found.begun else None


def siblings(lines: Sequence[str], line: int, column: int) -> frozenset[str]:
    """Return the keys that stand beside a place in the mapping around it, in lines of their own."""
    own = line_of(lines[line][:column] if line < len(lines) else "")
    found: set[str] = set()
    for step in (-1, 1):
        at = line + step if not (step < 0 and own.dashes) else -1
        while 0 <= at < len(lines):
            other = line_of(lines[at])
            if other.words and not other.words.startswith("#"):
                if other.column < own.column or (step > 0 and other.dash < own.column):
                    break
                key = KEY.match(other.words)
                if key and other.column == own.column:
                    found.add(key["name"])
                if step < 0 and other.dashes and other.column == own.column:
                    break
            at += step
    return frozenset(found)
