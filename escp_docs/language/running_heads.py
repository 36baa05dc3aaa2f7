"""What stands at the head of every page: the same in every format."""

from typing import Final

from escp_docs.document import Document
from escp_docs.language.languages import language_of
from escp_docs.workbook import Workbook

# A longer title does not fit beside the acronym and the word DRAFT on one line.
_LONGEST_TITLE: Final = 44


def draft_mark(tree: Document | Workbook) -> str:
    """Return the word that marks a draft, empty of what is final."""
    return language_of(tree.language).pages.draft if tree.draft else ""


def head(document: Document) -> str:
    """Return what stands opposite the acronym: the title if it is short, and the date."""
    language = language_of(document.language)
    day = language.day(document.date)
    if len(document.title) > _LONGEST_TITLE:
        return day
    return language.pages.title_and_date.format(title=document.title, date=day)


# A running head of a sheet has 255 characters in all, three parts and their signs.
_LONGEST_PART: Final = 60


def sheet_head(workbook: Workbook) -> tuple[str, str, str]:
    """Return the three parts of the head of every page of a workbook."""
    language = language_of(workbook.language)
    title = language.pages.title_and_date.format(
        title=workbook.title[:_LONGEST_PART], date=language.day(workbook.date)
    )
    return workbook.acronym[:_LONGEST_PART], draft_mark(workbook), title
