"""`escp-docs explain`: the manual page of a rule, with what the call says."""

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import TEXT_OR_JSON
from escp_docs.cli.errors import usage
from escp_docs.report import manual


@click.command("explain")
@click.argument("code", required=False, shell_complete=complete.codes)
@click.option("--call", "call_id", default=api.DEFAULT_CALL, show_default=True, help="Which call.")
@TEXT_OR_JSON
def command(code: str | None, call_id: str, style: str) -> None:
    r"""Print the manual page of the rule CODE, or the table of all rules.

    \b
    Exit status:
      0  printed
      2  there is no such rule or call
    """
    try:
        if code is None:
            found = api.manual(call_id)
            click.echo(manual.as_json(found.pages) if style == "json" else manual.table(found))
            return
        page = api.explain(code, call_id)
    except api.UnknownNameError as error:
        raise usage(error) from error
    click.echo(manual.as_json(page) if style == "json" else manual.text(page))
