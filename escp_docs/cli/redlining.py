"""Options of `compare --redline`, and the writing of redlines."""

from datetime import date
from pathlib import Path

import click
from msgspec import Struct

from escp_docs import api
from escp_docs.cli.dates import source_date_epoch
from escp_docs.cli.errors import usage
from escp_docs.report import redlines as report


class RedlineArguments(Struct, frozen=True):
    """What was said of redlines on the command line."""

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    folder: Path | None = None
    author: str | None = None
    as_of: date | None = None
    standard: bool = False

    def check_idle(self) -> None:
        """Make sure that nothing was asked for that redlines alone have.

        Raises:
            UsageError: something was.
        """
        if self != RedlineArguments():
            raise click.UsageError("-d, -f, -o, --author, --as-of and --standard need --redline.")


def write(names: list[str], asked: RedlineArguments) -> None:
    """Write redlines and say where they lie.

    Raises:
        UsageError: an argument cannot be meant as it was written.
    """
    try:
        found = api.redline(
            *names,
            documents=asked.documents,
            formats=asked.formats,
            folder=asked.folder,
            author=asked.author,
            as_of=asked.as_of or source_date_epoch(),
            standard=asked.standard,
        )
    except api.ArgumentError as error:
        raise usage(error) from error
    for line in report.lines(found):
        click.echo(line)
