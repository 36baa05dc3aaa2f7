"""What the pages of an application come to, against the limits of the form, as measured."""

from collections.abc import Iterator, Mapping

from escp_docs.document import Document, Heading, plain, walk
from escp_docs.model.call import Call
from escp_docs.model.call.form import FormSection

_FORMED = "application"


def page_remark(
    call: Call, strand: str | None, document: object, pages: int | None, page_of: Mapping[str, int]
) -> str:
    """Return what is longer than the form of the call takes; empty if nothing is, or none is known.

    Args:
        call: The call, whose form has the limits.
        strand: The strand of the spec.
        document: The tree of the file.
        pages: How many pages the file has; None if it has none, or they are not known.
        page_of: The page on which each heading stands, by its id.
    """
    if not isinstance(document, Document) or document.name != _FORMED or pages is None:
        return ""
    found = [*_whole(call, pages), *_sections(call.sections(strand), document, pages, page_of)]
    return "; ".join(found)


def _whole(call: Call, pages: int) -> Iterator[str]:
    most = call.form.most_pages if call.form else None
    if most is not None and pages > most.value:
        yield f"it has {pages} pages; the form takes at most {most.value}"


def _sections(
    sections: tuple[FormSection, ...],
    document: Document,
    pages: int,
    page_of: Mapping[str, int],
) -> Iterator[str]:
    headings = [one for one in walk(document.blocks) if isinstance(one, Heading)]
    for section in sections:
        place = next((i for i, one in enumerate(headings) if _is_of(one, section)), None)
        if section.pages is None or place is None or headings[place].id not in page_of:
            continue
        found = _pages(headings, place, pages, page_of)
        if found > section.pages:
            name = section.title or plain(headings[place].children)
            yield f"{name!r} takes {found} pages; the form takes at most {section.pages}"


def _is_of(heading: Heading, section: FormSection) -> bool:
    """Whether a heading is that of a section of the form: by its id, else by its title."""
    if section.id is not None and section.id == heading.id:
        return True
    return section.title is not None and plain(heading.children) == section.title


def _pages(headings: list[Heading], place: int, pages: int, page_of: Mapping[str, int]) -> int:
    """Return on how many pages a section stands, those that it shares with others among them."""
    first, level = page_of[headings[place].id], headings[place].level
    after = (one for one in headings[place + 1 :] if one.level <= level and one.id in page_of)
    following = next(after, None)
    if following is None:
        return pages - first + 1
    begins_a_page = following.level == 1  # a part begins on a new page
    return max(page_of[following.id] - first + (not begins_a_page), 1)
