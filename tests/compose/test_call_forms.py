"""The application follows the form of its call: parts, titles, columns; or it is neutral."""

import pytest

from escp_docs import files
from escp_docs.compose.document_types import requests
from escp_docs.compose.documents import compose
from escp_docs.compose.templates.placing import place
from escp_docs.document import Document, Heading, Table, plain, walk
from escp_docs.errors import TemplateError, UnreadableError
from escp_docs.model.call import Call
from escp_docs.produced.expected_text import pieces
from tests.support.documents import PRINTED, texts
from tests.support.own_calls import own_call
from tests.support.places import SPECS
from tests.support.reading import read

SPEC = """\
call: other-call
strand: one
project: {acronym: SIDE, title: Side by side, abstract: We do it together.}
consortium:
  coordinator: A
  partners:
  - {id: A, legal_name: Alpha, country: IT}
  - {id: B, legal_name: Beta, country: DE}
strategy: {impact: Twelve hundred people learn to weld., communication: A page.}
"""
TEMPLATES = files.templates(files.template_files(str(SPECS / "shield-4i.yaml"), None))


def made(call: Call, text: str = SPEC, kind: str = "application") -> Document:
    spec = read(text, calls={"other-call": call}).spec
    paper = requests(spec)[kind]
    return compose(paper, spec, call, TEMPLATES, PRINTED, draft=True)


def titles(document: Document) -> list[tuple[str, str]]:
    found = (one for one in walk(document.blocks) if isinstance(one, Heading))
    return [(one.number, plain(one.children)) for one in found]


FORM = """
form:
  title: {value: Part B, FACT}
  sections:
    value:
    - {title: Excellence, id: excellence}
    - title: Effects on people
      level: 2
      keys: [strategy.impact, strategy.communication]
      characters: 40
    - {title: Who we are, level: 2, template: application/participants.md}
    - {title: Money, template: application/budget.md, pages: 2}
    unit: sections
    confidence: official
    source: {document: text, quote: words}
  participants: {value: [Nr, Organisation, Reports, Code, Land], FACT}
"""


def test_parts_titles_and_order_are_those_of_the_call() -> None:
    found = titles(made(own_call(FORM)))

    assert found[:4] == [
        ("Section A:", "Excellence"),
        ("A.1", "Effects on people"),
        ("A.2", "Who we are"),
        ("Section B:", "Money"),
    ]
    assert ("B.1", "Costs by partner and category") in found  # moved with the section
    assert not [title for _, title in found if "Section" in title or "Summary" in title]


def test_columns_are_those_of_the_call() -> None:
    tables = [one for one in walk(made(own_call(FORM)).blocks) if isinstance(one, Table)]
    heads = [[plain(column.head) for column in one.columns] for one in tables]

    assert ["Nr", "Organisation", "Reports", "Code", "Land"] in heads


def test_texts_of_the_spec_answer_a_section_without_a_template() -> None:
    said = "\n".join(pieces(made(own_call(FORM))))

    assert said.index("Effects on people") < said.index("Twelve hundred") < said.index("A page.")


def test_a_draft_says_how_long_a_text_is_and_may_be() -> None:
    (hint,) = [one for one in texts(made(own_call(FORM))) if "characters here" in one]

    assert hint == "Draft: the form takes at most 40 characters here; this text has 43."


def test_a_section_that_is_the_forms_own_is_no_addition() -> None:
    found = [one for one in walk(made(own_call(FORM)).blocks) if isinstance(one, Heading)]

    assert {plain(one.children): one.official for one in found}["Money"]


def test_numbers_stand_in_the_titles_where_the_form_says_so() -> None:
    own = FORM.replace("title: {value: Part B, FACT}", "numbering: {value: none, FACT}")

    assert {number for number, _ in titles(made(own_call(own)))} == {""}


def test_a_call_without_a_form_gets_a_neutral_application() -> None:
    found = titles(made(own_call()))

    assert ("Section A:", "The consortium") in found
    assert not [title for _, title in found if "countries" in title.casefold()]


