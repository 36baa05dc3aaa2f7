"""The end of a program that nobody looks at any more."""

import asyncio
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

_TICK: Final = 5.0  # seconds
_TICKS: Final = 24  # without a page: two minutes awake, however long the machine slept


class Looked:
    """Knows whether a page is open: one that listens, or asked something a moment ago.

    Ticks are counted and no clock is read: after a night of sleep pages have their two minutes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = 0
        self._silent: int | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._open, self._silent = self._open + 1, 0
        try:
            await self._app(scope, receive, send)
        finally:
            self._open, self._silent = self._open - 1, 0

    def tick(self) -> bool:
        """Count a tick; return whether all pages are closed for long; never before the first."""
        if self._silent is not None and not self._open:
            self._silent += 1
        return self._silent is not None and self._silent >= _TICKS

    async def left(self) -> None:
        """Return when nobody looks any more."""
        while not self.tick():  # noqa: ASYNC110  # nothing happens when nobody asks
            await asyncio.sleep(_TICK)
