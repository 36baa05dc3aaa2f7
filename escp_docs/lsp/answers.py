"""What an editor asks, answered from specs that are kept warm."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from escp_docs import api
from escp_docs.lsp import shown
from escp_docs.lsp.open_specs import OpenSpecs, path_of, uri_of
from escp_docs.lsp.places import EditorPlaces
from escp_docs.lsp.protocol import AnsweringProtocol, AnsweringServer

_Change = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


class EditorAnswers:
    """The answers for one editor."""

    def __init__(self) -> None:
        self.server = AnsweringServer(
            "escp-docs", version("escp-docs"), protocol_cls=AnsweringProtocol
        )
        self.specs = OpenSpecs()

    def complete(self, asked: types.CompletionParams) -> types.CompletionList:
        """Return what may stand at a place."""
        spec, file, line, column = self._at(asked)
        if spec is None:
            return types.CompletionList(is_incomplete=False, items=[])
        found, begun = spec.candidates(file, line, column)
        lines = spec.lines(file)
        where = self.places.span(lines, line, column - len(begun), column)
        after = lines[line][column:] if line < len(lines) else ""
        is_followed = after.lstrip().startswith(":")
        items = [shown.completion(one, where, is_followed=is_followed) for one in found]
        return types.CompletionList(is_incomplete=False, items=items)

    def hover(self, asked: types.HoverParams) -> types.Hover | None:
        """Return what the word at a place is."""
        spec, file, line, column = self._at(asked)
        words = spec.explained(file, line, column) if spec else ""
        if not words:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words))

    def definition(self, asked: types.DefinitionParams) -> types.Location | None:
        """Return where the entry of an id is."""
        spec, file, line, column = self._at(asked)
        one = spec.id_at(file, line, column) if spec else None
        place = spec.declared(one) if spec and one else None
        return self._location(spec, place) if spec and place else None

    def references(self, asked: types.ReferenceParams) -> list[types.Location]:
        """Return every place that names an entry."""
        spec, file, line, column = self._at(asked)
        one = spec.id_at(file, line, column) if spec else None
        if spec is None or one is None:
            return []
        with_own = asked.context.include_declaration
        places = (x.place for x in spec.same_id(one) if with_own or not x.declares)
        return [self._location(spec, place) for place in places]

    def prepare_rename(self, asked: types.PrepareRenameParams) -> types.Range | None:
        """Return the id that would be renamed; an error that says why if none can be."""
        spec, file, line, column = self._at(asked)
        if spec is None:
            return None
        try:
            one = spec.renamable(file, line, column)
        except api.EscpError as error:
            raise _refused(error) from error
        return self.places.of(spec.lines(file), one.place)

    def rename(self, asked: types.RenameParams) -> types.WorkspaceEdit | None:
        """Return what makes an id another one everywhere; an error that says why it cannot be."""
        spec, file, line, column = self._at(asked)
        if spec is None:
            return None
        try:
            one = spec.renamable(file, line, column)
            found = spec.renamed(one, asked.new_name.strip())
        except api.EscpError as error:
            raise _refused(error) from error
        edits: dict[str, list[types.TextEdit]] = {}
        for r in found:
            where = self.places.span(spec.lines(r.file), r.line, r.start, r.end)
            edits.setdefault(r.file, []).append(types.TextEdit(where, r.text))
        return self._edit(edits)

    def fixes(self, asked: types.CodeActionParams) -> list[types.CodeAction]:
        """Return the changes that mend what is said of some lines, or what the editor picked."""
        spec, file = self.spec(asked.text_document.uri), path_of(asked.text_document.uri)
        if spec is None:
            return []
        first, last = asked.range.start.line, asked.range.end.line
        picked = [one for one in asked.context.diagnostics if one.source == shown.SOURCE]
        found: list[types.CodeAction] = []
        for one in spec.fixes(file, first, last):
            mended = [said for said in picked if self._is_mended(spec, one, said)]
            if mended or not picked or one.mends is None:
                edit = self._edit(dict(self._of_texts(spec, one)))
                found.append(shown.action(one.label, edit, mended))
        return found

    def _is_mended(self, spec: "api.SpecInEditor", fix: "api.Fix", said: types.Diagnostic) -> bool:
        """Whether a change mends what an editor was told."""
        notice = fix.mends
        if notice is None or notice.place is None:
            return False
        where = self.places.of(spec.lines(notice.place.file), notice.place)
        told = shown.diagnostic(notice, where)
        return (told.range, told.message) == (said.range, said.message)

    # --- within ------------------------------------------------------------------------------

    @property
    def places(self) -> EditorPlaces:
        """How this editor counts columns."""
        return EditorPlaces(self.server.workspace.position_codec)

    def spec(self, uri: str) -> "api.SpecInEditor | None":
        """Return the spec of a file; None if it is in none."""
        return self.specs.of(uri, self.server.workspace)

    def _at(self, asked: Any) -> "tuple[api.SpecInEditor | None, str, int, int]":  # noqa: ANN401
        """Return spec, file, line and column in characters of a place that is asked about."""
        uri = asked.text_document.uri
        spec, file = self.spec(uri), path_of(uri)
        if spec is None:
            return None, file, 0, 0
        line, column = self.places.column(spec.lines(file), asked.position)
        return spec, file, line, column

    def _location(self, spec: "api.SpecInEditor", place: "api.Place") -> types.Location:
        return types.Location(uri_of(place.file), self.places.of(spec.lines(place.file), place))

    def _of_texts(
        self, spec: "api.SpecInEditor", fix: "api.Fix"
    ) -> Iterator[tuple[str, list[types.TextEdit]]]:
        for file, _, after in fix.texts:
            ending = "\r\n" if "\r\n" in after else "\n"
            edits = self.places.changed(spec.lines(file), spec.lines_of(after), ending)
            yield file, [*edits]

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
    """Return the answer by which an editor shows why it gets nothing: places, facts and cures."""
    return JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed.value)
