"""Options that several commands take, and those by which `check` judges otherwise."""

from pathlib import Path
from typing import Final

import click

from escp_docs.cli import complete
from escp_docs.cli.streams import NamedPath

OUTPUT: Final = click.option(
    "-o",
    "--output",
    type=NamedPath(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the documents; each spec has a folder of its own in it.",
)
DOCUMENT: Final = click.option(
    "-d",
    "--document",
    "documents",
    multiple=True,
    metavar="NAME",
    help="A document; may be repeated.",
    shell_complete=complete.documents,
)
TEMPLATES: Final = click.option(
    "--templates",
    type=NamedPath(exists=True, file_okay=False, path_type=Path),
    help="Your own templates, in place of templates/ beside the spec.",
)
TEXT_OR_JSON: Final = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
SELECT: Final = click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Show these rules alone: codes or beginnings of codes, as in CON,BUD003.",
)
IGNORE: Final = click.option(
    "--ignore",
    multiple=True,
    metavar="CODES",
    help="Leave these rules out. Neither option changes the verdict.",
)
CALL: Final = click.option(
    "--call",
    metavar="ID",
    help="Judge by another call, and say what that changes.",
    shell_complete=complete.calls,
)
CALLS: Final = click.option(
    "--calls",
    type=NamedPath(exists=True, file_okay=False, path_type=Path),
    help="Your own calls, in place of calls/ beside the spec.",
)
STRAND: Final = click.option(
    "--strand", metavar="S", help="Judge in another strand, and say what that changes."
)
WITHOUT: Final = click.option(
    "--without",
    multiple=True,
    metavar="PARTNER",
    help="Judge without a partner, and say what goes with it; repeatable.",
)
FORMATS: Final = click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="docx, pdf, html, xlsx, csv, json (the tree, for programs); repeatable.",
    shell_complete=complete.formats,
)
MOST_JOBS: Final = 8
"""Processes if nobody says how many; each takes some 200 MB."""
JOBS: Final = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Make N specs at a time, or with --all N files of one.  "
    f"[default: one for each processor, at most {MOST_JOBS}]",
)
