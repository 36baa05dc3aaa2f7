"""What became of a spec outside of it: packed, handed in, signed, as its record has it."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field


class HandedIn(Struct, frozen=True):
    """What the record of a spec says of its last package.

    Attributes:
        package: The name of the package that was handed in last; empty if there is none.
        day: Its day.
        signed: Of each party that is asked to sign, whether it has signed the agreement in all
            its places.
        mandates: The same of its mandate.
    """

    package: str = ""
    day: date | None = None
    signed: Mapping[str, bool] = field(default_factory=dict)
    mandates: Mapping[str, bool] = field(default_factory=dict)


NOTHING = HandedIn()
"""A spec of which nothing was packed, or whose record nobody looked into."""
