"""Single values of a spec in the words in which documents print them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from escp_docs.language.language import Language
from escp_docs.model.schema import Scalar


def printed(value: object, scalar: Scalar, language: Language) -> str:
    """Return a plain value as documents print it."""
    match value:
        case bool():
            return language.flag(value=value)
        case date():
            return language.day(value)
        case Fraction():
            return language.share(value)
        case Decimal():
            return language.euro(value) if scalar.kind == "euro" else language.number(value)
        case int():
            return str(value)
        case str() if scalar.kind == "country":
            return language.country(value)
        case str() if scalar.options:
            return language.choice(value)
        case _:
            return str(value)
