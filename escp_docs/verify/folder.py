"""The files of a folder against what its manifest says that they say, or against the spec."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs import files
from escp_docs.build.manifest import FileEntry, Manifest
from escp_docs.build.manifest_reading import ReadManifest, required
from escp_docs.build.options import MANIFEST
from escp_docs.build.planning import Pages, recomposed
from escp_docs.build.product import sha256
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.compose import document_types
from escp_docs.compose.document_types import DocumentRequest
from escp_docs.errors import Fault, UnreadableError
from escp_docs.executing.executor import Bound, Executor
from escp_docs.export.formats import export, format_named
from escp_docs.finding import Place
from escp_docs.model.anchors import Anchors
from escp_docs.model.stable_path import named
from escp_docs.pattern import pattern
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.expected import Expected, of_manifest
from escp_docs.produced.extracted import ExtractedText
from escp_docs.verify.by_spec import BySpec, by_spec, no_pages, pages_there
from escp_docs.verify.file import Verified, verified
from escp_docs.verify.manifest import of_manifest_alone, of_manifest_by_spec

_COPY: Final = pattern(
    r"(\.edited-\d+| ?\(\d+\)| - copy( \(\d+\))?|[ ._-](signed|saved|final|copy))+$",
    re.IGNORECASE,
)
_ID: Final = pattern(r"(?<![0-9a-z])[0-9a-f]{6}(?![0-9a-z])|[0-9a-f]{6}(?=Page)")
_MEGABYTE: Final = 2**20
_MEMORY: Final = 4 * 2**30
_SECONDS: Final = 60.0  # for a file, and for each megabyte of it; 352 pages of 3 MB take 24


class Verification(Struct, frozen=True):
    """What is to be said of the files of a folder.

    Args:
        folder: The folder, as it was named.
        files: What was found in each file.
        places: Where the values that differ stand in the spec, by path; empty without a spec.
    """

    folder: str
    files: tuple[Verified, ...]
    places: Mapping[str, Place]

    @property
    def agrees(self) -> bool:
        """Whether nothing stands against any file."""
        return all(one.agrees for one in self.files)

    @property
    def compared(self) -> int:
        """How many files there are of which the manifest tells, and the manifest if it is wrong."""
        return sum(not one.others for one in self.files)

    @property
    def others(self) -> int:
        """How many there are besides that no build of the folder made."""
        return sum(one.others for one in self.files)


def verify(folder: Path, spec: SpecInputs | None, executor: Executor) -> Verification:
    """Return what is to be said of the files of a folder.

    Args:
        folder: A folder that a build wrote.
        spec: The spec by which the documents are composed anew; else the manifest says it all.
        executor: Who reads the files. A hostile one may take its process with it.

    Raises:
        UnreadableError: the manifest cannot be read.
        TemplateError: a template cannot be rendered.
    """
    manifest = required(folder / MANIFEST)
    found = _verification(str(folder), files.produced(folder), manifest, spec, executor)
    unread = (
        Verified(name, remarks=(f"{what}; no build of this folder made it",), others=number)
        for name, (what, number) in files.unread(folder).items()
    )
    return replace(found, files=(*found.files, *unread))


def verify_file(path: Path, spec: SpecInputs | None, executor: Executor) -> Verification:
    """Return what is to be said of one file, which may be an edited copy under another name.

    It is compared with the document that it is by its name, else by the id at its foot; the
    manifest is the nearest in the folders around it.

    Args:
        path: The file.
        spec: The spec by which the document is composed anew; else the manifest says it all.
        executor: Who reads the file. A hostile one may take its process with it.

    Raises:
        UnreadableError: no manifest lies around it, or none of its documents is this file.
        TemplateError: a template cannot be rendered.
    """
    home = next((one for one in path.absolute().parents if (one / MANIFEST).is_file()), path.parent)
    manifest = required(home / MANIFEST)
    data = files.product(path)
    name = _entry_of(path, data, home, manifest)
    one_alone = manifest.only(name)
    found = _verification(str(path.parent), {name: data}, one_alone, spec, executor)
    remark = () if path.name == PurePosixPath(name).name else (f"compared with {name}",)
    up = [".."] * len(path.absolute().parent.relative_to(home.absolute()).parts)
    manifest_here = PurePosixPath(*up, MANIFEST).as_posix()
    return replace(
        found,
        files=tuple(
            replace(one, file=path.name, remarks=(*remark, *one.remarks))
            if one.file == name
            else replace(one, file=manifest_here if one.file == MANIFEST else one.file)
            for one in found.files
        ),
    )


def _entry_of(path: Path, data: bytes | str, home: Path, manifest: Manifest) -> str:
    """Return the name of the file that another one is, or was before it was renamed."""
    try:
        name = path.absolute().relative_to(home.absolute()).as_posix()
    except ValueError:
        name = path.name
    suffix = path.suffix.casefold()
    of_format = [one for one in manifest.files if PurePosixPath(one).suffix == suffix]
    stem = _COPY.sub("", name.removesuffix(path.suffix))
    for known in of_format:
        if known == name or known.removesuffix(suffix) == stem:
            return known
    digest = sha256(data) if isinstance(data, bytes) else ""
    same = [one for one in of_format if manifest.files[one].sha256 == digest]
    ids = {one: _sending(manifest, one) for one in of_format}
    shown = _foot_ids(data, suffix)
    same += [one for one in of_format if ids[one] and ids[one] in shown]
    if not same:
        fix = f"name one of {', '.join(of_format[:5])}" if of_format else "name another folder"
        fact = "no document of its folder is this file, by its name or the id at its foot"
        raise UnreadableError((Fault(fact, fix, Place(str(path), 1, 1)),))
    return same[0]


def _sending(manifest: Manifest, name: str) -> str:
    text = manifest.texts.get(manifest.files[name].text)
    foot = str(text.get("foot", "")) if isinstance(text, dict) else ""
    return foot.rpartition(" ")[2]


def _foot_ids(data: bytes | str, suffix: str) -> frozenset[str]:
    """Return what may be the id at the foot of a file, from the words of its feet."""
    name = suffix.removeprefix(".")
    if isinstance(data, str) or name not in {"docx", "pdf", "html"}:
        return frozenset()
    try:
        shown = format_named(name).read(data)  # type: ignore[arg-type]  # one of the three
    except UnreadableFileError:
        return frozenset()
    feet = " ".join((*shown.heads, *shown.feet)) if isinstance(shown, ExtractedText) else ""
    return frozenset(_ID.findall(feet))


def _verification(
    folder: str,
    there: Mapping[str, bytes | str],
    manifest: ReadManifest,
    spec: SpecInputs | None,
    executor: Executor,
) -> Verification:
    composed = by_spec(manifest, spec) if spec else {}
    of_spec = {name: one.expected if one else None for name, one in composed.items()}
    wanted = of_spec if spec else _of_manifest(manifest)
    changed = _changed(manifest, spec) if spec else ()
    found = tuple(_verified(there, manifest, wanted, executor, changed, spec))
    found = (*_of_manifest_itself(manifest, composed, found, changed, spec), *found)
    if spec:
        found = tuple(_by_id(one, spec) for one in found)
    paths = {path for one in found for difference in one.differences for path in difference.paths}
    places = _places(spec, sorted(paths)) if spec else {}
    return Verification(folder, found, places)


def _by_id(one: Verified, spec: SpecInputs) -> Verified:
    """Return what is to be said of a file with its keys by ids; workbooks name by position."""
    stated = spec.reading.spec
    return replace(
        one,
        differences=tuple(
            replace(each, paths=tuple(named(path, stated) for path in each.paths))
            for each in one.differences
        ),
    )


def _places(spec: SpecInputs, keys: Sequence[str]) -> dict[str, Place]:
    """Return where the values stand that files name by anchors; of one that is gone, line 1."""
    anchors = Anchors(spec.reading.spec)
    return {key: spec.reading.places.of(anchors.path(key) or "") for key in keys}


def _of_manifest_itself(
    manifest: ReadManifest,
    composed: Mapping[str, BySpec | None],
    found: Sequence[Verified],
    changed: tuple[str, ...],
    spec: SpecInputs | None,
) -> Iterator[Verified]:
    """Yield what is to be said of the manifest, if anything is."""
    faults = list(of_manifest_alone(manifest))
    if spec:
        agreeing = {one.file: composed.get(one.file) for one in found if one.agrees}
        faults += of_manifest_by_spec(manifest, spec, agreeing)
    if faults:
        yield _remarked(Verified(MANIFEST, faults=tuple(faults)), changed)


# --- what the files should say -----------------------------------------------------------------


def _of_manifest(manifest: Manifest) -> dict[str, Expected | None]:
    return {
        name: of_manifest(manifest.texts.get(entry.text), entry.values)
        for name, entry in manifest.files.items()
    }


def _changed(manifest: Manifest, spec: SpecInputs) -> tuple[str, ...]:
    """Return what the files were made from and is another by now, role by role."""
    return tuple(
        f"{role} {name}"
        for role, now in spec.inputs.hashes(spec.call).items()
        for name in _changed_names(now, manifest.inputs.get(role, {}))
    )


def _changed_names(now: Mapping[str, str], then: Mapping[str, str]) -> list[str]:
    if len(now) == len(then) == 1:  # a spec of one file may be called otherwise by now
        return [name for name, digest in now.items() if digest not in then.values()]
    return [name for name in sorted({*now, *then}) if now.get(name) != then.get(name)]


# --- what they say -----------------------------------------------------------------------------


class _File(Struct, frozen=True):
    """A file as it lies there, its entry in the manifest, and what it should say."""

    name: str
    data: bytes
    entry: FileEntry
    expected: Expected
    by_spec: bool


def _verified(  # noqa: PLR0913, PLR0917  # what the files are held against
    there: Mapping[str, bytes | str],
    manifest: ReadManifest,
    wanted: Mapping[str, Expected | None],
    executor: Executor,
    changed: tuple[str, ...],
    spec: SpecInputs | None,
) -> Iterator[Verified]:
    by_spec = spec is not None
    unknown = {
        name: sha256(data)
        for name, data in there.items()
        if isinstance(data, bytes) and name not in (*manifest.files, *manifest.untrusted)
    }
    built_as = {entry.sha256: name for name, entry in manifest.files.items()}
    found: dict[str, Verified] = {}
    readable: list[_File] = []
    for name, entry in manifest.files.items():
        data, expected = there.get(name), wanted[name]
        if data is None:
            found[name] = Verified(name, faults=(_missing(name, entry, there, unknown),))
        elif isinstance(data, str):
            found[name] = Verified(name, faults=(f"cannot be read: {data}",))
        elif expected is None:
            found[name] = Verified(name, faults=(_unknown(by_spec=by_spec),))
        elif (digest := sha256(data)) != entry.sha256 and digest in built_as:
            told = f"is byte for byte {built_as[digest]} as it was built, under this name"
            found[name] = Verified(name, faults=(told,))
        else:
            readable.append(_File(name, data, entry, expected, by_spec))
    # What takes longest comes first, and the rest beside it.
    readable.sort(
        key=lambda file: (not format_named(file.entry.format).takes_seconds, -len(file.data))
    )
    for one in executor.results(_compared, readable, _endless, bound=_bound):
        found[one.file] = _remarked(one, changed)
    if spec is not None:
        found |= dict(_as_written(manifest, spec, found))
    yield from (found[name] for name in manifest.files)
    yield from _beside(there, manifest, unknown)


def _beside(
    there: Mapping[str, bytes | str], manifest: ReadManifest, unknown: Mapping[str, str]
) -> Iterator[Verified]:
    """Yield what is to be said of files that no entry, or none to be trusted, tells of."""
    for name, why in manifest.untrusted.items():
        yield Verified(name, faults=(_unknown(by_spec=False, why=why),))
    known = {entry.sha256 for entry in manifest.files.values()}
    strangers = [one for one in there if one not in {*manifest.files, *manifest.untrusted}]
    apart = _built_apart(strangers, manifest)
    for name, number in Counter(filter(None, apart.values())).items():
        told = "has a manifest of its own, and is to be verified by itself"
        yield Verified(f"{name}/", remarks=(told,), others=number)
    for name in strangers:
        if not apart[name]:
            data = there[name]
            told = _stranger(name, is_copy=unknown.get(name) in known)
            why = f", and {data}" if isinstance(data, str) else ""
            yield Verified(name, remarks=(f"{told}{why}",), others=1)


def _built_apart(strangers: Sequence[str], manifest: Manifest) -> dict[str, str]:
    """Return for each file the folder of another manifest that it lies in; else an empty name."""
    ours = {str(above) for one in manifest.files for above in PurePosixPath(one).parents}
    others = {
        str(path.parent) for path in map(PurePosixPath, strangers) if path.name == MANIFEST
    } - ours
    return {
        one: next((str(up) for up in reversed(PurePosixPath(one).parents) if str(up) in others), "")
        for one in strangers
    }


def _as_written(
    manifest: Manifest, spec: SpecInputs, found: Mapping[str, Verified]
) -> Iterator[tuple[str, Verified]]:
    """Yield the files in which something is unknown that our own writers write, byte by byte."""
    for name, one in found.items():
        if one.foreign and one.is_as_built and _is_written(manifest.files[name], manifest, spec):
            yield name, replace(one, foreign=())


def _is_written(entry: FileEntry, manifest: Manifest, spec: SpecInputs) -> bool:
    paper = document_types.requests(spec.reading.spec)[entry.document]
    every = (pages_there(manifest), no_pages) if paper.kind.reads else (no_pages,)
    return any(_as_made(entry, paper, spec, pages) == entry.sha256 for pages in every)


def _as_made(entry: FileEntry, paper: DocumentRequest, spec: SpecInputs, pages: Pages) -> str:
    """Return the hash of a file as it is made of the spec, naming these pages of others."""
    trees = recomposed(
        spec.reading,
        [paper],
        spec.templates,
        entry.date,
        pages,
        draft=entry.draft,
        final=entry.final,
    )
    page_of = entry.page_of if entry.page_numbers else None
    return sha256(export(trees[entry.document], entry.format, spec.look, page_of).data)


def _bound(file: _File) -> Bound:
    return Bound(_SECONDS + len(file.data) * _SECONDS / _MEGABYTE, _MEMORY)


def _compared(file: _File) -> Verified:
    """Return what is to be said of a file, in a process that a hostile one may bring to its end."""
    try:
        return verified(file.name, file.data, file.entry, file.expected, by_spec=file.by_spec)
    except MemoryError:
        return _endless(file)


def _endless(file: _File) -> Verified:
    return Verified(file.name, faults=("cannot be read: it takes far too much time or memory",))


def _unknown(*, by_spec: bool, why: str = "") -> str:
    said = "the spec has no such document" if by_spec else "the manifest does not say what it says"
    return f"{said}{f' ({why})' * bool(why)}; fix: build the documents again"


def _missing(
    name: str, entry: FileEntry, there: Mapping[str, bytes | str], unknown: Mapping[str, str]
) -> str:
    above = (one.as_posix() for one in PurePosixPath(name).parents)
    if behind := next((one for one in above if one in there), None):
        return f"is not looked for behind {behind}, which is a link or no folder"
    again = next((name for name, digest in unknown.items() if digest == entry.sha256), None)
    return f"is not there; {again} is the same file under another name" if again else "is not there"


def _stranger(name: str, *, is_copy: bool) -> str:
    if ".edited-" in PurePosixPath(name).name:
        return "was edited and kept by a build; it is not compared"
    return "is a copy of another file here" if is_copy else "the manifest does not know it"


def _remarked(found: Verified, changed: tuple[str, ...]) -> Verified:
    """Return what was found with what its bytes tell besides."""
    is_older = (found.is_as_built and found.differences) or found.file == MANIFEST
    if changed and is_older:
        again = f"since it was built, {_named(changed)}; fix: build the documents again"
        return replace(found, remarks=(*found.remarks, again))
    return found


def _named(changed: tuple[str, ...]) -> str:
    first = changed[0]
    more = len(changed) - 1
    rest = f" and {more} more {'input' if more == 1 else 'inputs'}" if more else ""
    return f"{first}{rest} changed"
