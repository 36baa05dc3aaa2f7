"""Every date that a spec states, wherever it stands."""

from collections.abc import Iterator
from datetime import date, datetime

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import join, keys

_Steps = tuple[str | int, ...]


def dates(value: object, steps: _Steps = ()) -> Iterator[tuple[str, date]]:
    """Yield the path of each date in a part, and its day: of a moment, as it was written."""
    match value:
        case datetime():
            yield join(steps), value.date()
        case date():
            yield join(steps), value
        case SpecModel():
            for name, key in keys(type(value)).items():
                yield from dates(getattr(value, key.attribute), (*steps, name))
        case tuple():
            for index, one in enumerate(value):
                yield from dates(one, (*steps, index))
        case _:
            pass
