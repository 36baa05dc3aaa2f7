"""A document with every kind of block and inline, as long and as mixed as a real one."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from escp_docs.document import (
    Align,
    Block,
    Clause,
    Column,
    Contents,
    Cover,
    Document,
    Emphasis,
    Footnote,
    Inline,
    Landscape,
    LineBreak,
    Link,
    List,
    Note,
    Numbering,
    PageBreak,
    Paragraph,
    Passage,
    Reference,
    Signature,
    Strong,
    Style,
    Table,
    Text,
)
from tests.support.sample_parts import (
    ACRONYM,
    TIMELINE,
    alliance,
    cell,
    facts,
    heading,
    missing,
    partner,
    prose,
    text,
    words,
)


def sample(**changes: Any) -> Document:  # noqa: ANN401 - any field of a document
    """Return the sample, at least six printed pages, with `changes` to its fields."""
    document = Document(
        name="sample",
        title="Partnership Agreement",
        acronym=ACRONYM,
        date=date(2020, 11, 20),
        language="en-GB",
        author="Pôle Énergies Marines",
        draft=True,
        blocks=(*_opening(), *_application(), *_agreement(), *_annexes()),
        subject="The common work of four cluster organisations in third countries",
        keywords=("ESCP-4i", "COSME", "clusters"),
    )
    return replace(document, **changes)


def _opening() -> tuple[Block, ...]:
    return (
        Cover(
            kicker=words("COS-CLUSINT-2020-3-01, Strand B"),
            title=words("Partnership Agreement"),
            subtitle=(Text("of the alliance "), alliance(), Text(" for offshore energy")),
            blocks=(
                facts("Project at a glance", last=alliance()),
                Note((text("This is a draft and no legal advice."),)),
            ),
        ),
        PageBreak(),
        Contents("Contents", depth=3),
        PageBreak(),
    )


def _application() -> tuple[Block, ...]:
    letters = Numbering.LETTERS
    return (
        heading(1, "Project summary", "section-a", letters, "Section A:"),
        Paragraph(words("Four clusters open three markets together."), Style.LEAD),
        Passage("project.abstract", "Offshore wind is growing.", "Abstract", prose()),
        heading(2, "List of beneficiaries", "a-1", letters, "A.1"),
        heading(3, "List of Participants", "a-1-1", letters, "A.1.1"),
        _participants(),
        Paragraph(words("Country codes follow ISO 3166-1."), Style.SMALL),
        heading(4, "How the partners were found", "a-1-1-1", letters, "A.1.1.1"),
        _reasons(),
        Landscape((heading(2, "Roadmap", "a-2", letters, "A.2"), TIMELINE)),
        heading(2, "Budget", "a-3", letters, "A.3"),
        _budget(),
    )


def _participants() -> Table:
    names = ("Pôle Énergies Marines", "Klaster Północ", "Морски клъстер Варна", "Consorci Eòlic")
    legend = Footnote(1, words("P: profile on the European Cluster Collaboration Platform."))
    kosovo = Footnote(2, words("This designation is without prejudice to positions on status."))
    countries: tuple[tuple[Inline, ...], ...] = (
        (Text("France"),),
        (missing(),),
        (Text("Kosovo"), kosovo),
        (Text("Spain"),),
    )
    columns = (
        Column(words("Number"), 0.1, Align.CENTRE),
        Column(words("Name"), 0.35),
        Column((Text("Link to activity reports"), legend), 0.3),
        Column(words("Country"), 0.25),
    )
    link = Link("https://example.org/reports?year=2019&part=2", words("example.org/reports"))
    rows: tuple[tuple[tuple[Inline, ...], ...], ...] = tuple(
        (
            words(str(index + 1)),
            (partner(index, name),),
            (link, Text(" (P)"), Footnote(1, ())),
            country,
        )
        for index, (name, country) in enumerate(zip(names, countries, strict=True))
    )
    return Table(
        columns=columns,
        rows=tuple(tuple(cell(*entry) for entry in row) for row in rows),
        summary="Number, name, reports and country of each partner",
        caption=words("Participants of the action"),
        number=1,
        id="table-participants",
    )


def _reasons() -> List:
    inner = List((_item("trade fairs, and"), _item("the platform;")))
    return List(
        (
            _item("a common profile on the platform;"),
            (text("a search in two steps:"), inner),
            _item("a vote of all boards."),
        ),
        ordered=True,
    )


def _budget() -> Table:
    amounts = (("1", "40 000.00"), ("2", "35 500.00"), ("3", "1 250 000.50")) * 14
    rows = [
        (f"WP{index} Work package with a rather long name", month, amount)
        for index, (month, amount) in enumerate(amounts, 1)
    ]
    rows.append(("Total", "", "18 557 007.00"))
    return Table(
        columns=(
            Column(words("Work package"), 0.6),
            Column(words("Month"), 0.15, Align.CENTRE),
            Column(words("Cost (EUR)"), 0.25, Align.RIGHT),
        ),
        rows=tuple(tuple(cell(*words(entry)) for entry in row) for row in rows),
        summary="Cost of each work package in euro",
        caption=(Text("Cost by work package, "), Emphasis(words("indicative"))),
        number=2,
        id="table-budget",
        row_heads=True,
        total=True,
    )


def _agreement() -> tuple[Block, ...]:
    legal = Numbering.LEGAL
    clauses: list[Block] = [
        PageBreak(),
        heading(1, "The Partnership", "part-1", legal, "Part I"),
    ]
    subjects = ("Definitions", "Nature of the alliance", "Bodies", "Confidentiality", "Term")
    for number, subject in enumerate(subjects, 1):
        clauses.append(heading(2, subject, f"clause-{number}", legal, f"{number}."))
        clauses.extend(_clauses(number))
    return tuple(clauses)


def _clauses(number: int) -> tuple[Clause, ...]:
    first, second = f"{number}.1", f"{number}.2"
    table = Reference("table-budget", "Table 2", "2")
    above = Reference(f"{number}-1-a", f"clause {first}(a)", f"{first}(a)")
    member = Strong(words("“Member”"))
    deadline = Footnote(3, (Text("Regulation (EU) No 1182/71, "), Emphasis(words("Article 3"))))
    notice = deadline if number == 1 else Footnote(3, ())
    return (
        Clause(
            1, (member, Text(" means one of the following, as listed in "), table), first, first
        ),
        Clause(2, words("a party to this Agreement;"), "(a)", f"{first}(a)", f"{number}-1-a"),
        Clause(2, words("a cluster organisation that"), "(b)", f"{first}(b)"),
        Clause(3, words("is established in an eligible country; and"), "(i)", f"{first}(b)(i)"),
        Clause(3, words("signed the form of accession."), "(ii)", f"{first}(b)(ii)"),
        Clause(
            1,
            (
                Text("A Member under "),
                above,
                Text(" gives notice within thirty days"),
                notice,
                Text(
                    ", by letter to the Coordinator, and says why it leaves. It remains bound by "
                ),
                Text("what it promised before, and bears the cost that its leaving causes."),
            ),
            second,
            second,
        ),
    )


def _annexes() -> tuple[Block, ...]:
    return (
        heading(1, "Signatures", "signatures"),
        *(_signature(index) for index in range(3)),
        PageBreak(),
        heading(1, "Contacts", "annex-1", Numbering.ANNEX, "Annex 1"),
        facts("Contacts of the coordinator", last=missing()),
        Paragraph((*words("End of the document"), LineBreak(), *words("* * *")), Style.CENTRED),
    )


def _signature(index: int) -> Signature:
    rows = (
        ("Name", (missing(f"consortium.partners[{index}].signatory"),)),
        ("Role", words("President")),
        ("Place", ()),
        ("Date", ()),
    )
    return Signature(f"partner-{index}", (partner(index, f"Cluster {index + 1}"),), rows)


def _item(sentence: str) -> tuple[Block, ...]:
    return (text(sentence),)
