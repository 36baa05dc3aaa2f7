"""Keys and entries of lists written anew, in the order of the format."""

from typing import Final

from msgspec import Struct

from escp_docs.edit.block_texts import block, head_of
from escp_docs.edit.scalars import can_stand, on_one_line
from escp_docs.edit.written import FileText
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys
from escp_docs.read.plain_values import Raw

_WIDEST: Final = 100  # columns of a list in brackets
_LONG: Final = 80  # characters from which a prose of one line stands below a |


class Indents(Struct, frozen=True):
    """How far a file indents: mappings below their key, dashes below theirs, values behind dashes.

    In columns; a dash at the column of its key is 0.
    """

    mapping: int = 2
    dash: int = 2
    behind_dash: int = 2


def indents(file: FileText) -> Indents:
    """Return how far a file indents, by the first that it does so; else as our examples do."""
    found: dict[str, int] = {}
    waiting = [file.root] if file.root else []
    while waiting and len(found) < 3:  # noqa: PLR2004  # the three fields
        value = waiting.pop(0)
        for entry in (value.entries or {}).values():
            inner, column = entry.value, file.column(entry.start)
            waiting.append(inner)
            if value.is_flow or inner.is_flow:
                continue
            if inner.items:
                found.setdefault("dash", max(file.column(inner.items[0].at) - column, 0))
            elif inner.entries:
                first = next(iter(inner.entries.values()))
                found.setdefault("mapping", max(file.column(first.start) - column, 1))
        for item in value.items or ():
            waiting.append(item)
            if not value.is_flow and file.line_start(item.at) == file.line_start(item.start):
                found.setdefault("behind_dash", max(item.start - item.at, 2))
    return Indents(**found)


def in_order(value: dict[str, Raw], shape: Shape) -> list[tuple[str, Raw, Shape]]:
    """Return the entries of a mapping as the format has them, each with its form."""
    if not isinstance(shape, type):
        each = shape.value if isinstance(shape, MapOf) else Scalar("text")
        return [(name, one, each) for name, one in value.items()]
    known = keys(shape)
    order = [name for name in known if name in value] + [
        name for name in value if name not in known
    ]
    return [
        (name, value[name], known[name].shape if name in known else Scalar("text"))
        for name in order
    ]


def key_lines(name: str, value: Raw, shape: Shape, column: int, by: Indents) -> str:
    """Return a key with its value as lines from `column`; the first is not indented."""
    start = f"{on_one_line(name, None, flow=False)}:"
    match value:
        case None:
            return start
        case str():
            return f"{start} {_text(value, shape, column + by.mapping, column)}"
        case dict() if value:
            lines = [
                key_lines(one, inner, form, column + by.mapping, by)
                for one, inner, form in in_order(value, shape)
            ]
            return "\n".join([start, *(" " * (column + by.mapping) + line for line in lines)])
        case list() if value:
            item = shape.item if isinstance(shape, ListOf) else Scalar("text")
            flow = in_brackets(value, shape)
            if all(isinstance(one, str) for one in value) and column + len(flow) < _WIDEST:
                return f"{start} {flow}"
            dash = column + by.dash
            entries = [" " * dash + entry_lines(one, item, dash, by) for one in value]
            return "\n".join([start, *entries])
        case _:
            return f"{start} {in_brackets(value, shape)}"


def entry_lines(value: Raw, shape: Shape, column: int, by: Indents) -> str:
    """Return an entry of a list as lines, its dash at `column`; the first is not indented."""
    dash = "-" + " " * (by.behind_dash - 1)
    inner = column + by.behind_dash
    if isinstance(value, str):
        return dash + _text(value, shape, inner, column)
    if isinstance(value, dict) and value:
        lines = [key_lines(one, two, form, inner, by) for one, two, form in in_order(value, shape)]
        return dash + ("\n" + " " * inner).join(lines)
    return dash + in_brackets(value, shape)


def in_brackets(value: Raw, shape: Shape) -> str:
    """Return a value on one line, as it stands between brackets."""
    match value:
        case str():
            return on_one_line(value, shape, flow=True)
        case list():
            item = shape.item if isinstance(shape, ListOf) else Scalar("text")
            return "[" + ", ".join(in_brackets(one, item) for one in value) + "]"
        case dict():
            entries = (
                f"{on_one_line(name, None, flow=True)}: {in_brackets(one, form)}"
                for name, one, form in in_order(value, shape)
            )
            return "{" + ", ".join(entries) + "}"
        case _:
            return '""'


def is_short(value: Raw) -> bool:
    """Whether a value holds no text of several lines."""
    match value:
        case str():
            return "\n" not in value
        case list():
            return all(map(is_short, value))
        case dict():
            return all(map(is_short, value.values()))
        case _:
            return True


def _text(value: str, shape: Shape, indent: int, around: int) -> str:
    is_prose = isinstance(shape, Scalar) and shape.kind == "prose"
    if fits_a_block(value) and ("\n" in value or (is_prose and len(value) > _LONG)):
        return block(value, indent, head_of(value, indent, around))
    return on_one_line(value, shape, flow=False)


def fits_a_block(value: str) -> bool:
    """Whether a text may stand below a | as it is."""
    return can_stand(value.replace("\n", "").replace("\t", "")) and not value[:1].isspace()
