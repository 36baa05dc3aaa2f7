"""`escp-docs doctor`: what this machine has and lacks."""

import os
import platform

import click

from escp_docs import api
from escp_docs.cli.common_options import QUIET
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint


@click.command("doctor")
@QUIET
@click.pass_context
def command(ctx: click.Context) -> None:
    r"""Say what this machine has and lacks, and the command that installs it.

    A short document is really made in each format.

    \b
    Exit status:
      0  every document can be made
      1  one cannot
    """
    click.echo(
        f"escp-docs {own_version()}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    )
    is_able = True
    for one in api.capabilities():
        word, colour = ("ok", "green") if not one.fix else ("missing", "red")
        if one.fix and not one.needed:
            word, colour = "without", "yellow"
        detail = f" ({one.detail})" if one.detail else ""
        click.echo(f"{paint(f'{word:<8}', colour)} {one.what}{detail}")
        if one.fix:
            click.echo(f"           fix: {one.fix}")
        is_able = is_able and not (one.fix and one.needed)
    ctx.exit(int(not is_able))
