"""What a number may mean that is not written as the format wants it."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from escp_docs.model.units import says_again
from escp_docs.pattern import pattern

_TWO_WAYS: Final = pattern(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
_NO_CENTS: Final = pattern(r"(?<=\d)[.,]\s?[-–—]{1,2}(?!\d)")
_BLANKS: Final = pattern(r"(?<=\d)[\s'’](?=\d)")
_GROUPED: Final = pattern(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
_DECIMAL: Final = pattern(r"(\d+)[.,](\d+)")
_BOTH: Final = pattern(r"(\d{1,3}(?:\.\d{3})+),(\d+)|(\d{1,3}(?:,\d{3})+)\.(\d+)")
_UNITS: Final = pattern(
    r"(?P<sign>€|eur|euros?)?\s*(?P<number>\d[\d.,'’\s]*?)\s*(?P<unit>[€%]|[^\W\d_]+\.?)?",
    re.IGNORECASE,
)


_SHARE: Final = pattern(
    r"(\d{1,3}(?:[.,]\d{1,6})?)\s*(%|percent|per cent|p\.?\s?c\.?)?", re.IGNORECASE
)
_THREE: Final = 3
_TIMES: Final = {"once": "1", "twice": "2"}


def reads_two_ways(text: str, places: int) -> tuple[str, str] | None:
    """Return the two readings of a decimal such as 12.500, None if it has one.

    In half of Europe the point parts thousands; three decimals after one to three digits tell
    nobody which is meant. The second reading has at most `places` decimals.
    """
    if not _TWO_WAYS.fullmatch(text):
        return None
    shorter = text.rstrip("0").removesuffix(".")
    if shorter == text:
        shorter = f"{text}0" if places > _THREE else text[:-1]
    return text.replace(".", ""), shorter


def in_plain_digits(text: str) -> str:
    """Return a text with the digits 0 to 9 for those that are wider, or of other scripts."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(one, one)) for one in plain)


def meant(text: str, key: str) -> tuple[str, ...]:
    """Return the numbers that a text may mean, as the format writes them; none if it is none.

    A text with a unit means a number only if the unit says again what `key` counts.
    """
    word = text.strip().casefold()
    if word in _TIMES:
        return (_TIMES[word],)
    digits = in_plain_digits(text).strip().removesuffix(".")
    without_cents, no_cents = _NO_CENTS.subn("", digits)
    found = _UNITS.fullmatch(without_cents)
    if not found or not all(says_again(one, key) for one in (found["sign"], found["unit"]) if one):
        return ()
    number = _BLANKS.sub("", found["number"].strip())
    if number.isdigit():
        return (number,)
    both = _BOTH.fullmatch(number)
    if both:
        whole, cents = (both[1], both[2]) if both[1] else (both[3], both[4])
        return (f"{re.sub('[.,]', '', whole)}.{cents}",)
    grouped = _GROUPED.fullmatch(number)
    if grouped:
        whole = number.replace(grouped[1], "")
        short = number.replace(grouped[1], ".", 1).rstrip("0").removesuffix(".")
        return (whole,) if no_cents or number.count(grouped[1]) > 1 else (whole, short)
    decimal = _DECIMAL.fullmatch(number)
    return (f"{decimal[1]}.{decimal[2]}",) if decimal else ()


def share(text: str) -> str | None:
    """Return the share that a text in per cent or with a comma means; None if it means none."""
    plain = in_plain_digits(text).strip()
    found = _SHARE.fullmatch(plain)
    if not found:
        return None
    number = Decimal(found[1].replace(",", "."))
    meant = number / 100 if found[2] or number > 1 else number
    return f"{meant.normalize():f}" if meant <= 1 else None
