"""`escp-docs status`: who owes which fact."""

from importlib.metadata import version

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import TEXT_OR_JSON
from escp_docs.cli.errors import UNREADABLE
from escp_docs.cli.paint import paint
from escp_docs.report import status


@click.command("status")
@click.argument("spec", metavar="SPEC", shell_complete=complete.specs)
@TEXT_OR_JSON
@click.pass_context
def command(ctx: click.Context, spec: str, style: str) -> None:
    r"""Say who owes which fact of SPEC: what is missing, and what nobody has confirmed.

    What decides whether the application is eligible comes first, with the codes of the rules.

    \b
    Exit status:
      0  the spec can be read, whatever it lacks
      2  it cannot be read
    """
    try:
        found = api.status(spec)
    except api.UnreadableError as error:
        if style != "json":
            raise
        faults = [(spec, fault) for fault in error.faults]
        click.echo(status.as_json((), faults, version("escp-docs")), nl=False)
        ctx.exit(UNREADABLE)
    written = status.text(found, paint) if style == "text" else None
    click.echo(written or status.as_json((found,), (), version("escp-docs")), nl=False)
