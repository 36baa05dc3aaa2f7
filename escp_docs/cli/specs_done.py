"""How many of several specs are done: a line on a terminal, gone when something is printed."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

import click

_BETWEEN: Final = 0.1  # seconds between two numbers
_OBJECTS_BETWEEN_COLLECTIONS: Final = 50_000


class SpecsDone:
    """A line on standard error that counts specs; nothing where that is no terminal.

    Args:
        whole: How many there are; one alone is not counted.
        is_shown: Whether anybody wants to see it.
    """

    def __init__(self, whole: int, *, is_shown: bool) -> None:
        self._whole = whole
        self._is_shown = is_shown and whole > 1 and sys.stderr.isatty()
        self._line = ""
        self._last = 0.0

    def at(self, number: int, verb: str) -> None:
        """Say how many are done, unless that was said a moment ago."""
        if not self._is_shown or monotonic() - self._last < _BETWEEN:
            return
        self._last = monotonic()
        line = f"  {verb} {number:,} of {self._whole:,} specs"
        click.echo(f"\r{line.ljust(len(self._line))}", err=True, nl=False)
        self._line = line

    def clear(self) -> None:
        """Take the line away."""
        if self._line:
            click.echo(f"\r{' ' * len(self._line)}\r", err=True, nl=False)
            self._line = ""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the collector pass over what is loaded, and come by seldom: most goes without it."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
