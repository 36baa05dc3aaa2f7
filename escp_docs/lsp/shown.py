"""What is known of a spec, in the words and kinds of the protocol."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lsprotocol import types

if TYPE_CHECKING:
    from escp_docs import api

SOURCE: Final = "escp-docs"
_SEVERITIES: Final = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "remark": types.DiagnosticSeverity.Information,
    "question": types.DiagnosticSeverity.Hint,
}
_KINDS: Final = {
    "key": types.CompletionItemKind.Property,
    "part": types.CompletionItemKind.Module,
    "choice": types.CompletionItemKind.EnumMember,
    "entry": types.CompletionItemKind.Reference,
}


def diagnostic(notice: "api.Notice", where: types.Range) -> types.Diagnostic:
    """Return what is said of a place: fact, cure and source, as `check -v` has them."""
    said = notice.said
    cure = f"\n{'fix: ' if said.severity != 'question' else ''}{said.fix}" if said.fix else ""
    source = f"\nsource: {said.source}" if said.source else ""
    return types.Diagnostic(
        range=where,
        message=f"{said.message}{cure}{source}",
        severity=_SEVERITIES[said.severity],
        code=said.code or None,
        code_description=types.CodeDescription(notice.url) if notice.url else None,
        source=SOURCE,
    )


def completion(
    one: "api.Candidate", where: types.Range, *, is_followed: bool
) -> types.CompletionItem:
    """Return a word that may stand at a place.

    Args:
        one: The word.
        where: What of it stands there already.
        is_followed: Whether a colon stands behind it.
    """
    is_key = one.kind.value in ("key", "part")
    colon = "" if is_followed or not is_key else ": " if one.kind.value == "key" else ":"
    return types.CompletionItem(
        label=one.label,
        kind=_KINDS[one.kind.value],
        detail=one.holds or None,
        documentation=types.MarkupContent(types.MarkupKind.PlainText, one.about)
        if one.about
        else None,
        filter_text=one.label if one.word in one.label else f"{one.word} {one.label}",
        text_edit=types.TextEdit(where, f"{one.word}{colon}"),
    )


def action(
    label: str,
    edit: types.WorkspaceEdit,
    mended: Sequence[types.Diagnostic],
) -> types.CodeAction:
    """Return a change that somebody may take by a click."""
    return types.CodeAction(
        title=label,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=list(mended) or None,
        edit=edit,
    )
