"""`escp-docs verify`: prove that produced files still say what they should."""

import os
from pathlib import Path
from typing import Final

import click

from escp_docs import api
from escp_docs.cli.common_options import QUIET, TEMPLATES
from escp_docs.cli.paint import paint
from escp_docs.cli.streams import NamedPath
from escp_docs.report import verification

WRONG: Final = 1


@click.command("verify")
@click.argument("folder", type=NamedPath(path_type=Path))
@click.argument("spec", required=False)
@TEMPLATES
@QUIET
@click.pass_context
def command(ctx: click.Context, folder: Path, spec: str | None, templates: Path | None) -> None:
    r"""Prove that the files in FOLDER, or one file, still say what the manifest says, and the SPEC.

    Every DOCX, PDF, HTML and XLSX is read as it lies there. With SPEC the documents are composed
    anew; without it the manifest says what they should say. What our writers do not write is named:
    hidden or covered words, what runs or loads something, foreign content.

    \b
    Exit status:
      0  all agrees; a file that was only saved again or signed is remarked upon
      1  a file says something else, is missing, cannot be read or holds something foreign
      2  the folder, its manifest or the spec cannot be read
    """
    # Each file is read in a process that a hostile one may take with it.
    executor = api.processes(os.cpu_count() or 1, reading=True)
    executor.warm_up()  # while this process loads what it needs itself
    found = api.verify(folder, spec, templates=templates, executor=executor)
    click.echo(verification.text(found, paint), nl=False)
    ctx.exit(0 if found.agrees else WRONG)
