"""What a manifest says besides words, against the files and the spec. Opens no file.

Whatever follows from the words of a file, from its bytes or from the spec is compared. What is left
(versions, inputs, what was open at the last build) is covered by the digest alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Final

from escp_docs.build.manifest import FileEntry, Manifest, Section
from escp_docs.build.manifest_reading import ReadManifest
from escp_docs.build.product import text_key
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.judging.verdict import judge
from escp_docs.language.languages import LANGUAGES
from escp_docs.model.stable_path import named
from escp_docs.produced.expected import Expected, of_manifest
from escp_docs.produced.expected_cells import ABOUT, SHEETS
from escp_docs.produced.expected_text import ExpectedText
from escp_docs.produced.normalize import squeezed
from escp_docs.verify.by_spec import BySpec

_LONGEST: Final = 60  # letters of a list that are shown
_MARKS: Final = frozenset(one.pages.draft for one in LANGUAGES.values())


def of_manifest_alone(manifest: ReadManifest) -> Iterator[str]:
    """Yield where a manifest contradicts itself, or the words of files that it keeps."""
    if not manifest.is_as_written:
        was = "the digest is not that of all that it says" if manifest.digest else "no digest"
        yield f"{was}: it was changed since it was built; fix: build the documents again"
    for name, entry in manifest.files.items():
        for key, said, shown in _of_entry(name, entry, manifest):
            if said != shown:
                yield _differs(f"files[{name}].{key}", said, shown, "its words")
    states = {one.draft for one in manifest.files.values()}
    if manifest.draft not in states:
        yield _differs("draft", manifest.draft, not manifest.draft, "each of its files")
    days = {one.date for one in manifest.files.values()}
    if manifest.date not in days:
        yield _differs("date", manifest.date, max(days), "its files")
    heads = {one.running[0] for one in _texts(manifest) if one.running}
    if heads and manifest.acronym not in heads:
        yield _differs("acronym", manifest.acronym, min(heads), "the heads of its pages")


def of_manifest_by_spec(
    manifest: Manifest, spec: SpecInputs, wanted: Mapping[str, BySpec | None]
) -> Iterator[str]:
    """Yield where a manifest says something else than the spec.

    `wanted` are the files that say what the spec says: of these alone the entries are compared.
    """
    stated, verdict = spec.reading.spec, judge(spec.reading.spec, spec.reading.call)
    whole = {
        "acronym": (manifest.acronym, stated.project.acronym),
        "verdict": (manifest.verdict, verdict.standing.value),
        "call": (manifest.call, spec.reading.call.id),
        "strand": (manifest.strand, stated.strand),
        "draft": (manifest.draft, manifest.draft or bool(verdict.open)),
    }
    for key, (said, shown) in whole.items():
        if said != shown:
            yield _differs(key, said, shown, "the spec")
    for name, one in wanted.items():
        if one is None:
            continue
        entry = manifest.files[name]
        if entry.text != one.text:
            yield f"files[{name}].text leads to other words than the spec has"
        sections = _by_place(entry.sections), _by_place(one.sections)
        for key, other in (
            ("values", _other(entry.values, one.values)),
            ("sections", _other(*sections)),
        ):
            if other is not None:
                key_there = named(other, stated) if key == "values" else other
                yield f"files[{name}].{key}[{key_there}] is not what the spec has there"


def _by_place(sections: Sequence[Section]) -> dict[str, Section]:
    return {str(place): one for place, one in enumerate(sections)}


def _other(said: Mapping[str, object], shown: Mapping[str, object]) -> str | None:
    """Return the first key at which two mappings differ."""
    return next((key for key in {**said, **shown} if said.get(key) != shown.get(key)), None)


def _of_entry(
    name: str, entry: FileEntry, manifest: Manifest
) -> Iterator[tuple[str, object, object]]:
    """Yield what an entry says and what follows from the words of its file, by key."""
    document, _, format_ = name.rpartition(".")
    yield "document", entry.document, document
    yield "format", entry.format, format_
    text = manifest.texts.get(entry.text)
    words = of_manifest(text, entry.values)
    if words is None:
        return  # which is told of the file
    yield "text", entry.text, text_key(text)
    yield "final", entry.final, entry.final and not (entry.values or entry.draft)
    if entry.format != "ics":  # which says its events alone
        yield from _of_pages(entry, words)


def _of_pages(entry: FileEntry, said: Expected) -> Iterator[tuple[str, object, object]]:
    if isinstance(said.words, ExpectedText):
        # Beside the acronym and the title, of which either may be any word.
        yield "draft", entry.draft, bool(_MARKS & {*said.words.running[1:-1]})
        headings = [one for one in said.words.pieces if one.is_heading]
        yield "sections", [one.number for one in entry.sections], [one.number for one in headings]
        for section, heading in zip(entry.sections, headings, strict=False):
            # A title has no mark of a note.
            is_same = squeezed(heading.text).startswith(squeezed(section.title))
            shown = section.title if is_same else heading.text
            yield f"sections[{section.id}].title", section.title, shown
    else:
        about = {one.address: one.value for one in said.words if one.sheet == ABOUT}
        yield "sections", " | ".join(one.title for one in entry.sections), about.get(SHEETS)


def _texts(manifest: Manifest) -> Iterator[ExpectedText]:
    for entry in manifest.files.values():
        found = of_manifest(manifest.texts.get(entry.text), entry.values)
        if found is not None and isinstance(found.words, ExpectedText):
            yield found.words


def _differs(key: str, said: object, shown: object, by: str) -> str:
    return f"{key} is {_shown(said)}; by {by} it is {_shown(shown)}"


def _shown(value: object) -> str:
    match value:
        case bool() | None:
            return str(value).lower().replace("none", "null")
        case list() | tuple():
            return repr(shorten(", ".join(map(str, value)), _LONGEST, placeholder=" ..."))
        case _:
            return repr(str(value))
