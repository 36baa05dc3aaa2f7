"""Texts that say of themselves that they are not written yet: absent facts whose words are kept."""

from typing import Final

from escp_docs.model.base import SpecModel
from escp_docs.model.not_written import NONE, capital_word, is_not_written, says_none
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, join, keys
from escp_docs.read.plain_values import Raw, RawSpec, Steps

_WHOLE: Final = frozenset({"name", "title", "legal_name", "short_name"})
"""Keys of names and titles, which say it only if they say nothing else."""

_NEVER: Final = frozenset({"acronym", "wording"})
_LONGEST: Final = 60  # characters of a text that a remark shows
_FIX: Final = "write the fact, or delete the key; documents show a question here"


def mark(raw: RawSpec, part: type[SpecModel]) -> None:
    """Take each such text for absent, remember its words and remark on it."""
    _part(raw, raw.value, (), part)


def attach(raw: RawSpec, model: SpecModel) -> None:
    """Give each part of the model the words that stand for its absent facts."""
    for steps, words in raw.unwritten.items():
        found: object = model
        for step in steps[:-1]:
            found = _inner(found, step)
        if isinstance(found, SpecModel):
            found.note_unwritten(str(steps[-1]), words)


def _inner(value: object, step: str | int) -> object:
    if isinstance(value, SpecModel):
        key = keys(type(value)).get(str(step))
        return getattr(value, key.attribute) if key else None
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return value.get(step) if isinstance(value, dict) else None


def _part(raw: RawSpec, value: dict[str, Raw], steps: Steps, part: type[SpecModel]) -> None:
    for name, key in keys(part).items():
        is_needed = key.required and isinstance(key.shape, Scalar)
        if name in value and name not in _NEVER and not is_needed:
            value[name] = _marked(raw, value[name], (*steps, name), key.shape)


def _marked(raw: RawSpec, value: Raw, steps: Steps, shape: Shape) -> Raw:
    match value, shape:
        case dict(), type():
            _part(raw, value, steps, shape)
        case dict(), MapOf():
            for name, inner in value.items():
                value[name] = _marked(raw, inner, (*steps, name), shape.value)
        case list(), ListOf(item=Scalar() as item):
            return _list(raw, value, steps, item)
        case list(), ListOf():
            for index, inner in enumerate(value):
                value[index] = _marked(raw, inner, (*steps, index), shape.item)
        case str(), Scalar():
            return _scalar(raw, value, steps, shape)
        case _:
            pass
    return value


def _scalar(raw: RawSpec, text: str, steps: Steps, shape: Scalar) -> Raw:
    if _stays(shape):
        return text
    if says_none(text) and (shape.may_be_none or NONE in shape.options):
        return NONE
    is_words = shape.kind in ("text", "prose")
    is_name = not is_words or steps[-1] in _WHOLE
    if is_not_written(text, whole=is_name):
        raw.unwritten[steps] = text.strip()
        raw.remark(steps, f"{_shown(text)} says that this is not written yet: read as absent", _FIX)
        return None
    word = capital_word(text) if is_words else None
    if word:
        raw.remark(
            steps, f"{word} stands in this text, which is printed as it is", "finish the text"
        )
    elif is_words and text.lstrip()[:11].casefold() == "lorem ipsum":
        raw.remark(steps, f"{_shown(text)} is a filler, and printed as it is", "write the text")
    return text


def _list(raw: RawSpec, items: list[Raw], steps: Steps, item: Scalar) -> Raw:
    """Return the entries that are written; None if there are some, and none is written."""
    kept: list[Raw] = []
    for index, one in enumerate(items):
        written = _scalar(raw, one, (*steps, index), item) if isinstance(one, str) else one
        if raw.unwritten.pop((*steps, index), None) is None:
            kept.append(written)
    if len(kept) == len(items):
        return kept
    if not kept:
        raw.unwritten[steps] = ", ".join(str(one) for one in items)
        return None
    _close_up(raw, items, steps, {index for index, one in enumerate(items) if one not in kept})
    return kept


def _close_up(raw: RawSpec, items: list[Raw], steps: Steps, gone: set[int]) -> None:
    """Let the places of the entries that stay follow each other."""
    places = [raw.places[join((*steps, index))] for index in range(len(items)) if index not in gone]
    for index in range(len(items)):
        raw.places.pop(join((*steps, index)), None)
    for index, place in enumerate(places):
        raw.places[join((*steps, index))] = place


def _stays(shape: Scalar) -> bool:
    """Whether a text is never taken for absent: an id, or what names one."""
    return shape.kind == "id" or bool(shape.refers)


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= _LONGEST else flat[:_LONGEST] + "...")
