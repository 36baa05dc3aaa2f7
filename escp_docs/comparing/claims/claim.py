"""What a spec states, in the form in which a text may say it."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class ClaimKind(StrEnum):
    """What is looked for in a text."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


class Claim(Struct, frozen=True):
    """A fact of a spec as a text may say it.

    Attributes:
        about: The key of the fact; of what is counted, the list.
        kind: What is looked for.
        value: The number, the day, the name.
        label: What it states, as a noun phrase.
        shown: The value in words.
        behind: Of a number, the nouns of which one stands behind it.
        before: The words of which one stands before it: month, EUR.
        near: The words of which `least` stand in the same sentence or row, in small letters.
        least: How many of these.
        home: The key of the entry that it is of: in its own texts nothing need stand near.
        is_ordinal: Whether a place in an order says it as well: the third month.
    """

    about: str
    kind: ClaimKind
    value: Decimal | date | str
    label: str
    shown: str
    behind: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    least: int = 1
    home: str = ""
    is_ordinal: bool = False
