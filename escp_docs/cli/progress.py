"""What a build tells while it works: a bar on terminals, reasons and seconds when asked."""

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import click

from escp_docs import api

_PAGES: Final = "weasyprint.progress"  # the only part of a build that takes seconds by itself
_NARROW: Final = 20


class Log(api.Silent):
    """Collects what is to be said of a build.

    Args:
        verbose: Whether each step is told, with its reason and its seconds.
        bar: Whether to draw a bar on standard error; for terminals, and one build at a time.
    """

    def __init__(self, *, verbose: bool = False, bar: bool = False) -> None:
        self._verbose, self._bar = verbose, bar
        self._lines: list[str] = []

    def take(self) -> str:
        """Return what was told since it was last taken, as lines."""
        text = "".join(f"{line}\n" for line in self._lines)
        self._lines.clear()
        return text

    def waiting(self, folder: str) -> None:
        """Tell at once, verbose or not, that another build is waited for."""
        line = f"  {folder}: another build is at work here; waiting for it"
        if self._bar:
            click.echo(line, err=True)
        else:
            self._lines.append(line)

    def took(self, step: str, seconds: float, why: str) -> None:
        """Tell how long a step took, and why it was done."""
        if self._verbose:
            reason = f"  ({why})" if why else ""
            self._lines.append(f"  {seconds:6.2f} s  {step}{reason}")

    def over(self, names: Sequence[str]) -> Iterator[str]:
        """Yield each name, with a bar that grows where bars belong."""
        if not self._bar or not names:
            yield from names
            return
        with (
            click.progressbar(
                names,
                file=sys.stderr,
                show_pos=True,
                show_eta=False,
                width=_NARROW,
                bar_template="  [%(bar)s] %(info)s %(label)s",
            ) as bar,
            _layout_shown(bar),
        ):
            for name in bar:
                bar.label = name
                bar.render_progress()
                yield name


@contextmanager
def _layout_shown(bar: "click._termui_impl.ProgressBar[str]") -> Iterator[None]:
    """Show the pages of a PDF beside the bar while they are laid out."""
    logger, handler = logging.getLogger(_PAGES), _Shown(bar)
    usual = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(usual)


class _Shown(logging.Handler):
    def __init__(self, bar: "click._termui_impl.ProgressBar[str]") -> None:
        super().__init__()
        self._bar = bar

    def emit(self, record: logging.LogRecord) -> None:
        name = self._bar.label.partition(":")[0]
        said = record.getMessage().partition(" - ")[2].partition(" (")[0]
        self._bar.label = f"{name}: {said.lower()}"
        self._bar.render_progress()
