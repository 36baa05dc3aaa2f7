"""Days that lie whole months apart."""

from calendar import monthrange
from datetime import date
from typing import Final

_LAST_YEAR: Final = 9999


def months_later(day: date, months: int) -> date | None:
    """Return the same day so many months later, or the last of its month; None beyond all years."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > _LAST_YEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
