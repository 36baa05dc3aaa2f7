"""English, as official texts of the Union write it."""

from typing import Final

from escp_docs.language.english.document_words import (
    CALENDAR,
    CAPTIONS,
    COMPLIANCE,
    EDITION,
    HEADINGS,
    HINTS,
    MAILS,
    NEGOTIATION,
    PAGES,
    QUESTIONS,
    REDLINES,
    SIGNING,
    TITLES,
)
from escp_docs.language.english.figure_words import FIGURES
from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.english.values import VALUES
from escp_docs.language.english.workbook_words import WORKBOOK
from escp_docs.language.language import Language

ENGLISH: Final = Language(
    tag="en-GB",
    locale="en_GB",
    values=VALUES,
    keys=ENGLISH_KEYS,
    titles=TITLES,
    captions=CAPTIONS,
    headings=HEADINGS,
    pages=PAGES,
    signing=SIGNING,
    calendar=CALENDAR,
    edition=EDITION,
    negotiation=NEGOTIATION,
    redlines=REDLINES,
    questions=QUESTIONS,
    hints=HINTS,
    mails=MAILS,
    compliance=COMPLIANCE,
    figures=FIGURES,
    workbook=WORKBOOK,
)
