"""Where documents answer the rules: the headings that say so, and those that answer none."""

from collections.abc import Iterator

from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.document import Document, Elsewhere, Heading, Inline, headings, plain
from escp_docs.language.language import Language


def answered(evidence: Evidence, language: Language) -> dict[str, list[Inline]]:
    """Return for each rule the headings that answer it, with their pages where these are known."""
    found: dict[str, list[Inline]] = {}
    for name, document in evidence.documents.items():
        pages = evidence.pages.get(name, {})
        for heading in headings(document):
            page = pages.get(heading.id)
            title = language.compliance.short_titles.get(name, document.title)
            words = f"{title}: {_label(heading)}"
            if page:
                words = language.compliance.page.format(section=words, page=page)
            for code in heading.answers:
                found.setdefault(code, []).append(Elsewhere(name, heading.id, words))
    return found


def _label(heading: Heading) -> str:
    return f"{heading.number} {plain(heading.children)}".strip()


def unasked(document: Document) -> list[BoundValue]:
    """Return the sections that answer no rule, nor stand around or within one that does."""
    every = headings(document)
    found = []
    for index, one in enumerate(every):
        inner = _inner(every, index)
        if not any(heading.answers for heading in (*_around(every, index), one, *inner)):
            found.append(BoundValue((Elsewhere(document.name, one.id, _label(one)),)))
    return found


def _inner(every: tuple[Heading, ...], index: int) -> Iterator[Heading]:
    for heading in every[index + 1 :]:
        if heading.level <= every[index].level:
            return
        yield heading


def _around(every: tuple[Heading, ...], index: int) -> Iterator[Heading]:
    level = every[index].level
    for heading in reversed(every[:index]):
        if heading.level < level:
            level = heading.level
            yield heading
