"""Round brackets around keys with values, or around entries, where YAML wants { } or [ ]."""

from collections.abc import Iterator
from typing import Final

from escp_docs.model.schema import MapOf
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    key_around,
    near,
    replaced,
    without_comment,
)

_LONGEST: Final = 20  # lines between a bracket and the one that closes it
_INSIDE: Final = pattern(r"(?<![\w.-])(?P<outer>[A-Za-z_][\w.-]*):\s+\((?P<inside>[^()]*)\)")
_BRACES: Final = pattern(r"\s*\{\s*(?P<key>[a-z_]+)\s*:\s")
_KEYS: Final = "keys stand in braces, and these in round brackets"
_LIST: Final = "a list stands in square brackets, and this one in round ones"


def round_brackets(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which braces or square brackets stand for round ones around a value."""
    for index in near(lines, found):
        yield from _around_a_value(shop, lines, index)
        line = lines[index]
        for one in _INSIDE.finditer(without_comment(line)):
            signs = _signs(shop.vocabulary, one["outer"], one["inside"], is_entry=False)
            if signs:
                written = f"{one['outer']}: {signs[0]}{one['inside'].strip()}{signs[1]}"
                mended = f"{line[: one.start()]}{written}{line[one.end() :]}"
                column = one.start("inside") - 1
                length = one.end() - column
                changes = replaced(lines, {index: mended})
                yield Mend(changes, index, column, length, _KEYS, f"write `{written}`")


def _around_a_value(shop: Workshop, lines: Lines, index: int) -> Iterator[Mend]:
    """Yield the text without the round brackets around all of a value, on one line or on several.

    An entry of a list is a value, too.
    """
    begins = head(lines[index])
    is_entry = lines[index].startswith("(", begins.dashes) and begins.dashes > 0
    column = begins.dashes if is_entry else begins.value
    end = _end(lines, index, column)
    if end is None:
        return
    outer = key_around(lines, index) if is_entry else begins.key
    inside = " ".join((lines[index][column + 1 :], *lines[index + 1 : end + 1]))
    signs = _signs(shop.vocabulary, outer, inside, is_entry=is_entry)
    if signs is None:
        return
    opener, closer = signs
    value = without_comment(lines[index][column:]).rstrip()
    if end == index:
        written = f"{opener}{value[1:-1].strip()}{closer}"
        changes = {index: lines[index][:column] + written}
        fix = f"write `- {written}`" if is_entry else f"write `{begins.key}: {written}`"
    else:
        last = without_comment(lines[end]).rstrip()
        first = lines[index][:column] + opener + lines[index][column + 1 :]
        changes = {index: first, end: last[:-1] + closer + lines[end][len(last) :]}
        fix = f"write {opener} in its place, and {closer} for the ) at the end of line {end + 1}"
    said = _LIST if opener == "[" else _KEYS
    yield Mend(replaced(lines, changes), index, column, len(value), said, fix)


def _end(lines: Lines, index: int, column: int) -> int | None:
    """Return the line that ends with what closes a round bracket at a column; None if none does."""
    if not lines[index].startswith("(", column):
        return None
    depth = 0
    for at in range(index, min(len(lines), index + _LONGEST)):
        text = without_comment(lines[at][column if at == index else 0 :]).rstrip()
        depth += text.count("(") - text.count(")")
        if depth <= 0:
            return at if text.endswith(")") and not depth else None
    return None


def _signs(
    vocabulary: Vocabulary, outer: str, inside: str, *, is_entry: bool
) -> tuple[str, str] | None:
    """Return what stands around a value that begins like this; None if it may be words."""
    braces = _BRACES.match(inside)
    if braces:
        return ("[", "]") if not is_entry and vocabulary.lists(outer, braces["key"]) else None
    inner = head(inside.lstrip())
    if not inner.key or inner.dashes:
        return None
    is_listed = vocabulary.lists(outer, inner.key)
    if is_entry:
        return ("{", "}") if is_listed else None
    if is_listed:
        return "[{", "}]"
    by_ids = any(isinstance(one, MapOf) for one in vocabulary.shapes.get(outer, ()))
    return ("{", "}") if by_ids or vocabulary.holds(outer, inner.key) else None
