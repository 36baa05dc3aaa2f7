"""What the manifest says of a build and of each file that it made."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from escp_docs.document import Document, Heading, headings, inlines, plain, printed_values, walk
from escp_docs.workbook import Workbook, stated_values
from escp_docs.build.planning import Plan, Tree, RequestedFile
from escp_docs.build.product import Product, sha256

MANIFEST_VERSION: Final = 3


def manifest(
    made: Plan,
    files: Mapping[str, Mapping[str, Any]],
    inputs: Mapping[str, Mapping[str, str]],
    versions: Mapping[str, str],
    texts: Mapping[str, Any],
) -> bytes:
    """Return the manifest of a build as JSON: what was made, from what, and what it says.

    Args:
        made: The plan that was carried out.
        files: What `entry` says of each file that lies in the folder.
        inputs: The hashes of spec and call files, by kind and name.
        versions: The versions of the program and its libraries.
        texts: What the documents say, by the hashes under which the files name it.
    """
    whole = {
        "manifest_version": MANIFEST_VERSION,
        "acronym": made.reading.spec.project.acronym,
        "verdict": made.verdict.standing.value,
        "draft": made.is_open,
        "date": made.printed.isoformat(),
        "call": made.reading.call.id,
        "strand": made.reading.spec.strand,
        "inputs": inputs,
        "versions": versions,
        "files": dict(sorted(files.items())),
        "glyphs": [
            {"path": flaw.path, "characters": [f"U+{ord(one):04X}" for one in flaw.characters]}
            for flaw in made.flaws
            if flaw.characters
        ],
        "open": [
            {"path": placeholder.path, "ask": placeholder.ask, "question": placeholder.question}
            for placeholder in made.placeholders
        ],
        "texts": dict(sorted(texts.items())),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def entry(document: Tree, one: RequestedFile, product: Product) -> dict[str, Any]:
    """Return what the manifest says of a file."""
    return {
        "document": one.paper.name,
        "format": one.format,
        "sha256": sha256(product.exported.data),
        "bytes": len(product.exported.data),
        "pages": product.exported.pages,
        **_numbered_by(one, product),
        "key": product.key,
        "date": document.date.isoformat(),
        "draft": document.draft,
        "sections": _sections(document, product.exported.page_of),
        "values": stated_values(document)
        if isinstance(document, Workbook)
        else printed_values(document),
    }


def _sections(document: Tree, page_of: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what the manifest says of each section; the sheets of a workbook are its sections."""
    if isinstance(document, Workbook):
        return [{"id": "", "title": sheet.name, "page": None} for sheet in document.sheets]
    words = _words_by_section(document)
    return [
        {
            "id": heading.id,
            "number": heading.number,
            "title": plain(heading.children),
            "words": words[heading.id],
            "page": page_of.get(heading.id),
            "in_the_form": heading.official,
            "answers": list(heading.answers),
        }
        for heading in headings(document)
    ]


def placed(entry: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the sections of which an entry states the page; it may be anybody's entry."""
    sections = entry.get("sections")
    for one in sections if isinstance(sections, list) else ():
        if isinstance(one, dict) and isinstance(one.get("page"), int):
            yield one


def _numbered_by(one: RequestedFile, product: Product) -> dict[str, str | None]:
    """Return whose layout the page numbers of a Word file are from; others have their own."""
    if one.format != "docx":
        return {}
    return {"page_numbers": "libreoffice" if product.exported.page_of else None}


def _words_by_section(document: Document) -> dict[str, int]:
    """Return the words under each heading, up to the next one of any level."""
    words: dict[str, int] = {}
    current = ""
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            current = block.id
        words[current] = words.get(current, 0) + len(plain(inlines(block)).split())
    return words
