"""What a Word file says."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import unquote

from lxml import etree

from escp_docs.counting import letter
from escp_docs.language.languages import language_of
from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive, UnreadableFileError, links, opened, parsed
from escp_docs.produced.expected_text import drawn
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.word_numbers import numbers

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FIELDS: Final = "urn:escp-docs:fields"
VALUES: Final = "urn:escp-docs:values"
SENT: Final = "urn:escp-docs:sent"
_CORE: Final = "docProps/core.xml"
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DAY: Final = 10  # letters of a date without its time
_DOCUMENT: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_DRAWING: Final = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_HYPHENS: Final = {f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}
_PAGE: Final = pattern(r"\b(PAGEREF|PAGE|NUMPAGES)\b")
_SKIPPED: Final = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes) -> ExtractedText:
    """Return what a .docx says.

    Raises:
        UnreadableFileError: it is no Word file, is damaged, or unpacks to too much.
    """
    archive = opened(data)
    body, remarks = _body(archive)
    return ExtractedText(
        "".join(_words(body)),
        tuple(_notes(archive, body)),
        tuple(_figures(archive, body)) or None,
        tuple(_running(archive, "header")),
        tuple(_running(archive, "footer")),
        frozenset(links(archive)),
        tuple(_asides(archive, body)),
        tuple(_contents(body)),
        _values(archive),
        dangers=(*archive.dangers, *_hidden(archive, body)),
        labels=tuple(numbers(archive, body)),
        remarks=remarks,
        is_numbered=False,
    )


def _body(archive: Archive) -> tuple[etree._Element, tuple[str, ...]]:
    """Return the body, and what is to be said of it; LibreOffice 7.4 crosses controls over."""
    try:
        return archive.xml(_DOCUMENT), ()
    except UnreadableFileError as error:
        return archive.mended(_DOCUMENT), (f"{error}; Word may refuse it",)


def _words(root: etree._Element) -> Iterator[str]:
    """Yield the words of paragraphs; a mark of a note is its letter, a page number nothing."""
    numbered: dict[str, int] = {}
    pages: list[bool] = []  # for each field that is open: whether it shows a page number
    for event, element in etree.iterwalk(root, events=("start",)):
        del event
        tag = element.tag
        if tag == f"{_W}fldChar":
            _step(element, pages)
        elif tag == f"{_W}instrText" and pages:
            pages[-1] = pages[-1] or _PAGE.search(element.text or "") is not None
        elif tag == f"{_W}footnoteReference" and not _is_fallback(element):
            name = element.get(f"{_W}id") or ""
            yield letter(numbered.setdefault(name, len(numbered) + 1))
        elif tag == f"{_W}t" and not _is_fallback(element):
            text = element.text or ""
            # Word puts the number alone into the field, LibreOffice the whole row.
            yield "" if any(pages) and text.strip().isdigit() else text
        elif tag in _HYPHENS:
            yield _HYPHENS[tag]
        elif tag in {f"{_W}p", f"{_W}tab", f"{_W}br"}:
            yield "\n" if tag == f"{_W}p" else " "


def _step(element: etree._Element, pages: list[bool]) -> None:
    kind = element.get(f"{_W}fldCharType")
    if kind == "begin":
        pages.append(False)
    elif kind == "end" and pages:
        pages.pop()


def _is_fallback(element: etree._Element) -> bool:
    return next(element.iterancestors(_ALTERNATIVE), None) is not None


def _contents(body: etree._Element) -> Iterator[tuple[str, int]]:
    """Yield the rows of the contents that show a page."""
    for link in body.iter(f"{_W}hyperlink"):
        if not (link.get(f"{_W}anchor") or "").startswith("_Toc"):
            continue
        texts = [one.text or "" for one in link.iter(f"{_W}t")]
        if len(texts) > 1 and texts[-1].strip().isdecimal():
            yield squeezed("".join(texts[:-1])), int(texts[-1])


def _notes(archive: Archive, body: etree._Element) -> Iterator[str]:
    """Yield the notes in the order of their marks, each with its number."""
    if "word/footnotes.xml" not in archive.parts:
        return
    root = archive.xml("word/footnotes.xml")
    texts = {
        one.get(f"{_W}id"): "".join(text.text or "" for text in one.iter(f"{_W}t"))
        for one in root.iter(f"{_W}footnote")
        if one.get(f"{_W}type") not in _SKIPPED
    }
    marks = (one.get(f"{_W}id") for one in body.iter(f"{_W}footnoteReference"))
    for number, name in enumerate(dict.fromkeys(marks), start=1):
        yield squeezed(f"{letter(number)} {texts.get(name, '')}")


def _figures(archive: Archive, body: etree._Element) -> Iterator[str]:
    """Yield the words of each drawing in reading order, then of those that are drawn nowhere."""
    shown = list(_drawings(archive, body))
    every = [one for one in archive.parts if one.startswith("word/media/") and one.endswith(".svg")]
    for name in (*shown, *sorted(set(every) - set(shown))):
        try:
            words = drawn(parsed(archive.parts[name], name))
        except UnreadableFileError:
            words = " "
        if words:  # a logo has none
            yield words.strip()


def _drawings(archive: Archive, body: etree._Element) -> Iterator[str]:
    """Yield the parts that the body draws; programs number them anew when they save."""
    if _RELATIONS not in archive.parts:
        return
    targets = {one.get("Id"): one.get("Target", "") for one in archive.xml(_RELATIONS)}
    for one in body.iter(_DRAWING):
        target = targets.get(one.get(_EMBED), "")
        name = target[1:] if target.startswith("/") else f"word/{target}"
        if name in archive.parts:
            yield name


def _running(archive: Archive, kind: str) -> Iterator[str]:
    """Yield the words at the head or foot of pages."""
    parts = archive.all(rf"word/{kind}[0-9]*\.xml")
    yield from dict.fromkeys(filter(None, (squeezed("".join(_words(one))) for one in parts)))


def _asides(archive: Archive, body: etree._Element) -> Iterator[str]:
    """Yield title, author, subject, keywords and date, words for pictures, and comments."""
    if _CORE in archive.parts:
        for one in archive.xml(_CORE):
            name = etree.QName(one).localname
            if name in {"title", "creator", "subject", "keywords"}:
                yield one.text or ""
            elif name == "created":
                yield (one.text or "")[:_DAY]
    for one in body.iter(_PICTURE):
        yield one.get("descr") or ""
    for part in archive.all(r"word/comments\.xml"):
        for one in part.iter(f"{_W}comment"):
            yield "".join(_words(one))


def kept_behind(archive: Archive, schema: str) -> Iterator[etree._Element]:
    """Yield the elements of one schema that stand behind the words, from all parts of it."""
    for part in archive.all(r"customXml/item[0-9]+\.xml"):
        if etree.QName(part).namespace == schema:
            yield from part


def _values(archive: Archive) -> dict[str, str] | None:
    """Return the values that the file carries along under their paths, but for boxes to tick."""
    found: dict[str, str] = {}
    kept = list(kept_behind(archive, VALUES))
    for one in kept:
        if one.tag == f"{{{VALUES}}}value" and not one.get("absent") and one.get("kind") != "tick":
            path = unquote(one.get("path") or "")  # a long value goes on in the next part
            found[path] = found.get(path, "") + unquote(one.text or "")
    return found if kept else None


def _hidden(archive: Archive, body: etree._Element) -> Iterator[str]:
    """Yield the controls in which Word would show other words than those that stand there."""
    kept: dict[str, str] = {}
    for one in kept_behind(archive, FIELDS):
        name = etree.QName(one).localname
        if kept.setdefault(f"/f:fields[1]/f:{name}[1]", one.text or "") != (one.text or ""):
            yield f'its data say two things of "{name[:80]}"; Word may show either'
    for binding in body.iter(f"{_W}dataBinding"):
        control = next(binding.iterancestors(f"{_W}sdt"), None)
        path = binding.get(f"{_W}xpath") or ""
        if path not in kept:
            yield f'a control takes its words from "{path[:80]}", which is none of its values'
        elif control is not None and (found := _other_words(kept[path], control)):
            yield found


def _other_words(text: str, control: etree._Element) -> str:
    """Return what Word would show in a control in place of what stands there; empty for nothing."""
    stands = "".join(one.text or "" for one in control.iter(f"{_W}t"))
    is_empty = not text and control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
    if is_empty or squeezed(stands) == squeezed(_shown(text, control)):
        return ""
    return f'it shows "{stands[:80]}", and its data say "{text[:80]}"; Word may show the latter'


def _shown(text: str, control: etree._Element) -> str:
    """Return what Word shows of what is kept behind a control: of a date its words."""
    calendar = control.find(f"{_W}sdtPr/{_W}date")
    if calendar is None:
        return text
    language = calendar.find(f"{_W}lid")
    try:
        day = date.fromisoformat(text)
        return language_of("" if language is None else language.get(f"{_W}val") or "").day(day)
    except (ValueError, LookupError):
        return text
