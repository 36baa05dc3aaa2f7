"""The linter of the tree: each flaw is found where it stands, and the examples have none."""

from collections.abc import Sequence

import pytest

from escp_docs.build.planning import RequestedFile, plan
from escp_docs.compose.checks.flaw import Flaw
from escp_docs.compose.checks.lint import lint
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest
from escp_docs.document import (
    Block,
    Cell,
    Column,
    Document,
    Field,
    Figure,
    Heading,
    Link,
    Paragraph,
    Passage,
    Placeholder,
    Signature,
    Table,
    Text,
)
from escp_docs.finding import Severity
from tests.support.documents import PAGED, PRINTED, document, example
from tests.support.places import EXAMPLES
from tests.support.reading import spec
from tests.support.sample import sample

_HEAD = (Text("Head"),)
_CELL = Cell((Paragraph((Text("cell"),)),))
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def no_pages(documents: Sequence[Document]) -> dict[str, dict[str, int]]:
    raise AssertionError([one.name for one in documents])


def flaws(*blocks: Block) -> list[Flaw]:
    first = Heading(1, (Text("One"),), "one")
    return list(lint(sample(blocks=(first, *blocks))))


def table(*rows: tuple[Cell, ...], columns: tuple[Column, ...] | None = None) -> Table:
    return Table(columns or (Column(_HEAD, 0.5), Column(_HEAD, 0.5)), rows, "Summary")


def link(url: str, words: str = "words") -> Paragraph:
    return Paragraph((Link(url, (Text(words),) if words else ()),))


def picture(alternative: str = "A line", height: float = 60) -> Figure:
    return Figure(_SVG, alternative, (Text("Picture"),), 1, "picture", 100, height)


@pytest.mark.parametrize("kind", PAGED)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_have_no_flaw_but_open_facts(kind: str, name: str) -> None:
    found = {flaw.name for flaw in lint(document(kind, name))}

    assert found <= ({"placeholder-left"} if name == "unfinished" else set())


def test_the_sample_has_open_facts_alone() -> None:
    assert {flaw.name for flaw in lint(sample())} == {"placeholder-left"}


@pytest.mark.parametrize(
    ("block", "name", "message"),
    [
        pytest.param(
            Heading(3, (Text("T"),), "t"), "skipped-level", "level 3 follows one of level 1"
        ),
        pytest.param(Heading(2, (), "t"), "empty-heading", "no words"),
        pytest.param(table((_CELL,)), "table-shape", "row 1 has 1 cells for 2 columns"),
        pytest.param(Table((), (), "Summary"), "table-shape", "no column"),
        pytest.param(table((_CELL, Cell(()))), "table-shape", "nothing at all"),
        pytest.param(
            table((_CELL,), columns=(Column((), 1.0),)), "table-shape", "head row has no words"
        ),
        pytest.param(table((_CELL,), columns=(Column(_HEAD, 0.4),)), "table-shape", "widths"),
        pytest.param(Table((Column(_HEAD, 1),), ((_CELL,),), " "), "table-shape", "no summary"),
        pytest.param(picture(alternative=" "), "no-alternative", "no alternative text"),
        pytest.param(picture(height=221), "picture-size", "100 by 221 mm"),
        pytest.param(link("https://example.org", ""), "bad-link", "has no words"),
        pytest.param(link("javascript:alert(1)"), "bad-link", "neither to a web page"),
        pytest.param(link("https:"), "bad-link", "leads nowhere"),
        pytest.param(link("http://["), "bad-link", "is no address"),
        pytest.param(Heading(1, (Text("Again"),), "one"), "duplicate-id", "'one' stands twice"),
        pytest.param(
            Paragraph((Placeholder("a.b", "[a: b]", "What is b?", "PT4"),)),
            "placeholder-left",
            r"[a: b] is open",
        ),
    ],
)
def test_a_flaw_is_found(block: Block, name: str, message: str) -> None:
    (flaw,) = flaws(block)

    assert flaw.name == name
    assert message in flaw.message
    assert flaw.fix
    assert flaw.document == "sample"
    assert flaw.severity is Severity.ERROR


def test_two_signatures_need_two_fields() -> None:
    one = Signature("sig-a", (Text("A"),), ())

    assert [flaw.name for flaw in flaws(one, one)] == ["duplicate-id"]


def test_the_first_heading_is_of_the_first_level() -> None:
    (flaw,) = lint(sample(blocks=(Heading(2, (Text("Two"),), "two"),)))

    assert flaw.message == "the first heading has level 2"


def test_a_character_without_a_glyph_is_a_warning_at_its_value() -> None:
    value = Field("a.b", "x[U+1F680]", "x[U+1F680]", "B")
    prose = Passage("a.c", "y [U+1F433]", "C", (Paragraph((Text("y [U+1F433]"),)),))

    found = flaws(Paragraph((value, Text(" and "), value)), prose)

    assert [(flaw.path, flaw.characters) for flaw in found] == [
        ("a.b", ("\N{ROCKET}",)),
        ("a.c", ("\U0001f433",)),
    ]
    assert {flaw.severity for flaw in found} == {Severity.WARNING}
    assert "U+1F680 ROCKET" in found[0].message


@pytest.mark.parametrize(("levels", "said"), [(8, []), (9, ["deep-list"])])
def test_a_list_of_many_levels_is_remarked_upon(levels: int, said: list[str]) -> None:
    text = "\n".join("  " * level + "- level" for level in range(levels))

    found = flaws(Passage("strategy.vision", text, "vision", (Paragraph((Text("level"),)),)))

    assert [flaw.name for flaw in found] == said
    assert [(flaw.severity, flaw.path) for flaw in found] == [
        (Severity.WARNING, "strategy.vision") for _ in said
    ]


SPEC = """\
project: {acronym: X, title: "Blue \\U0001F680"}
strategy: {vision: "Grow \\U0001f433"}
consortium: {partners: [{id: A, strengths: [sails, "\\U0001F419 arms \\U0001F680"]}]}
"""


def test_a_plan_remarks_on_every_value_with_its_place() -> None:
    read = spec(SPEC)
    wanted = [RequestedFile(DocumentRequest(DOCUMENT_TYPES["application"]), "html")]
    templates = {
        "application/application.md": "# {{ project.title }}\n\n{{ strategy.vision }}\n\n"
        "{% for strength, _ in counted.strengths %}{{ strength }} {% endfor %}\n"
    }

    made = plan("x", read, wanted, templates, PRINTED, no_pages)

    assert {flaw.path: flaw.characters for flaw in made.flaws} == {
        "project.title": ("\N{ROCKET}",),
        "strategy.vision": ("\U0001f433",),
        "consortium.partners[0].strengths[1]": ("\N{OCTOPUS}", "\N{ROCKET}"),
    }
    assert any(
        (one.where, one.severity) == ("a.yaml:2:30", "warning")
        and one.message.startswith("no shipped font")
        for one in made.remarks
    )


def test_warnings_leave_nothing_open_and_errors_do() -> None:
    read = example("shield")
    wanted = [RequestedFile(DocumentRequest(DOCUMENT_TYPES["application"]), "html")]

    good, bad = (
        plan("x", read, wanted, {"application/application.md": text}, PRINTED, no_pages)
        for text in ("# One \U0001f680\n", "# One\n\n### Three\n")
    )

    assert (len(good.flaws), good.is_open) == (1, False)
    assert (len(bad.flaws), bad.is_open) == (1, True)
    assert bad.documents["application"].draft
    assert "heading 'A.0.1 Three'" in bad.remarks[0].block
