"""The small parts that the sample document is put together from."""

from escp_docs.document import (
    Block,
    Cell,
    Column,
    Field,
    FieldKind,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    Numbering,
    Paragraph,
    Placeholder,
    Strong,
    Style,
    Table,
    Text,
)

ACRONYM = "BLUE-REACH"

_COUNTRIES = (("FR", "France"), ("PT", "Portugal"))

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 170"
 font-family="ESCP Sans" font-size="12">
 <defs><rect id="bar" width="240" height="20" rx="3"/></defs>
 <g fill="#52606A"><text x="160" y="18">Month 1</text><text x="400" y="18">Month 12</text></g>
 <path d="M160 26V150M400 26V150M640 26V150" stroke="#B4C2CA"/>
 <g fill="#1B2026"><text x="4" y="58">Partnership</text><text x="4" y="98">Strategy &amp;
 markets</text><text x="4" y="138">Roadmap</text></g>
 <g fill="#0B4A63"><use href="#bar" x="160" y="44"/><use href="#bar" x="280" y="84"/>
 <use href="#bar" x="400" y="124"/></g>
</svg>"""

TIMELINE = Figure(
    svg=_SVG,
    alternative="Three bars: the partnership runs first, then the strategy, then the roadmap.",
    caption=(Text("Timeline of the work packages"),),
    number=1,
    id="figure-timeline",
    width_mm=240,
    height_mm=60,
)


def words(text: str) -> tuple[Inline, ...]:
    """Return plain words as inlines."""
    return (Text(text),)


def text(words_: str) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(words(words_))


def cell(*children: Inline) -> Cell:
    """Return a cell of one paragraph."""
    return Cell((Paragraph(children),))


def heading(
    level: int,
    title: str,
    name: str,
    numbering: Numbering = Numbering.NONE,
    number: str = "",
) -> Heading:
    """Return a heading with the id `name`."""
    return Heading(level, words(title), name, numbering, number)


def alliance() -> Field:
    """Return the name of the alliance."""
    return Field("project.title", "Blue Reach", "Blue Reach", "Title of the project")


def partner(index: int, name: str) -> Field:
    """Return the name of a partner."""
    return Field(f"consortium.partners[{index}].name", name, name, "Name of the partner")


def missing(path: str = "project.months") -> Placeholder:
    """Return a fact that the spec does not say."""
    return Placeholder(path, "[not yet stated]", "How long is the project?", "coordinator")


def prose() -> tuple[Block, ...]:
    """Return the blocks of a text that a user wrote."""
    claim = "Offshore wind grows fast in three markets, and no cluster alone reaches them. "
    mail = Link("mailto:office@example.org", words("office@example.org"))
    return (
        Paragraph((Text(claim * 3), Strong(words("Together")), Text(" we do: "), mail)),
        List(((text("visit,"),), (text("learn,"),), (text("trade."),))),
        text(claim * 4),
    )


def facts(summary: str, *, last: Inline) -> Table:
    """Return a table of facts, the last of them `last`."""
    start = Field("project.start", "2021-09-01", "1 September 2021", "Start", FieldKind.DATE)
    months = Field("project.months", "24", "24", "Length", FieldKind.NUMBER)
    country = Field(
        "consortium.partners[0].country",
        "FR",
        "France",
        "Country",
        FieldKind.CHOICE,
        _COUNTRIES,
    )
    flag = Field("consortium.lasting", "true", "yes", "Lasting", FieldKind.FLAG)
    rows: tuple[tuple[str, Inline], ...] = (
        ("Start date", start),
        ("Project duration (months)", months),
        ("Country of the coordinator", country),
        ("Lasting alliance", flag),
        ("Alliance", last),
    )
    columns = (Column((), 0.4), Column((), 0.6))
    body = tuple((cell(Text(label)), cell(value)) for label, value in rows)
    long = Cell((text("Two paragraphs of remarks."), Paragraph(words("Small."), Style.SMALL)))
    body += ((cell(Text("Remarks")), long),)
    return Table(columns, body, summary, has_head=False)
