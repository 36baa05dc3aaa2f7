"""Bundles of documents compared by what they print: values by their keys, words by sections."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from escp_docs.build.manifest import Manifest
from escp_docs.build.manifest_reading import required
from escp_docs.build.options import MANIFEST
from escp_docs.comparing.specs.difference import (
    Comparison,
    EntryChange,
    EntryFate,
    FactChange,
    TextChange,
)
from escp_docs.comparing.specs.naming import called, kind_of
from escp_docs.comparing.specs.sections import Sections, document_changes
from escp_docs.model.schema import Scalar, at, form, join
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.produced.expected import expected, of_manifest
from escp_docs.produced.expected_text import ExpectedText
from escp_docs.prose.words import changed_words
from escp_docs.versions.printed_values import PrintedValue, gone_with, side_by_side
from escp_docs.versions.reading import ReadVersion

_ENTRY: Final = pattern(r"\[[^\]]*\]")


class PrintedVersion(Struct, frozen=True):
    """What the documents of a version print.

    Attributes:
        name: What it is called.
        values: What each key says that is printed; none of documents that are final.
        documents: The sections of each document, by its name.
        is_final: Whether documents carry no values, since they are final.
        is_draft: Whether they say so on every page.
    """

    name: str
    values: Mapping[str, str]
    documents: Mapping[str, Sections]
    is_final: bool = False
    is_draft: bool = False


def bundle(folder: Path) -> PrintedVersion:
    """Return what the documents of a folder print, by its manifest.

    Raises:
        UnreadableError: its manifest cannot be read.
    """
    found = required(folder / MANIFEST)
    values: dict[str, str] = {}
    for entry in found.files.values():
        values |= entry.values
    documents = {
        entry.document: _sections(_words(found, entry.text, entry.values))
        for entry in found.files.values()
    }
    is_final = any(entry.final for entry in found.files.values())
    return PrintedVersion(str(folder), values, documents, is_final, found.draft)


def printed(one: ReadVersion, like: PrintedVersion, today: date) -> PrintedVersion:
    """Return what a spec would print in the documents that another version has.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    day = one.inputs.reading.spec.project.drafting_date or today
    trees = one.documents(like.documents, day, draft=like.is_draft)
    found = {name: expected(tree) for name, tree in trees.items()}
    values: dict[str, str] = {}
    for every in found.values():
        values |= every.values
    documents = {name: _sections(every.words) for name, every in found.items()}
    return PrintedVersion(one.version.name, {} if like.is_final else values, documents)


def printed_changes(old: PrintedVersion, new: PrintedVersion) -> Comparison:
    """Return what documents print otherwise in the new version."""
    facts: list[FactChange] = []
    proses: list[TextChange] = []
    both = not (old.is_final or new.is_final)
    values = side_by_side(old.values, new.values) if both else []
    entries = gone_with(values)
    whole = {one.path for some in entries.values() for one in some}
    for one in values:
        if one.old == one.new or one.path in whole:
            continue
        label, is_prose = _about(one.path)
        around = [name.strip("[]") for name in _ENTRY.findall(one.path)]
        entry = next((name for name in reversed(around) if not name.isdigit()), "")
        was, now = one.old or "", one.new or ""
        if is_prose:
            words = tuple(changed_words(was, now))
            proses.append(TextChange(one.path, label, entry, was, now, words))
        else:
            facts.append(FactChange(one.path, label, entry, one.old, one.new))
    remark = "documents that are final carry no values; their words are compared"
    return Comparison(
        old.name,
        new.name,
        entries=tuple(_entry(head, some) for head, some in entries.items()),
        facts=tuple(facts),
        proses=tuple(proses),
        documents=document_changes(old.documents, new.documents),
        remarks=() if both else (remark,),
    )


def _entry(path: str, values: Sequence[PrintedValue]) -> EntryChange:
    """Return what became of an entry that one of two versions prints."""
    fate = EntryFate.CAME if values[0].old is None else EntryFate.WENT
    said = {one.path.removeprefix(f"{path}."): one.new or one.old or "" for one in values}
    shape = form(Spec, join(_shape(path)))
    kind = kind_of(shape) if isinstance(shape, type) else "entry"
    name = path.rpartition("[")[2].strip("[]")
    return EntryChange(fate, path, kind, called("" if name.isdigit() else name, said))


def _about(path: str) -> tuple[str, bool]:
    """Return what a path states, and whether that is a prose."""
    steps = _shape(path)
    key = at(Spec, join(steps)) or at(Spec, join(steps[:-1]))
    shape = form(Spec, join(steps))
    is_prose = isinstance(shape, Scalar) and shape.kind == "prose"
    return key.label if key else path, is_prose


def _shape(path: str) -> tuple[str | int, ...]:
    return tuple(0 if name.startswith("[") else name for name in _steps(path))


def _steps(path: str) -> Iterator[str]:
    """Yield the keys of a path, and a bracket for each entry of a list."""
    yield from re.findall(r"\[[^\]]*\]|[^.\[\]]+", path)


# --- words -----------------------------------------------------------------------------------


def _words(found: Manifest, text: str, values: Mapping[str, str]) -> object:
    kept: Any = found.texts.get(text)
    known = of_manifest(kept, values) if kept is not None else None
    return known.words if known else ()


def _sections(words: object) -> Sections:
    """Return the sections of a document by what it says; a workbook is one."""
    if not isinstance(words, ExpectedText):
        return {"": ("", "", repr(words))}
    found: dict[str, tuple[str, str, list[str]]] = {"": ("", "", [])}
    current = ""
    for piece in words.pieces:
        if piece.is_heading:
            current = piece.text
            found.setdefault(current, (piece.number, piece.text, []))
        else:
            found[current][2].append(piece.text)
    rest = "\n".join((*words.notes, *words.figures))
    if rest:
        found["notes and figures"] = ("", "notes and figures", [rest])
    return {key: (number, title, "\n".join(texts)) for key, (number, title, texts) in found.items()}
