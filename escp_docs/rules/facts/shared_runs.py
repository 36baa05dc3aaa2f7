"""Runs of words that texts of several owners share."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.model.folding import words_of

RUN: Final = 40
"""Words in a row that two people do not write alike by chance."""

_MODULUS: Final = (1 << 61) - 1
_BASE: Final = 1_000_003


class Owned(Struct, frozen=True):
    """A text of a spec, and whose words it has.

    `spec` is the position of the spec, `owner` tells applications apart; `entity` is the legal
    entity that the text is about, None if it is about none. One entity is described alike anywhere.
    """

    spec: int
    path: str
    text: str
    owner: str
    entity: int | None = None

    def may_share(self, other: "Owned") -> bool:
        """Whether the same words in both are no wonder."""
        return self.owner == other.owner or (
            self.entity is not None and self.entity == other.entity
        )


class Shared(Struct, frozen=True):
    """A text, another with which it shares a run of words, and the run, folded."""

    one: Owned
    other: Owned
    run: str


def shared_runs(texts: Sequence[Owned]) -> Iterator[Shared]:
    """Yield each text that shares a run with one of another owner, with the first such."""
    words = [tuple(words_of(one.text).split()) for one in texts]
    first: dict[int, int] = {}
    others: dict[int, dict[tuple[str, int | None], int]] = {}
    for number, one in enumerate(texts):
        for run in set(_runs(words[number])):
            before = first.setdefault(run, number)
            if before != number:
                mine = others.setdefault(run, {_kind(texts[before]): before})
                mine.setdefault(_kind(one), number)
    for number, one in enumerate(texts):
        for start, run in enumerate(_runs(words[number])):
            there = (texts[other] for other in others.get(run, {}).values())
            found = next((other for other in there if not one.may_share(other)), None)
            if found is not None:
                yield Shared(one, found, " ".join(words[number][start : start + RUN]))
                break


def _kind(one: Owned) -> tuple[str, int | None]:
    return one.owner, one.entity


def _runs(words: Sequence[str]) -> Iterator[int]:
    """Yield a number for each run of words, in order: the same for the same words."""
    leaving = pow(_BASE, RUN, _MODULUS)
    numbers = [hash(one) % _MODULUS for one in words]
    rolling = 0
    for index, number in enumerate(numbers):
        rolling = (rolling * _BASE + number) % _MODULUS
        if index >= RUN:
            rolling = (rolling - numbers[index - RUN] * leaving) % _MODULUS
        if index >= RUN - 1:
            yield rolling
