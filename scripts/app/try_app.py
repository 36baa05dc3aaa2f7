"""Try the zipped program in a root of its own that has neither Python nor a shell.

    python -m scripts.app.try_app dist/escp-docs-*-linux-*.zip

It is unpacked into a folder with blanks in its name that nobody may write, run by somebody without
rights, and by two at once. Needs root and Linux. The root has the C library and zlib alone.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
LIBRARIES: Final = ("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1")
MORE: Final = ("libutil.so.1", "libresolv.so.2", "libz.so.1")
PROGRAM: Final = "/opt/a folder with blanks/escp-docs/escp-docs"
NOBODY: Final = "65534:65534"


def laid(folder: Path, zipped: Path) -> None:
    """Lay down a root with the program and an example, both readable, and a home to write in."""
    near = Path(f"/lib/{os.uname().machine}-linux-gnu")
    loader = next(near.glob("ld-linux-*.so.*"))
    for one in ("tmp", "dev", "proc", f".{near}", "lib64", "lib", "home/me"):
        (folder / one).mkdir(parents=True, exist_ok=True)
    for name in (*LIBRARIES, *MORE, loader.name):
        shutil.copy(near / name, folder / f".{near}")
    shutil.copy(loader, folder / ("lib64" if "x86" in loader.name else "lib"))
    home = folder / "opt" / "a folder with blanks"
    home.mkdir(parents=True)
    subprocess.run(["unzip", "-q", zipped.resolve(), "-d", home], check=True)
    subprocess.run(["chmod", "-R", "a-w", home], check=True)
    shutil.copytree(ROOT / "specs" / "wave-4i", folder / "home/me/wave")
    subprocess.run(["chown", "-R", NOBODY, folder / "home", folder / "tmp"], check=True)


def command(root: Path, arguments: Sequence[str]) -> list[str]:
    """Return what runs the program inside of a root."""
    inside = (
        f"mount --rbind /dev {root}/dev && mount -t proc proc {root}/proc && "
        f'exec env -i PATH=/usr/sbin:/usr/bin HOME=/home/me chroot --userspec={NOBODY} {root} "$@"'
    )
    unshared = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", inside]
    return [*unshared, "bash", PROGRAM, *arguments]


def run(root: Path, *arguments: str) -> str:
    """Return what the program prints; it ends well."""
    begun = time.monotonic()
    done = subprocess.run(
        command(root, arguments), capture_output=True, text=True, check=False, timeout=300
    )
    print(f"{time.monotonic() - begun:6.2f} s  {' '.join(arguments)[:60]}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stderr, done.stderr
    return done.stdout


def spoken(root: Path, message: bytes, *arguments: str) -> str:
    """Return what the program answers to a message on its standard input."""
    begun = time.monotonic()
    done = subprocess.run(
        command(root, arguments), input=message, capture_output=True, check=True, timeout=60
    )
    print(f"{time.monotonic() - begun:6.2f} s  {' '.join(arguments)}: the first answer")
    return done.stdout.decode()


def served(root: Path, *arguments: str) -> tuple["subprocess.Popen[str]", str]:
    """Return the program while it serves, and the page at its address."""
    begun = time.monotonic()
    server = subprocess.Popen(
        command(root, ("serve", "--no-open", *arguments)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    address = server.stdout.readline().strip()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = opener.open(address, timeout=60).read().decode()
    print(f"{time.monotonic() - begun:6.2f} s  serve {' '.join(arguments)}: the first page")
    return server, page


def end(server: "subprocess.Popen[str]") -> None:
    """End a program that serves, as a system does that shuts down; it says nothing."""
    (inner,) = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    os.kill(int(inner), signal.SIGTERM)  # `unshare` itself is deaf to it
    _, said = server.communicate(timeout=30)
    assert "Traceback" not in said, said
    assert server.returncode == 128 + signal.SIGTERM, server.returncode


def tried(root: Path) -> None:
    """Check, build, ask and serve; every assertion is a promise of the download."""
    assert not list(root.rglob("python3")), "there is a Python"
    assert "eligible" in run(root, "check", "/home/me/wave")
    assert json.loads(run(root, "explain", "CON003", "--format", "json"))["code"] == "CON003"
    run(root, "build", "/home/me/wave", "-o", "/home/me/out")
    run(root, "build", "/home/me/wave", "-o", "/home/me/out")
    made = root / "home/me/out/wave-4i"
    assert (made / "application.docx").read_bytes()[:2] == b"PK"
    assert (made / "partnership-agreement.pdf").read_bytes()[:5] == b"%PDF-"
    run(root, "verify", "/home/me/out/wave-4i", "/home/me/wave")
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize"}
    client = {"protocolVersion": "2025-06-18", "clientInfo": {"name": "x", "version": "1"}}
    asked = json.dumps(hello | {"params": client | {"capabilities": {}}}).encode()
    assert "serverInfo" in spoken(root, asked + b"\n", "mcp", "/home/me/wave")
    framed = b"Content-Length: %d\r\n\r\n%s" % (len(asked), asked)
    assert "serverInfo" in spoken(root, framed, "lsp")
    servers = [served(root, "--choose"), served(root, "/home/me/wave")]
    assert "Open a partnership" in servers[0][1]
    assert re.search(r"WAVE-4i", servers[1][1])
    for one, _ in servers:
        end(one)


def main(zipped: Path) -> int:
    """Try a zip; an exception says what is not as promised."""
    with tempfile.TemporaryDirectory(prefix="escp-docs-app-") as name:
        root = Path(name)
        root.chmod(0o755)
        laid(root, zipped)
        tried(root)
    print(f"{zipped.name}: as promised")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
