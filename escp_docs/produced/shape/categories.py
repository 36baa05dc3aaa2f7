"""What it means that a node is not of our writing: whether it hides, acts or is merely foreign."""

import re
from typing import Final, assert_never

from escp_docs.document.format_names import FormatName
from escp_docs.pattern import pattern
from escp_docs.produced.shape.foreign import ForeignKind
from escp_docs.produced.shape.grammar import UnknownNode

_OFFICE_ACTIVE: Final = pattern(
    r"field$|fldSimple|altChunk|w:object|OLEObject|control\b|attachedTemplate|mailMerge|^data "
    r"|vba|activeX|macro|dialogsheet|embeddings|externalLink|connections|queryTable|customUI"
    r"|webExtension|dataValidation|x:formula|definedName|oleLink|ddeLink|\.(exe|scr|hta|js|bat)\b",
    re.IGNORECASE,
)
_OFFICE_HIDDEN: Final = pattern(
    r"w:(vanish|specVanish|webHidden|color|sz|hidden|w|position|strike|dstrike|spacing|highlight"
    r"|effect|sym|framePr|dataBinding|hideMark|textDirection|start|lvlText|numFmt)$|mc:|txbx"
    r"|textbox|wps:|w:pict|v:|x:numFmt"
)
_SHEET_HEADS: Final = pattern(r"x:(odd|even|first)(Header|Footer)")
"""What pages of a sheet say above and below; some programs write them with nothing in them."""
_SHOWN: Final = frozenset({"visible", "0", "false"})
"""What says of a sheet, a row or a window that it is not hidden."""
_INSIDE: Final = pattern(r"/?((xl|word|docProps|customXml)/)?[\w#-]+(/[\w#-]+)*\.(xml|rels)")
"""Where a relation leads that stays in its file; what is there is looked at by itself."""
_OFFICE_HIDING: Final = frozenset({"hidden", "state", "ht", "formatCode", "numFmtId", "wrap"})
_WEB_ACTIVE: Final = pattern(
    r"^(script|iframe|object|embed|form|base|frame|link|applet|audio|video|source|area|portal)\b"
    r"|@import|http-equiv"
)
_LOADING: Final = frozenset(
    {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "http-equiv"}
)
_WEB_HIDDEN: Final = pattern(r"^(css |input|textarea|foreignobject|canvas|button|select)")
_PDF_ACTIVE: Final = pattern(
    r"/(A|AA|OpenAction|JS|JavaScript|Launch|AF|EF|Next|URI|Names|EmbeddedFiles|XFA|FS|RichMedia)\b"
    r"|Filespec|EmbeddedFile|Action"
)
_PDF_HIDDEN: Final = pattern(r"/(Annots?|AP|OC|OCProperties|ActualText|\w*Box|Rotate|UserUnit)")


_EDITING: Final = pattern(
    r"w:(ins|del|delText|moveFrom|moveTo|commentRange\w+|commentReference|comment)\b|comments"
    r"|x:comment|/Annot(?!s|/Link|/Widget)"
)


def is_editing(doubt: UnknownNode) -> bool:
    """Whether it is a remark or a change that somebody made openly, as reviewers do."""
    return _EDITING.search(f"{doubt.kind} {doubt.value}") is not None


def category(format_: FormatName, doubt: UnknownNode) -> ForeignKind:
    """Return what it means that a node is not known."""
    match format_:
        case "docx" | "xlsx":
            return _of_office(doubt)
        case "html":
            return _of_web(doubt)
        case "pdf":
            return _of_pdf(doubt)
        case "csv" | "ics" | "json":
            return ForeignKind.FOREIGN
        case _:
            assert_never(format_)


def _of_office(doubt: UnknownNode) -> ForeignKind:
    if is_editing(doubt):
        return ForeignKind.FOREIGN
    leads_out = doubt.attribute == "TargetMode" or (
        doubt.attribute == "leads to" and not _INSIDE.fullmatch(doubt.value)
    )
    if leads_out or _OFFICE_ACTIVE.search(doubt.kind) or _OFFICE_ACTIVE.search(doubt.value):
        return ForeignKind.ACTIVE
    if doubt.attribute in {"hidden", "state", "visibility"} and doubt.value in _SHOWN:
        return ForeignKind.FOREIGN
    if _SHEET_HEADS.search(doubt.kind):
        return ForeignKind.HIDDEN if doubt.is_words else ForeignKind.FOREIGN
    if doubt.attribute in _OFFICE_HIDING or _OFFICE_HIDDEN.search(doubt.kind):
        return ForeignKind.HIDDEN
    return ForeignKind.FOREIGN


def _of_web(doubt: UnknownNode) -> ForeignKind:
    value = doubt.value.strip().casefold()
    loads = doubt.attribute in _LOADING or doubt.attribute.startswith("on")
    if loads or _WEB_ACTIVE.search(doubt.kind) or "javascript:" in value or "url(" in value:
        return ForeignKind.ACTIVE
    if doubt.kind.startswith("css ") and value.startswith(("http", "//", "file:", "data:")):
        return ForeignKind.ACTIVE
    if "href" in doubt.attribute:
        return ForeignKind.ACTIVE
    if doubt.attribute.startswith("style:") or doubt.attribute in {"hidden", "class", "start"}:
        return ForeignKind.HIDDEN
    if _WEB_HIDDEN.search(doubt.kind) or doubt.is_words:
        return ForeignKind.HIDDEN
    return ForeignKind.FOREIGN


def _of_pdf(doubt: UnknownNode) -> ForeignKind:
    if doubt.attribute == "/Annots":  # how the list is kept; what is in it is looked at by itself
        return ForeignKind.FOREIGN
    where = f"{doubt.kind} {doubt.attribute} {doubt.value}"
    if _PDF_ACTIVE.search(where):
        return ForeignKind.ACTIVE
    return ForeignKind.HIDDEN if _PDF_HIDDEN.search(where) else ForeignKind.FOREIGN
