"""Several processes that each do one piece of work after another, and end with us."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from time import sleep
from types import FrameType
from typing import Final, TypeVar

_Result = TypeVar("_Result")
_PIECES: Final = 16  # for one process; a new one then takes its place, with its memory
_SECONDS: Final = 5.0  # to end in order, when told to


def results(
    work: Callable[[str], _Result],
    names: Sequence[str],
    jobs: int,
    lost: Callable[[str], _Result],
) -> Iterator[_Result]:
    """Yield what `work` makes of each name, in order.

    Args:
        work: Pickled, as are its results; what it raises ends everything.
        names: What to work on.
        jobs: Processes at a time; 1: none besides this one.
        lost: What to yield if the process died that worked on a name, say for want of memory.
    """
    if jobs == 1 or len(names) == 1:
        yield from map(work, names)
        return
    left = list(names)
    while left:
        with _pool(min(jobs, len(left))) as pool:
            begun = [pool.submit(work, name) for name in left[: jobs * _PIECES]]
            try:
                for one in begun:
                    yield one.result()
                    del left[0]
                continue
            except BrokenProcessPool:
                pass  # one died, and took the others' work along; it is begun anew
        yield _alone(work, left.pop(0), lost)


def _alone(work: Callable[[str], _Result], name: str, lost: Callable[[str], _Result]) -> _Result:
    """Return what `work` makes of a name in a process of its own: if that dies, it was this."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, name).result()
        except BrokenProcessPool:
            return lost(name)


def warm_up() -> None:
    """Begin to load everything, in the process from which the others will be made."""
    if context().get_start_method() == "forkserver":
        forkserver.ensure_running()


def started(work: Callable[..., None], *arguments: object) -> BaseProcess:
    """Return a process with everything loaded that has begun to work; see `begin` and `end`."""
    process: BaseProcess = context().Process(target=work, args=arguments)  # type: ignore[attr-defined]  # every context has it
    process.start()
    return process


def context() -> BaseContext:
    """Return the way to begin processes that have everything loaded."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["escp_docs.cli.warm"])
    return found


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Hold processes that have everything loaded; whatever goes wrong, none of them is left."""
    pool = ProcessPoolExecutor(jobs, mp_context=context(), initializer=begin)
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
    """End processes in order, so that they end what they began, or else at once."""
    for one in processes:
        one.terminate()
    for one in processes:
        one.join(_SECONDS)
        if one.is_alive():
            one.kill()


# --- in the process that works ---------------------------------------------------------------


def begin() -> None:
    """Leave Ctrl-C to the process above, and end when that tells us to, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _interrupt)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _interrupt(number: int, frame: FrameType | None) -> None:
    """End as on Ctrl-C, but silently, so that programs which we started are ended too."""
    del number, frame
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_exit_soon, daemon=True).start()
    raise SystemExit(1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _exit_soon() -> None:
    sleep(_SECONDS / 5)
    os._exit(1)
