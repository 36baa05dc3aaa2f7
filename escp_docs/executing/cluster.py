"""Processes of other machines that do pieces of work: a cluster of Dask, which somebody began.

Loaded when a cluster is asked for, and with it the extra `escp-docs[cluster]`.
"""

import gc
import json
import logging
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from socket import gethostname
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any, Final, Self

import dask
from distributed import Client, KilledWorker, LocalCluster, get_worker
from distributed.client import FutureCancelledError
from distributed.comm.addressing import parse_address, parse_host_port
from distributed.comm.core import CommClosedError
from distributed.comm.registry import get_backend
from distributed.security import Security

from escp_docs.errors import ArgumentError, EscpError
from escp_docs.executing.executor import Bound, Piece, Result
from escp_docs.executing.processes import OBJECTS_BETWEEN_COLLECTIONS, begin_server, context
from escp_docs.signals import later

LOCAL: Final = "local"
"""Stands for a cluster of this machine, begun for the work and ended with it."""

_AHEAD: Final = 3  # pieces for each worker that are on their way, so that none waits for the next
_PATIENCE: Final = 20.0  # seconds that the scheduler has to answer, and each worker
_TRIES: Final = 4  # at beginning a thread for the network
_ALONE: Final = 60.0  # seconds without any worker, after which none is waited for
_GLANCE: Final = 5.0  # seconds between two looks at whether there are workers
_FETCHING: Final = 60.0  # seconds that a result has to come from its worker; then it is asked anew
_CONFIG: Final = {
    "distributed.worker.multiprocessing-method": context().get_start_method(),
    "distributed.scheduler.allowed-failures": 2,  # workers that die of a piece before it is lost
    "distributed.admin.large-graph-warning-threshold": "1GB",
    # It looks at what a worker does a hundred times a second: a sixth of the time of deep stacks.
    "distributed.worker.profile.enabled": False,
}


