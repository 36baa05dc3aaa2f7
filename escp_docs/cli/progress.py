"""What a build tells while it works: a bar on terminals, reasons and seconds when asked."""

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

import click

_PAGES: Final = "weasyprint.progress"  # the only part of a build that takes seconds by itself
_NARROW: Final = 20


class Log:
    """Collects what is to be said of a build.

    Args:
        verbose: Whether each step is told, with its reason and its seconds.
        bar: Whether to draw a bar on standard error; for terminals, and one build at a time.
    """

    def __init__(self, *, verbose: bool = False, bar: bool = False) -> None:
        self.verbose = verbose
        self._bar = bar
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """What was told, as lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def say(self, line: str) -> None:
        """Tell something at once, verbose or not."""
        if self._bar:
            click.echo(f"  {line}", err=True)
        else:
            self._lines.append(f"  {line}")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step."""
        begin = perf_counter()
        yield
        self.took(perf_counter() - begin, name)

    def took(self, seconds: float, name: str, why: str = "") -> None:
        """Tell how long a step took, and why it was done."""
        if self.verbose:
            reason = f"  ({why})" if why else ""
            self._lines.append(f"  {seconds:6.2f} s  {name}{reason}")

    def over(self, names: Iterable[str]) -> Iterator[str]:
        """Yield each name, with a bar that grows where bars belong."""
        everything = tuple(names)
        if not self._bar or not everything:
            yield from everything
            return
        with (
            click.progressbar(
                everything,
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
