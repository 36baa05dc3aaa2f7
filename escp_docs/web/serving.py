"""The server: its sockets on this machine alone, its address, its end."""

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_urlsafe
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from escp_docs import api
from escp_docs.web.app import application
from escp_docs.web.desk import Desk
from escp_docs.web.guard import Guard
from escp_docs.web.leaving import Looked

_SECONDS: Final = 2  # for answers that are on their way when it ends


class _Server(uvicorn.Server):
    """Ends streams at once when it is told to end: they would never end by themselves."""

    def __init__(self, config: uvicorn.Config, desk: Desk, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._desk, self._ready = desk, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End in order when the terminal closes, too, unless somebody has that ignored."""
        closed = getattr(signal, "SIGHUP", None)  # Windows has none
        with super().capture_signals():
            if closed is None or signal.getsignal(closed) is signal.SIG_IGN:
                yield
                return
            usual = signal.signal(closed, self.handle_exit)
            try:
                yield
            finally:
                signal.signal(closed, usual)

    def leave(self) -> None:
        """End as on Ctrl-C."""
        self._desk.end()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._desk.end()
        super().handle_exit(sig, frame)


def serve(
    specs: Sequence[str] | None, port: int, output: Path, opened: Callable[[str], None]
) -> None:
    """Serve a workspace until it is told to end.

    Args:
        specs: The specs; a folder without any is one to begin in. None if the browser asks for a
            folder; then it ends by itself when the last page is closed.
        port: The port; 0 stands for a free one.
        output: The folder of the documents.
        opened: Told the address once it answers.

    Raises:
        ArgumentError: the port is taken.
    """
    logging.getLogger("uvicorn.error").addFilter(_is_no_cut)
    gc.freeze()  # what is loaded stays; a pass over all of it would be felt while somebody types
    gc.set_threshold(50_000, 20, 100)
    sockets = listening(port)
    taken = sockets[0].getsockname()[1]
    token = token_urlsafe(24)
    with Desk(specs, output) as desk:
        looked = Looked(Guard(application(desk), token, taken))
        address = f"http://127.0.0.1:{taken}/?token={token}"
        server = _Server(_config(looked), desk, lambda: opened(address))
        with suppress(asyncio.CancelledError):
            asyncio.run(_served(server, sockets, looked if specs is None else None))


async def _served(server: _Server, sockets: list[socket.socket], looked: Looked | None) -> None:
    """Serve until it is told to end, or until nobody looks any more."""
    leaving = asyncio.create_task(_left(server, looked)) if looked is not None else None
    try:
        await server.serve(sockets)
    finally:
        if leaving is not None:
            leaving.cancel()


async def _left(server: _Server, looked: Looked) -> None:
    await looked.left()
    server.leave()


def _is_no_cut(record: logging.LogRecord) -> bool:
    """Whether a record tells of more than answers that were cut off, as the program was to end."""
    error = record.exc_info[1] if record.exc_info else None
    is_cut = isinstance(error, asyncio.CancelledError) or "graceful shutdown" in str(record.msg)
    return not is_cut


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        ws="none",
        http="h11",
        loop="asyncio",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_SECONDS,
    )


def listening(port: int) -> list[socket.socket]:
    """Return sockets that listen on this machine alone, at one port.

    Raises:
        ArgumentError: the port is taken.
    """
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    found = [first]
    with suppress(OSError, api.ArgumentError):  # not every machine has it
        found.append(_bound(socket.AF_INET6, "::1", first.getsockname()[1]))
    return found


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except OSError as error:
        found.close()
        why = (error.strerror or str(error)).lower()
        raise api.ArgumentError(
            f"port {port} cannot be had: {why}; leave --port out", "port"
        ) from error
    return found
