"""Colours, where there is a terminal to show them and NO_COLOR does not forbid them."""

import os
import sys

import click


def paint(text: str, colour: str) -> str:
    """Return `text` in a colour, or as it is where colours do not belong."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return text
    if colour == "bold":
        return click.style(text, bold=True)
    return click.style(text, fg=colour, bold=True)


def width() -> int | None:
    """Return the columns of the terminal; None where there is none."""
    if not sys.stdout.isatty():
        return None
    import shutil  # noqa: PLC0415  # it brings four ways to compress along

    return shutil.get_terminal_size().columns
