"""Told to end, or its terminal closed, the program tidies up as on Ctrl-C and says nothing."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from escp_docs.signals import ENDING, SIGNALLED


@contextmanager
def tidy_end() -> Iterator[None]:
    """End by SystemExit where such a signal meets the block; a second one ends it at once.

    It comes from a system that shuts down, a script, or a terminal that closes. KeyboardInterrupt
    click would take for Ctrl-C and say "Aborted!" to nobody; whatever else a loop of events would
    print, and go on.

    Who has a way of their own with a signal keeps it: a program that stands on this one, and
    `nohup`, which has a closed terminal ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [one for one in ENDING if signal.getsignal(one) is signal.SIG_DFL]
    for one in ours:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    del frame
    signal.signal(number, signal.SIG_DFL)
    raise SystemExit(SIGNALLED + number)
