"""What may stand at a place: keys, choices, ids of entries, countries by their names."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from escp_docs.authoring.cursor import siblings, spot
from escp_docs.authoring.cursor_spot import CursorSpot
from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.part_words import question_for
from escp_docs.model.key_forms import holds
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, keys
from escp_docs.workspace.controls import options_of
from escp_docs.workspace.state import State


class CandidateKind(StrEnum):
    """What a word is."""

    KEY = "key"
    PART = "part"
    CHOICE = "choice"
    ENTRY = "entry"


class Candidate(Struct, frozen=True):
    """A word that may stand at a place.

    Attributes:
        word: What is written.
        label: What is shown; a country by its name.
        kind: What it is.
        holds: How it is written, or what it stands for.
        about: What it states, with the question that it answers.
    """

    word: str
    label: str
    kind: CandidateKind
    holds: str = ""
    about: str = ""


def candidates(
    state: State, lines: Sequence[str], line: int, column: int
) -> tuple[tuple[Candidate, ...], str]:
    """Return what may stand at a place of a file, and what of the word stands there already.

    Args:
        state: The spec.
        lines: The text of the file.
        line: The line, from 0.
        column: The characters before the place.
    """
    found = spot(lines, line, column)
    if found is None:
        return (), ""
    if found.is_value:
        return tuple(_values(state, found)), found.begun
    there = siblings(lines, line, column)
    return tuple(one for one in _keys(state, found) if one.word not in there), found.begun


def _keys(state: State, found: CursorSpot) -> Iterator[Candidate]:
    match found.shape:
        case type() as part:
            yield from (_key(one) for one in keys(part).values())
        case MapOf(refers=refers):
            wanted = Scalar("id", refers=refers)
            for option in options_of(wanted, state, ""):
                yield Candidate(option.value, option.value, CandidateKind.ENTRY, option.label)
        case _:
            return


def _key(key: Key) -> Candidate:
    is_part = _has_keys(key.shape)
    question = question_for(ENGLISH_KEYS, key.part, key.name)
    kind = CandidateKind.PART if is_part else CandidateKind.KEY
    return Candidate(key.name, key.name, kind, holds(key.shape), f"{key.description}\n\n{question}")


def _has_keys(shape: Shape) -> bool:
    match shape:
        case ListOf() | MapOf():
            return True
        case _:
            return isinstance(shape, type)


def _values(state: State, found: CursorSpot) -> Iterator[Candidate]:
    shape = found.value_shape
    if shape is None:
        return
    item = shape.item if isinstance(shape, ListOf) else shape
    is_entry = isinstance(item, Scalar) and bool(item.refers)
    kind = CandidateKind.ENTRY if is_entry else CandidateKind.CHOICE
    for one in options_of(shape, state, found.key):
        is_country = isinstance(item, Scalar) and item.kind == "country"
        label = one.label if is_country or is_entry else one.value
        yield Candidate(one.value, label, kind, one.value if is_country else one.label)
