"""`escp-docs compare`: what changed between two versions of a spec."""

from datetime import date
from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import DOCUMENT, QUIET, styles
from escp_docs.cli.dates import Date
from escp_docs.cli.errors import OPEN
from escp_docs.cli.named_specs import named
from escp_docs.cli.own_version import own_version
from escp_docs.cli.paint import paint
from escp_docs.cli.redlining import RedlineArguments, write
from escp_docs.cli.streams import NamedPath
from escp_docs.report import comparisons


@click.command("compare")
@click.argument("versions", metavar="[OLD] [NEW]", nargs=-1, shell_complete=complete.specs)
@styles("text", "json", "html", says="Text, JSON for programs, or a page for a browser.")
@click.option(
    "--redline", is_flag=True, help="Write the new documents with the changes tracked in them."
)
@DOCUMENT
@click.option(
    "-f",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="Of redlines: docx, pdf or html; repeatable.  [default: docx]",
)
@click.option(
    "-o",
    "folder",
    type=NamedPath(file_okay=False, path_type=Path),
    help="Folder for redlines.  [default: that of the documents]",
)
@click.option("--author", metavar="NAME", help="Whose changes they are.  [default: escp-docs]")
@click.option("--as-of", type=Date(), help="The date of changes, printed too, as 2020-11-20.")
@click.option(
    "--standard", is_flag=True, help="Compare the agreement of one SPEC with the shipped words."
)
@QUIET
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one per option
    ctx: click.Context,
    versions: tuple[str, ...],
    style: str,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    folder: Path | None,
    author: str | None,
    as_of: date | None,
    *,
    redline: bool,
    standard: bool,
) -> None:
    r"""Say what is otherwise in the version NEW than in OLD, and what follows.

    A version is a SPEC, REV:SPEC as git has it, a package, or a folder of documents. One SPEC alone
    is compared with its last package, else with git's HEAD; a produced FILE, alone or before its
    SPEC, with what was sent.

    With --redline it writes NAME.redline.docx, or another format: the new document with what came
    and went since the old one, to be accepted or rejected in a word processor.

    \b
    Exit status:
      0  nothing differs; with --redline, all is written
      1  something does
      2  a version cannot be read
      3  with --redline, a file cannot be written
    """
    if len(versions) > 2:  # noqa: PLR2004  # an old one and a new one
        raise click.UsageError("compare takes one version or two: OLD NEW.")
    asked = RedlineArguments(documents, formats, folder, author, as_of, standard)
    if redline:
        write(named(versions), asked)
        return
    asked.check_idle()
    found = api.compare(*named(versions))
    click.echo(comparisons.render(style, found, paint, own_version()), nl=False)
    ctx.exit(OPEN if found.differs else 0)
