"""Who does pieces of work: handed in by whoever calls, never chosen where the work is told."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Protocol, TypeVar

from msgspec import Struct

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Bound(Struct, frozen=True):
    """How much one piece of work may take.

    Args:
        seconds: Of the processor's time, not of the clock's.
        memory: Bytes of address space; beyond them MemoryError is raised.
    """

    seconds: float
    memory: int


class Executor(Protocol):
    """Does pieces of work: in this process, in several, on other machines.

    One with an attribute `is_apart` that is true does them where our files are not: whatever a
    piece needs goes with it, and whatever it makes comes back.
    """

    def results(
        self,
        work: Callable[..., Result],
        pieces: Sequence[Piece],
        lost: Callable[[Piece], Result],
        given: tuple[object, ...] = (),
        bound: Callable[[Piece], Bound] | None = None,
    ) -> Iterator[Result]:
        """Yield what `work` makes of each piece, in order.

        Args:
            work: Called with `given` and a piece. It, the pieces and the results can be pickled;
                what it raises ends everything.
            pieces: What to work on.
            lost: What to yield if the process died that worked on a piece, say for want of memory.
            given: Handed to each process once.
            bound: How much a piece may take; a piece that takes more is lost. Where the work is
                done by this process, nothing bounds it.
        """
        ...


class _InThisProcess:
    """The executor that does one piece after another, here."""

    def results(
        self,
        work: Callable[..., Result],
        pieces: Sequence[Piece],
        lost: Callable[[Piece], Result],
        given: tuple[object, ...] = (),
        bound: Callable[[Piece], Bound] | None = None,
    ) -> Iterator[Result]:
        """Yield what `work` makes of each piece, in order; see `Executor`."""
        del lost, bound
        yield from (work(*given, piece) for piece in pieces)


IN_THIS_PROCESS: Final = _InThisProcess()
"""Does one piece after another, in the process that asks for the results."""


@contextmanager
def in_order(results: Iterator[Result]) -> Iterator[Iterator[Result]]:
    """Hold the results of an executor; what makes them ends with the block, however far it came.

    An error that somebody keeps keeps the frames that it passed, and with them results that were
    begun: without this they would end with the program, after the pipes of their processes.
    """
    try:
        yield results
    finally:
        end = getattr(results, "close", None)  # one of somebody else may be any iterator
        if end is not None:
            end()


def is_apart(executor: Executor) -> bool:
    """Whether an executor does its work where our files are not."""
    return getattr(executor, "is_apart", False) is True
