"""The words of running heads: the same in every format."""

from datetime import date

from escp_docs.document import Document
from escp_docs.workbook import Workbook

DRAFT = "DRAFT"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# A longer title does not fit beside the acronym and the word DRAFT on one line.
_LONGEST_TITLE = 44


def date_in_words(day: date) -> str:
    """Return a date as "20 November 2020", whatever the locale of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def head(document: Document) -> str:
    """Return what stands opposite the acronym: the title if it is short, and the date."""
    day = date_in_words(document.date)
    return f"{document.title}, {day}" if len(document.title) <= _LONGEST_TITLE else day


# A running head of a sheet has 255 characters in all, three parts and their signs.
_LONGEST_PART = 60


def sheet_head(workbook: Workbook) -> tuple[str, str, str]:
    """Return the three parts of the head of every page of a workbook."""
    day = date_in_words(workbook.date)
    title = f"{workbook.title[:_LONGEST_PART]}, {day}"
    return workbook.acronym[:_LONGEST_PART], DRAFT if workbook.draft else "", title
