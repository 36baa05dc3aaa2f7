"""The redline of a Word file that came back: its words, with the changes since it was sent."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from escp_docs.build.spec_inputs import read
from escp_docs.errors import ArgumentError, ExportError, Fault, UnreadableError
from escp_docs.export.word.package import zipped
from escp_docs.files.call_files import Calls
from escp_docs.files.record import Record, returned_file
from escp_docs.files.versions import NamedVersion, VersionKind
from escp_docs.produced.archive import opened
from escp_docs.produced.sent import Sent
from escp_docs.prose.words import same_words
from escp_docs.pull import word_reader
from escp_docs.pull.origin import origin
from escp_docs.pull.returned import Returned, UnreadableReturnError
from escp_docs.versions.tracked_file import TrackedFile, told


class ReturnedRedline(Struct, frozen=True):
    """The redline of a file that came back.

    Attributes:
        data: The file.
        differs: Whether it says anything otherwise than what was sent.
        how: What it was compared with, for people.
        acronym: The acronym of its spec.
    """

    data: bytes
    differs: bool
    how: str
    acronym: str


def returned_redline(
    named: Sequence[NamedVersion], calls: Calls, today: date, author: str | None, as_of: date | None
) -> ReturnedRedline:
    """Return the redline of a file that came back.

    Args:
        named: The file, perhaps followed by its spec.
        calls: The calls that the spec may answer.
        today: The date that documents print if the spec states none.
        author: Whose changes they are; else who saved the file last.
        as_of: The day of the changes; else that of the document.

    Raises:
        UnreadableError: the file or the spec cannot be read.
        ArgumentError: it is no Word file, or has tracked changes already.
        ExportError: the redline would not say what the file says, and what was sent.
    """
    name = named[0].name
    spec = named[1] if len(named) > 1 else NamedVersion(VersionKind.SPEC, ".", ".")
    if spec.kind is not VersionKind.SPEC or Path(name).suffix.casefold() not in {".docx", ".docm"}:
        fact = f"{name} is a file; a redline is made of a Word file, perhaps followed by its spec"
        raise ArgumentError(f"{fact}: `escp-docs compare FILE.docx SPEC --redline`")
    inputs = read(spec.path, calls, None)
    day = inputs.reading.spec.project.drafting_date or today
    _, data, fault = returned_file(named[0].path)
    returned = _read(name, data, fault)
    known = origin(returned, Record(spec.path), inputs, day)
    if known is None:
        raise UnreadableError((Fault(f"{name} is no document of this spec", "name its spec"),))
    who = author or returned.hand.who or "escp-docs"
    made, differs = _tracked(name, data, known.sent, who, as_of or known.sent.printed or day)
    return ReturnedRedline(made, differs, known.how, inputs.reading.spec.project.acronym)


def _read(name: str, data: bytes, fault: str) -> Returned:
    if fault:
        raise UnreadableError((Fault(f"{name} cannot be read: {fault}"),))
    try:
        return word_reader.read(name, data)
    except UnreadableReturnError as error:
        raise UnreadableError((Fault(f"{name} cannot be read: {error}"),)) from error


def _tracked(name: str, data: bytes, sent: Sent, author: str, day: date) -> tuple[bytes, bool]:
    archive = opened(data)
    file = TrackedFile(archive, author, day)
    if file.is_tracked:
        fact = f"{name} has tracked changes already; fix: read them there"
        raise ArgumentError(f"{fact}, or accept them all and compare again")
    lines = [line.text for line in sent.lines]
    file.track(lines)
    parts = {**archive.parts, **{part.name: part.data for part in file.parts()}}
    made = zipped(parts)
    now, before = told(archive, accepts=True), [one for one in map(same_words, lines) if one]
    if told(opened(made), accepts=True) != now or told(opened(made), accepts=False) != before:
        fact = f"the redline of {name} would not say what it says and what was sent"
        raise ExportError(f"{fact}; fix: `escp-docs compare {name}` tells what is otherwise")
    return made, now != before