@pytest.mark.parametrize(
    ("section", "fact"),
    [
        ("{title: Alone, level: 1}", "'Alone' is answered by no template and no text of the spec"),
        ("{title: Odd, keys: [strategy.impakt]}", "'Odd' names 'strategy.impakt'"),
        ("{template: application/budget.md, characters: 5}", "does not say of which texts"),
        ("{title: Deep, level: 3, template: application/budget.md}", "has the level 3"),
        ("{keys: [strategy.impact]}", "has no title"),
        ("{title: B, template: a.md, keys: [strategy.impact]}", "both a template and keys"),
    ],
)
def test_a_section_that_no_document_could_follow_is_refused_with_its_place(
    section: str, fact: str
) -> None:
    text = f"form: {{sections: {{value: [{section}], FACT}}}}"

    with pytest.raises(UnreadableError) as caught:
        own_call(text)

    (fault,) = caught.value.faults
    assert fact in fault.message
    assert fault.place
    assert fault.place.line == 12
    assert fault.fix


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(UnreadableError, match="has 2 entries, and the table has 6"):
        own_call("form: {milestones: {value: [A, B], FACT}}")


def test_a_template_that_is_nowhere_is_named_with_the_form() -> None:
    own = own_call("form: {sections: {value: [{title: A, template: application/bugdet.md}], FACT}}")

    with pytest.raises(TemplateError, match=r"did you mean 'application/budget\.md'"):
        made(own)


def test_a_section_moves_with_its_headings_and_keeps_its_marks() -> None:
    text = "## Money {: #budget .addition answers=BUD001 }\n\nWords # here\n\n### Costs\n"

    found = place(text, 3, "Funds", addition=False, is_numbered=True)

    assert found == "### Funds {: #budget answers=BUD001 }\n\nWords # here\n\n#### Costs\n"


SUPPORT = """\
roadmap: {work_packages: [{id: WP1, title: W, lead: A, start_month: 1, end_month: 2, effort: {}}]}
budget:
  reimbursement_rate: 0.9
  rates_by_category: {third_parties: 1}
  indirect_rate: 0
  costs:
  - {partner: B, work_package: WP1, category: third_parties, units: 3, unit_cost_eur: 1234}
"""
LUMP = """\
roadmap: {work_packages: [{id: WP1, title: W, lead: A, start_month: 1, end_month: 2, effort: {}}]}
budget: {lump_sums: [{partner: A, work_package: WP1, amount_eur: 4321}]}
"""


@pytest.mark.parametrize("kind", ["portal-sheet", "application"])
def test_a_category_that_the_budget_uses_has_its_column(kind: str) -> None:
    said = pieces(made(own_call(), SPEC + SUPPORT, kind))

    assert any("Support to third parties" in one for one in said)
    assert any("3702.00" in one or "3,702.00" in one for one in said)


def test_a_lump_sum_is_told_by_work_package_and_partner_without_categories_of_cost() -> None:
    said = pieces(made(own_call(), SPEC + LUMP))

    assert any("paid by a lump sum of EUR 4,321" in one for one in said)
    assert not [one for one in said if "Subcontracting" in one or "Indirect costs" in one]


@pytest.mark.parametrize("payments", ["on_receipt", "by_report", "by_instalments"])
def test_an_agreement_on_a_lump_sum_pays_for_work_and_not_for_costs(payments: str) -> None:
    choice = f"agreement: {{grant_matters: included, payments: {payments}, payment_days: 30}}\n"
    said = "\n".join(pieces(made(own_call(), SPEC + LUMP + choice, "partnership-agreement")))

    assert "The Grant is a lump sum" in said
    for word in ("eligible costs", "statement of costs", "accepted costs", "rejects costs"):
        assert word not in said


def test_a_call_gives_its_own_words_to_agreement_and_letters() -> None:
    words = """
    words:
      partnership: {value: River Alliance, FACT}
      supports: {value: "River Alliances, which keep banks clean", FACT}
    """
    said = "\n".join(pieces(made(own_call(words), kind="partnership-agreement")))
    neutral = "\n".join(pieces(made(own_call(), kind="partnership-agreement")))

    assert said.index("River Alliance") < said.index("Recitals")
    assert "(B) The call supports River Alliances, which keep banks clean." in said
    assert "Partnership under the call Other Call" in neutral
    assert "The call supports" not in neutral
    assert "River Alliance" in "\n".join(pieces(made(own_call(words), kind="letters/B-intent")))
