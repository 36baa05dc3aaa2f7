"""`escp-docs explain`: the manual page of a rule, with what the call says."""

from pathlib import Path
from typing import Final

import click

from escp_docs import api
from escp_docs.cli import complete
from escp_docs.cli.common_options import CALLS, TEXT_OR_JSON
from escp_docs.cli.errors import usage
from escp_docs.pattern import pattern
from escp_docs.report import manual

_CODE: Final = pattern(r"[A-Za-z]{3}\d")


@click.command("explain")
@click.argument("code", metavar="[CODE|KEY]", required=False, shell_complete=complete.codes)
@click.option("--call", "call_id", default=api.DEFAULT_CALL, show_default=True, help="Which call.")
@CALLS
@TEXT_OR_JSON
def command(code: str | None, call_id: str, calls: Path | None, style: str) -> None:
    r"""Print the manual page of the rule CODE, what KEY of a spec is, or the table of all rules.

    \b
    Exit status:
      0  printed
      2  there is no such rule, key or call
    """
    try:
        if code is None:
            found: manual.Pages = api.manual(call_id, calls)
        elif _CODE.match(code) or code in {rule.name for rule in api.rules()}:
            found = api.explain(code, call_id, calls)
        else:
            found = api.explain_key(code)
    except api.UnknownNameError as error:
        raise usage(error) from error
    click.echo(manual.render(style, found))
