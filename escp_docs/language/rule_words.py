"""Words that the messages of many rules need."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction


def count(number: int | Decimal, one: str, many: str) -> str:
    """Return a number with its noun: "1 partner", "3 partners"."""
    return f"{number} {one if number == 1 else many}"


def listed(names: Iterable[str]) -> str:
    """Return names parted by commas, in order; "none" if there are none."""
    return ", ".join(names) or "none"


def and_listed(names: Sequence[str]) -> str:
    """Return one name or more as they are spoken: "A", "A and B", "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def euro(amount: Decimal) -> str:
    """Return an amount with its currency: "EUR 550,000.00"."""
    return f"EUR {amount:,.2f}"


def percent(share: Fraction) -> str:
    """Return a share as a percentage, to the last digit: "90 %"; one without end as "2/3"."""
    hundredfold = share * 100
    with localcontext(prec=len(str(hundredfold.numerator)) + hundredfold.denominator.bit_length()):
        found = Decimal(hundredfold.numerator) / hundredfold.denominator
    return f"{found.normalize():f} %" if Fraction(found) == hundredfold else f"{share}"
