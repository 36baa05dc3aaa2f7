"""What the model objects to, in words that help: fact and cure for each kind of error."""

import re
from collections.abc import Iterable
from typing import Final

from escp_docs.model.base import SpecModel
from escp_docs.model.reading import Misfit
from escp_docs.model.schema import Key, ListOf, Scalar, Shape, join, keys
from escp_docs.model.schema import MapOf as MappingShape
from escp_docs.read import list_cures, look_alikes, value_cures
from escp_docs.read.other_names import other_name
from escp_docs.read.other_options import option_meant
from escp_docs.read.plain_values import Raw, RawSpec, Steps
from escp_docs.spelling import nearest

_BEHIND: Final = 3  # characters between a value and what a comma has torn off it


def add(raw: RawSpec, objections: Iterable[Misfit], part: type[SpecModel]) -> None:
    """Add to `raw` a fault for each objection of the model `part`."""
    for one in objections:
        _add(raw, one, part)


def _add(raw: RawSpec, one: Misfit, part: type[SpecModel]) -> None:
    steps = one.steps
    path = join(steps) or _whole(part)
    written = _written(raw.value, steps)
    match one.kind:
        case "refused" | "no list" if written == {} and _is_broken(raw, steps):
            pass  # what stood in it was told
        case "refused" if _is_torn(raw, steps):
            pass  # a comma cut it, and that was told
        case "refused":
            fix = _of_refused(raw, steps, _around(steps, part), written, one.fix)
            raw.fault(steps, f"{path} {one.fact}", fix)
        case "unknown key":
            _unknown_key(raw, steps, part)
        case "missing" if not raw.whole or _is_misspelt(raw, steps, part):
            pass  # it stands in what could not be read, or in an unknown key, which is told
        case "missing":
            where = join(steps[:-1]) or _whole(part)
            fact, fix = f"{where} lacks the key {steps[-1]!r}", f"add `{steps[-1]}: ...`"
            raw.fault(steps, fact, fix, at_key=True)
        case "no option":
            _not_an_option(raw, steps, written, part)
        case "no mapping":
            key = steps[-1] if isinstance(steps[-1], str) else ""
            fix = value_cures.of_mapping(key, _around(steps, part), written)
            raw.fault(steps, f"{path} is {_form(written)}, not a mapping", fix)
        case "no list":
            raw.fault(
                steps,
                f"{path} is {_form(written)}, not a list",
                list_cures.of_no_list(raw, steps, _around(steps, part), written),
            )


def _of_refused(
    raw: RawSpec, steps: Steps, shape: Shape, written: Raw, fix: str | None
) -> str | None:
    """Return how to write a value that is refused; `fix` is what its kind alone tells."""
    if not isinstance(shape, Scalar):
        return fix
    fix = (
        value_cures.of_list_below(raw, steps, shape, written)
        or value_cures.of_curly(steps[-1], written)
        or value_cures.of_scalar(raw, steps[-1], shape, written)
        or fix
    )
    if not isinstance(written, str):
        return fix
    meant = look_alikes.written(written, shape.kind)
    return look_alikes.beside(written.strip(), f"write {meant}" if meant else fix or "") or None


def void_keys(raw: RawSpec, part: type[SpecModel]) -> None:
    """Add to `raw` a fault for each unknown key that has no value."""
    for steps in raw.void:
        around = _around(steps[:-1], part)
        known = _names(around)
        if known and str(steps[-1]) not in known:
            _unknown_key(raw, steps, part)


def _whole(part: type[SpecModel]) -> str:
    return f"the {part.__name__.lower()}"


def _is_misspelt(raw: RawSpec, steps: Steps, part: type[SpecModel]) -> bool:
    """Whether a key that is missing stands in its mapping in another spelling: `1. call`."""
    name, around = str(steps[-1]), _around(steps[:-1], part)
    # What is a key of its own is no other spelling: `all_strands` beside `strands`.
    known = keys(around) if isinstance(around, type) else {}
    void = (one[-1] for one in raw.void if one[:-1] == steps[:-1] and one[-1] != name)
    return any(
        nearest(str(one), (name,)) or re.fullmatch(rf"(?:.*\W)?{name}(?:\W.*)?", str(one))
        for one in (*_keys_of(raw, steps[:-1]), *void)
        if one not in known
    )


def _is_broken(raw: RawSpec, steps: Steps) -> bool:
    """Whether something is wrong with the form of the line where a value stands."""
    place = raw.place(steps)
    return any(
        one.before is not None and one.place and one.place.line == place.line
        for one in raw.faults
        if one.place and one.place.file == place.file
    )


def _is_torn(raw: RawSpec, steps: Steps) -> bool:
    """Whether a slip of form was told right behind a value, on its line."""
    place = raw.place(steps)
    end = place.column + place.length
    return any(
        one.before == ""
        and one.place.file == place.file
        and one.place.line == place.line
        and 0 <= one.place.column - end <= _BEHIND
        for one in raw.faults
        if one.place
    )


