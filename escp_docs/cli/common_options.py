"""Options that several commands take, and those by which `check` judges otherwise."""

from collections.abc import Callable
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from escp_docs.cli import complete
from escp_docs.cli.streams import NamedPath

_Command = TypeVar("_Command", bound=Callable[..., Any] | click.Command)

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
_STYLE: Final = "escp_docs.style"
_QUIET: Final = "escp_docs.quiet"


def _noted(ctx: click.Context, _: click.Parameter, style: str) -> str:
    ctx.meta[_STYLE] = style
    return style


def style_asked(ctx: click.Context) -> str | None:
    """Return how a command was to write its report; None if it takes no such option."""
    found: str | None = ctx.meta.get(_STYLE)
    return found


def styles(*names: str, says: str) -> Callable[[_Command], _Command]:
    """Return the option that says how a report is written; the first is the default.

    What is wrong with the input is written so, too, if that is JSON.
    """
    return click.option(
        "--format",
        "style",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help=says,
        callback=_noted,
    )


def _silenced(ctx: click.Context, _: click.Parameter, quiet: object) -> None:
    ctx.meta[_QUIET] = bool(quiet)
    if quiet:
        ctx.with_resource(redirect_stdout(TextIOWrapper(BytesIO(), encoding="utf-8")))


def is_quiet(ctx: click.Context) -> bool:
    """Return whether a command is to print nothing."""
    return bool(ctx.meta.get(_QUIET))


QUIET: Final = click.option(
    "-q",
    "--quiet",
    is_flag=True,
    expose_value=False,
    callback=_silenced,
    help="Print nothing; the exit status says it.",
)
TEXT_OR_JSON: Final = styles("text", "json", says="How to write it.")
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
