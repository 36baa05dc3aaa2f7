"""What `check --figures` shows: figures, dates and names in texts, with the facts behind them."""

import json
from collections.abc import Sequence

import click

from escp_docs import api
from escp_docs.cli.errors import UNREADABLE, told
from escp_docs.cli.paint import paint
from escp_docs.report.stale_prose import figure_lines, figure_objects


def show(names: Sequence[str], style: str) -> int:
    """Print the figures in the texts of specs; return the exit status."""
    status, every = 0, []
    for name in names:
        try:
            found = api.figures(name)
        except api.UnreadableError as error:
            click.echo(told(error), err=True, nl=False)
            status = UNREADABLE
            continue
        every.append({"spec": name, "figures": figure_objects(found)})
        for line in figure_lines(found, paint) if style != "json" else ():
            click.echo(line)
    if style == "json":
        click.echo(json.dumps({"specs": every}, ensure_ascii=False, indent=1))
    return status
