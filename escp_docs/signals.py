"""The signals that end a program, and how each waits where it must not come between."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

SIGNALLED: Final = 128
"""With the number of the signal added, the exit status of a program that it ended."""

OF_TERMINALS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)
)
"""What a terminal sends to all that run in it: Ctrl-C, and that it closes. Windows has one."""

ENDING: Final = (*OF_TERMINALS, signal.SIGTERM)


def heard(signals: Sequence[int]) -> list[int]:
    """Return those of some signals that are ours to meet.

    Not those that are ignored, as `nohup` does with SIGHUP, and not those that a program which
    stands on this one meets in another language: Python cannot give them back.
    """
    return [one for one in signals if signal.getsignal(one) not in (signal.SIG_IGN, None)]


@contextmanager
def later(
    signals: Sequence[int] = ENDING, *, noted: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Let signals wait for the end of the block; the first is then sent again.

    Only the main thread meets signals; in another this does nothing.

    Args:
        signals: Their numbers; ignored ones stay so.
        noted: What is done as one comes, in whichever line of the block that is.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _: object) -> None:
        came.append(number)
        noted()

    usual = {one: signal.signal(one, note) for one in heard(signals)}
    try:
        yield
    finally:
        for one, handler in usual.items():
            signal.signal(one, handler)
        if came:  # also where the block failed: maybe the same signal ended what it waits for
            signal.raise_signal(came[0])
