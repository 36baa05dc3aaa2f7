"""The server on standard input and output; whatever else is printed goes to standard error."""

import os
import signal
import sys
from threading import Thread

from escp_docs import api
from escp_docs.lsp.server import EditorServer


def serve() -> None:
    """Serve one editor until it hangs up."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # It writes nothing, so it may end wherever it is; the thread that waits for the editor does not
    # hold it up.
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: os._exit(0))
    # While the editor introduces itself: what answers take is loaded.
    Thread(target=lambda: api.SpecInEditor, daemon=True).start()
    EditorServer().server.start_io(sys.stdin.buffer, out)
