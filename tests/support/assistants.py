"""An assistant as the protocol's own client makes one, in this process."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
from mcp import Client
from mcp_types import Implementation

from escp_docs.mcp.serving import AssistantServer
from escp_docs.mcp.specs import ChosenSpecs
from escp_docs.mcp.tools import TOOLS

Call = tuple[str, dict[str, Any]]
TOOL_NAMES = tuple(TOOLS)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a call: whether it was refused, and its words."""

    is_error: bool
    text: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # as the tool answers
        """The plain values."""
        return json.loads(self.text)


def ask(
    specs: Path | Sequence[Path],
    *calls: Call,
    personal: bool = False,
    mode: str = "auto",
    client: str = "mcp",
) -> list[Answer]:
    """Return what comes of the calls of one session of a client, in order."""
    names = [str(one) for one in ([specs] if isinstance(specs, Path) else specs)]
    server = AssistantServer(ChosenSpecs(names, may_see_persons=personal)).server

    async def talk() -> list[Answer]:
        named = Implementation(name=client, version="1")
        async with Client(server, mode=mode, client_info=named) as talking:
            return [_answer(await talking.call_tool(name, given)) for name, given in calls]

    return anyio.run(talk)


def _answer(found: Any) -> Answer:  # noqa: ANN401  # of the client
    return Answer(bool(found.is_error), "".join(one.text for one in found.content))


def proposal(key: str, value: object, **more: object) -> Call:
    """Return a call that proposes a value."""
    given = {"key": key, "value": value, "reason": "it moved", "facts": ["project.title"]}
    return "propose", given | more


def stands(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes, but for the proposals that wait."""
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and "proposals" not in one.parts
    }
