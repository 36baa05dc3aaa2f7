"""What there is to know of the word at a place: a key, an entry that it names, a country."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.authoring.cursor import key_at
from escp_docs.authoring.cursor_spot import ENTRY, shape_of
from escp_docs.judging.manual import key_pages
from escp_docs.model.schema import ListOf, Scalar, join
from escp_docs.pattern import pattern
from escp_docs.workspace.controls import options_of
from escp_docs.workspace.state import State

_TOKEN: Final = pattern(r"[^\W_][\w.-]*")
_MARKS: Final = pattern(r"[\\`*_{}\[\]()#+!<>|~&-]")


class WordAt(Struct, frozen=True):
    """A word of a line: from which column to which, each from 0."""

    word: str
    start: int
    end: int


def explained(state: State, lines: Sequence[str], line: int, column: int) -> str:
    """Return in Markdown what the word at a place is; empty if nothing is known of it."""
    steps = key_at(lines, line, column)
    if steps is None:
        return ""
    return "\n\n".join((*_value(state, lines, line, column, steps), *_key(steps)))


def _key(steps: tuple[str | int, ...]) -> Iterator[str]:
    plain = join(tuple(one for one in steps if one != ENTRY))
    page = next((one for one in key_pages(plain) if _is_whole(one.path, steps)), None)
    if page is not None:
        yield f"**{str(steps[-1]) or plain}** – {page.states}"
        yield f"{page.question}\n\n*{page.holds}*"


def _is_whole(path: str, steps: tuple[str | int, ...]) -> bool:
    """Whether a page is of just these steps, and not of a key that ends like them."""
    return len(path.split(".")) == len([one for one in steps if one != ENTRY])


def _value(
    state: State, lines: Sequence[str], line: int, column: int, steps: tuple[str | int, ...]
) -> Iterator[str]:
    """Yield what a value stands for: the entry that it names, the country of a code."""
    token = token_at(lines, line, column)
    shape = shape_of(steps)
    item = shape.item if isinstance(shape, ListOf) else shape
    if token is None or not isinstance(item, Scalar):
        return
    for one in options_of(item, state, str(steps[-1])):
        if one.value == token.word and one.label != one.value:
            yield f"`{one.value}` – {_as_text(one.label.removeprefix(f'{one.value} – '))}"


def _as_text(words: str) -> str:
    """Return the words of somebody as Markdown that is text and nothing else."""
    return _MARKS.sub(r"\\\g<0>", " ".join(words.split()))


def token_at(lines: Sequence[str], line: int, column: int) -> WordAt | None:
    """Return the word at a place; None if there is none."""
    for one in _TOKEN.finditer(lines[line] if line < len(lines) else ""):
        if one.start() <= column <= one.end():
            return WordAt(one[0], one.start(), one.end())
    return None
