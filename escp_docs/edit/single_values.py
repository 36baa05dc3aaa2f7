"""Ways to write one value in the place of another; which of them reads as it should, others see."""

from collections.abc import Iterator
from typing import Final

from escp_docs.edit.block_texts import block, head_of
from escp_docs.edit.entries import fits_a_block, in_brackets, indents, key_lines
from escp_docs.edit.scalars import ways
from escp_docs.edit.splices import Splice, spliced
from escp_docs.edit.spots import Spot
from escp_docs.edit.written import FileText, Written
from escp_docs.pattern import pattern
from escp_docs.read.plain_values import Raw

_HEAD: Final = pattern(r"(.*?)([ \t]+#.*)?$")
_INDICATED: Final = pattern(r"[|>][-+]?([1-9])")


def text_written(spot: Spot, text: str) -> Iterator[str]:
    """Yield the texts of a file in which a single value is written, the likest to what was first.

    Args:
        spot: Where a single value stands, or nothing.
        text: What is to stand there, without blanks at its ends.
    """
    file, value = spot.file, spot.value
    if value is None:
        yield _whole_file(file, text)
    elif value.is_block_text:
        yield from (spliced(file, [one]) for one in _below_a_head(spot, value, text))
    else:
        yield from (spliced(file, [one]) for one in _on_a_line(spot, value, text))


def value_written(spot: Spot, name: str, value: Raw) -> Iterator[str]:
    """Yield the texts of a file in which a list or mapping stands for what was a text or nothing.

    Args:
        spot: Where it stands.
        name: Its key; it counts for nothing in a list.
        value: A list or mapping.
    """
    file, old = spot.file, spot.value
    assert old is not None
    short = in_brackets(value, spot.shape)
    if spot.in_flow or spot.entry is None:
        yield spliced(file, [Splice(old.start, old.end, _apart(file, old) + short)])
        return
    column = file.column(spot.entry.start)
    lines = key_lines(name, value, spot.shape, column, indents(file))
    first, _, rest = lines.partition("\n")
    first = first[first.index(":") + 1 :]
    last = old.end if old.is_flow else max(file.last(old), spot.entry.colon)
    behind = file.source(last, file.line_end(last))
    new = first + behind + ("\n" + rest if rest else "")
    yield spliced(file, [Splice(spot.entry.colon, file.line_end(last), new)])


def _whole_file(file: FileText, text: str) -> str:
    """Return the text of a file of prose: its line ends and its end stay as they were."""
    ends = not file.text or file.text.endswith(("\n", "\r"))
    return text.replace("\n", file.line_ending()) + (file.line_ending() if ends else "")


def _below_a_head(spot: Spot, value: Written, text: str) -> Iterator[Splice]:
    file = spot.file
    start = file.line_end(value.start)
    head, comment = _HEAD.fullmatch(file.source(value.start, start)).groups("")  # type: ignore[union-attr]
    last = max(file.last(value), start)
    tail = file.source(last, value.end)
    lines = file.source(min(start + 1, last), last).split("\n")
    indent = _indent(spot, head, lines)
    if fits_a_block(text):
        yield Splice(value.start, value.end, block(text, indent, head + comment, lines) + tail)
        if value.style == ">":
            literal = head.replace(">", "|", 1) + comment
            yield Splice(value.start, value.end, block(text, indent, literal, lines) + tail)
        at_most = "|" + comment if not value.anchor else f"&{value.anchor} |{comment}"
        yield Splice(value.start, value.end, block(text, indent, at_most) + tail)
    for way in ways(text, spot.shape, "", flow=False):
        yield Splice(value.start, value.end, _anchored(value) + way + comment + tail)


def _indent(spot: Spot, head: str, lines: list[str]) -> int:
    """Return how far the lines below a head are indented; if there are none, as others are."""
    around = _around(spot)
    if said := _INDICATED.search(head):
        return around + int(said[1])
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        return around + indents(spot.file).mapping
    return len(first) - len(first.lstrip(" "))


def _around(spot: Spot) -> int:
    """Return the column of the mapping or list around a value."""
    assert spot.value is not None
    return spot.file.column(spot.entry.start if spot.entry else spot.value.at)


def _on_a_line(spot: Spot, value: Written, text: str) -> Iterator[Splice]:
    file = spot.file
    apart = _apart(file, value)
    if not spot.in_flow and "\n" in text and fits_a_block(text):
        around = _around(spot)
        indent = around + indents(file).mapping
        end = file.line_end(value.end)
        head = head_of(text, indent, around) + file.source(value.end, end)
        if (behind := _behind_the_key(spot, value)) is not None and spot.entry:
            lines = block(text, indent, _anchored(value) + head + behind)
            yield Splice(spot.entry.colon, end, f" {lines}")
        yield Splice(value.start, end, apart + _anchored(value) + block(text, indent, head))
    for way in ways(text, spot.shape, value.style, flow=spot.in_flow):
        yield Splice(value.start, value.end, apart + _anchored(value) + way)


def _behind_the_key(spot: Spot, value: Written) -> str | None:
    """Return the comment of a key whose value begins on the next line; None if it does not so.

    None, too, if there is another comment before the value or behind it.
    """
    file = spot.file
    if spot.entry is None or file.line_start(value.start) <= spot.entry.colon:
        return None
    end = file.line_end(spot.entry.colon)
    behind = file.source(spot.entry.colon, end).rstrip()
    between = file.source(end, value.start)
    own = file.source(value.end, file.line_end(value.end))
    return None if between.strip() or (behind and own.strip()) else behind


def _anchored(value: Written) -> str:
    return f"&{value.anchor} " if value.anchor else ""


def _apart(file: FileText, value: Written) -> str:
    """Return the blank that parts a value from the colon or dash right before it."""
    return " " if file.flat[max(value.start - 1, 0) : value.start] in (":", "-") else ""
