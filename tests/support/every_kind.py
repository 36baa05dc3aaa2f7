"""A short document and a short workbook with every kind of block, inline and cell that there is."""

from base64 import b64encode
from datetime import date
from functools import cache
from io import BytesIO

from msgspec.structs import replace
from PIL import Image

from escp_docs.compose.partner_sheets import answer_sheet, partners_table
from escp_docs.counting import Count, Numbers
from escp_docs.document import (
    Align,
    AnswerField,
    Block,
    Checkbox,
    Clause,
    Column,
    Contents,
    Cover,
    Document,
    Elsewhere,
    Emphasis,
    FieldKind,
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
    Picture,
    PictureKind,
    PictureRow,
    Reference,
    Signature,
    Strong,
    Style,
    Table,
    Text,
)
from escp_docs.judging.open_facts import open_facts
from escp_docs.judging.verdict import judge
from escp_docs.language import languages
from escp_docs.workbook import Workbook
from tests.support.reading import spec
from tests.support.sample_parts import (
    TIMELINE,
    alliance,
    cell,
    facts,
    heading,
    missing,
    partner,
    text,
    words,
)
from tests.support.workbooks import BASE, made

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    '<rect width="40" height="20" fill="#0B4A63"/></svg>'
)
_NUMBERS = (
    Numbers(3, Count.LOWER_LETTER, "", ")"),
    Numbers(1, Count.UPPER_LETTER, "", "."),
    Numbers(1, Count.LOWER_ROMAN, "(", ")"),
    Numbers(2019, Count.UPPER_ROMAN, "", "."),
    Numbers(1, Count.DECIMAL, "2.", ""),
)
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"


def document(*, draft: bool = True) -> Document:
    """Return a document with every kind of block and inline, each as seldom as may be."""
    return Document(
        name="sample",
        title="Partnership Agreement",
        acronym="BLUE-REACH",
        date=date(2020, 11, 20),
        language="en-GB",
        author="Pôle Énergies Marines",
        draft=draft,
        sealed=not draft,
        blocks=(*_opening(), *_prose(), *_legal(), *_sheets()),
        subject="The common work of four cluster organisations",
        keywords=("ESCP-4i", "COSME"),
        sending="a1b2c3" if draft else "",
        logos=(_picture("logo"),),
    )


@cache
def _dots(kind: PictureKind) -> str:
    buffer = BytesIO()
    picture = Image.new("RGB", (32, 16), "#0B4A63")
    picture.paste((255, 255, 255), (0, 0, 16, 16))
    picture.save(buffer, kind.value)
    return b64encode(buffer.getvalue()).decode()


def _picture(name: str, kind: PictureKind = PictureKind.PNG) -> Picture:
    content = _SVG if kind is PictureKind.SVG else _dots(kind)
    return Picture(f"{name}.{kind.value}", f"The {name}", kind, content, 20.0, 10.0)


def _opening() -> tuple[Block, ...]:
    glance = facts("Project at a glance", last=alliance())
    return (
        Cover(
            words("COS-CLUSINT-2020-3-01"),
            words("Partnership Agreement"),
            (Text("of the alliance "), alliance()),
            (glance, Note((text("This is a draft."),))),
        ),
        Contents("Contents", depth=2),
        PageBreak(),
    )


def _prose() -> tuple[Block, ...]:
    table = Reference("table-costs", "Table 1", "1")
    link = Link("https://example.org/reports?year=2019&part=2", words("example.org/reports"))
    inner = List((_item("trade fairs, and"), _item("the platform;")))
    claim = (
        *(Text("Work begins with EUR -500 in months 1-12, see "), table, Text(" and "), link),
        *(Text(", for 30 of 40, "), Elsewhere("application", "section-a", "section A"), Text(", ")),
        *(Emphasis(words("step-by-step")), Text(" and "), Strong(words("co-operative")), Text(".")),
        Footnote(1, (Text("Regulation (EU) No 1182/71."),)),
    )
    return (
        heading(1, "Project summary", "section-a", Numbering.LETTERS, "Section A:"),
        Paragraph(words("Four clusters open three markets."), Style.LEAD),
        Passage("project.abstract", "Offshore wind.", "Abstract", (text("Offshore wind."),)),
        heading(2, "Reasons", "a-1", Numbering.LETTERS, "A.1"),
        Paragraph(claim),
        Paragraph((Text("In another script, 12 of 34: "), Text(HEBREW), Text(" (56)."))),
        List((_item("first;"), (*_item("second:"), inner)), ordered=True),
        *(_counted(numbers) for numbers in _NUMBERS),
        _costs(),
        PictureRow((_picture("map"), _picture("sign", PictureKind.SVG)), Align.CENTRE),
        PictureRow((_picture("site", PictureKind.JPEG),), Align.RIGHT),
        Landscape((heading(2, "Roadmap", "a-2", Numbering.LETTERS, "A.2"), TIMELINE)),
    )


