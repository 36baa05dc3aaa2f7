"""`escp-docs explain`: the manual page of a rule, with what the call says."""

import json

import click

from escp_docs.cli import complete
from escp_docs.cli.arguments import call_named, unknown
from escp_docs.cli.common_options import TEXT_OR_JSON
from escp_docs.files.call_files import Calls
from escp_docs.report import manual
from escp_docs.rules import ALL_RULES, BY_CODE

DEFAULT_CALL = "cos-clusint-2020-3-01"


@click.command("explain")
@click.argument("code", required=False, shell_complete=complete.codes)
@click.option("--call", "call_id", default=DEFAULT_CALL, show_default=True, help="Which call.")
@TEXT_OR_JSON
def command(code: str | None, call_id: str, style: str) -> None:
    r"""Print the manual page of the rule CODE, or the table of all rules.

    \b
    Exit status:
      0  printed
      2  there is no such rule or call
    """
    call = call_named(call_id, Calls())
    if code is None:
        pages = [manual.page(rule, call) for rule in ALL_RULES]
        written = json.dumps(pages, indent=2, ensure_ascii=False) if style == "json" else ""
        click.echo(written or manual.table(ALL_RULES, call))
        return
    rule = BY_CODE.get(code.upper())
    if rule is None:
        raise click.BadParameter(unknown("rule", code, tuple(BY_CODE)), param_hint="'CODE'")
    page = manual.page(rule, call)
    click.echo(
        json.dumps(page, indent=2, ensure_ascii=False) if style == "json" else manual.text(page)
    )
