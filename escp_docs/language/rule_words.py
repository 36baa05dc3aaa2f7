"""Words that the messages of many rules need."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction


def count(number: int | Decimal, one: str, many: str) -> str:
    """Return a number with its noun: "1 partner", "3 partners"."""
    return f"{number} {one if number == 1 else many}"


def listed(names: Iterable[str]) -> str:
    """Return names parted by commas, in order; "none" if there are none."""
    return ", ".join(names) or "none"


def euro(amount: Decimal) -> str:
    """Return an amount with its currency: "EUR 550,000.00"."""
    return f"EUR {amount:,.2f}"


def percent(share: Fraction) -> str:
    """Return a share as a percentage: "90 %"."""
    return f"{float(share * 100):.10g} %"
