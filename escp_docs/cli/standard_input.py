"""A value that comes from standard input."""

import sys

import click


def with_standard_input(settings: tuple[str, ...]) -> list[str]:
    """Return what is set, with standard input for the one value that is written as a dash."""
    if sum(one.endswith("=-") for one in settings) > 1:
        raise click.UsageError("Standard input is one value; name one KEY=-.")
    try:
        return [
            one[:-1] + sys.stdin.buffer.read().decode("utf-8-sig") if one.endswith("=-") else one
            for one in settings
        ]
    except UnicodeDecodeError as error:
        raise click.UsageError("Standard input is not UTF-8; save it as UTF-8.") from error
