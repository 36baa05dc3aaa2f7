"""What pages are told without asking: that a spec, or what is made of it, is otherwise now."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Final

from starlette.concurrency import run_in_threadpool

from escp_docs.web.desk import Desk, ServedSpec

_TICK: Final = 0.3  # seconds between looks at the files
_PING: Final = 15.0  # seconds after which a silent stream says that it is there


async def stream(desk: Desk, place: ServedSpec) -> AsyncIterator[str]:
    """Yield an event for each version of a spec, until the server ends."""
    seen = -1
    silent = 0.0
    while not desk.ending.is_set():
        version = (await run_in_threadpool(lambda: place.workspace.state)).version
        if version != seen:
            seen, silent = version, 0.0
            yield f"event: version\ndata: {json.dumps({'version': version})}\n\n"
        elif silent >= _PING:
            silent = 0.0
            yield ": here\n\n"
        silent += _TICK
        await _woken(desk)


async def _woken(desk: Desk) -> None:
    """Wait until somebody changed something here, or it is time to look."""
    async with desk.changed:
        try:
            await asyncio.wait_for(desk.changed.wait(), _TICK)
        except TimeoutError:
            return


async def wake(desk: Desk) -> None:
    """Let streams look at once."""
    async with desk.changed:
        desk.changed.notify_all()
