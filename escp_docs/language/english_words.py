"""Values in words, as English official texts write them: countries, dates, amounts, choices."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

LANGUAGE: Final = "en-GB"
_LOCALE: Final = Locale.parse("en_GB")
_NO_BREAK: Final = "\u00a0"

# Where the name in official texts of the Union differs from that of the locale data.
# Source: Interinstitutional style guide of the Union, annex A5, as of 2020.
_COUNTRY_NAMES: Final = {
    "BA": "Bosnia and Herzegovina",
    "CD": "Democratic Republic of the Congo",
    "CG": "Congo",
    "CI": "Côte d’Ivoire",
    "HK": "Hong Kong",
    "MM": "Myanmar/Burma",
    "MO": "Macao",
    "PS": "Palestine",
    "ST": "São Tomé and Príncipe",
    "TR": "Turkey",
    "TT": "Trinidad and Tobago",
    "AG": "Antigua and Barbuda",
    "KN": "Saint Kitts and Nevis",
    "LC": "Saint Lucia",
    "VC": "Saint Vincent and the Grenadines",
}

# Choices whose key with spaces for underscores does not read as English.
_CHOICES: Final = {
    "on_receipt": "on receipt",
    "by_instalments": "by instalments",
    "by_report": "by report",
    "wet_ink": "handwritten signature",
    "advanced": "advanced electronic signature",
    "qualified": "qualified electronic signature",
    "website_video": "website or video",
    "smes": "SMEs",
    "partnership_agreement": "Partnership Agreement",
    "implementation_roadmap": "roadmap for implementation",
    "email": "e-mail",
    "email_and_post": "e-mail and post",
}
_CODES: Final = {
    "report": "R",
    "website_video": "DEC",
    "other": "Other",
    "public": "PU",
    "confidential": "CO",
}
_SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@cache
def country(code: str) -> str:
    """Return the name of a country in official texts of the Union."""
    return _COUNTRY_NAMES.get(code) or _LOCALE.territories.get(code, code)


def language(code: str) -> str:
    """Return the English name of a language by its ISO 639-1 code, or the code itself."""
    return str(_LOCALE.languages.get(code.lower(), code))


def day(value: date) -> str:
    """Return a date as "20 November 2020"; of a moment the hour and offset too."""
    words = format_date(value, "d MMMM y", locale=_LOCALE)
    if isinstance(value, datetime):
        offset = value.strftime("%z")
        words += f", {value:%H:%M} (UTC{offset[:3]}:{offset[3:5]})"
    return words


def number(value: Decimal | int) -> str:
    """Return a number with commas for thousands and no needless zeros."""
    return str(format_decimal(value, format="#,##0.######", locale=_LOCALE))


def amount(value: Decimal) -> str:
    """Return an amount with two decimals: 4,200.50."""
    return str(format_decimal(value, format="#,##0.00", locale=_LOCALE))


def euro(value: Decimal) -> str:
    """Return an amount with its currency: EUR 4,200.50, or EUR 4,200 if it has no cents."""
    shown = amount(value) if value != value.to_integral_value() else number(value)
    return f"EUR{_NO_BREAK}{shown}"


def percent(value: Fraction | Decimal, decimals: int = 1) -> str:
    """Return a share as a percentage, at most `decimals` decimals: 12.5 %."""
    share = Fraction(value) * 100
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    shown = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{number(shown)}{_NO_BREAK}%"


def share(value: Fraction) -> str:
    """Return a share as a percentage if that is exact, else as a fraction: 90 %, 2/3."""
    percentage = value * 10000
    if percentage.denominator == 1:
        return percent(value, 2)
    return f"{value.numerator}/{value.denominator}"


def choice(option: str) -> str:
    """Return the words for an allowed value of a choice."""
    return _CHOICES.get(option, option.replace("_", " "))


def code(option: str) -> str:
    """Return the code that the form of the call has for a choice, else its words."""
    return _CODES.get(option, choice(option))


def small(value: int) -> str:
    """Return a number in words up to twelve, else in figures."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else number(value)


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return words as an English list: "A, B and C"; "none" if there are none."""
    if not items:
        return "none"
    head, tail = items[:-1], items[-1]
    return f"{', '.join(head)} {last} {tail}" if head else tail
