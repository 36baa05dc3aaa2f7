"""Processes of this machine that do one piece of work after another, and end with us."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, util
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from time import sleep
from types import FrameType
from typing import Any, Final

from msgspec import Struct

from escp_docs.executing.executor import IN_THIS_PROCESS, Bound, Piece, Result
from escp_docs.signals import OF_TERMINALS, heard, later

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_PIECES: Final = 16  # for one process; a new one then takes its place, with its memory
_FORBIDDEN: Final = (ImportError, NotImplementedError, OSError)
OBJECTS_BETWEEN_COLLECTIONS: Final = 50_000
"""Objects of garbage before they are collected, where documents are made: most of those stay."""

_SECONDS: Final = 5.0  # to end in order, when told to
_MOMENT: Final = 0.01  # seconds


class Processes(Struct, frozen=True):
    """An executor: so many processes at a time, of this machine.

    A piece alone is done by this process, unless it has a bound; and so is everything where a
    system forbids processes.

    Args:
        jobs: How many processes, at least 1.
        preload: A module that loads all that the work needs; see `warm_up`.
    """

    jobs: int
    preload: str = ""

    def results(
        self,
        work: Callable[..., Result],
        pieces: Sequence[Piece],
        lost: Callable[[Piece], Result],
        given: tuple[object, ...] = (),
        bound: Callable[[Piece], Bound] | None = None,
    ) -> Iterator[Result]:
        """Yield what `work` makes of each piece, in order; see `Executor`."""
        if (len(pieces) == 1 and bound is None) or not _is_possible():
            yield from IN_THIS_PROCESS.results(work, pieces, lost, given)
            return
        left = list(pieces)
        while left:
            with _pool(min(self.jobs, len(left)), given) as pool:
                # A process that was begun by half would end in a traceback.
                with _without_main(), later():
                    begun = [
                        pool.submit(_done, work, piece, bound and bound(piece))
                        for piece in left[: self.jobs * _PIECES]
                    ]
                try:
                    for one in begun:
                        yield one.result()
                        del left[0]
                    continue
                except BrokenProcessPool:
                    pass  # one died, and took the others' work along; it is begun anew
            yield _alone(work, left.pop(0), lost, given, bound)

    def warm_up(self) -> None:
        """Begin to load what the work needs, in the process that others will be made from."""
        with suppress(*_FORBIDDEN):
            begin_server(self.preload)


def _alone(
    work: Callable[..., Result],
    piece: Piece,
    lost: Callable[[Piece], Result],
    given: tuple[object, ...],
    bound: Callable[[Piece], Bound] | None,
) -> Result:
    """Return what `work` makes of a piece in a process of its own: if that dies, it was this."""
    with _pool(1, given) as pool:
        with _without_main(), later():
            begun = pool.submit(_done, work, piece, bound and bound(piece))
        try:
            return begun.result()
        except BrokenProcessPool:
            return lost(piece)


def started(work: Callable[..., None], *arguments: object) -> BaseProcess:
    """Return a process that has begun to work; see `begin` and `end`."""
    process: BaseProcess = context().Process(target=work, args=arguments)  # type: ignore[attr-defined]  # every context has it
    try:
        with _without_main(), later():
            process.start()
    except BaseException:  # Ctrl-C, or told to end
        end([process] if process.pid is not None else [])
        raise
    return process


def context() -> BaseContext:
    """Return the way to begin processes: from one that is warm where the system has such."""
    known = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")


def _is_possible() -> bool:
    """Whether processes can talk to each other here: some sandboxes forbid what that needs."""
    try:
        begin_server()
    except _FORBIDDEN:
        return False
    return True


def begin_server(*loads: str) -> None:
    """Begin the process that others are made from, unless it is there; it loads some modules."""
    found = context()
    with _deaf_to_ctrl_c():  # what sees to it that nothing is left has to outlive all others
        found.Lock()
    if found.get_start_method() == "forkserver":
        found.set_forkserver_preload(list(loads))
        with later():  # between making the folder they meet in and noting that it is to go
            util.get_temp_dir()
        with _without_main(), _deaf_to_ctrl_c():  # while it loads, and all that come from it
            forkserver.ensure_running()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Leave Ctrl-C and a terminal that closes aside; so do programs that are begun meanwhile."""
    if threading.current_thread() is not threading.main_thread():  # no other may say so
        yield
        return
    usual = {one: signal.signal(one, signal.SIG_IGN) for one in heard(OF_TERMINALS)}
    try:
        yield
    finally:
        for one, handler in usual.items():
            signal.signal(one, handler)


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the main module: new processes would run it again, and it may be anybody's script."""
    main = vars(sys.modules["__main__"])
    shown: dict[str, Any] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main.pop("__file__", None)
    main["__spec__"] = None
    try:
        yield
    finally:
        main |= shown


