"""`escp-docs call`: calls as files, to list, read, begin, check and compare."""

from pathlib import Path
from typing import Final

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import CALLS, QUIET, TEXT_OR_JSON
from escp_docs.cli.errors import usage
from escp_docs.cli.streams import NamedPath
from escp_docs.report import calls as report

_SOMETHING: Final = 1
_OPTIONS: Final = {"call": "'CALL'"}


@click.group("call")
def command() -> None:
    r"""Calls as files: every number, list, date and word of a call, each with its source.

    A call of yours lies in calls/ beside the spec, or in a folder that --calls names.

    \b
    Exit status:
      0  done; of check and diff: nothing to say
      1  of check and diff: something to say
      2  a file or an argument cannot be read
      3  a file cannot be written
    """


@command.command("list")
@click.option("--titles", is_flag=True, help="Write the title of each behind its id.")
@CALLS
def list_command(calls: Path | None, *, titles: bool) -> None:
    """Name all calls, one id a line: those that are built in, and yours."""
    ids = api.call_ids(calls)
    known = {name: api.call(name, calls).title if titles else "" for name in ids}
    click.echo(report.as_list(known))


@command.command("show")
@click.argument("name", metavar="ID|FILE", shell_complete=complete.calls)
@CALLS
@TEXT_OR_JSON
def show_command(name: str, calls: Path | None, style: str) -> None:
    """Print a call as a page: every fact with its source, and what is unknown."""
    try:
        found = api.call_page(name, calls)
    except api.UnknownNameError as error:
        raise usage(error, _OPTIONS) from error
    click.echo(report.render(style, found))


@command.command("new")
@QUIET
@click.argument("name", metavar="ID")
@click.option(
    "--like", metavar="ID|FILE", help="Begin like this call.", shell_complete=complete.calls
)
@click.option(
    "--from",
    "record",
    type=NamedPath(exists=True, dir_okay=False, path_type=Path),
    help="Begin from the portal's record of the topic, as JSON.",
)
@click.option(
    "--to",
    "folder",
    type=NamedPath(file_okay=False, path_type=Path),
    help="Where it goes.  [default: --calls, else calls]",
)
@CALLS
def new_command(
    name: str, like: str | None, record: Path | None, folder: Path | None, calls: Path | None
) -> None:
    """Begin a call file, with every key explained; write nothing over.

    From a record, what the portal states becomes facts, each official; all the rest is unknown.
    """
    if like is not None and record is not None:
        raise click.UsageError("begin like a call, or from a record: state --like or --from")
    try:
        path = api.new_call(name, folder, like=like, record=record, calls=calls)
    except api.ArgumentError as error:
        raise usage(error, {"call": "'ID'"}) from error
    click.echo(f"{path} is begun. Fill in what the call says, then\n  escp-docs call check {path}")


@command.command("check")
@QUIET
@click.argument("name", metavar="FILE|ID", shell_complete=complete.specs)
@CALLS
@TEXT_OR_JSON
@click.pass_context
def check_command(ctx: click.Context, name: str, calls: Path | None, style: str) -> None:
    """Say what is wrong with a call file, and give an example for each condition."""
    try:
        found = api.check_call(name, calls)
    except api.UnknownNameError as error:
        raise usage(error, _OPTIONS) from error
    click.echo(report.render(style, found))
    ctx.exit(_SOMETHING if found.faults else 0)


@command.command("diff")
@QUIET
@click.argument("old", metavar="OLD", shell_complete=complete.calls)
@click.argument("new", metavar="NEW", shell_complete=complete.calls)
@click.argument("specs", metavar="[SPEC]...", nargs=-1, shell_complete=complete.specs)
@CALLS
@TEXT_OR_JSON
@click.pass_context
def diff_command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    old: str,
    new: str,
    specs: tuple[str, ...],
    calls: Path | None,
    style: str,
) -> None:
    """Say what is otherwise in a call than in another, and what that does to each SPEC."""
    try:
        found = api.diff_calls(old, new, specs, calls)
    except api.UnknownNameError as error:
        raise usage(error, _OPTIONS) from error
    click.echo(report.render(style, found))
    ctx.exit(0 if found.is_nothing else _SOMETHING)
