"""Told to end, or short of memory: no half folder, nothing left behind, no line of Python."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import click
import pytest
from click.testing import CliRunner

from escp_docs.cli import main
from tests.support.places import SPECS

_RUN = (sys.executable, "-m", "escp_docs")
_SPEC = SPECS / "shield-4i.yaml"


def begun(home: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    """Return the program as it works, with a folder of its own for what is temporary."""
    (home / "tmp").mkdir()
    return subprocess.Popen(
        [*_RUN, *map(str, arguments)],
        env={**os.environ, "TMPDIR": str(home / "tmp")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str], sent: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
    """Return the status of a program that is told to end, and what it says of that."""
    process.send_signal(sent)
    _, said = process.communicate(timeout=60)
    return process.returncode, said


def listens(pid: int) -> bool:
    """Whether a process has a way of its own with the signal, as Linux tells."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    (caught,) = (line.split()[1] for line in lines if line.startswith("SigCgt:"))
    return bool(int(caught, 16) & 1 << (signal.SIGTERM - 1))


def waited_for(process: subprocess.Popen[str], folder: Path) -> None:
    while process.poll() is None and not any(folder.iterdir()):
        sleep(0.01)
    assert process.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("command", ["build", "watch"])
def test_a_program_that_makes_documents_ends_silently_and_leaves_nothing(
    command: str, tmp_path: Path
) -> None:
    more = ["--all"] if command == "build" else []
    process = begun(tmp_path, command, _SPEC, "-o", tmp_path / "output", *more)
    waited_for(process, tmp_path / "tmp")

    assert ended(process) == (143, "")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "output" / "shield-4i").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_terminal_that_closes_leaves_nothing_behind(tmp_path: Path) -> None:
    """It tells all that runs in it, also the processes that work."""
    process = begun(tmp_path, "build", _SPEC, "-o", tmp_path / "output", "--all", "-j", "2")
    waited_for(process, tmp_path / "tmp")
    sleep(2)  # until processes work

    os.killpg(process.pid, signal.SIGHUP)
    _, said = process.communicate(timeout=60)

    assert (process.returncode, said) == (129, "")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "output" / "shield-4i").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_who_ignores_that_the_terminal_closes_goes_on(tmp_path: Path) -> None:
    """As with `nohup`."""
    usual = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        asked = (SPECS / "unfinished.yaml", "-d", "term-sheet", "-f", "docx", "-j", "2")
        process = begun(tmp_path, "build", _SPEC, "-o", tmp_path / "output", *asked)
    finally:
        signal.signal(signal.SIGHUP, usual)
    waited_for(process, tmp_path / "tmp")

    os.killpg(process.pid, signal.SIGHUP)
    process.communicate(timeout=60)

    assert process.returncode == 0
    assert (tmp_path / "output" / "shield-4i" / "term-sheet.docx").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc says whether it listens by now")
def test_a_check_that_waits_for_its_input_ends_silently(tmp_path: Path) -> None:
    process = begun(tmp_path, "check", "-")
    while not listens(process.pid):
        sleep(0.01)

    assert ended(process) == (143, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("where", ["make_context", "invoke"])
def test_a_program_ends_silently_wherever_in_click_the_signal_meets_it(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meets_the_signal(*given: object, **named: object) -> None:
        del given, named
        os.kill(os.getpid(), signal.SIGTERM)
        sleep(1)

    monkeypatch.setattr(click.Group, where, meets_the_signal)

    done = CliRunner().invoke(main, ["check", str(_SPEC)])

    assert (done.exit_code, done.output) == (143, "")


SERVER = """
import asyncio, os, signal, time, click
from escp_docs.cli import main

def meets_the_signal():
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(1)

async def serves():
    asyncio.get_running_loop().call_soon(meets_the_signal)
    await asyncio.sleep(30)

click.Group.invoke = lambda *_: asyncio.run(serves())
main(["check"])
"""


LOADING = """
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
from escp_docs.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["escp_docs.cli", "click", "msgspec", "escp_docs.api"])
def test_ctrl_c_while_the_program_loads_ends_it_in_silence(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADING, module], capture_output=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_loop_of_events_does_not_go_on_with_its_work() -> None:
    done = subprocess.run([sys.executable, "-c", SERVER], capture_output=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (143, b"", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep to the limit")
@pytest.mark.parametrize("limit", [90_000_000, 140_000_000, 210_000_000, 250_000_000])
def test_too_little_memory_is_told_in_a_sentence(tmp_path: Path, limit: int) -> None:
    """Above the first of these limits a library of the PDF would end the process."""

    def with_little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    done = subprocess.run(
        [*_RUN, "build", str(_SPEC), "-d", "term-sheet", "-f", "pdf", "-o", str(tmp_path)],
        capture_output=True,
        text=True,
        preexec_fn=with_little,
        check=False,
    )

    assert done.returncode == 3
    assert "not enough memory" in done.stderr
    assert "Traceback" not in done.stderr
