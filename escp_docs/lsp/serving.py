"""The server on standard input and output; whatever else is printed goes to standard error."""

import logging
import os
import signal
import socket
import sys
from threading import Thread

from pygls.exceptions import JsonRpcException, JsonRpcInternalError

from escp_docs import api
from escp_docs.lsp.protocol import UNREADABLE
from escp_docs.lsp.server import EditorServer
from escp_docs.signals import ENDING, heard


def _is_no_refusal(record: logging.LogRecord) -> bool:
    """Whether a record tells of more than an answer that an editor gets, and shows, anyway."""
    if str(record.msg).startswith("Unable to deserialize message"):
        return False
    told = record.exc_info[1] if record.exc_info else None
    if str(record.msg).startswith("Unable to handle message") and isinstance(told, UNREADABLE):
        return False
    about = (told, *record.args) if isinstance(record.args, tuple) else (told,)
    refusals = [one for one in about if isinstance(one, JsonRpcException)]
    return not refusals or any(isinstance(one, JsonRpcInternalError) for one in refusals)


def serve() -> None:
    """Serve one editor until it hangs up."""
    # An editor that never reads standard error would hang once some refusals filled it.
    for name in ("pygls.protocol.json_rpc", "pygls.server"):
        logging.getLogger(name).addFilter(_is_no_refusal)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _end_by_signals()
    # While the editor introduces itself: what answers take is loaded.
    Thread(target=lambda: api.SpecInEditor, daemon=True).start()
    EditorServer().server.start_io(sys.stdin.buffer, out)


def _end_by_signals() -> None:
    """Let a signal end it at once; it writes nothing, so it may end wherever it is.

    A handler alone would not do: it waits for the main thread, and that sleeps until the editor
    says something, if the signal meets another thread, or the main one as it falls asleep.
    """
    for one in heard(ENDING):
        signal.signal(one, lambda *_: os._exit(0))
    woken, waking = socket.socketpair()
    waking.settimeout(0)
    signal.set_wakeup_fd(waking.detach())  # open as long as the program runs

    def end() -> None:
        woken.recv(1)
        os._exit(0)

    Thread(target=end, daemon=True).start()
