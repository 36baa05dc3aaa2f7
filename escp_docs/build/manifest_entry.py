"""What the manifest says of a build and of each file that it made."""

from collections.abc import Mapping

from escp_docs.build.manifest import FileEntry, Glyphs, Manifest, OpenEntry, Section
from escp_docs.build.planning import Plan, RequestedFile
from escp_docs.build.product import Product, sha256
from escp_docs.document import Document, Heading, headings, inlines, plain, printed_values, walk
from escp_docs.export.formats import Tree
from escp_docs.model.anchors import Anchors
from escp_docs.workbook import Workbook, stated_values


def manifest(
    plan: Plan,
    files: Mapping[str, FileEntry],
    inputs: Mapping[str, Mapping[str, str]],
    versions: Mapping[str, str],
    texts: Mapping[str, object],
) -> Manifest:
    """Return the manifest of a build: what was made, from what, and what it says.

    Args:
        plan: The plan that was carried out.
        files: What is to be said of each file that lies in the folder.
        inputs: What `Inputs.hashes` says.
        versions: The versions of the program and of all it stands on.
        texts: What the documents say, by the hashes under which the files name it.
    """
    key = Anchors(plan.reading.spec).anchor
    return Manifest(
        acronym=plan.reading.spec.project.acronym,
        verdict=plan.verdict.standing.value,
        draft=any(one.draft for one in plan.documents.values()),
        date=plan.printed,
        call=plan.reading.call.id,
        strand=plan.reading.spec.strand,
        inputs={role: dict(found) for role, found in inputs.items()},
        versions=dict(versions),
        files=dict(sorted(files.items())),
        glyphs=tuple(
            Glyphs(
                path=key(flaw.path),
                characters=tuple(f"U+{ord(one):04X}" for one in flaw.characters),
            )
            for flaw in plan.flaws
            if flaw.characters
        ),
        open=tuple(
            OpenEntry(path=key(one.path), ask=one.ask, question=one.question)
            for one in plan.placeholders
        ),
        texts=dict(sorted(texts.items())),
    )


def entry(document: Tree, one: RequestedFile, product: Product) -> FileEntry:
    """Return what the manifest says of a file."""
    is_paginated = one.format == "docx" and bool(product.exported.page_of)
    return FileEntry(
        document=one.paper.name,
        format=one.format,
        sha256=sha256(product.exported.data),
        bytes=len(product.exported.data),
        pages=product.exported.pages,
        page_numbers="libreoffice" if is_paginated else None,
        key=product.key,
        date=document.date,
        draft=document.draft,
        final=isinstance(document, Document) and document.sealed,
        sections=sections(document, product.exported.page_of),
        values=values(document),
        text=product.text,
        parts=dict(product.parts),
    )


def values(document: Tree) -> dict[str, str]:
    """Return what the manifest says that a document prints of the spec, by path."""
    if isinstance(document, Workbook):
        return stated_values(document)
    return printed_values(document)


def sections(document: Tree, page_of: Mapping[str, int]) -> tuple[Section, ...]:
    """Return what the manifest says of each section; the sheets of a workbook are its sections."""
    if isinstance(document, Workbook):
        return tuple(Section(id="", title=sheet.name) for sheet in document.sheets)
    words = _words_by_section(document)
    return tuple(
        Section(
            id=heading.id,
            number=heading.number,
            title=plain(heading.children),
            words=words[heading.id],
            page=page_of.get(heading.id),
            in_the_form=heading.official,
            answers=heading.answers,
        )
        for heading in headings(document)
    )


def _words_by_section(document: Document) -> dict[str, int]:
    """Return the words under each heading, up to the next one of any level."""
    words: dict[str, int] = {}
    current = ""
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            current = block.id
        words[current] = words.get(current, 0) + len(plain(inlines(block)).split())
    return words
