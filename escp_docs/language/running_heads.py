"""What stands at the head of every page: the same in every format."""

from collections.abc import Iterator
from typing import Final

from escp_docs.document import Document
from escp_docs.language.languages import language_of
from escp_docs.language.line_width import ems
from escp_docs.workbook import Workbook

# The head is set at 8 points and has the room from the edge to the word DRAFT in the middle of a
# page that is 162 mm wide within its margins: see templates/look/design.yaml.
_POINTS: Final = 8
_ROOM_MM: Final = 74
_MM_PER_POINT: Final = 25.4 / 72


def draft_mark(tree: Document | Workbook) -> str:
    """Return the word that marks a draft, empty of what is final."""
    return language_of(tree.language).pages.draft if tree.draft else ""


def head(document: Document) -> str:
    """Return what stands opposite the acronym: the title without it if it fits, and the date."""
    language = language_of(document.language)
    day = language.day(document.date)
    for title in titles(document):
        line = language.pages.title_and_date.format(title=title, date=day)
        if ems(line) * _POINTS * _MM_PER_POINT <= _ROOM_MM:
            return line
    return day


def foot(document: Document) -> str:
    """Return what stands at the foot beside the number of the page: the date, and the sending."""
    if not document.sending:
        return ""
    language = language_of(document.language)
    day = language.day(document.date)
    return language.pages.date_and_sending.format(date=day, sending=document.sending)


def titles(document: Document) -> Iterator[str]:
    """Yield what may be printed before the date, longest first.

    It is a title without the acronym, which stands opposite, and that of the kind alone.
    """
    yield document.title.removesuffix(f" – {document.acronym}")
    of_kind = language_of(document.language).title(document.name)
    if of_kind != document.name:  # a document for one partner has no title but its own
        yield of_kind


# A running head of a sheet has 255 characters in all, three parts and their signs.
_LONGEST_PART: Final = 60


def sheet_head(workbook: Workbook) -> tuple[str, str, str]:
    """Return the three parts of the head of every page of a workbook."""
    language = language_of(workbook.language)
    title = language.pages.title_and_date.format(
        title=workbook.title[:_LONGEST_PART], date=language.day(workbook.date)
    )
    return workbook.acronym[:_LONGEST_PART], draft_mark(workbook), title