@dataclass(slots=True)
class Cluster:
    """An executor: the workers of a cluster, for as long as it is held.

    Args:
        address: Where the scheduler listens, `tcp://host:8786`; the name of its scheduler file; or
            `local`.
        traits: Tells all that results depend on, of the process that it is called in: by name.
        jobs: How many workers `local` begins.
        preload: A module that loads all that the work needs, for these.
    """

    address: str
    traits: Callable[[], Mapping[str, str]]
    jobs: int = 2
    preload: str = ""
    is_apart: bool = field(default=True, init=False)
    _client: Any = field(default=None, init=False)
    _ours: Mapping[str, str] = field(default_factory=dict, init=False)
    _held: ExitStack = field(default_factory=ExitStack, init=False)

    def __enter__(self) -> Self:
        """Speak to the scheduler, and make sure that its workers make what this machine makes.

        Raises:
            ArgumentError: no scheduler answers, it has no workers, or one of them differs.
        """
        with ExitStack() as begun:
            begun.enter_context(_quiet())
            begun.enter_context(dask.config.set(_CONFIG))
            self._client = begun.enter_context(self._reached())
            self._compare()
            self._held = begun.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Let the scheduler forget what was not done, and the workers of `local` end."""
        self._held.close()

    def _reached(self) -> AbstractContextManager[Any]:
        if self.address == LOCAL:
            return _begun_here(self.jobs, self.preload)
        try:
            where = _where(self.address)
            return _patiently(partial(Client, where, timeout=_PATIENCE, set_as_default=False))
        except (OSError, ValueError, LookupError, TypeError) as error:
            fix = "begin one with `dask scheduler`, and name its address or its scheduler file"
            raise ArgumentError(
                f"no scheduler answers at {self.address!r}; {fix}", "cluster"
            ) from error

    def _compare(self) -> None:
        """Make sure that every worker has the versions of this machine."""
        ours = self._ours = dict(self.traits())
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise ArgumentError(
                f"the scheduler at {self.address!r} has no workers; begin one on each machine: "
                "dask worker ADDRESS --nthreads 1",
                "cluster",
            ) from None
        found = self._told()
        for worker, theirs in found.items():
            if isinstance(theirs, BaseException):
                why = f"it cannot load this program: {theirs}"
                raise ArgumentError(
                    f"the worker {worker} is no use: {why}; "
                    "install 'escp-docs[cluster]' there, in the same version",
                    "cluster",
                )
            _refuse_if_other(f"the worker {worker}", theirs, ours)

    def _told(self) -> dict[str, Any]:
        """Return what each worker says of itself, or the error in its place.

        The library would wait without end for one that is frozen.

        Raises:
            ArgumentError: one says nothing.
        """
        with suppress(TimeoutError):
            return self._asked(None)
        found: dict[str, Any] = {}
        for worker in self._addresses():
            try:
                found |= self._asked([worker])
            except TimeoutError:
                raise ArgumentError(
                    f"the worker {worker} does not answer; let it go on, or end it", "cluster"
                ) from None
        return found

    def _asked(self, workers: Sequence[str] | None) -> dict[str, Any]:
        found: dict[str, Any] = self._client.run(
            self.traits, workers=workers, on_error="return", callback_timeout=_PATIENCE
        )
        return found

    def results(
        self,
        work: Callable[..., Result],
        pieces: Sequence[Piece],
        lost: Callable[[Piece], Result],
        given: tuple[object, ...] = (),
        bound: Callable[[Piece], Bound] | None = None,
    ) -> Iterator[Result]:
        """Yield what `work` makes of each piece, in order; see `Executor`.

        A worker that dies is made up for: its piece goes to another, and is lost once two more
        have died of it. A bound is for processes of this machine alone.

        Raises:
            EscpError: no worker is left, or the scheduler is gone.
        """
        del bound
        shared = [self._client.scatter(one, broadcast=True, hash=False) for one in given]

        def begin(piece: Piece) -> Any:  # noqa: ANN401  # a future, of a library without types
            return self._client.submit(
                _done, self.traits, self._ours, work, *shared, piece, pure=False
            )

        begun: deque[tuple[Any, int]] = deque()
        position = 0
        try:
            while begun or position < len(pieces):
                while position < len(pieces) and len(begun) < self._room():
                    begun.append((begin(pieces[position]), position))
                    position += 1
                future, index = begun[0]
                found = self._result(future)
                if isinstance(found, KilledWorker):  # of this piece, or of one that waited with it
                    begun[0] = begin(pieces[index]), index
                    found = self._result(begun[0][0])
                begun.popleft()[0].release()
                yield lost(pieces[index]) if isinstance(found, KilledWorker) else found
        finally:
            for future, _ in begun:
                future.cancel()

    def _room(self) -> int:
        return _AHEAD * max(1, len(self._addresses()))

    def _addresses(self) -> Sequence[str]:
        return tuple(self._client.scheduler_info(n_workers=-1).get("workers", ()))

    def _result(self, future: Any) -> Any:  # noqa: ANN401  # whatever the work gives
        alone = 0.0
        while True:
            try:
                return future.result(timeout=_FETCHING if future.done() else _GLANCE)
            except KilledWorker as error:
                return error
            except FutureCancelledError:  # the library has tried for a while to reach it again
                raise EscpError(
                    f"the scheduler at {self.address!r} is gone\n"
                    "  fix: begin it again, and build again: what is made stays"
                ) from None
            except CommClosedError:  # as it was fetched: it is asked anew
                sleep(_GLANCE)
            except TimeoutError:
                # What is done has still to come from its worker; one that is frozen meanwhile the
                # scheduler gives up after some minutes, and another does the work again.
                if future.done() and isinstance(future.exception(), TimeoutError):
                    raise  # the work itself has waited too long for something
                alone = 0.0 if self._addresses() else alone + _GLANCE
                if alone >= _ALONE:
                    raise EscpError(
                        f"the cluster at {self.address!r} has lost all its workers\n"
                        "  fix: begin them again, and build again: what is made stays"
                    ) from None


def _where(address: str) -> str:
    """Return where a scheduler listens, by its address or the name of its file.

    What is no place to listen at is found before the library begins: it would take it for one, wait
    for itself as the program ends, and tell of that at length.

    Raises:
        ArgumentError: it speaks TLS, and we have nothing to answer it with.
        OSError: the file cannot be read.
        ValueError: nobody can listen there.
        LookupError: the file names no address.
        TypeError: likewise.
    """
    is_file = "://" not in address and Path(address).is_file()
    found: str = json.loads(Path(address).read_bytes())["address"] if is_file else address
    scheme, place = parse_address(found)
    get_backend(scheme)
    parse_host_port(place)
    about_tls: Any = Security  # the library has no types
    if scheme == "tls" and about_tls().get_connection_args("client")["ssl_context"] is None:
        raise ArgumentError(
            f"the scheduler at {address!r} speaks TLS, and no certificate of ours is named; "
            "name it as on your workers, in DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT and more",
            "cluster",
        )
    return found


def _done(
    traits: Callable[[], Mapping[str, str]],
    ours: Mapping[str, str],
    work: Callable[..., Result],
    *told: object,
) -> Result:
    """Return what the work makes, on a worker; one that came later may be another machine."""
    _refuse_if_other(f"the worker on {gethostname()}", traits(), ours)
    # What it lays down goes with the worker, however that ends.
    tempfile.tempdir = get_worker().local_directory
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        return work(*told)
    finally:
        gc.set_threshold(*usual)


def _refuse_if_other(worker: str, theirs: Mapping[str, str], ours: Mapping[str, str]) -> None:
    for name in dict.fromkeys((*ours, *theirs)):
        if theirs.get(name) != ours.get(name):
            raise ArgumentError(_differs(worker, name, theirs, ours), "cluster")


def _differs(worker: str, name: str, theirs: Mapping[str, str], ours: Mapping[str, str]) -> str:
    there, here = theirs.get(name, "nothing"), ours.get(name, "nothing")
    return (
        f"{worker} has {name} {there}, and this machine {here}: documents would differ; "
        "install the same on all of them"
    )


@contextmanager
def _begun_here(jobs: int, preload: str) -> Iterator[Any]:
    """Hold a cluster of this machine; its processes end with it."""
    begin_server(preload)  # workers come from it, and leave Ctrl-C to us
    with ExitStack() as held:
        folder = held.enter_context(TemporaryDirectory(prefix="escp-docs-"))
        # The scheduler would leave its locks in the folder that all programs share.
        held.enter_context(dask.config.set({"temporary-directory": folder}))
        with later():  # a cluster that was begun by half would end in a traceback
            local = partial(
                LocalCluster,
                n_workers=jobs,
                local_directory=folder,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",
                host="127.0.0.1",
                silence_logs=logging.CRITICAL,
            )
            begun = held.enter_context(_patiently(local))
            client = held.enter_context(_patiently(partial(Client, begun, set_as_default=False)))
        yield client


def _patiently(begin: Callable[[], Any]) -> AbstractContextManager[Any]:
    """Return what begins a thread for the network, which the library awaits for ten seconds only.

    On a machine that is busy that may be too short; then it is begun anew. A client that came to
    nothing is taken away before, and nothing is while one begins: the library would wait for a lock
    that it holds itself.
    """
    collects = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for _ in range(_TRIES - 1):
            with suppress(AssertionError):
                return _held(begin)
        return _held(begin)
    finally:
        if collects:
            gc.enable()


def _held(begin: Callable[[], Any]) -> AbstractContextManager[Any]:
    found: AbstractContextManager[Any] = begin()  # the library has no types
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave it to messages of ours to tell of workers that come and go."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    usual = [one.level for one in loggers]
    try:
        for one in loggers:
            one.setLevel(logging.CRITICAL)
        yield
    finally:
        for one, level in zip(loggers, usual, strict=True):
            one.setLevel(level)
