"""`escp-docs set`: change values of a spec, and nothing else of its files."""

import sys
from typing import TYPE_CHECKING

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.errors import UNREADABLE, told
from escp_docs.cli.paint import paint
from escp_docs.report.edits import edit_lines

if TYPE_CHECKING:
    from collections.abc import Callable


@click.command("set")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@click.argument("settings", metavar="[KEY=VALUE]...", nargs=-1, shell_complete=complete.keys)
@click.option(
    "--remove",
    "removed",
    multiple=True,
    metavar="KEY",
    help="Take out a key, or an entry of a list; repeatable.",
    shell_complete=complete.keys,
)
@click.option(
    "--add",
    "added",
    multiple=True,
    metavar="'LIST KEY=VALUE ...'",
    help="Add an entry to a list, as in 'consortium.partners id=NEW country=PT'; repeatable.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.pass_context
def command(  # noqa: PLR0913  # one per option
    ctx: click.Context,
    spec: str,
    settings: tuple[str, ...],
    removed: tuple[str, ...],
    added: tuple[str, ...],
    *,
    dry_run: bool,
) -> None:
    r"""Change values of SPEC in its files; every other byte of them stays as it is.

    A KEY names entries by id or position: consortium.partners[CMA].city, budget.costs[3].units.
    A VALUE is written as in YAML without quotes, a list as [a, b], a mapping as {name: Ana}; KEY=-
    reads it from standard input. What a partner has confirmed is to be confirmed again once it is
    changed. Nothing is written unless the whole spec can be read afterwards.

    \b
    Exit status:
      0  written, or nothing to change
      2  a key, a value or the spec cannot be read; nothing is written
      3  a file cannot be written
    """
    if not settings and not removed and not added:
        raise click.UsageError("Nothing to change: name KEY=VALUE, --add or --remove.")
    changes: list[api.SpecChange] = []
    lines: list[str] = []
    readers: list[tuple[Callable[[str], api.SpecChange], str]] = [
        *((api.adding, one) for one in added),
        *((api.setting, one) for one in _with_input(settings)),
    ]
    for read, typed in readers:
        try:
            changes.append(read(typed))
        except (api.ArgumentError, api.RefusedEditError) as error:
            lines.append(told(error))
    changes += map(api.RemoveValue, removed)
    done = _edited(spec, changes, lines, writes=not dry_run)
    if lines or done is None:
        click.echo("".join(dict.fromkeys(lines)) + "nothing is written", err=True)
        ctx.exit(UNREADABLE)
    for line in edit_lines(done, paint, written=not dry_run):
        click.echo(line)


def _edited(
    spec: str, changes: "list[api.SpecChange]", lines: list[str], *, writes: bool
) -> "api.Edit | None":
    """Return the edit; None if a change is refused, which is added to what else is wrong."""
    try:
        return api.edit(spec, changes, writes=writes and not lines)
    except (api.RefusedEditError, api.UnreadableError) as error:
        lines.append(told(error))
        return None


def _with_input(settings: tuple[str, ...]) -> list[str]:
    """Return what is set, with standard input for the one value that is written as a dash."""
    if sum(one.endswith("=-") for one in settings) > 1:
        raise click.UsageError("Standard input is one value; name one KEY=-.")
    return [one[:-1] + _input() if one.endswith("=-") else one for one in settings]


def _input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError("Standard input is not UTF-8; save it as UTF-8.") from error
