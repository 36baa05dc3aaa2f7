"""Redlines of two versions: composed, merged, proved, written."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs import files
from escp_docs.build.options import STATE
from escp_docs.build.planning import RequestedFile, folder_of, plan
from escp_docs.comparing.trees.plain import plain_document
from escp_docs.compose.document_types import DocumentRequest, named, names, requests
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.errors import ArgumentError, UnknownNameError
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import shipped_templates
from escp_docs.files.versions import NamedVersion, VersionKind, last_version, version
from escp_docs.language.languages import USUAL
from escp_docs.spelling import unknown
from escp_docs.versions.reading import ReadVersion, read_version
from escp_docs.versions.redline_files import FORMATS, Redlines, TwoVersions, write, write_bytes
from escp_docs.versions.returned_redline import returned_redline

_OUTPUT: Final = Path("output")
AUTHOR: Final = "escp-docs"
"""Whose changes they are if nobody says so."""
AGREEMENT: Final = "partnership-agreement"
_USUAL: Final = ("application", AGREEMENT)


class RedlineOptions(Struct, frozen=True):
    """What redlines are wanted, and where they go.

    Args:
        documents: Names of documents, of kinds or of folders; none stands for the usual two.
        formats: The formats of each; none stands for Word's.
        folder: Where the files go; None stands for the folder of documents of the newer version.
        author: Whose changes they are.
        as_of: The day on the newer version and of the changes; else the one that it states.
        today: That day if nothing else states one.
        standard: Whether the older version is the agreement in the shipped words.
    """

    today: date
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    folder: Path | None = None
    author: str = AUTHOR
    as_of: date | None = None
    standard: bool = False


def redlines(version_names: Sequence[str], options: RedlineOptions, calls: Calls) -> Redlines:
    """Write the documents of a newer version with the changes since an older one, and return them.

    Args:
        version_names: The older version and the newer one; or one spec alone, which is compared
            with its last package, else with git's HEAD.
        options: Which documents in which formats, and where they go.
        calls: The calls that a spec may answer.

    Raises:
        UnreadableError: a version cannot be read.
        ArgumentError: there is no such document or format, or nothing to compare it with.
        TemplateError: a template cannot be rendered.
        ExportError: a redline would not say what its two versions say; nothing is written.
        WriteError: a file cannot be written.
    """
    formats = _formats(options.formats)
    if not options.author.strip():
        raise ArgumentError("whose changes they are has to be said; fix: name an author")
    with ExitStack() as stack:
        found = [stack.enter_context(version(one)) for one in version_names]
        if found[0].kind is VersionKind.FILE:
            return _of_file(found, options, calls)
        if options.standard:
            new = _read(found[0], calls)
            old, options = standard(new), _of_agreement(options, version_names)
        else:
            if len(found) == 1:
                found.insert(0, stack.enter_context(version(last_version(found[0].name))))
            old, new = (_read(one, calls) for one in found)
        remarks = (*old.version.remarks, *new.version.remarks)
        papers, lacking = _papers(old, new, options)
        made = [_two(old, new, paper, options) for paper in papers]
        home = options.folder or _home(new)
        state = (options.folder or _OUTPUT) / STATE / f"redlines-{home.name}"
        return Redlines(write(made, formats, home, state, options.author), (*remarks, *lacking))


def _of_file(found: Sequence[NamedVersion], options: RedlineOptions, calls: Calls) -> Redlines:
    if options.documents or options.standard or set(options.formats) - {"docx"}:
        cure = "its redline is a Word file, and takes no -d, -f or --standard"
        raise ArgumentError(f"{found[0].name} is a file that came back; {cure}")
    author = None if options.author == AUTHOR else options.author
    made = returned_redline(found, calls, options.today, author, options.as_of)
    name = f"{Path(found[0].path).stem}.redline.docx"
    home = options.folder or _OUTPUT / folder_of(made.acronym)
    state = (options.folder or _OUTPUT) / STATE / f"redlines-{home.name}"
    written = write_bytes({name: (made.data, made.differs)}, home, state)
    return Redlines(written, (f"compared with {made.how}",))


def _formats(asked: Sequence[str]) -> tuple[FormatName, ...]:
    for name in asked:
        if name not in FORMATS:
            raise unknown("format", name, FORMATS)
    return tuple(one for one in FORMATS if one in asked) or FORMATS[:1]


def _read(one: NamedVersion, calls: Calls) -> ReadVersion:
    if one.kind is not VersionKind.SPEC:
        fact = (
            f"{one.name} is a {'file' if one.kind is VersionKind.FILE else 'folder of documents'}"
        )
        cure = "name the spec, a revision of it or a package"
        raise ArgumentError(f"{fact}, and a redline needs what it was made from; fix: {cure}")
    return read_version(one, calls)


def standard(new: ReadVersion) -> ReadVersion:
    """Return what a spec chooses in the shipped words, not in negotiated or its own ones."""
    reading = new.inputs.reading
    agreement = reading.spec.agreement.updated({"wording": ()})
    spec = reading.spec.updated({"agreement": agreement})
    inputs = replace(
        new.inputs,
        reading=replace(reading, spec=spec),
        templates=files.templates({name: Path(at) for name, at in shipped_templates().items()}),
    )
    named = replace(new.version, name=USUAL.redlines.standard, remarks=())
    return replace(new, version=named, inputs=inputs)


def _of_agreement(options: RedlineOptions, version_names: Sequence[str]) -> RedlineOptions:
    if len(version_names) > 1 or set(options.documents) - {AGREEMENT}:
        fact = "--standard compares the agreement of one spec with the shipped words"
        raise ArgumentError(f"{fact}; fix: name one spec, and no other document")
    return replace(options, documents=(AGREEMENT,))


def _home(new: ReadVersion) -> Path:
    return _OUTPUT / folder_of(new.inputs.reading.spec.project.acronym)


def _papers(
    old: ReadVersion, new: ReadVersion, options: RedlineOptions
) -> tuple[tuple[DocumentRequest, ...], tuple[str, ...]]:
    """Return the documents to compare, and what is to be said of those that only one has."""
    before = requests(old.inputs.reading.spec)
    found: dict[str, DocumentRequest] = {}
    lacking: list[str] = []
    for name in options.documents or _USUAL:
        for paper in _named(name, new, set(before)):
            if not set(FORMATS) & set(paper.kind.formats):
                if paper.name == name:
                    raise UnknownNameError(
                        f"{name} has sheets, no pages, and no redline", "document"
                    )
            elif paper.name in before:
                found[paper.name] = paper
            else:
                lacking.append(f"{paper.name} is new; {old.version.name} has no such document")
    if not found:
        what = "; ".join(lacking) or f"{' and '.join(options.documents)} is no document of pages"
        raise UnknownNameError(what, "document")
    return tuple(found.values()), tuple(lacking)


def _named(name: str, new: ReadVersion, before: set[str]) -> Iterator[DocumentRequest]:
    papers = named(name, new.inputs.reading.spec)
    if not papers and name in before:
        raise UnknownNameError(f"{new.version.name} has no document {name!r} any more", "document")
    if not papers and name not in names():
        raise unknown("document", name, (*requests(new.inputs.reading.spec), *names()))
    yield from papers


def _two(
    old: ReadVersion, new: ReadVersion, paper: DocumentRequest, options: RedlineOptions
) -> TwoVersions:
    day = options.as_of or new.inputs.reading.spec.project.drafting_date or options.today
    day_before = old.inputs.reading.spec.project.drafting_date or day
    before, after = _composed(old, paper.name, day_before), _composed(new, paper.name, day)
    return TwoVersions(
        before,
        after,
        _called(old, day_before, is_day=day_before != day),
        _called(new, day, is_day=day_before != day),
        new.inputs.look,
    )


def _called(one: ReadVersion, day: date, *, is_day: bool) -> str:
    return USUAL.day(day) if is_day else one.version.name


def _composed(one: ReadVersion, name: str, day: date) -> Document:
    paper = requests(one.inputs.reading.spec)[name]
    wanted = (RequestedFile(paper, "docx"),)
    inputs = one.inputs
    made = plan(one.version.path, inputs.reading, wanted, inputs.templates, day, lambda _: {})
    found = made.documents[name]
    assert isinstance(found, Document)
    return plain_document(found)
