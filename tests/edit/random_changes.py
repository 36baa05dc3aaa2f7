"""Changes made up at random, each with the values that a spec is to state afterwards."""

from dataclasses import dataclass
from random import Random

from escp_docs.edit.changes import AddEntry, MoveEntry, RemoveValue, SetValue, SpecChange
from escp_docs.edit.wanted import at, put, tidied, without
from escp_docs.model.schema import ListOf, MapOf, Shape, form, join, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.read.plain_values import Raw, Steps
from tests.edit.edits import NASTY


@dataclass(frozen=True, slots=True)
class Trial:
    """A change, and what the whole spec states once it is made."""

    change: SpecChange
    wanted: Raw


def random_change(chance: Random, value: dict[str, Raw]) -> Trial:
    """Return a change of one of the kinds that there are, of a place that is there or is not."""
    makers = [_set, _set_absent, _remove, _add, _move]
    while True:
        made = chance.choice(makers)(chance, value)
        if made is not None:
            return made


def _set(chance: Random, value: dict[str, Raw]) -> Trial | None:
    steps = _some_path(chance, value)
    new = _value(chance, _shape(steps))
    return Trial(SetValue(named(steps, value), new), put(value, steps, new))


def _set_absent(chance: Random, value: dict[str, Raw]) -> Trial | None:
    steps = _some_path(chance, value)
    shape = _shape(steps)
    if not isinstance(shape, type):
        return None
    key = chance.choice([one for one in keys(shape).values() if one.name != "confirmed"])
    new = _value(chance, key.shape)
    below = (*steps, key.name)
    return Trial(SetValue(named(below, value), new), put(value, below, new))


def _remove(chance: Random, value: dict[str, Raw]) -> Trial | None:
    steps = _some_path(chance, value)
    return Trial(RemoveValue(named(steps, value)), without(value, steps))


def _add(chance: Random, value: dict[str, Raw]) -> Trial | None:
    steps = _some_path(chance, value)
    shape, entries = _shape(steps), at(value, steps)
    if not isinstance(shape, ListOf) or not isinstance(entries, list):
        return None
    new = _value(chance, shape.item)
    index = chance.randint(0, len(entries))
    after = [*entries[:index], new, *entries[index:]]
    return Trial(AddEntry(named(steps, value), new, index), put(value, steps, after))


def _move(chance: Random, value: dict[str, Raw]) -> Trial | None:
    steps = _some_path(chance, value)
    entries = at(value, steps)
    if not isinstance(entries, list) or not entries:
        return None
    index, to = chance.randrange(len(entries)), chance.randrange(len(entries))
    after = list(entries)
    after.insert(to, after.pop(index))
    return Trial(MoveEntry(named((*steps, index), value), to), put(value, steps, list(after)))


def _some_path(chance: Random, value: dict[str, Raw]) -> Steps:
    return chance.choice(list(_paths(value)))


def _paths(value: Raw, steps: Steps = ()) -> list[Steps]:
    pairs: list[tuple[str | int, Raw]] = []
    if isinstance(value, dict):
        pairs = [(name, one) for name, one in value.items() if name != "confirmed"]
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    own = [steps] if steps else []
    return own + [path for step, one in pairs for path in _paths(one, (*steps, step))]


def _shape(steps: Steps) -> Shape:
    found = form(Spec, join(steps))
    assert found is not None
    return found


def _value(chance: Random, shape: Shape) -> Raw:
    """Return a value of a form, its texts nasty; keys may lack that an entry needs."""
    match shape:
        case ListOf(item=item):
            return [_value(chance, item) for _ in range(chance.randint(0, 2))]
        case MapOf(value=inner):
            return {name: _value(chance, inner) for name in ("CMA", "A.B")}
        case type():
            known = [one for one in keys(shape).values() if one.name != "confirmed"]
            some = chance.sample(known, min(len(known), chance.randint(1, 3)))
            return {one.name: _value(chance, one.shape) for one in some}
        case _:
            return tidied(chance.choice(NASTY))


def states_as_much(one: Raw, other: Raw) -> bool:
    """Whether two specs state the same; what is empty, and what is confirmed, counts for nothing.

    With its last key a mapping goes as well, and changes take back what was confirmed.
    """
    return _solid(one) == _solid(other)


def _solid(value: Raw) -> Raw:
    match value:
        case dict():
            inner = {name: _solid(one) for name, one in value.items() if name != "confirmed"}
            return {name: one for name, one in inner.items() if one not in ({}, [], None)}
        case list():
            return [_solid(one) for one in value]
        case _:
            return tidied(value)
