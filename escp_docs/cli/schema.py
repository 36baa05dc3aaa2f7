"""`escp-docs schema`: the JSON Schema of a spec, for editors."""

import click

from escp_docs.read.schema import schema_text


@click.command("schema")
def command() -> None:
    r"""Print the JSON Schema of a spec.

    Editors complete and explain keys by it: name it in the first line of a spec as
    `# yaml-language-server: $schema=spec.schema.json`.

    \b
    Exit status:
      0  printed
    """
    click.echo(schema_text(), nl=False)
