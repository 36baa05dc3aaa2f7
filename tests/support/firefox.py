"""Firefox driven by its own protocol, Marionette: for a look at a page, no more."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_PATIENCE: Final = 60.0  # seconds that a busy machine may take
_PREFERENCES: Final = """\
user_pref("marionette.port", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.auto", false);
"""


class Firefox:
    """A Firefox without a window.

    Args:
        port: Where it takes commands.
    """

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), _PATIENCE)
        self._number = 0
        self._heard()
        self.do("WebDriver:NewSession")

    def do(self, command: str, **parameters: object) -> Any:  # noqa: ANN401  # as JSON has it
        """Return what a command gives."""
        self._number += 1
        words = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(words), words))
        _, _, error, found = self._heard()
        assert error is None, error
        return found

    def run(self, script: str) -> Any:  # noqa: ANN401
        """Return what a script returns in the page that is shown."""
        return self.do("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def until(self, script: str) -> None:
        """Wait until a script returns something true."""
        end = time.monotonic() + _PATIENCE
        while not self.run(script):
            assert time.monotonic() < end, script
            time.sleep(0.1)

    def _heard(self) -> Any:  # noqa: ANN401
        length = b""
        while (byte := self._socket.recv(1)) != b":":
            length += byte
        words = b""
        while len(words) < int(length):
            words += self._socket.recv(int(length) - len(words))
        return json.loads(words)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Yield a Firefox with a profile of its own; it is gone afterwards."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    assert path, "install Debian's package firefox-esr"
    profile.mkdir()
    (profile / "user.js").write_text(_PREFERENCES, encoding="utf-8")
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            found = Firefox(_port(profile / "MarionetteActivePort"))
            yield found
            found.close()
        finally:
            process.terminate()


def _port(path: Path) -> int:
    end = time.monotonic() + _PATIENCE
    while not (path.exists() and path.read_text().strip()):
        assert time.monotonic() < end, "Firefox does not begin"
        time.sleep(0.1)
    return int(path.read_text())
