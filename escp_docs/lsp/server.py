"""The server: what an editor asks, answered from specs that are kept warm."""

import asyncio
from collections.abc import Callable, Iterator
from importlib.metadata import version
from threading import Thread
from typing import Any, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from escp_docs import api
from escp_docs.lsp import shown
from escp_docs.lsp.open_specs import OpenSpecs, path_of, uri_of
from escp_docs.lsp.places import EditorPlaces

_PAUSE: Final = 0.08  # seconds without a key, after which what is typed is judged
_TRIGGERS: Final = [":", " ", "[", "{", ",", "-"]
_Change = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


class EditorServer:
    """Answers one editor. It writes no file: it says what to change, and the editor does it."""

    def __init__(self) -> None:
        self.server = LanguageServer("escp-docs", version("escp-docs"))
        self._specs = OpenSpecs()
        self._told: dict[str, set[str]] = {}
        self._pending: dict[str, asyncio.TimerHandle] = {}
        self._on(types.INITIALIZED, self._begun)
        self._on(types.TEXT_DOCUMENT_DID_OPEN, self._opened)
        self._on(types.TEXT_DOCUMENT_DID_CHANGE, self._changed)
        self._on(types.TEXT_DOCUMENT_DID_SAVE, self._saved)
        self._on(types.TEXT_DOCUMENT_DID_CLOSE, self._saved)
        completing = types.CompletionOptions(trigger_characters=_TRIGGERS)
        self._on(types.TEXT_DOCUMENT_COMPLETION, self._complete, completing)
        self._on(types.TEXT_DOCUMENT_HOVER, self._hover)
        self._on(types.TEXT_DOCUMENT_DEFINITION, self._definition)
        self._on(types.TEXT_DOCUMENT_REFERENCES, self._references)
        renaming = types.RenameOptions(prepare_provider=True)
        self._on(types.TEXT_DOCUMENT_RENAME, self._rename, renaming)
        self._on(types.TEXT_DOCUMENT_PREPARE_RENAME, self._prepare_rename)
        fixing = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        self._on(types.TEXT_DOCUMENT_CODE_ACTION, self._fixes, fixing)

    def _on(self, name: str, act: Callable[[Any], object], options: object = None) -> None:
        def answered(asked: Any) -> object:  # noqa: ANN401  # each has a form of its own
            return act(asked)

        self.server.feature(name, options)(answered)

    def _begun(self, _: types.InitializedParams) -> None:
        workspace = self.server.workspace
        named = [path_of(one.uri) for one in workspace.folders.values()]
        for folder in {*named, workspace.root_path or ""}:
            if folder:
                Thread(target=self._specs.warm_up, args=(folder,), daemon=True).start()

    # --- what is typed -----------------------------------------------------------------------

    def _opened(self, asked: types.DidOpenTextDocumentParams) -> None:
        self._tell(asked.text_document.uri)

    def _changed(self, asked: types.DidChangeTextDocumentParams) -> None:
        uri = asked.text_document.uri
        if (waiting := self._pending.pop(uri, None)) is not None:
            waiting.cancel()
        loop = asyncio.get_running_loop()
        self._pending[uri] = loop.call_later(_PAUSE, self._tell, uri)

    def _saved(
        self, asked: types.DidSaveTextDocumentParams | types.DidCloseTextDocumentParams
    ) -> None:
        self._specs.forget(asked.text_document.uri)
        self._tell(asked.text_document.uri)

    def _tell(self, uri: str) -> None:
        """Send what is to be said of each file of a spec; nothing of those that were told of."""
        self._pending.pop(uri, None)
        spec = self._spec(uri)
        if spec is None:
            self._publish(uri, [])
            return
        found: dict[str, list[types.Diagnostic]] = {file: [] for file in spec.state.texts}
        for one in spec.notices():
            file = one.place.file if one.place and one.place.file in found else path_of(uri)
            lines = spec.lines(file)
            where = (
                self._places.of(lines, one.place)
                if one.place and one.place.file == file
                else self._places.span(lines, 0, 0, 0)
            )
            found.setdefault(file, []).append(shown.diagnostic(one, where))
        for file in self._told.get(spec.name, set()) - found.keys():
            self._publish(uri_of(file), [])
        self._told[spec.name] = set(found)
        for file, said in found.items():
            self._publish(uri_of(file), said)

    def _publish(self, uri: str, said: list[types.Diagnostic]) -> None:
        document = self.server.workspace.text_documents.get(uri)
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, said, document.version if document else None)
        )

    # --- what is asked -----------------------------------------------------------------------

    def _complete(self, asked: types.CompletionParams) -> types.CompletionList:
        spec, file, line, column = self._at(asked)
        if spec is None:
            return types.CompletionList(is_incomplete=False, items=[])
        found, begun = spec.candidates(file, line, column)
        lines = spec.lines(file)
        where = self._places.span(lines, line, column - len(begun), column)
        after = lines[line][column:] if line < len(lines) else ""
        is_followed = after.lstrip().startswith(":")
        items = [shown.completion(one, where, is_followed=is_followed) for one in found]
        return types.CompletionList(is_incomplete=False, items=items)

    def _hover(self, asked: types.HoverParams) -> types.Hover | None:
        spec, file, line, column = self._at(asked)
        words = spec.explained(file, line, column) if spec else ""
        if not words:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words))

    def _definition(self, asked: types.DefinitionParams) -> types.Location | None:
        spec, file, line, column = self._at(asked)
        one = spec.id_at(file, line, column) if spec else None
        place = spec.declared(one) if spec and one else None
        return self._location(spec, place) if spec and place else None

    def _references(self, asked: types.ReferenceParams) -> list[types.Location]:
        spec, file, line, column = self._at(asked)
        one = spec.id_at(file, line, column) if spec else None
        if spec is None or one is None:
            return []
        with_own = asked.context.include_declaration
        places = (x.place for x in spec.same_id(one) if with_own or not x.declares)
        return [self._location(spec, place) for place in places]

    def _prepare_rename(self, asked: types.PrepareRenameParams) -> types.Range | None:
        spec, file, line, column = self._at(asked)
        one = spec.id_at(file, line, column) if spec else None
        if spec is None or one is None or spec.declared(one) is None:
            return None
        return self._places.of(spec.lines(file), one.place)

    def _rename(self, asked: types.RenameParams) -> types.WorkspaceEdit | None:
        spec, file, line, column = self._at(asked)
        one = spec.id_at(file, line, column) if spec else None
        if spec is None or one is None:
            return None
        try:
            found = spec.renamed(one, asked.new_name.strip())
        except api.EscpError as error:
            raise _refused(error) from error
        edits: dict[str, list[types.TextEdit]] = {}
        for r in found:
            where = self._places.span(spec.lines(r.file), r.line, r.start, r.end)
            edits.setdefault(r.file, []).append(types.TextEdit(where, r.text))
        return self._edit(edits)

    def _fixes(self, asked: types.CodeActionParams) -> list[types.CodeAction]:
        spec, file = self._spec(asked.text_document.uri), path_of(asked.text_document.uri)
        if spec is None:
            return []
        first, last = asked.range.start.line, asked.range.end.line
        mended = [one for one in asked.context.diagnostics if one.source == shown.SOURCE]
        return [
            shown.action(one.label, self._edit(dict(self._of_texts(spec, one))), mended)
            for one in spec.fixes(file, first, last)
        ]

    # --- within ------------------------------------------------------------------------------

    @property
    def _places(self) -> EditorPlaces:
        return EditorPlaces(self.server.workspace.position_codec)

    def _spec(self, uri: str) -> "api.SpecInEditor | None":
        return self._specs.of(uri, self.server.workspace)

    def _at(self, asked: Any) -> "tuple[api.SpecInEditor | None, str, int, int]":  # noqa: ANN401
        """Return spec, file, line and column in characters of a place that is asked about."""
        uri = asked.text_document.uri
        spec, file = self._spec(uri), path_of(uri)
        if spec is None:
            return None, file, 0, 0
        line, column = self._places.column(spec.lines(file), asked.position)
        return spec, file, line, column

    def _location(self, spec: "api.SpecInEditor", place: "api.Place") -> types.Location:
        return types.Location(uri_of(place.file), self._places.of(spec.lines(place.file), place))

    def _of_texts(
        self, spec: "api.SpecInEditor", fix: "api.Fix"
    ) -> Iterator[tuple[str, list[types.TextEdit]]]:
        for file, _, after in fix.texts:
            ending = "\r\n" if "\r\n" in after else "\n"
            edit = self._places.changed(spec.lines(file), spec.lines_of(after), ending)
            yield file, [edit]

    def _edit(self, edits: dict[str, list[types.TextEdit]]) -> types.WorkspaceEdit:
        """Return changes of files, of open ones as they were when they were asked about."""
        changes: list[_Change] = []
        for file, some in edits.items():
            uri = uri_of(file)
            document = self.server.workspace.text_documents.get(uri)
            seen = types.OptionalVersionedTextDocumentIdentifier(
                uri, document.version if document else None
            )
            changes.append(types.TextDocumentEdit(seen, [*some]))
        return types.WorkspaceEdit(document_changes=changes)


def _refused(error: api.EscpError) -> JsonRpcException:
    faults = getattr(error, "faults", ())
    words = "; ".join(one.message for one in faults) or str(error)
    return JsonRpcException(words, types.LSPErrorCodes.RequestFailed.value)
