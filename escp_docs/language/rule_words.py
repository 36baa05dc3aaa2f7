"""Words that the messages of many rules need."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Final

from escp_docs.language.english.countries import IN_A_SENTENCE
from escp_docs.language.english.country_names import COUNTRY_NAMES

if TYPE_CHECKING:
    from fractions import Fraction


def count(number: int | Decimal, one: str, many: str) -> str:
    """Return a number with its noun: "1 partner", "3 partners"."""
    return f"{number} {one if number == 1 else many}"


def listed(names: Iterable[str]) -> str:
    """Return names parted by commas, in order; "none" if there are none."""
    return ", ".join(names) or "none"


def country_name(code: str) -> str:
    """Return the name of a country as it stands in a sentence, "the Netherlands"; else the code."""
    return IN_A_SENTENCE.get(code, code)


def country_names(codes: Iterable[str]) -> str:
    """Return the names of countries in the order of the alphabet; "none" if there are none."""
    return listed(sorted(COUNTRY_NAMES.get(code, code) for code in codes))


def and_listed(names: Sequence[str]) -> str:
    """Return one name or more as they are spoken: "A", "A and B", "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


_NUMBERS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip


def in_words(number: int) -> str:
    """Return a small number as a word, "two"; any other in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def euro(amount: Decimal) -> str:
    """Return an amount with its currency: "EUR 550,000.00"."""
    return f"EUR {amount:,.2f}"


def percent(share: "Fraction") -> str:
    """Return a share as a percentage, to the last digit: "90 %"; one without end as "2/3"."""
    hundredfold = share * 100
    with localcontext(prec=len(str(hundredfold.numerator)) + hundredfold.denominator.bit_length()):
        found = Decimal(hundredfold.numerator) / hundredfold.denominator
    is_exact = found.as_integer_ratio() == hundredfold.as_integer_ratio()
    return f"{found.normalize():f} %" if is_exact else f"{share}"
