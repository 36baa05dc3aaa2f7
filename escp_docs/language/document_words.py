"""Which words documents need: of captions, headings, running heads, questions and signatures.

Words with a name in braces are formats. A language has them all, or fails type checking.
"""

from typing import TypedDict

from msgspec import Struct

Titles = TypedDict(
    "Titles",
    {
        "application": str,
        "partnership-agreement": str,
        "partnership-agreement-annotated": str,
        "budget": str,
        "portal-sheet": str,
        "checklist": str,
        "term-sheet": str,
        "term-sheets/member": str,
        "vote-calculator": str,
        "counsel-sheet": str,
        "calendar": str,
        "accession-form": str,
        "letters/mandate": str,
        "letters/intent": str,
        "letters/memorandum": str,
        "resolutions/resolution": str,
        "questionnaires/questionnaire": str,
        "sheets/sheet": str,
        "sheets/partners": str,
        "negotiation/words": str,
        "negotiation/points": str,
        "compliance": str,
    },
)
"""The titles of documents, by the name of their kind."""


class CaptionWords(Struct, frozen=True, kw_only=True):
    """What stands before the number of a caption, over the contents, and for a logo."""

    table: str
    figure: str
    contents: str
    logo: str
    emblem: str


class HeadingWords(Struct, frozen=True, kw_only=True):
    """The labels of numbered headings, and the words with which a reference names them."""

    section: str
    part: str
    annex: str
    cited_section: str
    cited_part: str
    cited_annex: str
    cited_clause: str


class PageWords(Struct, frozen=True, kw_only=True):
    """What stands around the text: running heads, notes, what is attached."""

    draft: str
    title_and_date: str
    page_of_pages: str
    date_and_sending: str
    skip: str
    notes: str
    note: str
    back_to_note: str
    attached_values: str


class SigningWords(Struct, frozen=True, kw_only=True):
    """The rows of a signature block."""

    name: str
    role: str
    authority: str
    place: str
    date: str
    signature: str


class EditionWords(Struct, frozen=True, kw_only=True):
    """What the public edition of a document and a page to sign alone say.

    `page` is filled with the title of the agreement, its day, and the hash of its file.
    """

    public_note: str
    left_out: str
    page_title: str
    page: str


class CalendarWords(TypedDict):
    """What happens on a day, by its occasion; blanks are filled with ids and titles in order."""

    deadline: str
    answers: str
    start: str
    end: str
    cooperation: str
    deliverable: str
    milestone: str
    interim: str
    target: str
    costs: str
    reports: str
    instalment: str
    renewal: str
    expiry: str
    step: str


class NegotiationWords(Struct, frozen=True, kw_only=True):
    """What stands over words that are proposed for a clause, and on the sheet of all such words."""

    proposed: str
    proposed_by: str
    reason: str
    sheet: str
    sheet_title: str
    note: str
    clause: str
    standard: str
    wanted: str
    by: str
    why: str
    comments: str
    answer: str
    state: str


class RedlineWords(Struct, frozen=True, kw_only=True):
    """What a redline says of its changes, in margins and to those who listen."""

    title: str
    versions: str
    standard: str
    start: str
    nothing: str
    summary: str
    where: str
    what: str
    words: str
    came: str
    went: str
    changed: str
    moved_from: str
    moved_to: str
    redrawn: str
    came_start: str
    came_end: str
    went_start: str
    went_end: str


class QuestionWords(Struct, frozen=True, kw_only=True):
    """How a fact is asked for, in placeholders, comments and questionnaires."""

    missing: str
    answered_by: str
    key_in_spec: str
    decides_eligibility: str
    not_clear: str
    correct: str
    as_follows: str
    left_out: str
    none_of: str


class MailWords(Struct, frozen=True, kw_only=True):
    """The draft mails that go with questionnaires."""

    subject: str
    reminder_subject: str
    greeting: str
    greeting_nobody: str
    asked: str
    reminded: str
    counts: str
    until: str
    back: str
    closing: str


class HintWords(Struct, frozen=True, kw_only=True):
    """What stands where an answer is to be written."""

    country: str
    date: str
    euro: str
    month: str
    number: str
    prose: str
    share: str
    choice: str
    lines: str
    other: str


ShortTitles = TypedDict("ShortTitles", {"application": str, "partnership-agreement": str})
"""What documents are called where their sections are listed."""


class FormParts(TypedDict):
    """The parts of the official form of an application."""

    title: str
    numbering: str
    cover: str
    sections: str
    participants: str
    affiliated_entities: str
    key_staff: str
    work_packages: str
    deliverables: str
    milestones: str
    risks: str
    deliverable_types: str
    dissemination_levels: str
    most_pages: str
    layout: str
    criteria: str
    threshold: str


class ComplianceWords(Struct, frozen=True, kw_only=True):
    """The words of the compliance matrix: answers, what to do, how sure a source is."""

    eligible: str
    ineligible: str
    short_titles: ShortTitles
    form_parts: FormParts

    met: str
    not_met: str
    undecided: str
    not_applicable: str
    ask: str
    mend: str
    page: str
    stated: str
    official: str
    sibling: str
    secondary: str
    derived: str
    consistency: str
