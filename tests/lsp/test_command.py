"""`escp-docs lsp` as editors start it, to the end."""

import ctypes
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.many_hands import SPEC
from tests.support.places import ROOT
from tests.support.program import run

COMMAND = [sys.executable, "-m", "escp_docs", "lsp", "--stdio"]
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"processId": None, "rootUri": None, "capabilities": {}},
}


def framed(message: object) -> bytes:
    """Return a message as the protocol frames it."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def spoken(*messages: object) -> subprocess.CompletedProcess[bytes]:
    """Return what comes of messages, after which the editor hangs up."""
    return subprocess.run(
        COMMAND,
        input=b"".join(map(framed, messages)),
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def test_an_editor_that_hangs_up_ends_it(spec: Path) -> None:
    opened = {"uri": spec.as_uri(), "languageId": "yaml", "version": 1, "text": SPEC}
    did_open = {"method": "textDocument/didOpen", "params": {"textDocument": opened}}

    done = spoken(HELLO, {"jsonrpc": "2.0", **did_open})

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert done.stdout.startswith(b"Content-Length: ")


@pytest.mark.parametrize(
    "junk",
    [
        {"jsonrpc": "2.0", "id": 2, "method": "textDocument/hover", "params": {}},
        {"jsonrpc": "2.0", "id": 2, "method": "textDocument/completion", "params": [1, None]},
        {"jsonrpc": "2.0", "id": 2, "method": "nothing/known", "params": "x"},
        {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": 3}},
        b"{",
        b"null",
        b"\xff\xfe",
    ],
)
def test_junk_is_survived_and_changes_nothing(spec: Path, junk: object) -> None:
    bye = [
        {"jsonrpc": "2.0", "id": 9, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    ]

    done = spoken(HELLO, junk, *bye)

    assert done.returncode == 0
    assert b'"id": 9' in done.stdout or b'"id":9' in done.stdout
    assert spec.read_text() == SPEC


def test_what_is_refused_is_answered_and_not_printed(spec: Path) -> None:
    opened = {"uri": spec.as_uri(), "languageId": "yaml", "version": 1, "text": SPEC}
    did_open = {"method": "textDocument/didOpen", "params": {"textDocument": opened}}
    asked = {"textDocument": {"uri": spec.as_uri()}, "position": {"line": 0, "character": 3}}
    rename = {"method": "textDocument/rename", "params": {**asked, "newName": "1 x"}}
    prepare = {"method": "textDocument/prepareRename", "params": asked}

    done = spoken(
        HELLO,
        {"jsonrpc": "2.0", **did_open},
        {"jsonrpc": "2.0", "id": 7, **rename},
        {"jsonrpc": "2.0", "id": 8, **prepare},
        {"jsonrpc": "2.0", "id": 9, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    )

    assert done.returncode == 0
    assert done.stdout.count(b"no id of an entry stands here") == 2
    assert done.stderr == b""


def greeted() -> subprocess.Popen[bytes]:
    """Return a server that answered an editor, and waits for its next word."""
    server = subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert server.stdin
    assert server.stdout
    server.stdin.write(framed(HELLO))
    server.stdin.flush()
    server.stdout.readline()
    return server


def ended(server: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    """Return the status of a server that ends although nobody hangs up, and what it says."""
    status = server.wait(timeout=60)
    return status, server.communicate()[1]


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_at_once(sent: str) -> None:
    with greeted() as server:
        server.send_signal(signal.Signals[sent])

        assert ended(server) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of the threads of a program")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_whichever_thread_a_signal_meets(sent: signal.Signals) -> None:
    with greeted() as server:
        threads = sorted(int(one.name) for one in Path(f"/proc/{server.pid}/task").iterdir())
        others = [one for one in threads if one != server.pid]

        assert ctypes.CDLL(None).tgkill(server.pid, others[-1], int(sent)) == 0

        assert ended(server) == (0, b"")


def test_without_the_extra_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("escp_docs.build.install_hints.find_spec", lambda _: None)

    status, said = run("lsp")

    assert status == 3
    assert "pip install 'escp-docs[web]'" in said


def test_whatever_asks_for_an_answer_gets_one_and_the_server_goes_on() -> None:
    hover = {"jsonrpc": "2.0", "method": "textDocument/hover"}
    wrong: dict[bytes, tuple[int | None, int]] = {
        b'{"jsonrpc": "2.0", "id": 2, "method': (None, -32700),
        b'{"a": "\xff"}': (None, -32700),
        json.dumps([HELLO, 1]).encode(): (None, -32600),
        b"17": (None, -32600),
        b'{"id": 3, "method": "textDocument/hover"}': (3, -32600),
        json.dumps({"jsonrpc": "2.0", "id": 4, "method": 5}).encode(): (4, -32600),
        json.dumps({"jsonrpc": "2.0", "id": 5, "method": "no/such"}).encode(): (5, -32601),
        json.dumps({**hover, "id": 6, "params": {"x": 1}}).encode(): (6, -32602),
        json.dumps({**hover, "id": 7, "params": [1]}).encode(): (7, -32602),
    }

    done = spoken(HELLO, *wrong, {"jsonrpc": "2.0", "id": 99, "method": "shutdown"})

    bodies = [body.partition(b"Content-Length")[0] for body in done.stdout.split(b"\r\n\r\n")[1:]]
    answers = [one for one in map(json.loads, bodies) if "method" not in one]
    said = [(one["id"], one["error"]["code"]) for one in answers if "error" in one]
    assert said == list(wrong.values())
    assert answers[-1] == {"id": 99, "jsonrpc": "2.0", "result": None}
    assert b"Traceback" not in done.stderr
