"""What `escp-docs pull` asks and tells: proposals one by one, and what was taken back."""

import click

from escp_docs import api
from escp_docs.cli.errors import OPEN
from escp_docs.cli.paint import paint
from escp_docs.report import pulled as report


def undo(ctx: click.Context, spec: str) -> None:
    """Take back the last taking and say of which files, and which places stay."""
    done = api.undo_taking(spec)
    if done is None:
        click.echo("nothing was taken yet")
        return
    for file in done.files:
        click.echo(f"{file}: as it was before")
    for place in done.changed_since:
        click.echo(f"{place}: changed since, and left as it is", err=True)
    ctx.exit(OPEN if done.changed_since else 0)


def asked(found: "api.Pulling") -> "tuple[list[api.Proposal], list[api.Proposal]]":
    """Return what a person takes and what stays, each proposal asked for by itself."""
    taken: list[api.Proposal] = []
    kept: list[api.Proposal] = []
    for one in found.pulled.proposals:
        if not one.can_be_taken:
            continue
        for line in report.proposal_lines(one, paint):
            click.echo(line)
        answer = click.prompt(
            "Take this change? y takes it, n leaves it, s decides later, q ends",
            type=click.Choice(("y", "n", "s", "q")),
            default="s",
        )
        if answer == "q":
            break
        if answer == "y":
            taken.append(one)
        elif answer == "n":
            kept.append(one)
    return taken, kept
