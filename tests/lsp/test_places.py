"""The changes that make one text of another, as an editor makes them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from escp_docs.lsp.places import EditorPlaces
from tests.support.editors import applied, uri

LINES = st.lists(st.text("ab: -\U0001f30a", max_size=6), min_size=1, max_size=8)


@given(before=LINES, after=LINES, ending=st.sampled_from(["\n", "\r\n"]))
def test_the_changes_lead_to_the_other_text(
    before: list[str], after: list[str], ending: str
) -> None:
    edits = EditorPlaces(PositionCodec()).changed(before, after, ending)
    path = Path("/spec.yaml")
    seen = types.OptionalVersionedTextDocumentIdentifier(uri(path), 1)
    edit = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(seen, [*edits])])

    assert applied(ending.join(before), edit, path) == ending.join(after)
