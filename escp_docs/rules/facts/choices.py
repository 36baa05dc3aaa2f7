"""The choices of an agreement, by their names, as a spec writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from escp_docs.model.agreement import Agreement
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import keys, split


def choice_now(agreement: Agreement, name: str) -> tuple[str, str | None]:
    """Return the path of a choice below `agreement`, and what is chosen; None if nothing is.

    Args:
        agreement: The agreement.
        name: The path of the choice, or its key alone if one part below has it.
    """
    path = _path(agreement, split(name.removeprefix("agreement.")))
    value: object = agreement
    for step in path:
        key = keys(type(value)).get(str(step)) if isinstance(value, SpecModel) else None
        value = getattr(value, key.attribute) if key else None
    return ".".join(str(step) for step in path), _written(value)


def _path(agreement: Agreement, steps: tuple[str | int, ...]) -> tuple[str | int, ...]:
    if len(steps) != 1 or str(steps[0]) in keys(Agreement):
        return steps
    for name, key in keys(Agreement).items():
        inner = getattr(agreement, key.attribute)
        if isinstance(inner, SpecModel) and str(steps[0]) in keys(type(inner)):
            return (name, *steps)
    return steps


def agrees(then: str, now: str | None) -> bool:
    """Whether a choice as it was noted is the one that is made now; the case does not matter."""
    if now is None:
        return False
    return _parts(then) == _parts(now) or _number(then) == _number(now) is not None


def _parts(text: str) -> list[str]:
    """Return the parts of a list in brackets or not, in whatever order; one of a single choice."""
    return sorted(part.strip().casefold() for part in text.strip("[] ").split(","))


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def _written(value: object) -> str | None:
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case tuple():
            return ", ".join(str(_written(one)) for one in value)
        case date():
            return value.isoformat()
        case str() | int() | Decimal() | Fraction():
            return str(value)
        case _:
            return None
