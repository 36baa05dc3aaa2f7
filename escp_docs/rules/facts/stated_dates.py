"""Every date that a spec states, wherever it stands."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from escp_docs.model.base import SpecModel
from escp_docs.model.project_months import day_of
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, join, keys

_Steps = tuple[str | int, ...]


def dates(value: object, steps: _Steps = ()) -> Iterator[tuple[str, date]]:
    """Yield the path of each date in a part, and its day: of a moment, as it was written."""
    match value:
        case date():
            yield join(steps), day_of(value)
        case SpecModel():
            for name, attribute in _dated(type(value)):
                yield from dates(getattr(value, attribute), (*steps, name))
        case tuple():
            for index, one in enumerate(value):
                yield from dates(one, (*steps, index))
        case _:
            pass


@cache
def _dated(part: type[SpecModel]) -> tuple[tuple[str, str], ...]:
    """Return name and attribute of the keys of a part at or below which a date may stand."""
    return tuple(
        (name, key.attribute) for name, key in keys(part).items() if _may_be_dated(key.shape)
    )


def _may_be_dated(shape: Shape) -> bool:
    match shape:
        case Scalar():
            return shape.kind == "date"
        case ListOf(item=inner) | MapOf(value=inner):
            return _may_be_dated(inner)
        case _:
            return bool(_dated(shape))