def _written(value: Raw, steps: Steps) -> Raw:
    found: Raw = value
    for step in steps:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return found if isinstance(found, str) else None
    return found


def _form(written: Raw) -> str:
    if isinstance(written, str):
        return f"the text {_short(written)!r}"
    return "a list" if isinstance(written, list) else "a mapping"


def _short(text: str) -> str:
    longest = 40
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest] + "..."


def _around(steps: Steps, part: type[SpecModel]) -> Shape:
    shape: Shape = part
    for step in steps:
        if isinstance(shape, type):
            found = keys(shape).get(str(step))
            shape = found.shape if found else Scalar("text")
        elif isinstance(shape, ListOf):
            shape = shape.item if isinstance(step, int) else shape
        elif isinstance(shape, MappingShape):
            shape = shape.value
    return shape


def _names(shape: Shape) -> list[str]:
    """Return the keys that may stand in a mapping; none if they are ids, or words of one's own."""
    if isinstance(shape, MappingShape):
        return list(shape.options)
    return list(keys(shape)) if isinstance(shape, type) else []


def _unknown_key(raw: RawSpec, steps: Steps, part: type[SpecModel]) -> None:
    shape = _around(steps[:-1], part)
    known, name = _names(shape), str(steps[-1])
    bare = look_alikes.plain(name)
    near = (
        option_meant(bare, known)
        if isinstance(shape, MappingShape)
        else other_name(name, known) or nearest(bare, known)
    )
    where = join(steps[:-1])
    beside = _beside_what_it_is_in(raw, steps, part)
    near = None if beside else near
    elsewhere = beside or ("" if near else _elsewhere(name, shape) or _elsewhere(name, part))
    if not near and len(steps) > 1 and name in keys(part):
        elsewhere = f"{name!r} is no key of a part: begin it at the left edge"
    fix = f"did you mean {near!r}?" if near else f"keys here: {', '.join(known)}"
    words = _as_words(raw, steps, near or elsewhere)
    raw.fault(
        steps,
        f"unknown key {name!r}" + (f" in {where}" if where else ""),
        "; ".join(one for one in (words, elsewhere, look_alikes.beside(name, fix)) if one),
        at_key=True,
    )


def _beside_what_it_is_in(raw: RawSpec, steps: Steps, part: type[SpecModel]) -> str:
    """Return how to write a key that belongs to the mapping around its own; empty if it does not.

    It is one step too far right, below the last value before it.
    """
    name, outer = str(steps[-1]), steps[-2] if len(steps) > 1 else None
    around = _around(steps[:-2], part)
    if not isinstance(outer, str) or not isinstance(around, type) or around is part:
        return ""
    if name not in keys(around) or name in _keys_of(raw, steps[:-2]):
        return ""
    if {steps[:-1], steps[:-2]} & raw.in_brackets:
        return ""
    blanks = raw.place(steps[:-1], at_key=True).column - 1
    where = f"indent it by {blanks} blanks" if blanks else "begin it at the left edge"
    return f"{name!r} is a key beside {outer!r}: {where}"


def _as_words(raw: RawSpec, steps: Steps, near: str | None) -> str:
    """Return what to do if an unknown key is no key at all, but belongs to a text before it."""
    if steps[:-1] in raw.in_brackets:
        first = next(iter(_keys_of(raw, steps[:-1])), None)
        return (
            ""
            if near or first == steps[-1]
            else (
                "a comma begins a new key: if these words belong to the text before it, "
                "put the whole text in quotes"
            )
        )
    name = str(steps[-1])
    if not near and (" " in name or name[:1].isupper()):
        if len(steps) == 1:
            return "if this line belongs to the text above it, indent it as that text"
        return (
            "if this line belongs to the text above it, write | after the key of that text, "
            "and indent this line as the text"
        )
    return ""


def _keys_of(raw: RawSpec, steps: Steps) -> list[str]:
    found = _written(raw.value, steps)
    return list(found) if isinstance(found, dict) else []


def _elsewhere(name: str, shape: Shape) -> str:
    """Return which keys beside an unknown one hold it."""
    homes = (
        [key.name for key in keys(shape).values() if _holds(key, name)]
        if isinstance(shape, type)
        else []
    )
    return f"{name!r} is a key of {' and '.join(homes)}" if homes else ""


def _holds(key: Key, name: str) -> bool:
    return isinstance(key.shape, type) and name in keys(key.shape)


def _not_an_option(raw: RawSpec, steps: Steps, written: Raw, part: type[SpecModel]) -> None:
    shape = _around(steps, part)
    if isinstance(shape, ListOf):
        shape = shape.item
    options = shape.options if isinstance(shape, Scalar) else ()
    text = written if isinstance(written, str) else ""
    near = option_meant(look_alikes.plain(text), options) if text else None
    said = f"{text.strip()!r}" if text else _form(written)
    allowed = " | ".join(options)
    raw.fault(
        steps,
        f"{join(steps)} is {said}, not one of {allowed}",
        look_alikes.beside(
            text.strip(), f"did you mean {near!r}?" if near else f"write one of {allowed}"
        ),
    )
