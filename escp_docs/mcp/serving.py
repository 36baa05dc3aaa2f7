"""The server: one client on standard input and output, one call at a time."""

import atexit
import json
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import version
from signal import Signals
from typing import Any, Final

import anyio
import mcp_types as types
from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from escp_docs import api
from escp_docs.mcp.arguments import read
from escp_docs.mcp.quoting import NOTE
from escp_docs.mcp.specs import ChosenSpecs
from escp_docs.mcp.tools import TOOLS, Tool
from escp_docs.pattern import pattern
from escp_docs.signals import ENDING, SIGNALLED, heard

_Context = ServerRequestContext[Any]
_MOST_CALLS: Final = 50  # that wait for an answer at one time
_PATIENCE: Final = 5.0  # seconds that a call has to be answered once the program is to end
_LONGEST_NAME: Final = 60  # letters of the name of a client
_UNPRINTABLE: Final = pattern(r"[^\w .+-]")
INSTRUCTIONS: Final = f"""\
escp-docs checks a partnership, described in YAML, against its call for proposals. You propose, a \
person takes: no tool changes the spec. State nothing that no person has stated: ask \
(`next_questions`). Before a text: `brief`; after it: `review`, then `propose` with the facts it \
rests on. Only partners confirm facts. {NOTE.capitalize()}. What reads [withheld] is personal."""


class AssistantServer:
    """Answers the calls of one client.

    Args:
        specs: The specs that it may ask of.
    """

    def __init__(self, specs: ChosenSpecs) -> None:
        self._specs = specs
        self._one_by_one = anyio.CapacityLimiter(1)
        self._waiting = 0
        self.server: Server[Any] = Server(
            "escp-docs",
            version=version("escp-docs"),
            instructions=INSTRUCTIONS,
            on_list_tools=self._list,
            on_call_tool=self._call,
        )

    async def _list(self, _: _Context, __: Any) -> types.ListToolsResult:  # noqa: ANN401
        return types.ListToolsResult(tools=[_described(one) for one in TOOLS.values()])

    async def _call(
        self, context: _Context, asked: types.CallToolRequestParams
    ) -> types.CallToolResult:
        if self._waiting >= _MOST_CALLS:
            return _failed(f"{_MOST_CALLS} calls wait already; ask again when they are answered")
        self._waiting += 1
        try:
            author = f"assistant ({_client(context)})"
            return await run_sync(
                self._answer, asked.name, asked.arguments, author, limiter=self._one_by_one
            )
        finally:
            self._waiting -= 1

    def _answer(self, name: str, arguments: Any, author: str) -> types.CallToolResult:  # noqa: ANN401
        tool = TOOLS.get(name)
        if tool is None:
            return _failed(f"there is no tool {name[:80]!r}; there is {', '.join(TOOLS)}")
        try:
            asked = read(tool.takes, arguments)
            spec = self._specs.one(asked.spec)
        except api.EscpError as error:
            return _failed(_words(error))
        try:
            found = spec.mask.hide(tool.answer(spec, asked, author))
        except api.EscpError as error:
            own = json.dumps(arguments, ensure_ascii=False)
            return _failed(spec.mask.hide_but(own, _words(error)))
        text = json.dumps(found, ensure_ascii=False, indent=1)
        return types.CallToolResult(
            content=[types.TextContent(text=text)], structured_content=found
        )

    async def end_by_signals(self, signals: Sequence[int]) -> None:
        """End the program by the first of some signals, once the call under way is answered.

        The thread that waits for the client would hold up any other end until it says something.
        """
        with anyio.open_signal_receiver(*map(Signals, signals)) as received:
            async for number in received:
                with anyio.move_on_after(_PATIENCE):
                    await self._one_by_one.acquire()
                if number == signal.SIGINT:
                    sys.stderr.write("\n")  # behind the ^C of the terminal
                atexit._run_exitfuncs()  # noqa: SLF001  # what is temporary goes with them
                os._exit(0 if number == signal.SIGINT else SIGNALLED + number)


def serve(specs: ChosenSpecs) -> None:
    """Serve one client until it hangs up. Whatever else is printed goes to standard error."""
    anyio.run(_serve, AssistantServer(specs))


async def _serve(assistant: AssistantServer) -> None:
    server = assistant.server
    async with anyio.create_task_group() as beside:
        if sys.platform != "win32":  # which has no such signals
            beside.start_soon(assistant.end_by_signals, heard(ENDING))
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())
        beside.cancel_scope.cancel()


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        description=tool.about,
        input_schema=tool.takes.model_json_schema(),
        annotations=types.ToolAnnotations(
            read_only_hint=not tool.proposes,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )


def _client(context: _Context) -> str:
    params = context.session.client_params
    name = params.client_info.name if params else ""
    return _UNPRINTABLE.sub("", name).strip()[:_LONGEST_NAME] or "unnamed"


def _words(error: api.EscpError) -> str:
    faults = getattr(error, "faults", ())
    return "; ".join(f"{one.message}: {one.fix}" if one.fix else one.message for one in faults) or (
        str(error)
    )


def _failed(words: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=words)], is_error=True)
