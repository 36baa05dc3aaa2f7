"""`escp-docs package`: what is handed in, signed or made public, kept as it was."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.building import outcome
from escp_docs.cli.common_options import CALLS, QUIET, TEMPLATES
from escp_docs.cli.dates import Date, source_date_epoch
from escp_docs.cli.errors import OPEN
from escp_docs.cli.paint import paint
from escp_docs.report import packaged, verification


@click.command("package")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@click.option("--public", is_flag=True, help="The public edition of the agreement.")
@click.option("--signing", is_flag=True, help="For each party the agreement to sign, its mandate.")
@click.option("--pages-only", is_flag=True, help="With --signing: pages with the agreement's hash.")
@click.option("--as-of", type=Date(), help="The date that is printed, as 2020-11-20.")
@TEMPLATES
@CALLS
@QUIET
@click.pass_context
def command(  # noqa: PLR0913  # one per option
    ctx: click.Context,
    spec: str,
    *,
    public: bool,
    signing: bool,
    pages_only: bool,
    as_of: date | None,
    templates: Path | None,
    calls: Path | None,
) -> None:
    r"""Build SPEC as final, verify it, and keep what is handed in under record/packages.

    A package has three drawers: submit/ for the portal, sign/, and keep/, which is sent to nobody.
    Later builds never touch it; the same bytes are not written twice; `compare` takes it as OLD.

    \b
    Exit status:
      0  written, or there already
      1  something is open, or verify objects; nothing is written
      2  the spec, a template or the arguments cannot be read
      3  the documents could not be made, or the record not written
    """
    if pages_only and not signing:
        raise click.UsageError("--pages-only goes with --signing.")
    if public and signing:
        raise click.UsageError("--public and --signing make two packages; ask for one of them.")
    options = api.BuildOptions(
        as_of=as_of or source_date_epoch(),
        today=datetime.now().astimezone().date(),  # noqa: TID251  # the last resort
        templates=templates,
        calls=calls,
    )
    kind = "public" if public else "pages" if pages_only else "signing" if signing else ""
    try:
        found = api.package(spec, kind, options, executor=api.processes(os.cpu_count() or 1))
    except api.StillOpenError as error:
        click.echo(outcome(api.NotBuilt(spec, error))[1], err=True, nl=False)
        ctx.exit(OPEN)
    except api.NotVerifiedError as error:
        click.echo(verification.text(error.verification, paint), err=True, nl=False)
        ctx.exit(OPEN)
    click.echo("".join(f"{line}\n" for line in packaged.lines(found)), nl=False)