def _counted(numbers: Numbers) -> List:
    return List((_item("a vote;"), _item("a search.")), ordered=True, numbers=numbers)


def _costs() -> Table:
    columns = (
        Column(words("Work package"), 0.5),
        Column(words("Month"), 0.2, Align.CENTRE),
        Column(words("Cost (EUR)"), 0.3, Align.RIGHT),
    )
    rows: tuple[tuple[Inline, ...], ...] = (
        (Text("WP1"), Text("1"), Text("40 000.00")),
        (Text("WP2"), missing(), Text("-500.00")),
        (Text("Total"), Text(""), Text("39 500.00")),
    )
    return Table(
        columns,
        tuple(tuple(cell(one) for one in row) for row in rows),
        "Cost of each work package",
        caption=(Text("Costs, "), Emphasis(words("indicative"))),
        number=1,
        id="table-costs",
        row_heads=True,
        total=True,
    )


def _legal() -> tuple[Block, ...]:
    above = Reference("1-1-a", "clause 1.1(a)", "1.1(a)")
    return (
        heading(1, "The Partnership", "part-1", Numbering.LEGAL, "Part I"),
        heading(2, "Definitions", "clause-1", Numbering.LEGAL, "1."),
        Clause(1, (Strong(words("Member")), Text(" means")), "1.1", "1.1"),
        Clause(2, words("a party that"), "(a)", "1.1(a)", "1-1-a"),
        Clause(3, words("signed."), "(i)", "1.1(a)(i)"),
        Clause(1, (Text("Under "), above, Text(" it pays.")), "1.2", "1.2"),
        heading(1, "Signatures", "signatures"),
        Signature("partner-0", (partner(0, "Cluster 1"),), _signer()),
        Signature("partner-0-b", (), _signer()),
    )


def _signer() -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    return (("Name", words("Ana Sousa")), ("Date", ()))


def _sheets() -> tuple[Block, ...]:
    country = AnswerField(
        *("consortium.partners[1].country", "[choose]", "Country"),
        FieldKind.CHOICE,
        (("FR", "France"), ("PT", "Portugal")),
    )
    boxes: tuple[Inline, ...] = (
        *(Checkbox("Yes", checked=True, path="a.choice", value="yes"), Text(" yes "), LineBreak()),
        *(Checkbox("No", path="a.choice", value="no"), Text(" no"), LineBreak()),
        *(Checkbox("On paper"), Text(" on paper")),
    )
    return (
        heading(1, "Contacts", "annex-1", Numbering.ANNEX, "Annex 1"),
        Paragraph((Text("Country: "), country)),
        Paragraph((AnswerField("a.name", "[write here]", "Name"),)),
        Paragraph(boxes, Style.CENTRED),
    )


def _item(sentence: str) -> tuple[Block, ...]:
    return (text(sentence),)


def book(*, draft: bool = True) -> Workbook:
    """Return a workbook with the sheets of a budget and one that a partner fills in."""
    found = spec(BASE)
    language = languages.USUAL
    asked = answer_sheet(
        *("partner-sheet-b", found.spec, found.call, date(2020, 11, 20), 1),
        open_facts(found.spec, judge(found.spec, found.call), language.keys).by("B"),
        anchor=str,
        draft=draft,
        language=language,
    )
    table = partners_table(
        *("partners", found.spec, found.call, date(2020, 11, 20)), draft=draft, language=language
    )
    return replace(made(draft=draft), sheets=(*made().sheets, *asked.sheets, *table.sheets))
