"""Inlines cut into words, each with its look, and put together again."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.prose.words import words

Look = Emphasis | Strong | Link
"""How words look: what stands around them, without what else stands in that."""


class Token(Struct, frozen=True):
    """A word, a sign, a blank, or whatever else stands in a line; `looks` from without."""

    atom: Inline
    looks: tuple[Look, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank."""
        return isinstance(self.atom, Text) and self.atom.text.isspace()


def tokens(children: Sequence[Inline], looks: tuple[Look, ...] = ()) -> list[Token]:
    """Return inlines cut into words; what is tracked in them counts as it stands there."""
    return list(_tokens(children, looks))


def _tokens(children: Sequence[Inline], looks: tuple[Look, ...]) -> Iterator[Token]:
    for inline in children:
        match inline:
            case Text() | Field():
                yield from (Token(Text(word), looks) for word in words(inline.text))
            case Emphasis() | Strong() | Link():
                look = replace(inline, children=())
                inner = looks if look in looks else (*looks, look)
                yield from _tokens(inline.children, inner)
            case Inserted() | Deleted():
                yield from _tokens(inline.children, looks)
            case Footnote():
                yield Token(replace(inline, children=rebuilt(tokens(inline.children))), looks)
            case Placeholder():
                yield Token(replace(inline, path="", question="", ask=""), looks)
            case AnswerField():
                yield Token(AnswerField("", inline.text, inline.label), looks)
            case Checkbox():
                yield Token(replace(inline, path="", value=""), looks)
            case Reference() | Elsewhere() | LineBreak():
                yield Token(inline, looks)
            case _:
                assert_never(inline)


def rebuilt(found: Sequence[Token]) -> tuple[Inline, ...]:
    """Return the inlines that tokens are, words of one look together."""
    return tuple(_rebuilt(found, 0))


def _rebuilt(found: Sequence[Token], depth: int) -> Iterator[Inline]:
    for look, group in groupby(
        found, lambda one: one.looks[depth] if depth < len(one.looks) else None
    ):
        inner = list(group)
        if look is not None:
            yield replace(look, children=tuple(_rebuilt(inner, depth + 1)))
        else:
            yield from _joined(inner)


def _joined(found: Sequence[Token]) -> Iterator[Inline]:
    for is_text, group in groupby((one.atom for one in found), lambda one: isinstance(one, Text)):
        if is_text:
            yield Text("".join(one.text for one in group if isinstance(one, Text)))
        else:
            yield from group
