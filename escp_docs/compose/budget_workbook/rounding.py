"""Which figures a spreadsheet computes to the cent, and how.

A sheet calculates in binary floating point of 15 decimal digits. A rounding is safe there if the
exact amount is not so near to where the rounding turns that the error of a product could carry it
over: it has at most four decimals of a cent, or it is farther from there than one of them. Up to
EUR 1,000,000,000 that is more than the error (2^-52 of the amount, twice). Where it is not safe the
cell holds the figure itself, which is right however fine the rate.
"""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

LARGEST: Final = Decimal(10) ** 9
_STEP: Final = Fraction(1, 10**4)


def halves(exact: Fraction) -> bool:
    """Whether a sheet rounds an amount in euro half up to the cent as we do."""
    return _safe(exact, Fraction(1, 2))


def floors(exact: Fraction) -> bool:
    """Whether a sheet rounds an amount in euro down to the cent as we do."""
    return _safe(exact, Fraction(1))


def _safe(exact: Fraction, turn: Fraction) -> bool:
    cents = exact * 100
    rest = cents - floor(cents)
    fine = (cents / _STEP).denominator != 1
    return exact <= LARGEST and not (fine and abs(rest - turn) <= _STEP)


def rounded(product: str) -> str:
    """Return the formula of a product in euro, rounded half up to the cent."""
    return f"ROUND({product},2)"


def rounded_down(product: str) -> str:
    """Return the formula of a product in euro, rounded down to the cent.

    0.9 x 16,050 is a little less than 14,445 in binary: the inner rounding puts it right.
    """
    return f"INT(ROUND({product}*100,4))/100"
