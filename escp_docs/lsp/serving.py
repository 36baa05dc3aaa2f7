"""The server on standard input and output; whatever else is printed goes to standard error."""

import os
import signal
import sys
from threading import Thread
from types import FrameType

from escp_docs import api
from escp_docs.lsp.server import EditorServer


def serve() -> None:
    """Serve one editor until it hangs up, or until a signal ends the process with status 0."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, _end)
    # While the editor introduces itself: what answers take is loaded.
    Thread(target=lambda: api.SpecInEditor, daemon=True).start()
    EditorServer().server.start_io(sys.stdin.buffer, out)


def _end(number: int, frame: FrameType | None) -> None:
    """End at once: a thread waits for the editor, and nothing is half written, for nothing is."""
    del number, frame
    os._exit(0)
