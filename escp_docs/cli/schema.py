"""`escp-docs schema`: the JSON Schema of a spec, for editors."""

import click

from escp_docs import api
from escp_docs.cli.errors import usage


@click.command("schema")
@click.option(
    "--call", "call_id", metavar="ID", help="Narrow it to a call: its id, strands and countries."
)
def command(call_id: str | None) -> None:
    r"""Print the JSON Schema of a spec.

    Editors complete and explain keys by it: name it in the first line of a spec as
    `# yaml-language-server: $schema=spec.schema.json`.

    \b
    Exit status:
      0  printed
      2  there is no such call
    """
    try:
        click.echo(api.spec_schema(call_id), nl=False)
    except api.UnknownNameError as error:
        raise usage(error) from error
