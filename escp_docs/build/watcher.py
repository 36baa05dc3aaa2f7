"""What `watch` does on a change: the verdict and the HTML at once, the rest in a process beside."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build import one_spec
from escp_docs.build.options import BuildOptions
from escp_docs.build.progress import Recorded
from escp_docs.build.result import Built, NotBuilt
from escp_docs.errors import EscpError
from escp_docs.executing import processes
from escp_docs.executing.executor import IN_THIS_PROCESS
from escp_docs.files.inputs import Inputs

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Outcome = Built | NotBuilt


class Watched(Struct, frozen=True):
    """Where the documents of a spec stand after a change.

    Args:
        quick: What came of the verdict and the HTML.
        seconds: How long these took, or everything once `rest` is there.
        rest: What came of all that was asked for; None while that is being made.
        progress: What there is to tell of how both got on.
    """

    quick: Outcome
    seconds: float
    rest: Outcome | None = None
    progress: tuple[Recorded, ...] = ()


class Watcher:
    """Keeps the documents of one spec up to date.

    A change while the slow formats are being made ends their making: a build can be ended at any
    moment, and what it would have made is out of date already.

    Args:
        spec: The spec.
        options: What to make. HTML is made first, whether it is asked for or not.
        show: Told whenever there is something new.
    """

    def __init__(self, spec: str, options: BuildOptions, show: Callable[[Watched], None]) -> None:
        self._spec, self._options, self._show = spec, options, show
        self._seen: str | None = "nothing yet"
        self._beside: tuple[BaseProcess, Connection, float, Watched] | None = None

    @property
    def _inputs(self) -> Inputs:
        return Inputs(self._spec, self._options.templates, calls=self._options.calls)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders in which a change matters, as they are now."""
        return self._inputs.folders()

    def run(self, ticks: Iterable[object]) -> None:
        """React whenever a tick finds something changed; end in order when they do."""
        run_together((self,), ticks)

    def end(self) -> None:
        """End what is made beside."""
        self._end_beside()

    def tick(self) -> None:
        """React to a change, or to the end of what is made beside."""
        now = self._inputs.fingerprint()
        if now != self._seen:
            self._seen = now
            self._react()
        elif self._beside and (self._beside[1].poll() or not self._beside[0].is_alive()):
            self._tell_beside()

    def _react(self) -> None:
        self._end_beside()
        begin = perf_counter()
        quick = _built(self._spec, replace(self._options, formats=("html",), everything=False))
        watched = Watched(quick[0], perf_counter() - begin, progress=(quick[1],))
        self._show(watched)
        if isinstance(watched.quick, NotBuilt):
            return
        here, there = processes.context().Pipe(duplex=False)
        process = processes.started(_make, self._spec, self._options, there)
        there.close()
        self._beside = (process, here, begin, watched)

    def _tell_beside(self) -> None:
        assert self._beside is not None
        process, here, begin, watched = self._beside
        rest: Outcome
        try:
            rest, recorded = here.recv()
        except EOFError:
            error = EscpError("the process that made them was killed")
            rest, recorded = NotBuilt(self._spec, error), Recorded()
        process.join()
        self._beside = None
        seconds = perf_counter() - begin
        progress = (*watched.progress, recorded)
        self._show(replace(watched, seconds=seconds, rest=rest, progress=progress))

    def _end_beside(self) -> None:
        if self._beside:
            processes.end([self._beside[0]])
            self._beside = None


def run_together(watchers: Sequence[Watcher], ticks: Iterable[object]) -> None:
    """Let each watcher react whenever a tick finds something changed; end in order when they do."""
    try:
        for _ in ticks:
            for one in watchers:
                one.tick()
    finally:
        for one in watchers:
            one.end()


def _built(spec: str, options: BuildOptions) -> tuple[Outcome, Recorded]:
    recorded = Recorded()
    try:
        return one_spec.build(spec, options, IN_THIS_PROCESS, recorded), recorded
    except EscpError as error:
        return NotBuilt(spec, error), recorded


def _make(spec: str, options: BuildOptions, tell: Connection) -> None:
    with suppress(KeyboardInterrupt):  # a newer change ended it
        processes.begin()
        tell.send(_built(spec, options))
