"""`escp-docs template`: the built-in templates, to copy and change."""

from pathlib import Path

import click

from escp_docs import api
from escp_docs.cli.common_options import QUIET
from escp_docs.cli.errors import usage
from escp_docs.cli.streams import NamedPath


@click.group("template")
def command() -> None:
    r"""List the built-in templates, or copy one to change its words.

    A copy in templates/ beside a spec wins over the built-in one, file by file.

    \b
    Exit status:
      0  listed, or written
      2  there is no such template, or a file is there already
      3  the folder cannot be written
    """


@command.command("list")
@click.option("--clauses", is_flag=True, help="Name headings and clauses of each, with their ids.")
def list_command(*, clauses: bool) -> None:
    """Name all templates and the files of the look."""
    if not clauses:
        click.echo("\n".join(api.template_names()))
        return
    for one in api.template_clauses():
        click.echo(f"{one.template}#{one.anchor}  {one.title}")


@command.command("copy")
@QUIET
@click.argument("name")
@click.option(
    "--to",
    "folder",
    type=NamedPath(file_okay=False, path_type=Path),
    default=Path("templates"),
    show_default=True,
    help="Folder of your templates: templates/ beside the spec.",
)
def copy_command(name: str, folder: Path) -> None:
    """Copy the template NAME, as application/impact.md, or all of a folder, as application."""
    try:
        copied = api.copy_templates(name, folder)
    except api.ArgumentError as error:
        raise usage(error) from error
    click.echo("\n".join(map(str, copied)))
