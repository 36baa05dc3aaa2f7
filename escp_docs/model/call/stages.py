"""Deadlines of a call that has several, each in the time of a place."""

from typing import Annotated, Final

from escp_docs.model.base import SpecModel
from escp_docs.model.reading import ReadsThen
from escp_docs.model.scalar import DayOrMoment, Text, refusal
from escp_docs.spelling import nearest

_OF_BRUSSELS: Final = ("CET", "CEST", "MEZ", "MESZ", "HNEC", "HAEC")


def _zone(name: str) -> str:
    from babel.core import get_global  # noqa: PLC0415  # only where a call has zones

    known = tuple(get_global("zone_territories"))
    if name in known:
        return name
    # A city, which is all that most people write, stands behind the slash.
    by_city = {one.rpartition("/")[2].replace("_", " "): one for one in known}
    if name in _OF_BRUSSELS:
        raise refusal(f"is {name!r}, half a year of a time zone", "write Europe/Brussels")
    near = nearest(name, known) or by_city.get(nearest(name, tuple(by_city)) or "")
    raise refusal(
        f"is {name!r}, no time zone",
        f"did you mean {near}?" if near else "write a name of the zones, as in Europe/Brussels",
    )


Zone = Annotated[Text, ReadsThen(_zone)]


class Stage(SpecModel):
    """A stage or cut-off of the call: what it is called, until when, by whose clock."""

    name: Text
    deadline: DayOrMoment
    zone: Zone
