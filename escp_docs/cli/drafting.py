"""Drafts, as `build --draft-engine` shows them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import click

from escp_docs import api
from escp_docs.cli.errors import status_of, told

_NEVER: Final = {
    "final": "final",
    "everything": "all",
    "formats": "format",
    "send": "send",
    "partner": "for",
    "blank": "blank",
    "cluster": "cluster",
    "depfile": "depfile",
    "paginate": "paginate",
}
"""What drafts are never, by the name of the parameter: the option that asks for it."""


def draft(
    asked: Mapping[str, Any], specs: Sequence[str], options: api.BuildOptions, *, quiet: bool
) -> int:
    """Write drafts of each spec and print where they lie; return the status.

    Raises:
        UsageError: an option asks for what a draft is not.
    """
    for name, option in _NEVER.items():
        if asked[name]:
            raise click.UsageError(
                f"--draft-engine makes drafts of PDFs; leave it or --{option} out"
            )
    status = 0
    for name in specs:
        try:
            made = api.drafts(name, options)
        except api.EscpError as error:
            click.echo(told(error), err=True, nl=False)
            status = max(status, status_of(error))
            continue
        for path in () if quiet else made:
            click.echo(f"{path}  (draft)")
    return status
