"""A package of what is handed in: built as final, verified, and kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs import files
from escp_docs.build import one_spec
from escp_docs.build.options import MANIFEST, BuildOptions
from escp_docs.build.planning import folder_of, recomposed
from escp_docs.build.progress import Progress
from escp_docs.build.result import Built
from escp_docs.build.spec_inputs import SpecInputs, read, without_record
from escp_docs.compose.document_types import requests
from escp_docs.document import Document
from escp_docs.errors import ArgumentError, EscpError
from escp_docs.executing.executor import Executor
from escp_docs.files import packages
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import STDIN
from escp_docs.files.writing import read_bytes
from escp_docs.judging.verdict import judge
from escp_docs.packing.drawers import FILES, PackedFile, documents
from escp_docs.packing.kept import contents, kept
from escp_docs.packing.readme import readme
from escp_docs.verify import folder as verifying

if TYPE_CHECKING:
    from escp_docs.verify.folder import Verification

README: Final = "README.html"
AGREEMENT: Final = "partnership-agreement"


class Packaged(Struct, frozen=True):
    """A package that lies in the record of a spec.

    Attributes:
        spec: The spec.
        path: Where the package lies.
        is_new: Whether it was written just now; the same bytes are not written twice.
        files: The names of the files in it, in their order.
        remarks: What else is to be said of it.
    """

    spec: str
    path: Path
    is_new: bool
    files: tuple[str, ...]
    remarks: tuple[str, ...] = ()


class NotVerifiedError(EscpError):
    """Files that were built as final do not say what the spec says; nothing is written."""

    def __init__(self, verification: "Verification") -> None:
        super().__init__("verify objects to the files of the package; nothing is written")
        self.verification = verification

    def __reduce__(self) -> "tuple[type[NotVerifiedError], tuple[Verification]]":
        """Return how another process makes it again."""
        return type(self), (self.verification,)


def package(spec: str, options: BuildOptions, executor: Executor, progress: Progress) -> Packaged:
    """Build what is handed in as final, verify it, and keep it as a package.

    Raises:
        ArgumentError: the spec is standard input, or a folder of several.
        UnreadableError: the spec, or a template, cannot be read.
        StillOpenError: something is open; nothing is written.
        NotVerifiedError: a file does not say what the spec says; nothing is written.
        WriteError: the record cannot be written.
        EscpError: a document cannot be made.
    """
    if spec == STDIN:
        raise ArgumentError("standard input has no record; name a file or a folder")
    found = without_record(read(spec, Calls(options.calls), options.templates))
    with TemporaryDirectory(prefix="escp-docs-") as folder:
        built, data = _built(spec, options, Path(folder), executor, progress)
        verification = verifying.verify(built.folder, found, executor)
        if not verification.agrees:
            raise NotVerifiedError(verification)
        manifest = read_bytes(built.folder / MANIFEST) or b""
    day = printed(found, options)
    agreement = final_document(found, options, AGREEMENT)
    inside = _inside(found, data, manifest, agreement)
    stem = folder_of(found.reading.spec.project.acronym)
    path, is_new = packages.keep(spec, stem, day, packages.packed(_parts(inside)))
    return Packaged(spec, path, is_new, tuple(one.name for one in inside))


def printed(spec: SpecInputs, options: BuildOptions) -> date:
    """Return the date that documents print."""
    found = options.as_of or spec.reading.spec.project.drafting_date or options.today
    if found is None:
        raise EscpError("nothing states the date to print; fix: hand in as_of or today")
    return found


def final_document(spec: SpecInputs, options: BuildOptions, name: str) -> Document:
    """Return a document of pages as it is signed.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    papers = (requests(spec.reading.spec)[name],)
    day = printed(spec, options)
    trees = recomposed(
        spec.reading, papers, spec.templates, day, lambda _: {}, draft=False, final=True
    )
    found = trees[name]
    assert isinstance(found, Document)
    return found


def _built(
    spec: str, options: BuildOptions, folder: Path, executor: Executor, progress: Progress
) -> tuple[Built, Mapping[str, bytes]]:
    """Return what was built as final, kind by kind, and the bytes of each file by its name."""
    data: dict[str, bytes] = {}
    built: Built | None = None
    for names, format_ in FILES:
        one = replace(
            options,
            output=folder,
            documents=names,
            formats=(format_,),
            final=True,
            packs=True,
            depfile=False,
        )
        built = one_spec.build(spec, one, executor, progress)
        for file in built.files:
            inside = file.path.relative_to(built.folder).as_posix()
            data[inside] = files.read_bytes(file.path) or b""
    assert built is not None
    return built, data


def _inside(
    spec: SpecInputs, data: Mapping[str, bytes], manifest: bytes, agreement: Document
) -> list[PackedFile]:
    reading = spec.reading
    verdict = judge(reading.spec, reading.call)
    papers = list(documents(reading.spec, reading.call, data))
    every = [*papers, *kept(spec, verdict, manifest)]
    first = PackedFile(
        README, readme(reading.spec, reading.call, every, agreement.date), "opens first"
    )
    whole = [first, *every]
    return [*whole, contents(spec.name, whole, agreement)]


def _parts(inside: Sequence[PackedFile]) -> dict[str, bytes]:
    return {one.name: one.data for one in inside}
