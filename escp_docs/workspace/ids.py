"""Entries by their ids: where one is declared, where it is named, and the id changed everywhere."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.edit.changes import ChangedFile, SetValue, SpecChange
from escp_docs.errors import ArgumentError, Fault, RefusedEditError, UnreadableError
from escp_docs.finding import Place
from escp_docs.model.scalar import LONGEST_ID, is_id
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, join, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import located, parse_key
from escp_docs.pattern import pattern
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.state import State

_PARTNER: Final = "partner"
# Nothing that means something else to YAML, whatever stands around it.
_NAME: Final = pattern(r"[^\W\d_](?:[\w.-]| (?! ))*(?<! )")
_ENDS: Final = pattern("\r\n|\n|\r")


class IdPlace(Struct, frozen=True):
    """A place at which an id stands: what it is the id of, and whether it is declared there.

    Of an entry without an id it is the name, and the place where it is declared says `is_name`.
    """

    what: tuple[str, ...]
    word: str
    place: Place
    declares: bool
    is_name: bool = False


class Replacement(Struct, frozen=True):
    """Characters of a line to be replaced; line and columns count from 0."""

    file: str
    line: int
    start: int
    end: int
    text: str


def id_at(state: State, file: str, line: int, column: int) -> IdPlace | None:
    """Return the id that stands at a place of a file, line and column from 0; None if none does."""
    for one in id_places(state):
        place = one.place
        if (place.file, place.line) == (file, line + 1):
            found = _standing(state, one)
            if found is not None and found.start <= column <= found.end:
                return one
    return None


def same_id(state: State, wanted: IdPlace) -> tuple[IdPlace, ...]:
    """Return every place at which the same entry is named, that where it is declared first."""
    found = (
        one
        for one in id_places(state)
        if one.word == wanted.word and set(one.what) & set(wanted.what)
    )
    return tuple(sorted(found, key=lambda one: not one.declares))


def renamed(state: State, wanted: IdPlace, new: str) -> tuple[Replacement, ...]:
    """Return what makes an id another one everywhere; nothing else of a file is touched.

    Raises:
        ArgumentError: the new one cannot be an id, or another entry has it.
        UnreadableError: the spec cannot be read.
        RefusedEditError: it stands somewhere in a way that cannot be changed by itself.
    """
    if state.spec is None:
        raise UnreadableError(state.result.faults)
    if new == wanted.word:
        return ()
    every = tuple(id_places(state))
    _fits(new, is_name=any(one.is_name for one in same_id(state, wanted)))
    if any(one.declares and one.word == new and set(one.what) & set(wanted.what) for one in every):
        raise ArgumentError(f"there is an entry {new!r} already")
    places = same_id(state, wanted)
    if not any(one.declares for one in places):
        raise ArgumentError(f"{wanted.word!r} is declared nowhere")
    found: list[Replacement] = []
    faults: list[Fault] = []
    for one in places:
        standing = _standing(state, one)
        if standing is None:
            fact = f"{one.word!r} does not stand here by itself"
            faults.append(
                Fault(fact, "write it out, without an anchor, a tag or an escape", one.place)
            )
        else:
            found.append(replace(standing, text=new))
    if faults:
        raise RefusedEditError(tuple(dict.fromkeys(faults)))
    return tuple(dict.fromkeys(found))


def _fits(new: str, *, is_name: bool) -> None:
    """Refuse what cannot be an id, or the name of an entry that has no id."""
    if is_name:
        if not _NAME.fullmatch(new):
            fact = f"{new!r} cannot be a name: a letter, then letters, digits, blanks, . _ -"
            raise ArgumentError(fact)
    elif len(new) > LONGEST_ID:
        raise ArgumentError(f"{new!r} has {len(new)} characters, and an id {LONGEST_ID} at most")
    elif not is_id(new):
        raise ArgumentError(f"{new!r} cannot be an id: a letter, then letters, digits, . _ -")


def renaming(state: State, wanted: IdPlace, new: str) -> tuple[ChangedFile, ...]:
    """Return the files in which an id is another one everywhere; see `renamed`."""
    found = renamed(state, wanted, new)
    return tuple(
        ChangedFile(file, text, replaced(text, [one for one in found if one.file == file]))
        for file, text in state.texts.items()
        if any(one.file == file for one in found)
    )


def renamed_id(state: State, change: SpecChange) -> tuple[ChangedFile, ...]:
    """Return the files with another id everywhere, if a change states one; else nothing.

    Whoever gives an entry another id means the entry wherever it is named.
    """
    if state.spec is None or not isinstance(change, SetValue) or not isinstance(change.value, str):
        return ()
    steps = located(parse_key(change.key), state.spec.spec)
    if steps is None:
        return ()
    place = state.spec.places.of(join(steps))
    wanted = next((one for one in id_places(state) if one.declares and one.place == place), None)
    try:
        return () if wanted is None else renaming(state, wanted, change.value)
    except (ArgumentError, RefusedEditError):
        return ()  # the change itself says why it cannot be


def replaced(text: str, some: Sequence[Replacement]) -> str:
    """Return a text with characters replaced, line ends and all else as they are."""
    ends = [0, *(one.end() for one in _ENDS.finditer(text))]
    for one in sorted(some, key=lambda one: (one.line, one.start), reverse=True):
        start, end = ends[one.line] + one.start, ends[one.line] + one.end
        text = text[:start] + one.text + text[end:]
    return text


def id_places(state: State) -> Iterator[IdPlace]:
    """Yield every place at which an id stands; none of a spec that cannot be read."""
    if state.spec is not None:
        yield from _places(state, Spec, state.value, ())


def _places(
    state: State, shape: Shape, value: Raw, steps: tuple[str | int, ...]
) -> Iterator[IdPlace]:
    match shape:
        case Scalar() if isinstance(value, str) and (shape.declares or shape.refers):
            assert state.spec is not None
            what = (shape.declares,) if shape.declares else shape.refers
            place = state.spec.places.of(join(steps))
            is_name = bool(shape.declares) and shape.kind == "text"
            yield IdPlace(what, value.strip(), place, bool(shape.declares), is_name)
        case Scalar() if isinstance(value, str) and _may_name_a_partner(steps):
            assert state.spec is not None
            yield IdPlace(
                (_PARTNER,), value.strip(), state.spec.places.of(join(steps)), declares=False
            )
        case ListOf(item=item) if isinstance(value, list):
            for index, one in enumerate(value):
                yield from _places(state, item, one, (*steps, index))
        case MapOf(refers=refers, value=inner) if isinstance(value, dict):
            for name, one in value.items():
                yield from _of_key(state, refers, (*steps, name))
                yield from _places(state, inner, one, (*steps, name))
        case type() if isinstance(value, dict):
            for name, key in keys(shape).items():
                if name in value:
                    yield from _places(state, key.shape, value[name], (*steps, name))
        case _:
            return


def _may_name_a_partner(steps: tuple[str | int, ...]) -> bool:
    """Whether a partner is named there by its id, or somebody else by a name."""
    names = tuple(one for one in steps if isinstance(one, str))
    return names[-1:] == ("controlled_by",) or names == ("agreement", "wording", "by")


def _of_key(
    state: State, refers: tuple[str, ...], steps: tuple[str | int, ...]
) -> Iterator[IdPlace]:
    """Yield the key of a mapping by ids."""
    assert state.spec is not None
    place = state.spec.places.key(join(steps))
    if place is not None and refers:
        yield IdPlace(refers, str(steps[-1]), place, declares=False)


def standing_at(text: str, place: Place, word: str) -> Replacement | None:
    """Return the characters of a word that stands by itself at a place, in quotes or without."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    start = place.column - 1
    start += line[start : start + 1] in ("'", '"')
    end = start + len(word)
    is_whole = line.startswith(word, start) and not re.match(r"[\w-]", line[end:])
    return Replacement(place.file, place.line - 1, start, end, word) if is_whole else None


def _standing(state: State, one: IdPlace) -> Replacement | None:
    return standing_at(state.texts.get(one.place.file, ""), one.place, one.word)
