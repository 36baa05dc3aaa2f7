"""Told to end by SIGTERM, the program puts its things in order as on Ctrl-C, and says nothing."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TerminatedError(BaseException):
    """Somebody told the program to end: a system that shuts down, a service, a script.

    No KeyboardInterrupt: click would take that for Ctrl-C and say "Aborted!" to nobody.
    """


@contextmanager
def tidy_end() -> Iterator[None]:
    """Raise TerminatedError where SIGTERM meets the block; a second one ends the process at once.

    A program that stands on this one and has its own way with the signal keeps it.
    """
    is_ours = (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    )
    if not is_ours:
        yield
        return
    signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    del number, frame
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    raise TerminatedError
