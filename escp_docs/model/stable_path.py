"""Paths that outlive edits: an entry of a list is named by its id, not by its position.

Here alone such paths are written and read, for messages, commands and files that come back.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from escp_docs.errors import ArgumentError, UnknownNameError
from escp_docs.model import country
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, below, form, join, keys, split
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.spelling import nearest

Steps = tuple[str | int, ...]
"""The steps of a path: keys and names of entries as text, positions in lists from 0."""

Whole = Spec | Mapping[str, Any]
"""A spec, or the plain values that its files hold, by which entries are found."""

_STEP: Final = pattern(r"\s*(?:\[([^\[\]]+)\]|(\.?)\s*([^.\[\]\s]+))\s*")
_FORM: Final = "write it as consortium.partners[CMA].city, or budget.person_month_eur.CMA"


def anchored(spec: Spec, path: str) -> str:
    """Return `path` with each entry by its id or name: "roadmap.work_packages[WP1].lead".

    An entry that has neither keeps its position. It is for people to read; what is read again is
    written by `named`.
    """
    found = ""
    value: Any = spec
    for step in split(path):
        value = _inner(value, step)
        if isinstance(step, int):
            found += f"[{label(value, step)}]"
        else:
            found += f".{step}" if found and "." not in step else join((step,))
    return found


# --- keys, as people and files name them -----------------------------------------------------


def parse_key(text: str) -> Steps:
    """Return the steps of a key as it is typed: `consortium.partners[CMA].legal_name`.

    What stands in brackets is an entry of a list by what identifies it, or by its position from 0;
    or an entry of a mapping whose name has a dot.

    Raises:
        ArgumentError: it has not the form of a key; the message says where.
    """
    steps: list[str | int] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if not found or bool(found[1] or found[2]) is not bool(steps):
            break
        inner = (found[1] or found[3]).strip()
        is_position = bool(found[1]) and inner.isascii() and inner.isdigit()
        steps.append(int(inner) if is_position else inner)
        at = found.end()
    if at < len(text) or not steps or not isinstance(steps[0], str):
        behind = f" behind {text[:at]!r}" if 0 < at < len(text) else ""
        raise ArgumentError(f"{text!r} is no key{behind}; {_FORM}", "key")
    return tuple(steps)


def concrete(key: Steps, whole: Whole) -> Steps:
    """Return the steps of a key with the position of each entry of a list in `whole`.

    What stands below the last entry may be absent.

    Raises:
        UnknownNameError: there is no such key or entry; the message says the nearest.
        ArgumentError: a step leads below a single value, or into a list without naming an entry.
    """
    shape: Shape = Spec
    value: Any = whole
    found: Steps = ()
    for step in key:
        where = named(found, whole)
        match shape:
            case type():
                step, shape = _key(shape, step, where)  # noqa: PLW2901
            case ListOf(item=item):
                step = _position(step, value, item, where)  # noqa: PLW2901
                shape = item
            case MapOf(value=inner):
                step, shape = str(step), inner  # noqa: PLW2901
            case Scalar():
                raise ArgumentError(f"{where} is a single value; nothing stands below it", "key")
        value = _inner(value, step)
        found = (*found, step)
    return found


def located(key: Steps, whole: Whole) -> Steps | None:
    """Return the steps of a key as `concrete` does, None if a key or an entry is not there."""
    try:
        return concrete(key, whole)
    except ArgumentError:
        return None


def named(path: str | Steps, whole: Whole) -> str:
    """Return a path with each entry by what identifies it; see `Naming.path`."""
    return Naming(whole).path(path)


class Naming:
    """Names the entries of a spec; a list is gone through once, however many are asked for.

    Args:
        whole: The spec; nothing in it changes meanwhile.
    """

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._counts: dict[int, Counter[str | None]] = {}  # by the list, as it lies in memory

    def path(self, path: str | Steps) -> str:
        """Return a path with each entry by what identifies it: `target_countries[JP].market`.

        An entry that nothing identifies, or that shares its name with another, keeps its position,
        from 0. `parse_key` and `concrete` lead back to the path that was handed in.
        """
        if isinstance(path, str) and "[" not in path:
            return path  # no entry of a list stands in it
        shape: Shape | None = Spec
        value: Any = self._whole
        found = ""
        for step in split(path) if isinstance(path, str) else path:
            inner = _inner(value, step)
            if isinstance(shape, ListOf):
                name = self._name(inner, value, shape.item)
                found, shape = f"{found}[{step if name is None else name}]", shape.item
            else:
                found = below(found, step)
                if isinstance(shape, type):
                    key = keys(shape).get(str(step))
                    shape = key.shape if key else None
                else:
                    shape = shape.value if isinstance(shape, MapOf) else None
            value = inner
        return found

    def _name(self, entry: object, entries: Any, item: Shape) -> str | None:  # noqa: ANN401
        """Return what tells an entry of a list from all others; None if nothing does."""
        name = identity(entry, item)
        if not name or not name.isprintable() or re.search(r"[\[\]]|^\d+$", name):
            return None
        counted = self._counts.get(id(entries))
        if counted is None:
            counted = Counter(identity(one, item) for one in entries)
            self._counts[id(entries)] = counted
        return name if counted[name] == 1 else None


def identity(entry: object, shape: Shape) -> str | None:
    """Return what identifies an entry of a list: its id, or the country or region of a target."""
    for name in identifying(shape):
        value = _inner(entry, name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


@cache
def identifying(shape: Shape) -> tuple[str, ...]:
    """Return the keys by one of which the rest of a spec names an entry; none if nothing does."""
    return _identifying(shape) if isinstance(shape, type) else ()


@cache  # asked of every entry on the way to every value
def _identifying(part: type[SpecModel]) -> tuple[str, ...]:
    return tuple(
        name
        for name, key in keys(part).items()
        if isinstance(key.shape, Scalar) and key.shape.declares
    )


def _key(part: type[SpecModel], step: str | int, where: str) -> tuple[str, Shape]:
    key = keys(part).get(str(step))
    if key is None or isinstance(step, int):
        raise _unknown(f"there is no key {below(where, step)!r}", str(step), list(keys(part)))
    return key.name, key.shape


def _unknown(fact: str, name: str, known: list[str]) -> UnknownNameError:
    near = nearest(name, known)
    hint = f"did you mean {near}?" if near else f"there is {', '.join(known) or 'none'}"
    return UnknownNameError(f"{fact}; {hint}", "key")


def _position(step: str | int, value: Any, item: Shape, where: str) -> int:  # noqa: ANN401
    entries = value if isinstance(value, list | tuple) else ()
    if isinstance(step, int):
        if step < len(entries):
            return step
        raise ArgumentError(f"there is no {where}[{step}]; the list has {len(entries)}", "key")
    found = _positions(step, value, item)
    if len(found) == 1:
        return found[0]
    if found:
        places = " and ".join(f"[{one}]" for one in found)
        raise ArgumentError(f"{where}[{step}] may be {places}; name it by its position", "key")
    names = [name for one in entries if (name := identity(one, item))]
    if not names and entries:
        last = len(entries) - 1
        form = f"name one by its position, {where}[0] to [{last}]"
        raise ArgumentError(f"there is no {where}[{step}]; {form}", "key")
    raise _unknown(f"there is no {where}[{step}]", step, names)


def _positions(name: str, value: Any, item: Shape) -> list[int]:  # noqa: ANN401
    """Return the positions of the entries that a name means, those spelt just so first of all."""
    entries = value if isinstance(value, list | tuple) else ()
    known = [identity(one, item) for one in entries]
    exact = [index for index, one in enumerate(known) if one == name]
    is_target = "country" in identifying(item)
    folded = _folded(name, is_target=is_target)
    return exact or [
        index
        for index, one in enumerate(known)
        if one and _folded(one, is_target=is_target) == folded
    ]


def _folded(name: str, *, is_target: bool) -> str:
    """Return a name without what does not tell entries apart: its case, the alias of a country."""
    return (country.canonical(name.upper()) if is_target else name).casefold()


def going_on(begun: str, whole: Whole) -> Iterator[str]:
    """Yield each way in which a key that is begun may go on by one step: a key, or an entry."""
    stem = begun[: max(begun.rfind("."), begun.rfind("[") - 1) + 1]
    around = concrete(parse_key(stem.strip(".")), whole) if stem.strip(".") else ()
    shape, value = form(Spec, join(around)) if around else Spec, value_at(whole, around)
    match shape:
        case type():
            found = [below(stem.strip("."), name) for name in keys(shape)]
        case ListOf():
            entries = value if isinstance(value, list | tuple) else ()
            found = [named((*around, index), whole) for index, _ in enumerate(entries)]
        case MapOf():
            names = value if isinstance(value, dict) else ()
            found = [below(stem.strip("."), name) for name in names]
        case _:
            found = []
    yield from (one for one in found if one.startswith(begun))


# --- values at paths -------------------------------------------------------------------------


def value_at(spec: Whole, path: str | Steps) -> Any:  # noqa: ANN401  # any part of a spec
    """Return what stands at `path`, None if nothing does."""
    value: Any = spec
    for step in split(path) if isinstance(path, str) else path:
        value = _inner(value, step)
    return value


def label(entry: object, position: int) -> str:
    """Return the id of an entry of a list, else its name, else its position from 1."""
    known = entry.__struct_fields__ if isinstance(entry, SpecModel) else ()
    name = getattr(entry, "id", None) if "id" in known else None
    name = name or getattr(entry, "name", None)
    return name if isinstance(name, str) else str(position + 1)


def _inner(value: Any, step: str | int) -> Any:  # noqa: ANN401  # any part of a spec
    if isinstance(value, SpecModel):
        key = keys(type(value)).get(str(step))
        return getattr(value, key.attribute) if key else None
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple | list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