@contextmanager
def _pool(jobs: int, given: tuple[object, ...]) -> Iterator[ProcessPoolExecutor]:
    """Hold processes; whatever goes wrong, none of them is left."""
    pool = ProcessPoolExecutor(jobs, mp_context=context(), initializer=_begin, initargs=(given,))
    try:
        yield pool
    except GeneratorExit:  # whoever asked for results has had enough of them
        pool.shutdown(cancel_futures=True)
        raise
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        end(multiprocessing.active_children())
        raise
    pool.shutdown()


def end(processes: Sequence[BaseProcess]) -> None:
    """End processes in order, so that they end what they began; kill those that do not."""
    for one in processes:
        one.terminate()
    for one in processes:
        one.join(_SECONDS)
        if one.is_alive():
            one.kill()


# --- in the process that works ---------------------------------------------------------------


_given: tuple[object, ...] = ()
"""What this process was handed for all pieces of work."""

_is_ending = False
"""Whether this process was told to end."""


def _begin(given: tuple[object, ...]) -> None:
    global _given  # noqa: PLW0603  # a process has nowhere else to keep it
    _given = given
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    begin()


def _done(work: Callable[..., Result], piece: object, bound: Bound | None) -> Result:
    """Return what `work` makes of a piece; told to end, end: the pool would go on to the next."""
    if _is_ending:
        os._exit(1)
    if bound is not None:
        _keep_within(bound)
    try:
        return work(*_given, piece)
    except SystemExit:
        os._exit(1)


def begin() -> None:
    """Leave the terminal to the process above, and end when that tells us to, or is gone."""
    for one in OF_TERMINALS:
        signal.signal(one, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGTERM, _interrupt)  # until here it ends the process as it is


def _keep_within(bound: Bound) -> None:
    """End this process once it has worked so long from now on, and let it have no more memory.

    Windows knows no such bounds.
    """
    if resource is None or multiprocessing.parent_process() is None:
        return
    signal.setitimer(signal.ITIMER_PROF, bound.seconds)  # its signal ends the process
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or bound.memory < most:
        with suppress(ValueError):  # macOS knows the limit and refuses to set it
            resource.setrlimit(resource.RLIMIT_AS, (bound.memory, most))


def _interrupt(number: int, frame: FrameType | None) -> None:
    """End as on Ctrl-C, but silently, so that programs which we started are ended too.

    The pool tells those that are left a second time once one has ended; that must not cut short
    what they are putting in order.
    """
    del number, frame
    global _is_ending  # noqa: PLW0603  # a process has nowhere else to keep it
    _is_ending = True
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.unraisablehook = _interrupt_again
    threading.Thread(target=_exit_soon, daemon=True).start()
    raise SystemExit(1)


def _interrupt_again(swallowed: object) -> None:
    """Raise once more, in a moment, what Python threw away because it met it in a finalizer."""
    del swallowed
    signal.signal(signal.SIGALRM, _end_now)
    signal.setitimer(signal.ITIMER_REAL, _MOMENT)


def _end_now(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise SystemExit(1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _exit_soon() -> None:
    sleep(_SECONDS * 0.8)
    os._exit(1)
