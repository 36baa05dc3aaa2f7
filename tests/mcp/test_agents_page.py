"""The AGENTS.md that `init` lays: an assistant that does what it says gets along."""

import re
import shlex
import sys
from pathlib import Path

import anyio
from mcp import Client, StdioServerParameters

from escp_docs.mcp.tools import TOOLS
from tests.support.program import run


def page(folder: Path) -> str:
    run("init", str(folder), "--strand", "A", "--acronym", "NEW", "--partner", "CMA:PT")
    return (folder / "AGENTS.md").read_text()


def test_it_has_some_thirty_lines_and_names_tools_that_there_are(tmp_path: Path) -> None:
    text = page(tmp_path)

    assert 28 <= len(text.splitlines()) <= 36
    named = set(re.findall(r"`(next_questions|brief|review|propose)\b", text))
    assert named == {"next_questions", "brief", "review", "propose"} <= TOOLS.keys()


def test_a_client_that_follows_it_proposes_and_changes_nothing(tmp_path: Path) -> None:
    (command,) = re.findall(r"`(escp-docs mcp \.)`", page(tmp_path))
    _, *arguments = shlex.split(command)
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "escp_docs", *arguments], cwd=tmp_path
    )
    before = (tmp_path / "partnership.yaml").read_bytes()

    async def work() -> tuple[str, bool]:
        async with Client(server) as client:
            asked = await client.call_tool("next_questions", {})
            first = asked.structured_content["questions"][0]["key"]
            await client.call_tool("brief", {"key": first})
            key, text = "project.title", "New markets"
            await client.call_tool("review", {"key": key, "text": text})
            given = {"key": key, "value": text, "reason": "she said so", "facts": ["by mail"]}
            put = await client.call_tool("propose", given)
            return first, bool(put.is_error)

    first, is_error = anyio.run(work)

    assert first
    assert not is_error
    assert (tmp_path / "partnership.yaml").read_bytes() == before
    assert "New markets" in run("pull", str(tmp_path))[1]
