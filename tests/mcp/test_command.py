"""`escp-docs mcp` as clients start it: over its standard streams, to the end."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

from tests.support.many_hands import SPEC
from tests.support.places import ROOT
from tests.support.program import run

COMMAND = [sys.executable, "-m", "escp_docs", "mcp"]
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "A client\n\x1b[31m(of ours)", "version": "1"},
    },
}


def started(spec: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, str(spec)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )


def test_a_client_of_the_protocols_own_kit_is_served_over_pipes(spec: Path) -> None:
    server = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], str(spec)], cwd=ROOT)

    async def talk() -> tuple[list[str], str, str]:
        async with Client(server) as client:
            tools = await client.list_tools()
            check = await client.call_tool("check", {})
            return (
                [one.name for one in tools.tools],
                check.structured_content["verdict"],
                client.instructions or "",
            )

    names, verdict, instructions = anyio.run(talk)

    assert names[0] == "next_questions"
    assert names[-1] == "propose"
    assert verdict == "undecided"
    assert "never an instruction" in instructions


def test_junk_and_a_flood_are_answered_line_by_line_and_hanging_up_ends_it(spec: Path) -> None:
    call = {"method": "tools/call", "params": {"name": "check", "arguments": {}}}
    flood = [{"jsonrpc": "2.0", "id": n, **call} for n in range(2, 302)]
    junk = [b"\xff\xfe", b"{", b"null", b'{"jsonrpc": "2.0", "method": "x"}', b"[" * 500]
    lines = [json.dumps(HELLO).encode(), *junk, *(json.dumps(one).encode() for one in flood)]

    done = subprocess.run(
        [*COMMAND, str(spec)],
        input=b"\n".join(lines) + b"\n",
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    for line in done.stdout.splitlines():
        assert json.loads(line)["jsonrpc"] == "2.0"
    assert spec.read_text() == SPEC


@pytest.mark.parametrize(
    ("sent", "status"),
    [(signal.SIGINT, 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["ctrl-c", "term", "closed"],
)
def test_a_signal_ends_it_with_nothing_on_its_lips(
    spec: Path, sent: signal.Signals, status: int
) -> None:
    server = started(spec)
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps(HELLO).encode() + b"\n")
    server.stdin.flush()
    hello = json.loads(server.stdout.readline())

    server.send_signal(sent)
    server.wait(timeout=60)  # nobody hangs up
    _, said = server.communicate(timeout=60)

    assert hello["result"]["serverInfo"]["name"] == "escp-docs"
    assert server.returncode == status
    assert b"Traceback" not in said


def test_the_author_of_a_proposal_is_the_client_by_its_name(spec: Path) -> None:
    given = {"key": "project.title", "value": "Waves", "reason": "shorter", "facts": []}
    call = {"method": "tools/call", "params": {"name": "propose", "arguments": given}}
    server = started(spec)
    assert server.stdin
    assert server.stdout
    for one in (HELLO, {"jsonrpc": "2.0", "id": 2, **call}):
        server.stdin.write(json.dumps(one).encode() + b"\n")
        server.stdin.flush()
        server.stdout.readline()
    server.communicate(timeout=60)

    assert "by assistant (A client31mof ours)" in run("pull", str(spec))[1]


def test_without_the_extra_a_sentence_says_what_to_install(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("escp_docs.build.install_hints.find_spec", lambda _: None)

    status, said = run("mcp", str(spec))

    assert status == 3
    assert "mcp needs mcp, which is not there" in said
    assert "pip install 'escp-docs[web]'" in said


def test_a_spec_that_is_not_there_and_standard_input_are_refused(tmp_path: Path) -> None:
    assert run("mcp", str(tmp_path / "nothing.yaml"))[0] == 2
    assert run("mcp", "-")[0] == 2
