"""An editor as the client of pygls makes one, which talks to a server in a process of its own."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path, to_fs_path

from tests.support.places import ROOT

_Given = TypeVar("_Given")
_SECONDS = 60


def uri(path: Path) -> str:
    """Return how an editor names a file."""
    return from_fs_path(str(path)) or ""


class Editor:
    """Somebody who types in an editor.

    Args:
        client: The client of the protocol.
    """

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.said: dict[str, list[types.Diagnostic]] = {}
        self.versions: dict[str, int] = {}
        self._news = asyncio.Event()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def hear(found: types.PublishDiagnosticsParams) -> None:
            self.said[found.uri] = list(found.diagnostics)
            self._news.set()

    async def open(self, path: Path, text: str = "") -> list[types.Diagnostic]:
        """Open a file, or type a text where it is, and return what is said of it."""
        words = text or path.read_text(encoding="utf-8")  # noqa: ASYNC240  # nobody else waits
        item = types.TextDocumentItem(uri(path), "yaml", 1, words)
        self.versions[uri(path)] = 1
        self._news.clear()
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self._heard(path)

    async def type(self, path: Path, text: str) -> list[types.Diagnostic]:
        """Put another text in place of that of a file, and return what is said of it."""
        self.versions[uri(path)] += 1
        self._news.clear()
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri(path)], uri(path)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return await self._heard(path)

    async def save(self, path: Path) -> list[types.Diagnostic]:
        """Say that a file is saved, and return what is said of it."""
        self._news.clear()
        asked = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri(path)))
        self.client.text_document_did_save(asked)
        return await self._heard(path)

    async def _heard(self, path: Path) -> list[types.Diagnostic]:
        async with asyncio.timeout(_SECONDS):
            while not (self._news.is_set() and uri(path) in self.said):
                await self._news.wait()
                await asyncio.sleep(0.05)
        return self.said[uri(path)]

    async def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return what may stand at a place: what is written, by what is shown."""
        asked = types.CompletionParams(*_at(path, line, column))
        found = await self.client.text_document_completion_async(asked)
        assert isinstance(found, types.CompletionList)
        return {one.label: _text(one) for one in found.items}

    async def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is said of the word at a place."""
        found = await self.client.text_document_hover_async(
            types.HoverParams(*_at(path, line, column))
        )
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def definition(self, path: Path, line: int, column: int) -> tuple[str, int] | None:
        """Return file and line to which the word at a place leads."""
        asked = types.DefinitionParams(*_at(path, line, column))
        found = await self.client.text_document_definition_async(asked)
        if found is None:
            return None
        assert isinstance(found, types.Location)
        return Path(to_fs_path(found.uri) or "").name, found.range.start.line

    async def rename(self, path: Path, line: int, column: int, new: str) -> types.WorkspaceEdit:
        """Return what makes the word at a place another one."""
        asked = types.RenameParams(*_at(path, line, column), new_name=new)
        found = await self.client.text_document_rename_async(asked)
        assert found is not None
        return found

    async def prepared(self, path: Path, line: int, column: int) -> types.Range:
        """Return the word at a place that can be made another one."""
        asked = types.PrepareRenameParams(*_at(path, line, column))
        found = await self.client.text_document_prepare_rename_async(asked)
        assert isinstance(found, types.Range)
        return found

    async def fixes(self, path: Path, line: int) -> dict[str, types.WorkspaceEdit]:
        """Return the changes that are offered at a line, by their words."""
        where = types.Range(types.Position(line, 0), types.Position(line, 0))
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(uri(path)),
            where,
            types.CodeActionContext(self.said.get(uri(path), [])),
        )
        found = await self.client.text_document_code_action_async(asked) or []
        return {
            one.title: one.edit for one in found if isinstance(one, types.CodeAction) and one.edit
        }


def _at(path: Path, line: int, column: int) -> tuple[Any, Any]:
    return types.TextDocumentIdentifier(uri(path)), types.Position(line, column)


def _text(item: types.CompletionItem) -> str:
    return item.text_edit.new_text if item.text_edit else item.label


def applied(text: str, edit: types.WorkspaceEdit, path: Path) -> str:
    """Return a text after the changes of a file, made as an editor makes them."""
    lines = text.splitlines(keepends=True) or [""]
    starts = [0]
    for one in lines:
        starts.append(starts[-1] + len(one))
    edits = [
        one
        for change in edit.document_changes or ()
        if isinstance(change, types.TextDocumentEdit) and change.text_document.uri == uri(path)
        for one in change.edits
        if isinstance(one, types.TextEdit)
    ]

    def at(position: types.Position) -> int:
        start = starts[min(position.line, len(lines))]
        line = lines[position.line] if position.line < len(lines) else ""
        units = line.encode("utf-16-le")[: position.character * 2]
        return start + len(units.decode("utf-16-le"))

    for edit_ in sorted(edits, key=lambda one: at(one.range.start), reverse=True):
        text = text[: at(edit_.range.start)] + edit_.new_text + text[at(edit_.range.end) :]
    return text


@asynccontextmanager
async def editor(folder: Path) -> AsyncIterator[Editor]:
    """Yield an editor on a folder; the server ends with it, in order."""
    client = LanguageClient("an-editor", "1")
    found = Editor(client)
    await client.start_io(sys.executable, "-m", "escp_docs", "lsp", cwd=str(ROOT))
    asked = types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=uri(folder))
    await client.initialize_async(asked)
    client.initialized(types.InitializedParams())
    try:
        yield found
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]


def with_editor(folder: Path, act: Callable[[Editor], Awaitable[_Given]]) -> _Given:
    """Return what comes of somebody who types in an editor."""

    async def whole() -> _Given:
        async with editor(folder) as found:
            return await act(found)

    return asyncio.run(whole())
