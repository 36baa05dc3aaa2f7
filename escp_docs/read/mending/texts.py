"""Texts behind | and > whose lines stand farther left than the first."""

from collections.abc import Iterator
from typing import Final

from escp_docs.read.mending.breaks import Break, Lines, Mend, Workshop, head, indent, near, replaced
from escp_docs.read.mending.indents import opens_a_text

_BACK: Final = 300  # lines above a break in which the text may begin


def uneven(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which the first lines of a text stand as far left as its others."""
    seen: set[int] = set()
    for index in near(lines, found, back=4):
        opener = _opener(shop, lines, index)
        if opener is None or opener in seen:
            continue
        seen.add(opener)
        text = list(_text(shop, lines, opener))
        first = indent(lines[text[0]]) if text else 0
        left = next((at for at in text if indent(lines[at]) < first), None)
        if left is None:
            continue
        level = min(indent(lines[at]) for at in text)
        before = [at for at in text if at < left]
        yield Mend(
            replaced(lines, {at: lines[at][first - level :] for at in before}),
            left,
            indent(lines[left]),
            len(lines[left].strip()),
            f"this line begins farther left than line {text[0] + 1}, the first of its text",
            f"begin both at one column: indent line {left + 1} by {first} blanks, "
            f"or line {text[0] + 1} by {level}",
        )


def _opener(shop: Workshop, lines: Lines, index: int) -> int | None:
    """Return the line above that begins the text which a line is part of, as `key: |`."""
    for at in range(index - 1, max(-1, index - _BACK), -1):
        if opens_a_text(lines[at]):
            return at if head(lines[at]).dashes < indent(lines[index]) else None
        if lines[at].strip() and (not indent(lines[at]) or head(lines[at]).key in shop.names):
            return None
    return None


def _text(shop: Workshop, lines: Lines, opener: int) -> Iterator[int]:
    """Yield the lines of a text that are not blank."""
    column = head(lines[opener]).dashes
    for at in range(opener + 1, len(lines)):
        if lines[at].strip():
            if indent(lines[at]) <= column or _is_key(shop, lines[at]):
                return
            yield at


def _is_key(shop: Workshop, line: str) -> bool:
    return head(line).key in shop.names
