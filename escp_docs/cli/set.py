"""`escp-docs set`: change values of a spec, and nothing else of its files."""

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import QUIET, TEXT_OR_JSON
from escp_docs.cli.errors import UNREADABLE, tell
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint
from escp_docs.cli.standard_input import with_standard_input
from escp_docs.report.edits import as_json, edit_lines


@click.command("set")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@click.argument("settings", metavar="[KEY=VALUE]...", nargs=-1, shell_complete=complete.keys)
@click.option(
    "--remove",
    multiple=True,
    metavar="KEY",
    help="Take out a key, or an entry of a list; repeatable.",
    shell_complete=complete.keys,
)
@click.option(
    "--add",
    multiple=True,
    metavar="'LIST KEY=VALUE ...'",
    help="Add an entry to a list, as in 'consortium.partners id=NEW country=PT'; repeatable.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@TEXT_OR_JSON
@QUIET
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    spec: str,
    settings: tuple[str, ...],
    remove: tuple[str, ...],
    add: tuple[str, ...],
    style: str,
    *,
    dry_run: bool,
) -> None:
    r"""Change values of SPEC in its files; every other byte of them stays as it is.

    A KEY names entries by id or position: consortium.partners[CMA].city, budget.costs[3].units.
    A VALUE needs no quotes of YAML; a list is [a, b], a mapping {name: Ana}. KEY=- reads it from
    standard input. What a partner confirmed is to be confirmed again once it is changed.

    \b
    Exit status:
      0  written, or nothing to change
      2  a key, a value or the spec cannot be read; nothing is written
      3  a file cannot be written
    """
    if not settings and not remove and not add:
        raise click.UsageError("Nothing to change: name KEY=VALUE, --add or --remove.")
    values = with_standard_input(settings)
    try:
        done = api.set_values(spec, values, added=add, removed=remove, writes=not dry_run)
    except (api.RefusedEditError, api.UnreadableError) as error:
        tell(error, style)
        click.echo("nothing is written", err=True)
        ctx.exit(UNREADABLE)
    if style == "json":
        click.echo(as_json(done, own_version(), written=not dry_run), nl=False)
    else:
        click.echo("\n".join(edit_lines(done, paint, written=not dry_run)))
