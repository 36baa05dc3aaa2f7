"""Texts behind | and > whose lines stand farther left than the first."""

from collections.abc import Iterator
from typing import Final

from escp_docs.read.mending.breaks import Break, Lines, Mend, Workshop, head, indent, near, replaced
from escp_docs.read.mending.outside import opens_a_text

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


def comment_inside(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts without the comments that end a text though more of it follows."""
    for index in near(lines, found, back=3):
        comments = _comments_above(lines, index)
        if not comments:
            continue
        first = comments[0]
        opener = _opener(shop, lines, index)
        if opener is None:
            continue
        line = lines[first]
        yield Mend(
            replaced(lines, dict.fromkeys(comments, "")),
            first,
            indent(line),
            len(line.strip()),
            f"this comment ends the text that begins on line {opener + 1}, and more of it follows",
            f"move it above line {opener + 1}, or indent it by {indent(lines[index])} blanks "
            "if it is part of the text",
        )


def _comments_above(lines: Lines, index: int) -> list[int]:
    """Return the comments right above a line that stand farther left than it."""
    column = indent(lines[index])
    found: list[int] = []
    for at in range(index - 1, -1, -1):
        line = lines[at]
        if not line.strip():
            continue
        if not line.lstrip().startswith("#") or indent(line) >= column:
            break
        found.insert(0, at)
    return found


def _opener(shop: Workshop, lines: Lines, index: int) -> int | None:
    """Return the line above that begins the text which a line is part of, as `key: |`."""
    for at in range(index - 1, max(-1, index - _BACK), -1):
        if opens_a_text(lines[at]):
            return at if head(lines[at]).dashes < indent(lines[index]) else None
        if lines[at].lstrip().startswith("#") and indent(lines[at]) <= indent(lines[index]):
            continue
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
