"""Quotes that are opened and never closed."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.mending.breaks import Break, Lines, Mend, Workshop, replaced

_BACK: Final = 5_000  # lines above a break in which the quote may have been opened
_NEAR: Final = 60  # lines in which it may have been, wherever the library says that it began
_OPENING: Final = pattern(r"""(?:^\s*(?:- +)*|[:,\[{]\s*|-\s+)(?P<quote>["'])""")
_CURLY: Final = {
    "\u201d": "\u201c\u201e\u201d",
    "\u201c": "\u201e\u201c",
    "\u2019": "\u2018\u201a\u2019",
}
_NEXT_ENTRY: Final = pattern(r"""\s*(?:,\s*[\w.-]+\s*:|[}\]]+\s*(?:,|$))""")


def unclosed(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a quote that nothing closes in its line is closed."""
    del shop
    first = max(0, min(found.start[0], found.line - _NEAR), found.line - _BACK)
    for index in range(first, found.line + 1):
        line = lines[index]
        at = _open_at(line)
        if at is None:
            continue
        quote = line[at]
        for end in _ends(line, at):
            if other := _other_closer(line[at + 1 : end]):
                closed = f"{line[: end - 1]}{quote}{line[end:]}"
                yield Mend(
                    replaced(lines, {index: closed}),
                    index,
                    at,
                    1,
                    f"the straight quote {quote} that opens here is not closed by {other}",
                    f"close it by a straight one: `{closed[at:end]}`",
                )
            closed = f"{line[:end]}{quote}{line[end:]}"
            yield Mend(
                replaced(lines, {index: closed}),
                index,
                at,
                1,
                f"the quote {quote} that opens here is never closed",
                f"close it: `{closed[at : end + 1]}`"
                + (", or put the text in double quotes" if quote == "'" else ""),
                floor=(index, at) if "end of stream" in found.problem else None,
            )


def _other_closer(text: str) -> str:
    """Return the curly quote at the end of a text that opens none, empty if there is none."""
    last = text[-1:]
    return last if last in _CURLY and not any(one in text[:-1] for one in _CURLY[last]) else ""


def _open_at(line: str) -> int | None:
    """Return where the quote stands that a line opens and does not close."""
    at = 0
    while True:
        opening = _OPENING.search(line, at)
        if opening is None:
            return None
        start = opening.start("quote")
        end = _closing(line, start)
        if end is None:
            return start
        at = end + 1


def _closing(line: str, start: int) -> int | None:
    quote, at = line[start], start + 1
    while at < len(line):
        if quote == '"' and line[at] == "\\":
            at += 1
        elif line[at] == quote:
            if quote == "'" and line[at + 1 : at + 2] == "'":
                at += 1
            else:
                return at
        at += 1
    return None


def _ends(line: str, start: int) -> Iterator[int]:
    """Yield where the quote may be meant to close: at the end of the line, or of an entry."""
    for found in _NEXT_ENTRY.finditer(line, start + 1):
        yield found.start()
    yield len(line.rstrip())
