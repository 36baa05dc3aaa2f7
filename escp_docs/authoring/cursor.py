"""Where in a spec a place of a text is: told by indents, since what is typed need not be YAML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from escp_docs.model.schema import ListOf, MapOf, Shape, keys
from escp_docs.model.spec import Spec

_HEAD: Final = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_KEY: Final = re.compile(r"""(?P<quote>["']?)(?P<name>[\w.-]+)(?P=quote) *:(?: |$)""")
_FLOW_KEY: Final = re.compile(r"""\s*["']?([\w.-]+)["']? *:(?:\s|$)(.*)""")
_BLOCK: Final = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_WORD: Final = re.compile(r"[\w.@:/+-]*$")
ENTRY: Final = 0
"""The step into a list: which of its entries does not matter for its form."""

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class CursorSpot:
    """A place of a text.

    Attributes:
        around: The steps to the mapping or list in which it is.
        key: The key whose value it is; empty where a key stands, or an entry of a list of values.
        is_value: Whether a value stands there, and no key.
        begun: What of the word stands before it.
    """

    around: Steps
    key: str
    is_value: bool
    begun: str

    @property
    def shape(self) -> Shape | None:
        """The form of the mapping or list around it; None if no spec has any there."""
        return shape_of(self.around)

    @property
    def value_shape(self) -> Shape | None:
        """The form of the value that stands there; None where a key does."""
        if not self.is_value:
            return None
        return shape_of((*self.around, self.key)) if self.key else self.shape


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: the columns of its first dash and of its first word, how many dashes, the words."""

    dash: int
    column: int
    dashes: int
    words: str


def shape_of(steps: Steps) -> Shape | None:
    """Return the form of what stands at some steps of the format; None if nothing can."""
    found: Shape | None = Spec
    for step in steps:
        match found:
            case type():
                key = keys(found).get(str(step))
                found = key.shape if key else None
            case ListOf(item=item):
                found = item
            case MapOf(value=value):
                found = value
            case _:
                return None
    return found


def spot(lines: Sequence[str], line: int, column: int) -> CursorSpot | None:
    """Return where a place is; None inside of a comment or of a text of several lines.

    Args:
        lines: The text.
        line: The line, from 0.
        column: The characters before it.
    """
    line = min(line, len(lines))
    before = lines[line][:column] if line < len(lines) else ""
    head = _line(before)
    if re.search(r"(?:^|\s)#", before) or _is_in_block(lines, line, head):
        return None
    around = _around(lines, line, head)
    key = _KEY.match(head.words)
    if not key:
        begun = _WORD.search(head.words)
        inner = _flow((), head.words) if head.words[:1] in ("{", "[") else None
        if inner is not None:
            return CursorSpot((*around, *inner.around), inner.key, inner.is_value, inner.begun)
        is_list_entry = head.dashes > 0 and not isinstance(shape_of(around), type)
        return CursorSpot(around, "", is_list_entry, begun[0] if begun else "")
    name, value = key["name"], head.words[key.end() :]
    if value.lstrip()[:1] in ("{", "["):
        return _flow((*around, name), value.lstrip())
    begun = _WORD.search(value)
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
    own = _line(lines[line][:column] if line < len(lines) else "")
    found: set[str] = set()
    for step in (-1, 1):
        at = line + step if not (step < 0 and own.dashes) else -1
        while 0 <= at < len(lines):
            other = _line(lines[at])
            if other.words and not other.words.startswith("#"):
                if other.column < own.column or (step > 0 and other.dash < own.column):
                    break
                key = _KEY.match(other.words)
                if key and other.column == own.column:
                    found.add(key["name"])
                if step < 0 and other.dashes and other.column == own.column:
                    break
            at += step
    return frozenset(found)


# --- lines -----------------------------------------------------------------------------------


def _line(text: str) -> _Line:
    head = _HEAD.match(text)
    assert head is not None  # every text begins so
    rest, dashes = head["rest"], head["dashes"].count("-")
    if rest == "-":  # an entry that is just begun
        return _Line(len(head["indent"]), len(text) + 1, dashes + 1, "")
    start = len(head["indent"])
    return _Line(start, start + len(head["dashes"]), dashes, rest)


def _around(lines: Sequence[str], line: int, own: _Line) -> Steps:
    """Return the steps to the mapping or list in which a line stands, from its indent."""
    steps: list[str | int] = []
    column, dashes = own.column, own.dashes
    if dashes:
        steps += [ENTRY] * dashes
        column = own.dash
    for above in range(line - 1, -1, -1):
        other = _line(lines[above])
        if not other.words or other.words.startswith("#"):
            continue
        steps_in, column_in, dashes_in = _step(other, column, is_dash=bool(dashes))
        if column_in is None:
            continue
        steps += steps_in
        column, dashes = column_in, dashes_in
        if column == 0 and not dashes:
            break
    return tuple(reversed(steps))


def _step(other: _Line, column: int, *, is_dash: bool) -> tuple[list[str | int], int | None, int]:
    """Return the steps that a line above adds, and the column from which the search goes on."""
    key = _KEY.match(other.words)
    if is_dash and not other.dashes and other.column <= column and key:
        return [key["name"]], other.column, 0
    if other.column < column and key:
        found: list[str | int] = [key["name"]]
        if other.dashes:
            return [*found, *[ENTRY] * other.dashes], other.dash, other.dashes
        return found, other.column, 0
    if other.dashes and other.column == column and not is_dash:
        return [ENTRY] * other.dashes, other.dash, other.dashes
    return [], None, 0


def _is_in_block(lines: Sequence[str], line: int, own: _Line) -> bool:
    """Whether a line is one of a text of several lines that stands below its key."""
    column = own.dash if own.words or own.dashes else len(lines[line]) if line < len(lines) else 0
    for above in range(line - 1, -1, -1):
        other = _line(lines[above])
        if not other.words:
            continue
        if other.dash < column:
            if _BLOCK.search(other.words) and _KEY.match(other.words):
                return True
            column = other.dash
        if column == 0:
            return False
    return False


# --- what stands on one line in braces -------------------------------------------------------


def _flow(around: Steps, text: str) -> CursorSpot | None:
    """Return where the end of a text in braces or brackets is."""
    steps, key, begun_at = around, "", 0
    depth: list[tuple[Steps, bool]] = []
    quote = ""
    for at, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "{[":
            steps = _into(steps, key, is_list=bool(depth) and depth[-1][1])
            depth.append((steps, letter == "["))
            key, begun_at = "", at + 1
        elif letter in "}]" and depth:
            depth.pop()
            steps, key, begun_at = (depth[-1][0] if depth else around), "", at + 1
        elif letter == ",":
            key, begun_at = "", at + 1
        elif letter == ":" and depth and not depth[-1][1] and text[at + 1 : at + 2] in ("", " "):
            key, begun_at = text[begun_at:at].strip(" \"'"), at + 1
    if quote or not depth:
        return None
    begun = _WORD.search(text[begun_at:])
    word = begun[0] if begun else ""
    if depth[-1][1]:
        return CursorSpot((*steps, ENTRY), "", is_value=True, begun=word)
    return CursorSpot(steps, key, is_value=bool(key), begun=word)


def _into(steps: Steps, key: str, *, is_list: bool) -> Steps:
    if key:
        return (*steps, key)
    return (*steps, ENTRY) if is_list else steps
