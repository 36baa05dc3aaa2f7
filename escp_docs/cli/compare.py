"""`escp-docs compare`: what changed between two versions of a spec."""

from importlib.metadata import version

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.errors import OPEN
from escp_docs.cli.named_specs import named
from escp_docs.cli.paint import paint
from escp_docs.report import comparisons


@click.command("compare")
@click.argument("versions", metavar="[OLD] [NEW]", nargs=-1, shell_complete=complete.specs)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "html")),
    default="text",
    show_default=True,
    help="Text, JSON for programs, or a page for a browser.",
)
@click.pass_context
def command(ctx: click.Context, versions: tuple[str, ...], style: str) -> None:
    r"""Say what is otherwise in the version NEW than in OLD, and what follows.

    A version is a SPEC, REV:SPEC as git has it, a package, or a folder of documents. One SPEC alone
    is compared with its last package, else with git's HEAD; a produced FILE, alone or before its
    SPEC, with what was sent.

    \b
    Exit status:
      0  nothing differs
      1  something does
      2  a version cannot be read
    """
    if len(versions) > 2:  # noqa: PLR2004  # an old one and a new one
        raise click.UsageError("compare takes one version or two: OLD NEW.")
    found = api.compare(*named(versions))
    click.echo(comparisons.render(style, found, paint, version("escp-docs")), nl=False)
    ctx.exit(OPEN if found.differs else 0)
