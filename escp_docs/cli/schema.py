"""`escp-docs schema`: the JSON Schema of a spec, for editors."""

import click

from escp_docs.cli.arguments import call_named
from escp_docs.files.call_files import Calls
from escp_docs.read.json_schema import schema_text


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
    call = None if call_id is None else call_named(call_id, Calls())
    click.echo(schema_text(call), nl=False)
