"""Texts that say of themselves that they are not written yet: absent facts whose words are kept."""

from typing import Final

from escp_docs.model.base import SpecModel
from escp_docs.model.not_written import NONE, capital_word, is_not_written, says_none
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, form_at, join, keys
from escp_docs.read.plain_values import Raw, RawSpec, Steps

_WHOLE: Final = frozenset({"name", "title", "legal_name", "short_name"})
"""Keys of names and titles, which say it only if they say nothing else."""

_NEVER: Final = frozenset({"acronym", "wording"})
_WORDS: Final = ("text", "prose")
_LONGEST: Final = 60  # characters of a text that a remark shows
_FIX: Final = "write the fact, or delete the key; documents show a question here"


def mark(raw: RawSpec, part: type[SpecModel]) -> None:
    """Take each such text for absent, remember its words and remark on it."""
    whole = dict.fromkeys(one[:-1] if isinstance(one[-1], int) else one for one in raw.doubtful)
    for steps in whole:
        around, shape = _around(raw, steps[:-1]), form_at(part, steps)
        name = str(steps[-1])
        if around is None or shape is None or _is_needed(part, steps) or _NEVER & {*steps}:
            continue
        if isinstance(shape, Scalar):
            text = around.get(name)
            around[name] = _scalar(raw, text, steps, shape) if isinstance(text, str) else text
            if around[name] is None and isinstance(form_at(part, steps[:-1]), MapOf):
                _leave_out(raw, around, steps)
        elif isinstance(shape, ListOf) and isinstance(shape.item, Scalar):
            items = around.get(name)
            if isinstance(items, list):
                around[name] = _list(raw, items, steps, shape.item)
            elif isinstance(items, str) and not says_none(items):  # one in place of a list
                around[name] = _scalar(raw, items, steps, shape.item)
        if around.get(name, "") is None and _has_default(part, steps):
            del around[name]
    _forget_hollow(raw, part)


def _forget_hollow(raw: RawSpec, part: type[SpecModel]) -> None:
    """Take a mapping of ids for absent if none of its entries has a value."""
    for steps in raw.void:
        holder = _around(raw, steps[:-2]) if len(steps) > 1 else None
        name = str(steps[-2]) if len(steps) > 1 else ""
        if holder and holder.get(name) == {} and isinstance(form_at(part, steps[:-1]), MapOf):
            holder[name] = None


def _leave_out(raw: RawSpec, around: dict[str, Raw], steps: Steps) -> None:
    """Drop an entry of a mapping of ids, which has none that says nothing.

    A mapping of nothing else is absent, as a list is.
    """
    del around[str(steps[-1])]
    raw.left_out[steps] = raw.unwritten.pop(steps)
    raw.announced.append(steps)
    whole = steps[:-1]
    holder = _around(raw, whole[:-1])
    if not around and holder is not None:
        del holder[str(whole[-1])]
        words = [raw.left_out.pop(one) for one in [*raw.left_out] if one[:-1] == whole]
        raw.unwritten[whole] = ", ".join(words)


def _around(raw: RawSpec, steps: Steps) -> dict[str, Raw] | None:
    """Return the mapping at `steps`, None if there is none."""
    found = raw.at(steps)
    return found if isinstance(found, dict) else None


def _is_needed(part: type[SpecModel], steps: Steps) -> bool:
    found = _key(part, steps)
    return found is not None and found[1].required


def _has_default(part: type[SpecModel], steps: Steps) -> bool:
    """Whether a key stands for something while it is absent."""
    found = _key(part, steps)
    return found is not None and found[1].default is not None


def _key(part: type[SpecModel], steps: Steps) -> tuple[type[SpecModel], Key] | None:
    """Return the part around `steps`, and the key there; None if they lead to no key."""
    around = form_at(part, steps[:-1]) if len(steps) > 1 else part
    key = keys(around).get(str(steps[-1])) if isinstance(around, type) else None
    return (around, key) if key is not None and isinstance(around, type) else None


def attach(raw: RawSpec, model: SpecModel) -> None:
    """Give each part of the model the words that stand for its absent facts."""
    for steps, words in raw.unwritten.items():
        if (part := _part_at(model, steps[:-1])) is not None:
            part.note_unwritten(str(steps[-1]), words)
    for steps, words in raw.left_out.items():
        if (part := _part_at(model, steps[:-2])) is not None:
            part.note_left_out(join(steps[-2:]), words)
    for steps in (*raw.void, *raw.left_out):
        part = _part_at(model, steps[:-2])
        if part is not None and isinstance(form_at(type(model), steps[:-1]), MapOf):
            part.note_open_entry(str(steps[-2]), str(steps[-1]))


def _part_at(model: SpecModel, steps: Steps) -> SpecModel | None:
    found: object = model
    for step in steps:
        found = _inner(found, step)
    return found if isinstance(found, SpecModel) else None


def _inner(value: object, step: str | int) -> object:
    if isinstance(value, SpecModel):
        key = keys(type(value)).get(str(step))
        return getattr(value, key.attribute) if key else None
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return value.get(step) if isinstance(value, dict) else None


def is_unwritten(text: str, steps: Steps, shape: Scalar) -> bool:
    """Whether a text is an absent fact where `steps` lead: it says that it is not written yet."""
    if shape.kind == "id" or shape.refers or _NEVER & {*steps} or _is_none(text, shape):
        return False
    is_name = shape.kind not in _WORDS or steps[-1] in _WHOLE
    return is_not_written(text, whole=is_name)


def _is_none(text: str, shape: Scalar) -> bool:
    """Whether a text says that there is none, where that is an answer."""
    return says_none(text) and (shape.may_be_none or NONE in shape.options)


def _scalar(raw: RawSpec, text: str, steps: Steps, shape: Scalar) -> Raw:
    if _is_none(text, shape):
        return NONE
    if is_unwritten(text, steps, shape):
        raw.unwritten[steps] = text.strip()
        raw.remark(steps, f"{_shown(text)} says that this is not written yet: read as absent", _FIX)
        return None
    is_words = shape.kind in _WORDS and not shape.refers
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
    kept: dict[int, Raw] = {}
    gone: dict[int, str] = {}
    for index, one in enumerate(items):
        written = _scalar(raw, one, (*steps, index), item) if isinstance(one, str) else one
        words = raw.unwritten.pop((*steps, index), None)
        if words is None:
            kept[index] = written
        else:
            gone[index] = words
    if gone and not kept:
        raw.unwritten[steps] = ", ".join(str(one) for one in items)
        return None
    places = [raw.places[join((*steps, index))] for index in (*kept, *gone)] if gone else []
    for index, place in enumerate(places):
        raw.places[join((*steps, index))] = place
    for index, words in enumerate(gone.values(), start=len(kept)):
        raw.left_out[*steps, index] = words
    return list(kept.values())


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= _LONGEST else flat[:_LONGEST] + "...")
