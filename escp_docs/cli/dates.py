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
    """Return the day of SOURCE_DATE_EPOCH, as reproducible-builds.org defines it, if it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None
