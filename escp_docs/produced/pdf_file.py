"""What a PDF says: by its tags if it has them, as a screen reader reads it, else by its pages."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final

import yaml
from pypdf import PdfReader

from escp_docs.pattern import pattern
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.pdf_objects import PdfFile
from escp_docs.produced.tagged import Page, TagNode, pages, tree

_PAGES: Final = 2000
_PAGE: Final = pattern(r"[.…]*(\d+)")
_CREATED: Final = pattern(r"D:(\d{4})(\d\d)(\d\d)")
_VALUES: Final = "values.yaml"
_ACTIVE: Final = frozenset(
    ("/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition")
)

_QUIET: Final = ("/Link", "/Widget", "/Popup")


def read(data: bytes) -> ExtractedText:
    """Return what a .pdf says.

    Raises:
        UnreadableFileError: it is no PDF, is damaged or locked.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFileError("it is no PDF")
    try:
        return _read(PdfFile(BytesIO(data), strict=True))
    except UnreadableFileError:
        raise
    except Exception as error:  # whatever a hostile file brings a parser to
        reason = str(error).lower()[:200] or type(error).__name__
        raise UnreadableFileError(f"it is damaged: {reason}") from error


def _read(reader: PdfReader) -> ExtractedText:
    if reader.is_encrypted:
        raise UnreadableFileError("it is locked with a password")
    if len(reader.pages) > _PAGES:
        raise UnreadableFileError(f"it has more than {_PAGES} pages")
    found = pages(reader)
    values, dangers = _attached(reader)
    common: dict[str, Any] = {
        "heads": tuple(squeezed(page.whole) for page in found.values()),
        "links": frozenset(_links(reader)),
        "values": values,
        "asides": tuple(_asides(reader)),
        "dangers": (*dangers, *_dangers(reader)),
        "has_pages": True,
    }
    try:
        root = tree(reader, found)
    except (KeyError, ValueError, TypeError, AttributeError):
        return ExtractedText(_lines(found), is_whole=False, **common)
    return ExtractedText(
        root.words("Lbl", "Figure", "Note"),
        tuple(squeezed(one.words()) for one in root.all("Note")),
        tuple(filter(None, map(_drawn, root.all("Figure")))),  # a logo has no words
        contents=tuple(_contents(root)),
        **{**common, **_of_tree(common, root, found)},
    )


def _of_tree(common: dict[str, Any], root: TagNode, found: dict[int, Page]) -> dict[str, Any]:
    """Return what is known besides once there is a tree: what stands in it, and what does not."""
    alternatives = (figure.alternative for figure in root.all("Figure"))
    return {
        "asides": (*common["asides"], *alternatives),
        "heads": tuple(squeezed(page.beside) for page in found.values()),
        "labels": tuple(_labels(root)),
    }


def _contents(root: TagNode) -> Iterator[tuple[str, int]]:
    for row in root.all("TOCI"):
        words = squeezed(row.words())
        shown = squeezed(" ".join(row.leaves()))
        if page := _PAGE.fullmatch(shown.removeprefix(words)):
            yield words, int(page[1])


def _labels(node: TagNode) -> Iterator[str]:
    """Yield the labels of ordered lists; that of a note is told with its words."""
    for kid in node.kids:
        if isinstance(kid, TagNode) and kid.tag not in {"Note", "Figure"}:
            words = squeezed(kid.words()) if kid.tag == "Lbl" and node.tag == "LI" else ""
            if any(map(str.isalnum, words)):
                yield words
            yield from _labels(kid)


def _asides(reader: PdfReader) -> Iterator[str]:
    """Yield title, author, subject, keywords and date of the file, and its bookmarks."""
    about: Mapping[str, object] = reader.metadata or {}
    for name in ("/Title", "/Author", "/Subject", "/Keywords"):
        yield str(about.get(name, ""))
    if found := _CREATED.match(str(about.get("/CreationDate", ""))):
        yield "-".join(found.groups())
    yield from _bookmarks(reader.outline)


def _bookmarks(outline: Any) -> Iterator[str]:  # noqa: ANN401  # nested lists of bookmarks
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one)
        else:
            yield str(one.title)


def _drawn(figure: TagNode) -> str:
    # pypdf reads a nought between letters of two bytes that are drawn one by one.
    return squeezed(figure.words().replace("\0", ""))


def _lines(found: dict[int, Page]) -> str:
    return "\n".join(page.whole for page in found.values())


def _attached(reader: PdfReader) -> tuple[dict[str, str] | None, list[str]]:
    """Return the values that are attached, and what else is."""
    names = {name: list(data) for name, data in reader.attachments.items()}
    mine = names.pop(_VALUES, None)
    dangers = [f"it carries a foreign file: {name[:80]}" for name in sorted(names)]
    if mine is None:
        return None, dangers
    try:
        values = yaml.safe_load(mine[0])
    except (yaml.YAMLError, ValueError):
        values = None
    if not isinstance(values, dict) or len(mine) > 1:
        return None, [*dangers, f"its attached {_VALUES} is not the one that was built"]
    return {str(path): str(value) for path, value in values.items()}, dangers


def _actions(reader: PdfReader) -> Iterator[Any]:
    """Yield what the file may do by itself or when a reader clicks."""
    root = reader.root_object
    for holder in (root, *_annotations(reader)):
        for name in ("/OpenAction", "/A"):
            if name in holder:
                yield holder[name]
        yield from holder.get("/AA", {}).values()


def _annotations(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        yield page
        yield from (one.get_object() for one in page.get("/Annots", ()))


def _links(reader: PdfReader) -> Iterator[str]:
    for action in _actions(reader):
        found = action.get_object()
        if isinstance(found, dict) and found.get("/S") == "/URI":
            yield str(found.get("/URI", ""))


def _dangers(reader: PdfReader) -> Iterator[str]:
    for action in _actions(reader):
        found = action.get_object()
        if isinstance(found, dict) and (kind := found.get("/S")) in _ACTIVE:
            yield f"it does something when opened or clicked: {kind}"
    for number, page in enumerate(reader.pages, start=1):
        for one in page.get("/Annots", ()):
            kind = str(one.get_object().get("/Subtype"))
            if kind not in _QUIET:
                yield f"somebody wrote on page {number}: {kind}"
    root = reader.root_object
    if "/JavaScript" in root.get("/Names", {}):
        yield "it holds code: /JavaScript"
    if "/XFA" in root.get("/AcroForm", {}):
        yield "it holds another form: /XFA"
