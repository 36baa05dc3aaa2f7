"""`escp-docs init`: begin a spec."""

import shlex
import sys
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete, prompts
from escp_docs.cli.common_options import CALLS
from escp_docs.cli.errors import usage
from escp_docs.cli.streams import NamedPath

_OPTIONS = {
    "strand": "--strand",
    "acronym": "--acronym",
    "partner": "--partner",
    "target": "--target",
    "call": "--call",
}


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=NamedPath(path_type=Path))
@click.option("--strand", help="Strand of the call, such as A.")
@click.option("--acronym", help="Acronym of the project.")
@click.option(
    "--call",
    "call_id",
    default=None,
    help=f"Id of the call.  [default: {api.DEFAULT_CALL}]",
    shell_complete=complete.calls,
)
@CALLS
@click.option(
    "--partner",
    "partners",
    multiple=True,
    metavar="ID:COUNTRY",
    help="A partner, as CMC:PT; repeatable, the coordinator first.",
)
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="CODE|NAME",
    help="A target: a country as in CA, or a region by its name; repeatable.",
)
@click.option("--full", is_flag=True, help="Name every key with its meaning, commented out.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    folder: Path,
    strand: str | None,
    acronym: str | None,
    call_id: str | None,
    calls: Path | None,
    partners: tuple[str, ...],
    targets: tuple[str, ...],
    *,
    full: bool,
) -> None:
    r"""Begin a spec in DIR: what decides first, to fill in; a schema for editors, a Makefile.

    Asks when run in a terminal without options. Never overwrites a file.

    \b
    Exit status:
      0  written
      2  a file is there already, an argument cannot be read, or nobody is there to be asked
      3  the folder cannot be written
    """
    is_silent = not (call_id or strand or acronym or partners or targets)
    call_id = call_id or api.DEFAULT_CALL
    if is_silent and not is_terminal():
        raise click.UsageError(
            "nobody is there to be asked: state --strand, --acronym, --partner or --target"
        )
    try:
        if is_silent:
            begun = prompts.beginning(api.call(call_id, calls), calls)
        else:
            begun = api.begin(
                call_id=call_id,
                strand=strand,
                acronym=acronym,
                partners=partners,
                targets=targets,
                calls=calls,
            )
        api.init(folder, begun, full=full)
    except api.ArgumentError as error:
        raise usage(error, _OPTIONS) from error
    spec = shlex.quote(str(folder))
    click.echo(
        f"{folder / 'partnership.yaml'} is begun. Fill in what you know, then\n"
        f"  escp-docs check {spec}; escp-docs build {spec}"
    )
    ctx.exit(0)


def is_terminal() -> bool:
    """Whether there is someone to ask."""
    return sys.stdin is not None and sys.stdin.isatty()
