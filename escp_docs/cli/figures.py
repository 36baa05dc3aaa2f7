"""What `check --figures` shows: figures, dates and names in texts, with the facts behind them."""

import json
from collections.abc import Sequence
from typing import Any

import click

from escp_docs import api
from escp_docs.cli.errors import UNREADABLE, tell
from escp_docs.cli.paint import paint
from escp_docs.report.json_report import fault_of_spec
from escp_docs.report.stale_prose import figure_lines, figure_objects


def show(names: Sequence[str], style: str) -> int:
    """Print the figures in the texts of specs; return the exit status."""
    every: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for name in names:
        try:
            found = api.figures(name)
        except api.UnreadableError as error:
            errors += (fault_of_spec(name, one) for one in error.faults)
            if style != "json":
                tell(error, style)
            continue
        every.append({"spec": name, "figures": figure_objects(found)})
        for line in figure_lines(found, paint) if style != "json" else ():
            click.echo(line)
    if style == "json":
        whole = {"specs": every, "errors": errors}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
    return UNREADABLE if errors else 0
