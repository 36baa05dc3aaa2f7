"""`escp-docs verify`: prove that produced files still say what they should."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Final

import click

from escp_docs import files
from escp_docs.build import planning, product
from escp_docs.build import trusted_manifest as manifests
from escp_docs.build.options import MANIFEST
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.build.trusted_manifest import Manifest, page_of
from escp_docs.cli.common_options import TEMPLATES
from escp_docs.cli.paint import paint
from escp_docs.compose import document_types
from escp_docs.document import Document
from escp_docs.errors import Fault, UnreadableError
from escp_docs.executing import processes
from escp_docs.files.call_files import Calls
from escp_docs.finding import Place
from escp_docs.report.verification import verification
from escp_docs.verify import file as verifying
from escp_docs.verify.file import Expected, Verified

WRONG: Final = 1

_MEGABYTE: Final = 2**20
_MEMORY: Final = 4 * 2**30
_SECONDS: Final = 60.0  # for a file, and for each megabyte of it; 352 pages of 3 MB take 24


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("spec", required=False)
@TEMPLATES
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit status says it.")
@click.pass_context
def command(
    ctx: click.Context, folder: Path, spec: str | None, templates: Path | None, *, quiet: bool
) -> None:
    r"""Prove that the files in FOLDER still say what the manifest says, and the SPEC.

    Every DOCX, PDF, HTML and XLSX is read as it lies there. With SPEC the documents are composed
    anew; without it the manifest says what they should say.

    \b
    Exit status:
      0  all agrees; a file that was saved again and says the same is remarked upon
      1  a file says something else, is missing, cannot be read or holds something foreign
      2  the folder, its manifest or the spec cannot be read
    """
    manifest = _manifest(folder)
    found = read(spec, Calls(), templates) if spec else None
    wanted = _of_spec(manifest, found) if found else _of_manifest(manifest)
    results = tuple(_verified(folder, manifest, wanted, by_spec=found is not None))
    if not quiet:
        where = (lambda path: str(found.reading.places.of(path))) if found else (lambda _: "")
        shown = verification(str(folder), results, verifying.MOST, where, paint)
        click.echo(shown, nl=False)
    ctx.exit(0 if all(one.agrees for one in results) else WRONG)


def _manifest(folder: Path) -> Manifest:
    path = folder / MANIFEST
    found = manifests.read(path)
    if found is None or not found.entries:
        there = "cannot be read as a manifest" if path.exists() else "is not there"
        fix = "name a folder that `escp-docs build` wrote, as in output/ours"
        raise UnreadableError((Fault(f"{path} {there}", fix, Place(str(path), 1, 1)),))
    return found


# --- what the files should say -----------------------------------------------------------------


def _of_manifest(manifest: Manifest) -> dict[str, Expected | None]:
    return {
        name: verifying.of_manifest(entry, manifest.texts)
        for name, entry in manifest.entries.items()
    }


def _of_spec(manifest: Manifest, spec: SpecInputs) -> dict[str, Expected | None]:
    """Return what each file should say by the spec; None if the spec has no such document."""
    papers = document_types.requests(spec.reading.spec)
    trees: dict[tuple[str, bool, str], planning.Tree] = {}
    for day, draft in dict.fromkeys(map(_made, manifest.entries.values())):
        names = [
            str(entry["document"])
            for entry in manifest.entries.values()
            if _made(entry) == (day, draft) and str(entry["document"]) in papers
        ]
        wanted = [papers[name] for name in dict.fromkeys(names)]
        composed = planning.recomposed(
            spec.reading, wanted, spec.templates, _day(day), _pages(manifest), draft=draft
        )
        trees |= {(day, draft, name): tree for name, tree in composed.items()}
    expected = {key: verifying.expected(tree) for key, tree in trees.items()}
    return {
        name: expected.get((*_made(entry), str(entry["document"])))
        for name, entry in manifest.entries.items()
    }


def _made(entry: Mapping[str, Any]) -> tuple[str, bool]:
    return str(entry.get("date")), entry.get("draft") is True


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        fault = Fault(f"{MANIFEST} states no date for a file", "build the documents again")
        raise UnreadableError((fault,)) from None


def _pages(manifest: Manifest) -> planning.Pages:
    """Return what looks up the pages of headings in the manifest."""

    def pages(documents: Sequence[Document]) -> Mapping[str, Mapping[str, int]]:
        return {one.name: page_of(manifest.entries.get(f"{one.name}.pdf", {})) for one in documents}

    return pages


# --- what they say -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it lies there, its entry in the manifest, and what it should say."""

    name: str
    data: bytes
    entry: Mapping[str, Any]
    expected: Expected


def _verified(
    folder: Path, manifest: Manifest, wanted: Mapping[str, Expected | None], *, by_spec: bool
) -> Iterator[Verified]:
    there = files.produced(folder)
    unknown = {
        name: product.sha256(data)
        for name, data in there.items()
        if isinstance(data, bytes) and name not in manifest.entries
    }
    found: dict[str, Verified] = {}
    readable: list[_File] = []
    for name, entry in manifest.entries.items():
        data, expected = there.get(name), wanted[name]
        if data is None:
            found[name] = Verified(name, faults=(_missing(entry, unknown),))
        elif isinstance(data, str):
            found[name] = Verified(name, faults=(f"cannot be read: {data}",))
        elif expected is None:
            found[name] = Verified(name, faults=(_unknown(by_spec=by_spec),))
        else:
            readable.append(_File(name, data, entry, expected))
    # What takes longest comes first, and the rest beside it.
    readable.sort(key=lambda file: (not file.name.endswith(".pdf"), -len(file.data)))
    for one in processes.results(_compared, readable, os.cpu_count() or 1, _endless):
        found[one.file] = _remarked(one, by_spec=by_spec)
    yield from (found[name] for name in manifest.entries)
    known = {str(entry.get("sha256")) for entry in manifest.entries.values()}
    for name, digest in unknown.items():
        yield Verified(name, remarks=(_stranger(name, is_copy=digest in known),))


def _compared(file: _File) -> Verified:
    """Return what is to be said of a file, in a process that a hostile one may bring to its end."""
    processes.bound(_SECONDS + len(file.data) * _SECONDS / _MEGABYTE, _MEMORY)
    try:
        return verifying.verified(file.name, file.data, file.entry, file.expected)
    except MemoryError:
        return _endless(file)


def _endless(file: _File) -> Verified:
    return Verified(file.name, faults=("cannot be read: it takes far too much time or memory",))


def _unknown(*, by_spec: bool) -> str:
    why = "the spec has no such document" if by_spec else "the manifest does not say what it says"
    return f"{why}; fix: build the documents again"


def _missing(entry: Mapping[str, Any], unknown: Mapping[str, str]) -> str:
    again = next((name for name, digest in unknown.items() if digest == entry.get("sha256")), None)
    return f"is not there; {again} is the same file under another name" if again else "is not there"


def _stranger(name: str, *, is_copy: bool) -> str:
    if ".edited-" in PurePosixPath(name).name:
        return "was edited and kept by a build; it is not compared"
    return "is a copy of another file here" if is_copy else "the manifest does not know it"


def _remarked(found: Verified, *, by_spec: bool) -> Verified:
    """Return what was found with what its bytes tell besides."""
    if found.is_as_built and found.differences and by_spec:
        changed = "the spec changed since it was built; fix: build the documents again"
        return replace(found, remarks=(*found.remarks, changed))
    if not found.is_as_built and found.agrees:
        again = "was saved again since it was built; its words agree"
        return replace(found, remarks=(*found.remarks, again))
    return found
