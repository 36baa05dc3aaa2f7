"""The server: what is typed in an editor is told of, and what it asks is answered."""

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import Any, Final

from lsprotocol import types

from escp_docs.lsp import shown
from escp_docs.lsp.answers import EditorAnswers
from escp_docs.lsp.open_specs import path_of, uri_of

_PAUSE: Final = 0.08  # seconds without a key, after which what is typed is judged
_TRIGGERS: Final = [":", " ", "[", "{", ",", "-"]


class EditorServer(EditorAnswers):
    """Answers one editor. It writes no file: it says what to change, and the editor does it."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, set[str]] = {}
        self._pending: dict[str, asyncio.TimerHandle] = {}
        self._on(types.INITIALIZED, self._begun)
        self._on(types.TEXT_DOCUMENT_DID_OPEN, self._opened)
        self._on(types.TEXT_DOCUMENT_DID_CHANGE, self._changed)
        self._on(types.TEXT_DOCUMENT_DID_SAVE, self._saved)
        self._on(types.TEXT_DOCUMENT_DID_CLOSE, self._saved)
        completing = types.CompletionOptions(trigger_characters=_TRIGGERS)
        self._on(types.TEXT_DOCUMENT_COMPLETION, self.complete, completing)
        self._on(types.TEXT_DOCUMENT_HOVER, self.hover)
        self._on(types.TEXT_DOCUMENT_DEFINITION, self.definition)
        self._on(types.TEXT_DOCUMENT_REFERENCES, self.references)
        renaming = types.RenameOptions(prepare_provider=True)
        self._on(types.TEXT_DOCUMENT_RENAME, self.rename, renaming)
        self._on(types.TEXT_DOCUMENT_PREPARE_RENAME, self.prepare_rename)
        fixing = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        self._on(types.TEXT_DOCUMENT_CODE_ACTION, self.fixes, fixing)

    def _on(self, name: str, act: Callable[[Any], object], options: object = None) -> None:
        def answered(asked: Any) -> object:  # noqa: ANN401  # each has a form of its own
            return act(asked)

        self.server.feature(name, options)(answered)

    def _begun(self, _: types.InitializedParams) -> None:
        workspace = self.server.workspace
        named = [path_of(one.uri) for one in workspace.folders.values()]
        for folder in {*named, workspace.root_path or ""}:
            if folder:
                Thread(target=self.specs.warm_up, args=(folder,), daemon=True).start()

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
        self.specs.forget(asked.text_document.uri)
        self._tell(asked.text_document.uri)

    def _tell(self, uri: str) -> None:
        """Send what is to be said of each file of a spec; nothing of those that were told of."""
        self._pending.pop(uri, None)
        spec = self.spec(uri)
        if spec is None:
            self._publish(uri, [])
            return
        found: dict[str, list[types.Diagnostic]] = {file: [] for file in spec.state.texts}
        for one in spec.notices():
            file = one.place.file if one.place and one.place.file in found else path_of(uri)
            lines = spec.lines(file)
            where = (
                self.places.of(lines, one.place)
                if one.place and one.place.file == file
                else self.places.span(lines, 0, 0, 0)
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
