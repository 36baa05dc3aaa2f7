"""Random changes of the values of a spec, the same ones for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from msgspec.structs import replace

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.model.without_partner import departure
from escp_docs.read.spec import Reading

Steps = tuple[str | int, ...]
_NAMES = ("legal_name", "short_name", "city", "title", "acronym", "name", "seat", "institution")


def changed(reading: Reading, seed: int) -> tuple[str, Reading]:
    """Return what was changed in a spec, in words, and the spec with that change."""
    random = Random(seed)
    spec = reading.spec
    if random.random() < 0.15 and len(spec.partners) > 1:
        gone = random.choice(spec.partners).id
        return f"without {gone}", replace(reading, spec=departure(spec, gone).spec)
    if random.random() < 0.1 and spec.target_countries:
        at = random.randrange(len(spec.target_countries))
        left = tuple(one for index, one in enumerate(spec.target_countries) if index != at)
        name = spec.target_countries[at].name
        new = spec.updated({"target_countries": left})
        return f"without {name}", replace(reading, spec=new)
    places = list(_places(Spec, spec, ()))
    steps, value = random.choice(places)
    new_value = _other(value, random)
    return f"{steps}: {value} to {new_value}", replace(reading, spec=put(spec, steps, new_value))


def _places(form: Shape, value: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:  # noqa: ANN401  # parts of any spec
    match form:
        case Scalar() if value is not None and not form.refers and not form.declares:
            is_name = isinstance(value, str) and steps[-1] in _NAMES
            is_number = isinstance(value, int | Decimal | Fraction | date)
            if is_name or (is_number and not isinstance(value, bool)):
                yield steps, value
        case ListOf(item=item) if value:
            for index, one in enumerate(value):
                yield from _places(item, one, (*steps, index))
        case MapOf(value=inner) if value:
            for name, one in value.items():
                yield from _places(inner, one, (*steps, name))
        case type() if value is not None:
            for name, key in keys(form).items():
                yield from _places(key.shape, getattr(value, key.attribute), (*steps, name))
        case _:
            return


def _other(value: Any, random: Random) -> Any:  # noqa: ANN401  # parts of any spec
    match value:
        case date():
            return value + timedelta(days=random.choice((-40, 7, 31)))
        case str():
            return f"{value} Nova"
        case Fraction():
            return value / 2
        case _:
            return value + random.choice((1, 2, 5))


def put(value: Any, steps: Steps, new: Any) -> Any:  # noqa: ANN401  # parts of any spec
    """Return a part of a spec in which another value stands at a path."""
    if not steps:
        return new
    step, *rest = steps
    if isinstance(value, SpecModel):
        attribute = keys(type(value))[str(step)].attribute
        inner = put(getattr(value, attribute), tuple(rest), new)
        return value.updated({attribute: inner})
    if isinstance(value, dict):
        return {**value, step: put(value[step], tuple(rest), new)}
    return tuple(
        put(one, tuple(rest), new) if index == step else one for index, one in enumerate(value)
    )
