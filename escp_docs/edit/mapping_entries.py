"""Keys put into a mapping, where the format has them, and taken out of it."""

from collections.abc import Iterator

from escp_docs.edit.entries import in_brackets, indents, key_lines
from escp_docs.edit.scalars import on_one_line
from escp_docs.edit.splices import Splice, end_of, out_of_brackets, spliced, whole_lines
from escp_docs.edit.spots import Spot
from escp_docs.edit.written import FileText, Keyed
from escp_docs.model.schema import MapOf, Scalar, Shape, keys
from escp_docs.read.plain_values import Raw


def key_added(around: Spot, name: str, value: Raw) -> Iterator[str]:
    """Yield the texts of a file in which a mapping has a further key, in the order of the format.

    Args:
        around: Where the mapping stands; it may be the whole of a file, and nothing yet.
        name: The key.
        value: Its value.
    """
    file, mapping = around.file, around.value
    shape = _inner(around.shape, name)
    if mapping is None or not mapping.entries:
        yield from _first_key(around, name, value, shape)
        return
    before, first = _before(around, name)
    if mapping.is_flow:
        pair = f"{on_one_line(name, None, flow=True)}: {in_brackets(value, shape)}"
        at = first.start if before is None else end_of(before.value, before.colon)
        yield spliced(file, [Splice(at, at, f"{pair}, " if before is None else f", {pair}")])
        return
    column = file.column(first.start)
    lines = key_lines(name, value, shape, column, indents(file))
    margin = " " * column
    if before is None:
        yield spliced(file, [Splice(first.start, first.start, f"{lines}\n{margin}")])
        return
    last = max(file.last(before.value), before.colon)
    at = file.line_end(last)
    gap = "\n" if around.shape_is_whole and _is_airy(file, mapping.entries) else ""
    yield spliced(file, [Splice(at, at, f"{gap}\n{margin}{lines}")])
    end = before.value.end
    if before.value.is_block_text or end > at:
        yield spliced(file, [Splice(end, end, f"{margin}{lines}\n")])


def _first_key(around: Spot, name: str, value: Raw, shape: Shape) -> Iterator[str]:
    file, mapping = around.file, around.value
    if mapping is not None and mapping.is_flow:
        pair = f"{on_one_line(name, None, flow=True)}: {in_brackets(value, shape)}"
        yield spliced(file, [Splice(mapping.end - 1, mapping.end - 1, pair)])
        return
    end = len(file.flat)
    apart = "" if not end or file.flat.endswith("\n") else "\n"
    lines = key_lines(name, value, shape, 0, indents(file))
    yield spliced(file, [Splice(end, end, f"{apart}{lines}\n")])


def _before(around: Spot, name: str) -> tuple[Keyed | None, Keyed]:
    """Return the entry behind which a key belongs, None if it is to be the first; and the first."""
    assert around.value is not None
    entries = around.value.entries or {}
    first = next(iter(entries.values()))
    if not isinstance(around.shape, type):
        return list(entries.values())[-1], first
    order = {one: index for index, one in enumerate(keys(around.shape))}
    own = order.get(name, len(order))
    ahead = [entry for one, entry in entries.items() if order.get(one, -1) < own]
    return (ahead[-1] if ahead else None), first


def _is_airy(file: FileText, entries: dict[str, Keyed]) -> bool:
    """Whether blank lines part the entries of a mapping."""
    starts = [entry.start for entry in entries.values()][1:]
    return any(file.flat[max(at - 2, 0) : at] == "\n\n" for at in starts)


def _inner(shape: Shape, name: str) -> Shape:
    if isinstance(shape, type):
        key = keys(shape).get(name)
        return key.shape if key else Scalar("text")
    return shape.value if isinstance(shape, MapOf) else Scalar("text")


def key_removed(around: Spot, name: str) -> Iterator[str]:
    """Yield the texts of a file in which a mapping lacks a key; it has others beside it."""
    file, mapping = around.file, around.value
    assert mapping is not None
    entries = list((mapping.entries or {}).values())
    entry = (mapping.entries or {})[name]
    index = entries.index(entry)
    if mapping.is_flow:
        spans = [(one.start, end_of(one.value, one.colon)) for one in entries]
        yield spliced(file, out_of_brackets(file, spans, index))
        return
    start = entry.start
    if index == 0 and len(entries) > 1 and file.flat[file.line_start(start) : start].strip():
        yield spliced(file, [Splice(start, entries[1].start)])  # it shares its line with a dash
        return
    last = max(file.last(entry.value), entry.colon)
    yield spliced(file, [whole_lines(file, start, last)])
    if entry.value.end > last:
        yield spliced(file, [whole_lines(file, start, entry.value.end)])
