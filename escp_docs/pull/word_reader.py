"""What a Word file says that came back: the words of people, whatever program wrote them down."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from urllib.parse import unquote

from lxml import etree
from msgspec.structs import replace

from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive, UnreadableFileError, opened
from escp_docs.produced.word_file import SENT, VALUES, kept_behind
from escp_docs.prose.words import same_words
from escp_docs.pull.returned import (
    Hand,
    Returned,
    ReturnedLine,
    Run,
    UnreadableReturnError,
)
from escp_docs.pull.word_about import about, comments
from escp_docs.pull.word_looks import W
from escp_docs.pull.word_paragraphs import Paragraphs

_BODY: Final = "word/document.xml"
_SENDING: Final = pattern(r"(?<![0-9A-Za-z])([0-9a-f]{6})(?![0-9A-Za-z])")
_NOTES: Final = ("separator", "continuationSeparator", "continuationNotice")


def read(name: str, data: bytes) -> Returned:
    """Return what a .docx says that came back.

    Args:
        name: What it was called, for messages.
        data: The file.

    Raises:
        UnreadableReturnError: it is no Word file, or was damaged by the program that saved it.
    """
    try:
        return _read(name, opened(data))
    except UnreadableFileError as error:
        raise UnreadableReturnError(f"{error}; ask for it once more, saved as .docx") from error


def _read(name: str, archive: Archive) -> Returned:
    program, hand = about(archive)
    if _BODY not in archive.parts:
        is_open = archive.parts.get("mimetype", b"").startswith(b"application/vnd.oasis")
        raise UnreadableFileError(f"it is {'an OpenDocument' if is_open else 'no Word'} file")
    try:
        body = archive.xml(_BODY)
    except UnreadableFileError as error:
        by = f" by {program}" if program else ""
        raise UnreadableReturnError(
            f"it was saved{by} so that no program can read it whole; fix: ask for it to be opened "
            "once more where it was written and saved by a newer program, LibreOffice 25 or Word"
        ) from error
    paragraphs = Paragraphs(archive, "word/_rels/document.xml.rels")
    lines, struck = _without_struck([*paragraphs.of(body), *_notes(archive, body)])
    heads, feet = (tuple(_running(archive, one)) for one in ("header", "footer"))
    names = "\n".join(line.text for foot in feet for line in foot)
    sent = next(iter(kept_behind(archive, SENT)), None)
    named = "" if sent is None else unquote(sent.get("id") or "")
    document = "" if sent is None else unquote(sent.get("document") or "")
    return Returned(
        name,
        tuple(line for line in lines if line.text.strip() or line.runs),
        tuple(dict.fromkeys((*_SENDING.findall(names), *([named] if named else [])))),
        document,
        tuple(_values(archive)),
        tuple(comments(archive)),
        program,
        hand,
        None if sent is None else _day(sent.get("date") or ""),
        struck=struck,
        heads=heads,
        feet=feet,
    )


def _running(archive: Archive, kind: str) -> Iterator[tuple[ReturnedLine, ...]]:
    """Yield the lines of each head or foot of pages."""
    for part in archive.all(rf"word/{kind}[0-9]*\.xml"):
        yield tuple(line for line in Paragraphs(archive, "").of(part) if line.runs)


def _without_struck(
    lines: Sequence[ReturnedLine],
) -> tuple[list[ReturnedLine], dict[tuple[str, ...], Hand]]:
    """Return lines without those of rows all of whose words were struck, and whose did that."""
    rows: dict[tuple[int, int], list[ReturnedLine]] = {}
    for line in lines:
        if line.cell is not None and line.runs:
            rows.setdefault(line.cell[:2], []).append(line)
    found: dict[tuple[str, ...], Hand] = {}
    gone: set[tuple[int, int]] = set()
    for row, some in rows.items():
        hands = [run.deleted for line in some for run in line.runs if run.deleted is not None]
        if hands and not any(line.text.strip() for line in some):
            words = ("".join(run.text for run in line.runs) for line in some)
            found[tuple(same_words(one) for one in words)] = max(hands, key=lambda one: one.when)
            gone.add(row)
    return [one for one in lines if one.cell is None or one.cell[:2] not in gone], found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _notes(archive: Archive, body: etree._Element) -> Iterator[ReturnedLine]:
    """Yield the lines of the notes in the order of their marks; we send none at the end."""
    for kind in ("footnote", "endnote"):
        if f"word/{kind}s.xml" not in archive.parts:
            continue
        notes = {
            one.get(f"{W}id"): one
            for one in archive.xml(f"word/{kind}s.xml").iter(f"{W}{kind}")
            if one.get(f"{W}type") not in _NOTES
        }
        paragraphs = Paragraphs(archive, f"word/_rels/{kind}s.xml.rels")
        marks = (one.get(f"{W}id") for one in body.iter(f"{W}{kind}Reference"))
        for name in dict.fromkeys(marks):
            if name in notes:
                runs = [run for line in paragraphs.of(notes[name]) for run in line.runs]
                yield ReturnedLine(_lstripped(tuple(runs)))


def _lstripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the words of a note without the blank behind its mark."""
    if not runs:
        return runs
    return (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:])


def _values(archive: Archive) -> Iterator[tuple[str, str]]:
    for one in kept_behind(archive, VALUES):
        if one.get("absent") or one.get("kind") == "tick" or etree.QName(one).localname != "value":
            continue
        yield unquote(one.get("path") or ""), unquote(one.text or "")
