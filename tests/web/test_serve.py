"""`escp-docs serve` as a process: its address, its sockets, its end."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from escp_docs.web.serving import listening
from tests.support.many_hands import SPEC
from tests.support.places import ROOT
from tests.support.program import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """Yield a running program, its port and its token; it is ended afterwards."""
    command = [sys.executable, "-m", "escp_docs", "serve", *arguments, "--no-open"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            port = int(address.split(":")[2].split("/")[0])
            yield process, port, address.partition("token=")[2]
        finally:
            process.kill()


def ended(process: subprocess.Popen[str], how: signal.Signals) -> tuple[int, str]:
    """Return the exit status and what was said at the end; it may not take long."""
    process.send_signal(how)
    _, said = process.communicate(timeout=60)
    return process.returncode, said


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


@contextmanager
def asked(
    port: int, token: str, path: str, change: str | None = None
) -> Iterator[http.client.HTTPResponse]:
    """Yield the answer to a request, which may stay open."""
    headers = {
        "Cookie": f"escp-docs-{port}={token}",
        "Origin": f"http://127.0.0.1:{port}",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/json",
    }
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as there:
        there.request("POST" if change else "GET", path, change, headers)
        with there.getresponse() as answer:
            yield answer


def titled(title: str) -> str:
    """Return the request for another title, whatever stands there."""
    change = {"do": "set", "key": "project.title", "value": title, "sure": True}
    return json.dumps({"changes": [change]})


def test_ctrl_c_ends_it_though_a_page_is_listening(spec: Path) -> None:
    with (
        served(spec.parent, spec.name) as (process, port, token),
        asked(port, token, "/0/events") as stream,
    ):
        first = stream.readline()
        status, said = ended(process, signal.SIGINT)

    assert first == b"event: version\n"
    assert status == 0
    assert "Traceback" not in said


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_an_answer_that_has_no_end_is_cut_off_silently(
    spec: Path, sent: signal.Signals, status: int
) -> None:
    with served(spec.parent, spec.name) as (process, port, token):
        head = f"POST /0/change HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 9\r\n"
        own = f"Cookie: escp-docs-{port}={token}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        more = "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n\r\n"
        with closing(socket.create_connection(("127.0.0.1", port))) as there:
            there.sendall(f"{head}{own}{more}[".encode())
            with asked(port, token, "/") as answer:  # behind it, so that it is being answered
                answer.read()
            found, said = ended(process, sent)

    assert found == status
    assert said.replace("Ctrl-C ends it\n", "").strip() == ""


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_silently(spec: Path, sent: signal.Signals, status: int) -> None:
    with served(spec.parent, spec.name) as (process, _, _token):
        found, said = ended(process, sent)

    assert found == status
    assert said.replace("Ctrl-C ends it\n", "") == ""


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_so_does_one_that_asks_for_a_folder(
    tmp_path: Path, sent: signal.Signals, status: int
) -> None:
    with served(tmp_path, "--choose") as (process, port, token):
        with asked(port, token, "/choose") as page:
            shown = page.read().decode()
        found, said = ended(process, sent)

    assert "Open a partnership" in shown
    assert found == status
    assert said.replace("Ctrl-C ends it\n", "").strip() == ""


def test_a_page_is_told_of_what_an_editor_writes(spec: Path) -> None:
    with (
        served(spec.parent, spec.name) as (_, port, token),
        asked(port, token, "/0/events") as stream,
    ):
        first = [stream.readline() for _ in range(3)][1]
        spec.write_text(SPEC.replace("Title 0", "Title 1"), encoding="utf-8")
        second = [stream.readline() for _ in range(3)][1]

    assert (first, second) == (b'data: {"version": 1}\n', b'data: {"version": 2}\n')


def test_ctrl_c_during_changes_leaves_a_whole_file(spec: Path) -> None:
    with served(spec.parent, spec.name) as (process, port, token):
        threading.Timer(0.4, process.send_signal, [signal.SIGINT]).start()
        with suppress(OSError, http.client.HTTPException):
            for number in range(10_000):
                with asked(port, token, "/0/change", titled(f"Word {number}")) as answer:
                    answer.read()
        process.wait(timeout=60)

    text = spec.read_text(encoding="utf-8")
    start, end = SPEC.split("Title 0")
    assert text.startswith(start)
    assert text.endswith(end)
    assert text != SPEC
    assert [one.name for one in spec.parent.iterdir()] == ["ours.yaml"]


def test_it_listens_on_this_machine_alone() -> None:
    sockets = listening(0)
    try:
        assert {one.getsockname()[0] for one in sockets} <= {"127.0.0.1", "::1"}
        assert len({one.getsockname()[1] for one in sockets}) == 1
    finally:
        for one in sockets:
            one.close()


def test_a_port_that_is_taken_is_told(spec: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = run("serve", str(spec), "--no-open", "--port", str(port))

    assert status == 2
    assert f"port {port} cannot be had" in said


def test_a_spec_that_is_not_there_is_told(tmp_path: Path) -> None:
    status, said = run("serve", str(tmp_path / "nothing.yaml"), "--no-open")

    assert status == 2
    assert "there is no file or folder" in said


def test_without_the_extra_a_sentence_says_what_to_install(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("escp_docs.build.install_hints.find_spec", lambda _: None)

    status, said = run("serve", str(spec), "--no-open")

    assert status == 3
    assert said == (
        "error: the workspace needs starlette, which is not there\n"
        "  fix: pip install 'escp-docs[web]'\n"
    )


def test_no_other_command_loads_the_server() -> None:
    code = """
import sys
from escp_docs.cli import main
try:
    main(["check", "specs/shield-4i.yaml"])
except SystemExit:
    heavy = ("starlette", "uvicorn", "escp_docs.web", "escp_docs.workspace")
    print([one for one in heavy if one in sys.modules])
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
