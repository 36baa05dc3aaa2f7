"""Dates from the command line and the environment."""

import os
from datetime import UTC, date, datetime

import click


class Date(click.ParamType[date]):
    """A date as 2020-11-20."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date that a text stands for."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write 2020-11-20", param, ctx)


def source_date_epoch() -> date | None:
    """Return the day of SOURCE_DATE_EPOCH, as reproducible-builds.org defines it, if it is set.

    Raises:
        UsageError: it is set to what is no number of seconds since 1970, or of a year beyond 9999.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not seconds:
        return None
    try:
        if seconds.isascii() and seconds.isdigit():
            return datetime.fromtimestamp(int(seconds), UTC).date()
    except (OverflowError, OSError, ValueError):
        pass
    raise click.UsageError(
        f"SOURCE_DATE_EPOCH is {seconds!r}, no number of seconds since 1970; mend it, or unset it"
    )
