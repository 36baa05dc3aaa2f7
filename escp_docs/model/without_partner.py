"""A spec without some of its partners, and what goes with them."""

from collections.abc import Mapping
from decimal import Decimal
from operator import is_
from typing import Any, Final

from msgspec import Struct, field

from escp_docs.model import schema
from escp_docs.model.base import SpecModel
from escp_docs.model.figures import figures
from escp_docs.model.schema import Scalar, Shape, join, keys, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import anchored

Steps = tuple[str | int, ...]
_GONE: Final = object()
_PARTNER, _WORDS = "partner", ("coordinator", "joint")
_OWNER = "partner"  # the key of an entry that belongs to a partner: a cost, an income, ...


class Departure(Struct, frozen=True):
    """What becomes of a spec if partners leave; paths are those of the spec as written.

    Attributes:
        partners: The ids of the partners.
        spec: The spec without them.
        vacant: Keys that named one alone: leads, the coordinator, the holder of the brand.
        entries: What belongs to them and goes: effort, costs, incomes, contributions.
        mentions: Lists that name one among others: members, committees, partners of tasks.
        person_months: Their effort.
        cost_eur: Their cost, as far as it is stated.
        grant_eur: Their grant.
        grant_left_eur: The grant of the others.
        anchors: Each of these paths with ids in place of positions.
    """

    partners: tuple[str, ...]
    spec: Spec
    vacant: tuple[str, ...]
    entries: tuple[str, ...]
    mentions: tuple[str, ...]
    person_months: Decimal
    cost_eur: Decimal
    grant_eur: Decimal
    grant_left_eur: Decimal
    anchors: Mapping[str, str]
    removed: Mapping[Steps, tuple[int, ...]]

    def as_written(self, path: str) -> str:
        """Return where `path` of the spec without the partner stands in the spec as written."""
        found: Steps = ()
        for step in split(path):
            position = step
            for gone in self.removed.get(found, ()) if isinstance(step, int) else ():
                position = int(position) + (gone <= int(position))
            found = (*found, position)
        return join(found)


class _Walk(Struct):
    """What a walk through a spec has found of the partners so far."""

    partners: frozenset[str]
    vacant: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    removed: dict[Steps, tuple[int, ...]] = field(default_factory=dict)


def departure(spec: Spec, *partners: str) -> Departure:
    """Return what becomes of `spec` if the applicants with the ids `partners` leave."""
    walk = _Walk(frozenset(partners))
    left = _without(Spec, spec, (), walk)
    own = [one for one in figures(spec).partners if one.partner in walk.partners]
    return Departure(
        partners,
        left,
        tuple(walk.vacant),
        tuple(walk.entries),
        tuple(walk.mentions),
        sum((one.person_months for one in own), Decimal(0)),
        sum((one.total for one in own), Decimal(0)),
        sum((one.grant for one in own), Decimal(0)),
        figures(left).grant,
        {path: anchored(spec, path) for path in (*walk.vacant, *walk.entries, *walk.mentions)},
        walk.removed,
    )


def _without(form: Shape, value: Any, steps: Steps, walk: _Walk) -> Any:  # noqa: ANN401
    """Return `value` without the partner; _GONE if nothing is left of it."""
    match form:
        case schema.ListOf(item):
            return _list(item, value, steps, walk)
        case schema.MapOf(refers):
            return _mapping(refers, value, steps, walk)
        case Scalar():
            return _GONE if _names(form, value, walk) else value
        case _:
            return _GONE if _is_its_own(form, value, walk) else _part(form, value, steps, walk)


def _list(item: Shape, value: tuple[Any, ...], steps: Steps, walk: _Walk) -> tuple[Any, ...]:
    left = []
    for index, inner in enumerate(value):
        found = _without(item, inner, (*steps, index), walk)
        if found is not _GONE:
            left.append(found)
            continue
        walk.removed[steps] = (*walk.removed.get(steps, ()), index)
        if isinstance(item, Scalar):
            walk.mentions.append(join((*steps, index)))
        elif steps != ("consortium", "partners"):
            walk.entries.append(join((*steps, index)))
    is_same = len(left) == len(value) and all(map(is_, left, value))
    return value if is_same else tuple(left)


def _mapping(
    refers: tuple[str, ...], value: dict[str, Any], steps: Steps, walk: _Walk
) -> dict[str, Any]:
    gone = [name for name in value if _PARTNER in refers and name in walk.partners]
    walk.entries.extend(join((*steps, name)) for name in gone)
    return {name: inner for name, inner in value.items() if name not in gone} if gone else value


def _part(form: type[SpecModel], value: SpecModel, steps: Steps, walk: _Walk) -> SpecModel:
    changed: dict[str, Any] = {}
    for key in keys(form).values():
        inner = getattr(value, key.attribute)
        if inner is None:
            continue
        found = _without(key.shape, inner, (*steps, key.name), walk)
        if found is _GONE:
            walk.vacant.append(join((*steps, key.name)))
            found = None
        if found is not inner:
            changed[key.attribute] = found
    left = value.updated(changed) if changed else value
    return _unannounced(form, left, steps, walk)


def _unannounced(form: type[SpecModel], part: SpecModel, steps: Steps, walk: _Walk) -> SpecModel:
    """Return a part without the entries of mappings that the partner has not filled in.

    A mapping in which nobody else has filled in anything is absent, as it is for the reader.
    """
    for name, entries in part.open_entries.items():
        key = keys(form)[name]
        if not (isinstance(key.shape, schema.MapOf) and _PARTNER in key.shape.refers):
            continue
        for partner in (one for one in entries if one in walk.partners):
            walk.entries.append(join((*steps, name, partner)))
            part = part.without_open_entry(name, partner, join((name, partner)))
        if part.open_entries[name] and not getattr(part, key.attribute):
            part = part.updated({key.attribute: None})
    return part


def _is_its_own(form: type[SpecModel], value: SpecModel, walk: _Walk) -> bool:
    """Whether an entry is the partner itself, or belongs to it."""
    return any(
        isinstance(key.shape, Scalar)
        and (
            key.shape.declares == _PARTNER or (key.name == _OWNER and _PARTNER in key.shape.refers)
        )
        and getattr(value, key.attribute) in walk.partners
        for key in keys(form).values()
    )


def _names(form: Scalar, value: object, walk: _Walk) -> bool:
    is_word = value in _WORDS and value in form.refers
    return _PARTNER in form.refers and value in walk.partners and not is_word
