"""What `watch` does on a change: the verdict and the HTML at once, the rest in a process beside."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from escp_docs import files
from escp_docs.build import one_spec
from escp_docs.executing import processes
from escp_docs.build.one_spec import Report
from escp_docs.cli.progress import Log
from escp_docs.build.options import Options

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_KEPT: Final = "The documents are as they were after the last good change."


class Watcher:
    """Keeps the documents of one spec up to date.

    A change while the slow formats are being made ends their making: a build can be ended at any
    moment, and what it would have made is out of date already.

    Args:
        spec: The spec.
        options: What to make. HTML is made first, whether it is asked for or not.
        show: Given the whole screen whenever it changes.
    """

    def __init__(self, spec: str, options: Options, show: Callable[[str], None]) -> None:
        self._spec, self._options, self._show = spec, options, show
        self._seen: str | None = "nothing yet"
        self._beside: tuple[BaseProcess, Connection, float] | None = None
        self._top = ""

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders in which a change matters, as they are now."""
        home = files.home_of(self._spec)
        own = self._options.templates or home / "templates"
        beside = (home, *_folders(home / "calls"), *_folders(own))
        return tuple(str(one) for one in (*beside, *files.shipped_folders()))

    def run(self, ticks: Iterable[object]) -> None:
        """React whenever a tick finds something changed; end in order when they do."""
        processes.warm_up()
        try:
            for _ in ticks:
                self.tick()
        finally:
            self._end_beside()

    def tick(self) -> None:
        """React to a change, or to the end of what is made beside."""
        now = files.fingerprint(self._spec, self._options.templates)
        if now != self._seen:
            self._seen = now
            self._react()
        elif self._beside and (self._beside[1].poll() or not self._beside[0].is_alive()):
            self._tell_beside()

    def _react(self) -> None:
        self._end_beside()
        begin = perf_counter()
        quick = replace(self._options, formats=("html",), everything=False)
        report = one_spec.build(self._spec, quick, Log())
        seconds = perf_counter() - begin
        if report.status:
            self._top = f"{report.err}\n{_KEPT}\n"
            self._show(self._top)
            return
        self._top = f"{report.err}{report.out}  verdict and HTML in {seconds:.1f} s\n"
        self._show(f"{self._top}  PDF and Word files are being made\n")
        here, there = processes.context().Pipe(duplex=False)
        process = processes.started(_make, self._spec, self._options, there)
        there.close()
        self._beside = (process, here, begin)

    def _tell_beside(self) -> None:
        assert self._beside is not None
        process, here, begin = self._beside
        try:
            report: Report = here.recv()
        except EOFError:
            report = Report(one_spec.NOT_MADE, err="error: the process that made them was killed\n")
        process.join()
        self._beside = None
        rest = "".join(f"{line}\n" for line in report.out.splitlines() if line.startswith("  "))
        seconds = perf_counter() - begin
        self._show(f"{self._top}{report.err}{rest}  all in {seconds:.1f} s\n")

    def _end_beside(self) -> None:
        if self._beside:
            processes.end([self._beside[0]])
            self._beside = None


def _make(spec: str, options: Options, tell: Connection) -> None:
    with suppress(KeyboardInterrupt):  # a newer change ended it
        processes.begin()
        tell.send(one_spec.build(spec, options, Log()))


def _folders(folder: Path) -> list[Path]:
    return [folder, *(one for one in folder.rglob("*") if one.is_dir())] if folder.is_dir() else []
