"""The English words of documents."""

from typing import Final

from escp_docs.language.document_words import (
    CalendarWords,
    CaptionWords,
    ComplianceWords,
    EditionWords,
    HeadingWords,
    HintWords,
    MailWords,
    NegotiationWords,
    PageWords,
    QuestionWords,
    RedlineWords,
    SigningWords,
    Titles,
)

TITLES: Final[Titles] = {
    "application": "Description of the Action",
    "partnership-agreement": "Partnership Agreement",
    "budget": "Budget",
    "portal-sheet": "Values for the portal",
    "checklist": "Checklist",
    "term-sheet": "Term sheet",
    "term-sheets/member": "Term sheet",
    "vote-calculator": "Votes",
    "counsel-sheet": "Questions for counsel",
    "calendar": "Calendar",
    "accession-form": "Accession form",
    "letters/mandate": "Mandate",
    "letters/intent": "Letter of intent",
    "letters/memorandum": "Memorandum of Understanding",
    "resolutions/resolution": "Resolution",
    "questionnaires/questionnaire": "Questionnaire",
    "sheets/sheet": "Answer sheet",
    "sheets/partners": "Partners",
    "compliance": "Compliance matrix",
}
CAPTIONS: Final = CaptionWords(
    table="Table",
    figure="Figure",
    contents="Contents",
    logo="Logo of {name}",
    emblem="Emblem of the European Union: twelve golden stars in a circle on a blue field",
)
HEADINGS: Final = HeadingWords(
    section="Section {number}:",
    part="Part {number}",
    annex="Annex {number}",
    cited_section="section",
    cited_part="Part",
    cited_annex="Annex",
    cited_clause="clause",
)
PAGES: Final = PageWords(
    draft="DRAFT",
    title_and_date="{title}, {date}",
    page_of_pages="Page {page} of {pages}",
    date_and_sending="{date}, {sending}",
    skip="Skip to the text",
    notes="Notes",
    note="Note {number}",
    back_to_note="Back to the mark of note {number}",
    attached_values="The values that {title} prints, by their place in the spec",
)
SIGNING: Final = SigningWords(
    name="Name",
    role="Role",
    authority="Authority",
    place="Place",
    date="Date",
    signature="Signature",
)
EDITION: Final = EditionWords(
    public_note=(
        "This is the public edition. Persons and how to reach them, amounts, signatures and "
        "confidential deliverables are left out; the signed document has them."
    ),
    left_out="not public",
    page_title="Signature page",
    page=(
        "This page belongs to the {title} of {acronym}, dated {day}. Who signs here signs that "
        "document, whose file has the SHA-256 {hash}."
    ),
)
CALENDAR: Final[CalendarWords] = {
    "deadline": "Deadline of the call {}",
    "answers": "Answers of the partners are due",
    "start": "Start of the action {}",
    "end": "End of the action {}",
    "cooperation": "{} {}",
    "deliverable": "Deliverable {} is due: {}",
    "milestone": "Milestone {}: {}",
    "interim": "Interim value of indicator {}: {}",
    "target": "Target value of indicator {}: {}",
    "costs": "Costs of the half-year may be reported to the Coordinator",
    "reports": "Reports on the last reporting period are due to the Coordinator",
    "instalment": "An instalment may be due to the Beneficiaries, if the Agency has paid",
    "renewal": "Last day for a decision not to renew the Agreement",
    "expiry": "The term of the Agreement ends",
    "step": "After the action, by this day: {}",
}
NEGOTIATION: Final = NegotiationWords(
    proposed="Proposed words",
    proposed_by="Words proposed by {who}",
    reason="Reason: {reason}",
)
REDLINES: Final = RedlineWords(
    title="What changed since {before}",
    versions="{title}. Old version: {before}. New version: {after}.",
    standard="the standard words",
    start="First page",
    nothing="Nothing that is printed has changed.",
    summary="Clauses and sections that changed",
    where="Where",
    what="Change",
    words="Words added, deleted",
    came="new",
    went="deleted",
    changed="changed",
    moved_from="moved from {place}",
    moved_to="moved to {place}",
    redrawn="figure redrawn",
    came_start="[insertion:\u00a0",
    came_end="\u00a0end of insertion]",
    went_start="[deletion:\u00a0",
    went_end="\u00a0end of deletion]",
)
QUESTIONS: Final = QuestionWords(
    missing="Missing: {question}",
    answered_by="{question} (to be answered by {ask})",
    key_in_spec="{question} Key in the spec: {path}",
    decides_eligibility="Decides whether the application is eligible.",
    not_clear="This is stated, but not clear enough.",
    correct="{label}: correct",
    as_follows="as follows",
    left_out="left out of this copy",
    none_of="{label}: none",
)
MAILS: Final = MailWords(
    subject="{acronym}: what we need from {partner}",
    reminder_subject="{acronym}: we still need answers from {partner}",
    greeting="Dear {name},",
    greeting_nobody="Dear partner,",
    asked="attached is what we ask of {partner} for {acronym}, {call}.",
    reminded="we still lack answers of {partner} for {acronym}, {call}; the questions come along.",
    counts="Questions: {missing}. Facts to confirm: {unconfirmed}.",
    until="Please answer by {day}.",
    back="Please fill in the attached file and send it back to {return_to}.",
    closing="With kind regards,",
)
HINTS: Final = HintWords(
    country="code of the country, such as PT",
    date="choose a day",
    euro="amount in euro",
    month="project month",
    number="number",
    prose="write your text here",
    share="share, such as 0.9 or 2/3",
    choice="choose",
    lines="one to a line",
    other="write here",
)
COMPLIANCE: Final = ComplianceWords(
    eligible="eligible",
    ineligible="ineligible",
    short_titles={"application": "Application", "partnership-agreement": "Agreement"},
    form_parts={
        "title": "title",
        "cover": "cover",
        "headings": "headings",
        "participants": "participants",
        "affiliated_entities": "affiliated entities",
        "key_staff": "key staff",
        "work_packages": "work packages",
        "deliverables": "deliverables",
        "milestones": "milestones",
        "risks": "risks",
        "deliverable_types": "deliverable types",
        "dissemination_levels": "dissemination levels",
    },
    met="met",
    not_met="not met",
    undecided="undecided",
    not_applicable="not applicable",
    ask="Ask {person}: {question}",
    mend="To mend it: {cure}.",
    page="{section}, page {page}",
    stated="stated in the announcement",
    official="official text",
    sibling="text of a sibling call",
    secondary="secondary source",
    derived="derived",
    consistency="by the spec itself",
)
