"""Months in the calendar: days that lie whole months apart, months of an action, moments."""

from calendar import monthrange
from datetime import date, datetime, timedelta


def months_later(day: date, months: int) -> date | None:
    """Return the same day so many months later, or the last of its month; None beyond all years.

    Months below 0 lead back.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def first_day(start: date, month: int) -> date | None:
    """Return the first day of a project month that begins at `start`; None beyond all years."""
    return months_later(start, month - 1)


def last_day(start: date, month: int) -> date:
    """Return the last day of a project month: the day before the next one begins."""
    following = first_day(start, month + 1)
    return date.max if following is None else following - timedelta(days=1)


def day_of(moment: date | datetime) -> date:
    """Return the day of a date or a moment, as it was written."""
    return moment.date() if isinstance(moment, datetime) else moment
