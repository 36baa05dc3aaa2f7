"""When `watch` looks again: after a change of a file, now and then, until Ctrl-C."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING, Final

from escp_docs.signals import later

if TYPE_CHECKING:
    from escp_docs import api

_SETTLED: Final = (
    120  # milliseconds without a further change; editors write a file in several steps
)
_LOOK: Final = 250  # milliseconds after which to ask what is made beside


@contextmanager
def ctrl_c() -> Iterator[Event]:
    """Note Ctrl-C for the next look, so that it never comes between two steps; a second one ends.

    Raised as an exception it could come while a process is begun or the last one is ended.
    """
    pressed = Event()
    usual = signal.getsignal(signal.SIGINT)

    def note(*_: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, usual)

    signal.signal(signal.SIGINT, note)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, usual)


def ticks(watchers: "Sequence[api.Watcher]", pressed: Event) -> Iterator[None]:
    """Yield at once, then whenever a file changed, and now and then, until Ctrl-C was pressed."""
    from watchfiles import watch  # noqa: PLC0415  # for this command alone

    yield
    while not pressed.is_set():
        folders = _folders(watchers)
        changes = watch(
            *folders,
            recursive=False,
            debounce=_SETTLED,
            step=_SETTLED // 2,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            stop_event=pressed,
            watch_filter=None,
        )
        while _folders(watchers) == folders:
            # Whoever waits for files takes any exception for Ctrl-C.
            with later(noted=pressed.set):
                settled = next(changes, None)
            if settled is None:
                break
            yield


def _folders(watchers: "Sequence[api.Watcher]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(folder for one in watchers for folder in one.folders))
