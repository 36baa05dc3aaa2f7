"""`escp-docs schema`: the JSON Schema of a spec, for editors."""

from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli.common_options import CALLS
from escp_docs.cli.errors import usage


@click.command("schema")
@click.option(
    "--call", "call_id", metavar="ID", help="Narrow it to a call: its id, strands and countries."
)
@CALLS
@click.option("--of-call", is_flag=True, help="Print the schema of a call file in its place.")
def command(call_id: str | None, calls: Path | None, *, of_call: bool) -> None:
    r"""Print the JSON Schema of a spec, or of a call file.

    Editors complete and explain keys by it: name it in the first line of a spec as
    `# yaml-language-server: $schema=spec.schema.json`.

    \b
    Exit status:
      0  printed
      2  there is no such call
    """
    if of_call:
        click.echo(api.call_schema(), nl=False)
        return
    try:
        click.echo(api.spec_schema(call_id, calls), nl=False)
    except api.UnknownNameError as error:
        raise usage(error) from error
