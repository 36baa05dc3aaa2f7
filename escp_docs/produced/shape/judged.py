"""Whether a file is what our writers write, and if not, what stands in it besides."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document.format_names import FormatName
from escp_docs.produced.archive import UnreadableFileError, opened
from escp_docs.produced.calendar_file import unknown
from escp_docs.produced.pdf_objects import PdfFile
from escp_docs.produced.shape import (
    office_nodes,
    pdf_looks,
    pdf_nodes,
    saving,
    sheet_looks,
    signatures,
    web_nodes,
    word_looks,
    word_pictures,
)
from escp_docs.produced.shape.categories import category, is_editing
from escp_docs.produced.shape.digests import changed_parts, digests
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.produced.shape.known import grammar
from escp_docs.produced.shape.office_nodes import PlacedNode
from escp_docs.produced.shape.programs import program_of
from escp_docs.produced.web_page import page_of

if TYPE_CHECKING:
    from escp_docs.produced.shape.grammar import UnknownNode

_REWRITTEN: Final[Mapping[str, frozenset[str]]] = {
    "docx": frozenset({"docProps/app.xml", "word/styles.xml", "word/document.xml"}),
    "xlsx": frozenset({"docProps/app.xml", "xl/styles.xml", "xl/workbook.xml"}),
}
_SEVERAL: Final = ("links and fields", "tags and bookmarks", "properties", "ids and times")
_OF_THE_FILE: Final = frozenset({"properties", "docProps/core.xml"})
_BUILT: Final = {"is": "it was built", "are": "they were built"}
_MOST: Final = 500  # doubts of one file, which are many more than anybody reads


class Shape(Struct, frozen=True):
    """What a file is made of.

    Args:
        foreign: What stands in it that is not of our writing, once each.
        remark: Why it is another file and yet says nothing else; empty if it is as it was built.
    """

    foreign: tuple[ForeignContent, ...] = ()
    remark: str = ""


class AsBuilt(Struct, frozen=True):
    """What is known of a file as it was built.

    Args:
        parts: The hashes of its parts; empty if they were not kept.
        sha256: That of its bytes.
        day: The day that stands in it; None if it is not known.
    """

    parts: Mapping[str, str]
    sha256: str
    day: date | None = None


def shape(format_: FormatName, data: bytes, built: AsBuilt, *, is_as_built: bool) -> Shape:
    """Return what a file is made of; one that is `is_as_built` is looked at all the same.

    Raises:
        UnreadableFileError: it is not what its format says, or is damaged.
    """
    try:
        return _shape(format_, data, built, is_as_built)
    except UnreadableFileError:
        raise
    except Exception as error:  # whatever a hostile file brings a parser to
        reason = str(error).lower()[:200] or type(error).__name__
        raise UnreadableFileError(f"it is damaged: {reason}") from error


def _shape(format_: FormatName, data: bytes, built: AsBuilt, is_as_built: bool) -> Shape:  # noqa: FBT001
    match format_:
        case "docx" | "xlsx":
            return _of_office(format_, data, built, is_as_built)
        case "html":
            return _of_web(data, built, is_as_built)
        case "pdf":
            return _of_pdf(data, built, is_as_built)
        case "ics":
            return _of_calendar(data, built, is_as_built)
        case "csv" | "json":
            return Shape(remark="" if is_as_built else "saved again, nothing else")


# --- calendars -----------------------------------------------------------------------------------

_RUNS: Final = frozenset({"VALARM", "ATTACH", "URL", "ORGANIZER", "ATTENDEE", "RRULE"})
"""What rings, leads away, writes to people or repeats."""


def _of_calendar(data: bytes, built: AsBuilt, is_as_built: bool) -> Shape:  # noqa: FBT001
    changed = changed_parts(built.parts, digests("ics", data)) if built.parts else []
    found = [ForeignContent(ForeignKind.FOREIGN, f"other {name}") for name in changed] + [
        ForeignContent(
            ForeignKind.ACTIVE if one.name in _RUNS else ForeignKind.FOREIGN,
            " ".join(filter(None, (one.name, one.words))),
            one.event,
        )
        for one in unknown(data)
    ]
    return Shape(tuple(dict.fromkeys(found)), "" if is_as_built else "saved again, nothing else")


# --- Word and Excel ------------------------------------------------------------------------------


def _of_office(format_: FormatName, data: bytes, built: AsBuilt, is_as_built: bool) -> Shape:  # noqa: FBT001
    archive, now = opened(data), digests(format_, data)
    changed = changed_parts(built.parts, now)
    if archive.beside:
        return Shape((ForeignContent(ForeignKind.FOREIGN, archive.beside),))
    if built.parts and not changed:
        return Shape(remark="" if is_as_built else "packed again, nothing else")
    # A program that saves a file writes all of it anew, and says so.
    is_rewritten = not built.parts or _REWRITTEN[format_] <= set(changed)
    family, name = program_of(archive) if is_rewritten else ("", "")
    found = list(_doubts(format_, family, office_nodes.nodes(archive)))
    if format_ == "docx":
        found += word_looks.hidden_words(archive)
        if built.parts:
            found += word_pictures.other_pictures(archive, built.parts, now)
    else:
        found += sheet_looks.hidden_cells(data)
    found = _once(found)
    if found or is_as_built or not built.parts:
        again = "" if is_as_built or found else "saved again since it was built, nothing else"
        return Shape(tuple(found), again)
    said = saving.of_office(archive, built.day)
    if family:
        return Shape(remark=_saved_again(f" by {name}", said))
    return Shape(tuple(_other_parts(built.parts, now, changed, said)))


def _saved_again(by: str, said: str) -> str:
    return f"saved again{by}, nothing else{f', and it says of itself: {said}' if said else ''}"


def _other_parts(
    before: Mapping[str, str], now: Mapping[str, str], changed: Iterable[str], said: str = ""
) -> Iterator[ForeignContent]:
    """Yield the parts that are others than were built, though nothing in them is unknown.

    `said` is what the file says of itself and did not say when it was built.
    """
    for name in changed:
        if name not in now or name not in before:
            if not name.startswith("links and fields"):  # which went, or came, with their page
                is_gone = name in before
                what = f"{name} is gone" if is_gone else f"{name} was not there"
                yield ForeignContent(ForeignKind.FOREIGN, what)
            continue
        more = f", and says: {said}" if said and name in _OF_THE_FILE else ""
        are = "are" if name.startswith(_SEVERAL) else "is"
        what = f"{name} {are} not as {_BUILT[are]}{more}"
        yield ForeignContent(ForeignKind.FOREIGN, what)


# --- HTML ----------------------------------------------------------------------------------------


def _of_web(data: bytes, built: AsBuilt, is_as_built: bool) -> Shape:  # noqa: FBT001
    now = digests("html", data) if built.parts else {}
    changed = changed_parts(built.parts, now) if built.parts else []
    if built.parts and not changed:
        return Shape(remark="" if is_as_built else "saved again, nothing else")
    found = _once(_doubts("html", "", web_nodes.nodes(page_of(data))))
    if not found and changed and not is_as_built:
        found = list(_other_parts(built.parts, now, changed))
    again = "" if is_as_built or found else "saved again since it was built, nothing else"
    return Shape(tuple(found), again)


# --- PDF -----------------------------------------------------------------------------------------


def _of_pdf(data: bytes, built: AsBuilt, is_as_built: bool) -> Shape:  # noqa: FBT001
    reader = PdfFile(BytesIO(data), strict=True)
    now = digests("pdf", data) if built.parts else {}
    changed = changed_parts(built.parts, now) if built.parts else []
    signing = signatures.signed_since(data, built.sha256)
    if signing is not None:  # it fills in fields, and says what it rests on
        changed = [one for one in changed if one.startswith("page ")]
    program = "signature" if signing is not None else ""
    found = list(_doubts("pdf", program, pdf_nodes.nodes(reader)))
    if signing is not None:
        found += signing.foreign
    if changed or not built.parts or is_as_built:
        found += pdf_looks.hidden_words(reader)
    found = _once(found)
    if not found and changed:
        found = list(_other_parts(built.parts, now, changed, saving.of_pdf(reader, built.day)))
    if found or is_as_built:
        return Shape(tuple(found))
    if signing is not None:
        return Shape(remark=f"signed by {signing.by}, nothing else")
    return Shape(remark=_saved_again("", saving.of_pdf(reader, built.day)))


# --- what is not known ---------------------------------------------------------------------------


def _doubts(
    format_: FormatName, program: str, nodes: Iterable[PlacedNode]
) -> Iterator[ForeignContent]:
    known = grammar(format_, program)
    seen: dict[tuple[object, ...], tuple[UnknownNode, ...]] = {}
    told = 0
    for placed in nodes:
        node = placed.node
        key = (node.kind, node.parent, tuple(node.attributes.items()), node.has_words)
        doubts = seen.get(key)
        if doubts is None:
            doubts = seen[key] = tuple(known.doubts(node))
        for doubt in doubts:
            told += 1
            if told > _MOST:
                return
            yield ForeignContent(
                category(format_, doubt), str(doubt), placed.place(), is_editing(doubt)
            )


def _once(found: Iterable[ForeignContent]) -> list[ForeignContent]:
    """Return each thing once, where it stands first, with how many more there are."""
    first: dict[tuple[ForeignKind, str], ForeignContent] = {}
    more: dict[tuple[ForeignKind, str], int] = {}
    for one in found:
        key = one.kind, one.what
        if key in first:
            more[key] = more.get(key, 0) + 1
        else:
            first[key] = one
    return [
        replace(one, place=f"{one.place} and {more[key]} more") if key in more else one
        for key, one in first.items()
    ]
