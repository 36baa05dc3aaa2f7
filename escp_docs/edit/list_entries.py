"""Entries put into a list, taken out of it, and moved within it."""

from collections.abc import Iterator

from msgspec.structs import replace

from escp_docs.edit.entries import entry_lines, in_brackets, indents, is_short
from escp_docs.edit.splices import Splice, out_of_brackets, spliced, whole_lines
from escp_docs.edit.spots import Spot
from escp_docs.edit.written import FileText, Written
from escp_docs.model.schema import ListOf, Scalar
from escp_docs.read.plain_values import Raw


def entry_added(around: Spot, index: int, value: Raw) -> Iterator[str]:
    """Yield the texts of a file in which a list has a further entry, written as the others are.

    Args:
        around: Where the list stands.
        index: The position of the new entry, from 0 to the length of the list.
        value: The entry.
    """
    file, found = around.file, around.value
    assert found is not None
    items = found.items or []
    item = around.shape.item if isinstance(around.shape, ListOf) else Scalar("text")
    if found.is_flow:
        if not items and not around.in_flow and around.entry and not isinstance(value, str):
            yield _unfolded(around, value)
        yield _in_flow(file, found, index, in_brackets(value, item))
        return
    column = file.column(items[0].at)
    by = indents(file)
    if file.line_start(items[0].at) == file.line_start(items[0].start):
        by = replace(by, behind_dash=max(items[0].start - items[0].at, 2))
    lines = entry_lines(value, item, column, by)
    if all(one.is_flow for one in items) and is_short(value) and not isinstance(value, str):
        lines = "-" + " " * (by.behind_dash - 1) + in_brackets(value, item)
    if index == 0:
        at = items[0].at
        yield spliced(file, [Splice(at, at, f"{lines}\n{' ' * column}")])
        return
    before = items[index - 1]
    at = file.line_end(_last(file, before))
    gap = "\n" if _is_airy(file, items) else ""
    yield spliced(file, [Splice(at, at, f"{gap}\n{' ' * column}{lines}")])
    if before.end > at:
        yield spliced(file, [Splice(before.end, before.end, f"{' ' * column}{lines}\n")])


def _is_airy(file: FileText, items: list[Written]) -> bool:
    """Whether blank lines part the entries of a list."""
    starts = [file.line_start(one.at) for one in items[1:]]
    return bool(starts) and all(file.flat[max(at - 2, 0) : at] == "\n\n" for at in starts)


def _in_flow(file: FileText, found: Written, index: int, new: str) -> str:
    items = found.items or []
    if not items:
        return spliced(file, [Splice(found.end - 1, found.end - 1, new)])
    if index < len(items):
        at = items[index].start
        return spliced(file, [Splice(at, at, f"{new}, ")])
    return spliced(file, [Splice(items[-1].end, items[-1].end, f", {new}")])


def _unfolded(around: Spot, value: Raw) -> str:
    """Return a file in which the first entry of `[]` stands below its key."""
    file, found = around.file, around.value
    assert found is not None
    assert around.entry is not None
    assert isinstance(around.shape, ListOf)
    by = indents(file)
    column = file.column(around.entry.start) + by.dash
    end = file.line_end(found.end)
    lines = entry_lines(value, around.shape.item, column, by)
    new = f"{file.source(found.end, end)}\n{' ' * column}{lines}"
    return spliced(file, [Splice(around.entry.colon, end, new)])


def entry_removed(around: Spot, index: int) -> Iterator[str]:
    """Yield the texts of a file in which a list lacks an entry; it has others beside it."""
    file, found = around.file, around.value
    assert found is not None
    items = found.items or []
    if found.is_flow:
        spans = [(one.start, one.end) for one in items]
        yield spliced(file, out_of_brackets(file, spans, index))
        return
    item = items[index]
    last = _last(file, item)
    yield spliced(file, [whole_lines(file, item.at, last)])
    if item.end > last:
        yield spliced(file, [whole_lines(file, item.at, item.end)])


def entry_moved(around: Spot, index: int, to: int) -> Iterator[str]:
    """Yield the text of a file in which an entry has another position; comments above it go along.

    What stands between two entries, such as blank lines, stays where it is.
    """
    file, found = around.file, around.value
    assert found is not None
    items = found.items or []
    rooms = [_room(file, found, number) for number in range(len(items))]
    order = list(range(len(items)))
    order.insert(to, order.pop(index))
    texts = [file.source(*rooms[number]) for number in order]
    yield spliced(
        file,
        [
            Splice(*room, text)
            for number, room, text in zip(order, rooms, texts, strict=True)
            if rooms[number] != room
        ],
    )


def _room(file: FileText, found: Written, number: int) -> tuple[int, int]:
    """Return from where to where an entry stands, with the comments right above its dash."""
    item = (found.items or [])[number]
    if found.is_flow:
        return item.start, item.end
    start = item.at
    column = file.column(start)
    line = file.line_start(start)
    while number and line:
        above = file.line_start(line - 1)
        if not file.flat[above:line].startswith(" " * column + "#"):
            break
        line, start = above, above + column
    return start, file.line_end(_last(file, item))


def _last(file: FileText, item: Written) -> int:
    return max(file.last(item), item.at + 1)
