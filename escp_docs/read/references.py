"""Ids and the values that name them: each declared once, none dangling."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from msgspec import Struct, field

from escp_docs.model.base import SpecModel
from escp_docs.model.consortium import ALL, Partner
from escp_docs.model.country import CODES, canonical
from escp_docs.model.scalar import id_meant, is_id
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, form, join, keys
from escp_docs.read import look_alikes
from escp_docs.read.plain_values import Raw, RawSpec, Steps
from escp_docs.spelling import is_one_slip_off, nearest

_CONSORTIUM = ("partner", "associated")  # one list of ids
_WORDS = ("coordinator", "joint", ALL)  # stand for themselves
_TARGET = "target"  # a target twice is a matter of rule TGT007, not of reading
_PARTNER_KEY = "key of a partner"
_TITLES = ("legal_name", "short_name", "title", "name")


_Reference = tuple[tuple[str, ...], str, Steps, bool]


class _Names(Struct):
    """What a spec declares, and what it refers to.

    What refers to something is its kinds, its name, where it stands, and whether the name is a key.
    `nameless` is of which some entry has no id that others could name: what leads nowhere may lead
    to it; `due` is what ids that are refused will be once they are mended. `called` are short
    names, printed where others print their ids. `has_misspelt` says that a list or mapping stands
    under a key misspelt, and was not read.
    """

    declared: list[tuple[str, str, Steps]] = field(default_factory=list)
    called: list[tuple[str, str, Steps]] = field(default_factory=list)
    nameless: set[str] = field(default_factory=set)
    due: set[tuple[str, str]] = field(default_factory=set)
    has_misspelt: bool = False
    referred: list[_Reference] = field(default_factory=list)

    def is_due(self, whats: tuple[str, ...], name: str) -> bool:
        """Whether a name is that of an entry once an id that is refused is mended."""
        return any((what, name) in self.due for what in whats)


def check(
    raw: RawSpec, part: type[SpecModel], given: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> None:
    """Add a fault to `raw` for each id declared twice and each name that nothing declares.

    `given` are names that are declared otherwise than by an id, by what they are names of.
    """
    names = _Names()
    _walk(part, raw.value, (), names)
    _open_entries(raw, part, names)
    _duplicates(raw, names)
    if not raw.whole:
        return  # what a name leads to may stand in the file that could not be read
    declared: dict[str, list[str]] = {_PARTNER_KEY: list(keys(Partner))}
    declared |= {what: list(some) for what, some in given.items()}
    for what, name, _ in names.declared:
        declared.setdefault(what, []).append(name)
    known = {whats: [*_known(whats, declared)] for whats in {one[0] for one in names.referred}}
    dangling = [one for one in names.referred if _plain(one[0], one[1]) not in known[one[0]]]
    misspelt = _misspelt_ids(raw, names, dangling)
    for whats, name, steps, at_key in dangling:
        are_declared = any(map(declared.get, whats))
        if (whats, name) in misspelt or (names.has_misspelt and not are_declared):
            continue  # it is told at the id, or at the key under which they are declared
        if names.is_due(whats, _plain(whats, name)):
            continue  # it is there once its id is mended, which is told
        is_open = bool(names.nameless & {*whats}) or not are_declared
        follows = is_open or any(fault.before is not None for fault in raw.faults)
        message, fix = _dangling(whats, name, [] if is_open else known[whats], follows=follows)
        if titled := _titled(raw, names, whats, name):
            fix = f"did you mean {titled!r}?"
        elif (meant := id_meant(name)) and names.is_due(whats, meant):
            fix = f"write {meant}, as its id is to be written"
        said = f"{join(steps)} {message}"
        raw.fault(steps, said, fix, follows=follows, at_key=at_key)


def _walk(shape: Shape, value: Raw, steps: Steps, names: _Names) -> None:
    match shape:
        case ListOf(item=item) if isinstance(value, list):
            for index, inner in enumerate(value):
                _walk(item, inner, (*steps, index), names)
        case MapOf(refers=refers) if isinstance(value, dict):
            names.referred.extend((refers, name, (*steps, name), True) for name in value)
        case Scalar() if isinstance(value, str):
            _note(shape, value.strip(), steps, names)
        case type() if isinstance(value, dict):
            _walk_mapping(shape, value, steps, names)
        case _:
            pass


def _walk_mapping(
    part: type[SpecModel], value: dict[str, Raw], steps: Steps, names: _Names
) -> None:
    if not value.keys() & _id_keys(part).keys():
        names.nameless.update(_id_keys(part).values())
    if part is Partner:
        _note_short_name(value, steps, names)
    known = _with_names(part)
    for name, inner in value.items():
        if name in known:
            _walk(known[name], inner, (*steps, name), names)
        elif isinstance(inner, list | dict) and name not in keys(part):
            left = [one for one in known if one not in value]
            names.has_misspelt = names.has_misspelt or nearest(name, left) is not None


@cache
def _with_names(part: type[SpecModel]) -> dict[str, Shape]:
    """Return the keys of a part behind which something is named, or may be further down."""
    return {name: key.shape for name, key in keys(part).items() if _names_something(key.shape)}


def _names_something(shape: Shape) -> bool:
    match shape:
        case Scalar():
            return bool(shape.declares or shape.refers)
        case ListOf():
            return _names_something(shape.item)
        case MapOf():
            return bool(shape.refers)
        case _:
            return bool(_with_names(shape))


def _open_entries(raw: RawSpec, part: type[SpecModel], names: _Names) -> None:
    """Note the names of entries of mappings that state nothing."""
    for steps in (*raw.void, *raw.announced):
        around = form(part, join(steps[:-1])) if len(steps) > 1 else None
        if isinstance(around, MapOf) and around.refers:
            names.referred.append((around.refers, str(steps[-1]), steps, True))


def _is_a_name(scalar: Scalar, text: str) -> bool:
    """Whether others can name what a text declares: not if it is refused itself."""
    if scalar.kind == "country":
        return canonical(text) in CODES
    return scalar.kind != "id" or is_id(text)


@cache
def _id_keys(part: type[SpecModel]) -> dict[str, str]:
    """Return the keys that an entry of a list must have, with what they declare."""
    return {
        name: key.shape.declares
        for name, key in keys(part).items()
        if key.required and isinstance(key.shape, Scalar) and key.shape.declares
    }


def _note(scalar: Scalar, text: str, steps: Steps, names: _Names) -> None:
    if scalar.declares and not _is_a_name(scalar, text):
        names.nameless.add(scalar.declares)
        if meant := id_meant(text) if scalar.kind == "id" else None:
            names.due.add((scalar.declares, meant))
    elif scalar.declares:
        names.declared.append((scalar.declares, _plain((scalar.declares,), text), steps))
    if scalar.refers:
        names.referred.append((scalar.refers, text, steps, False))


def _note_short_name(partner: dict[str, Raw], steps: Steps, names: _Names) -> None:
    name, own = partner.get("short_name"), partner.get("id")
    if isinstance(name, str) and name.strip() and name.strip().casefold() != str(own).casefold():
        names.called.append((_CONSORTIUM[0], name.strip(), (*steps, "short_name")))


def _duplicates(raw: RawSpec, names: _Names) -> None:
    seen: dict[tuple[str, str], Steps] = {}
    for what, name, steps in (*names.declared, *names.called):
        if what == _TARGET:
            continue
        scope = "consortium" if what in _CONSORTIUM else join(steps[:-2])
        first = seen.setdefault((scope, name.casefold()), steps)
        if first != steps:
            noun = "id" if (what, name, steps) in names.declared else "name"
            is_copy = raw.at(steps[:-1]) == raw.at(first[:-1]) and noun == "id"
            raw.fault(
                steps,
                f"{join(steps)} is {name!r}; that {noun} stands already at {raw.place(first)}",
                ("delete this one, which is the same throughout, or " if is_copy else "")
                + f"give this {what} {'an' if noun == 'id' else 'a'} {noun} of its own",
            )


def _misspelt_ids(
    raw: RawSpec, names: _Names, dangling: Sequence[_Reference]
) -> set[tuple[tuple[str, ...], str]]:
    """Add a fault for each id that nothing names, while several places name it in one other way.

    Return these names, with their kinds: nothing is to be said where they stand.
    """
    used = {(what, _plain(whats, name)) for whats, name, *_ in names.referred for what in whats}
    times = Counter((whats, name) for whats, name, *_ in dangling)
    found: set[tuple[tuple[str, ...], str]] = set()
    for what, own, steps in names.declared:
        if (what, own) in used or what == _TARGET:
            continue
        alike = {one: n for one, n in times.items() if what in one[0] and _is_alike(one[1], own)}
        meant = {name for _, name in alike}
        count = sum(alike.values())
        if len(meant) == 1 and count > 1:
            (name,) = meant
            found.update(alike)
            raw.fault(
                steps,
                f"{join(steps)} is {own!r}, and the {count} places that name it say {name!r}",
                f"write {name}",
            )
    return found


def _is_alike(name: str, own: str) -> bool:
    """Whether an id may be a name mistyped: in its case, or by a letter; numbers count on."""
    if name.casefold() == own.casefold():
        return is_id(name)
    letters = ["".join(one for one in text if not one.isdigit()) for text in (name, own)]
    return is_id(name) and letters[0] != letters[1] and is_one_slip_off(name, own)


def _known(whats: tuple[str, ...], declared: dict[str, list[str]]) -> Iterator[str]:
    for what in whats:
        yield from (what,) if what in _WORDS else declared.get(what, ())


def _plain(whats: tuple[str, ...], name: str) -> str:
    if _TARGET in whats:
        return canonical(name)
    return name.partition(".")[0] if _PARTNER_KEY in whats else name


def _titled(raw: RawSpec, names: _Names, whats: tuple[str, ...], name: str) -> str | None:
    """Return the id of the one entry that is called so in full; None if none is, or several."""
    found = {
        own
        for what, own, steps in names.declared
        if what in whats and name.strip().casefold() in _titles(raw, steps[:-1])
    }
    return found.pop() if len(found) == 1 else None


def _titles(raw: RawSpec, steps: Steps) -> set[str]:
    """Return what an entry is called besides its id, folded."""
    entry: Raw = raw.value
    for step in steps:
        if isinstance(entry, dict):
            entry = entry.get(str(step))
        elif isinstance(entry, list) and isinstance(step, int):
            entry = entry[step]
    if not isinstance(entry, dict):
        return set()
    stated = (entry.get(key) for key in _TITLES)
    return {one.strip().casefold() for one in stated if isinstance(one, str)}


def _dangling(
    whats: tuple[str, ...], name: str, known: list[str], *, follows: bool
) -> tuple[str, str]:
    """Return what is wrong with a name that leads nowhere, and its cure."""
    what = " or ".join(what for what in whats if what not in _WORDS)
    near = nearest(look_alikes.plain(name), known)
    others = f"declare it, or name one of: {', '.join(dict.fromkeys(known))}"
    waits = "declare it; if it is declared, mend first what is told of its entry"
    fix = others if known else waits if follows else "declare it"
    said = f"names {name!r}, and no {what} has that name"
    fix = f"did you mean {near!r}?" if near else fix
    return said, look_alikes.beside(name, fix)
