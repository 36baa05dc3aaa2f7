"""Told to end, or its terminal closed, the program tidies up as on Ctrl-C and says nothing."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TerminatedError(BaseException):
    """Somebody told the program to end: a system that shuts down, a script, a terminal that closes.

    No KeyboardInterrupt: click would take that for Ctrl-C and say "Aborted!" to nobody.

    Args:
        number: That of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def tidy_end() -> Iterator[None]:
    """Raise TerminatedError where such a signal meets the block; a second one ends it at once.

    Who has a way of their own with a signal keeps it: a program that stands on this one, and
    `nohup`, which has a closed terminal ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [one for one in _signals() if signal.getsignal(one) is signal.SIG_DFL]
    for one in ours:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _signals() -> Iterator[int]:
    yield signal.SIGTERM
    if hasattr(signal, "SIGHUP"):  # Windows has none
        yield signal.SIGHUP


def _end(number: int, frame: FrameType | None) -> None:
    del frame
    signal.signal(number, signal.SIG_DFL)
    raise TerminatedError(number)
