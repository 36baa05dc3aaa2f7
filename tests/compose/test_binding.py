"""Values are bound, never spliced: what a user wrote stays text, and keeps its path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.compose.markdown.prose import prose_blocks
from escp_docs.document import (
    Emphasis,
    Field,
    Footnote,
    Heading,
    Link,
    List,
    Passage,
    Placeholder,
    Strong,
    Table,
    all_inlines,
    inlines,
    plain,
    walk,
)
from escp_docs.errors import TemplateError
from escp_docs.model.not_written import is_not_written, says_none
from escp_docs.read.characters import is_foreign
from tests.support.documents import templated, texts

HOSTILE = "A | B *x* <b>c</b> [d](http://e) `f` # g {{ h }} ]]> \\ &amp;"


def yaml_text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


@pytest.mark.parametrize(
    "template",
    [
        "{{ project.title }}",
        "# {{ project.title }}",
        "- {{ project.title }}",
        "*{{ project.title }}*",
    ],
)
def test_a_hostile_value_stays_text_wherever_it_is_printed(template: str) -> None:
    document = templated(template, f"project: {{acronym: X, title: {yaml_text(HOSTILE)}}}")

    (field,) = [one for one in all_inlines(document) if isinstance(one, Field)]
    assert (field.path, field.text) == ("project.title", HOSTILE)


def test_a_hostile_value_breaks_no_table() -> None:
    template = "Table: T\n\n| a | b |\n| --- | --- |\n| {{ project.title }} | c |\n"
    document = templated(template, f"project: {{acronym: X, title: {yaml_text(HOSTILE)}}}")

    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(row) for row in table.rows] == [2]


def is_a_fact(text: str) -> bool:
    """Whether a text may stand in a spec and says something: "-" and "TBD" do not."""
    if any(is_foreign(one) for one in text):
        return False
    return bool(text.strip()) and not is_not_written(text, whole=True) and not says_none(text)


@given(st.text(min_size=1, max_size=60).filter(is_a_fact))
def test_any_text_of_a_spec_is_printed_as_itself_or_by_code_point(text: str) -> None:
    escaped = "".join(f"\\U{ord(one):08x}" for one in text)
    document = templated("{{ project.title }}", f'project: {{acronym: X, title: "{escaped}"}}')

    fields = [one for one in all_inlines(document) if isinstance(one, Field)]
    if text.strip().isprintable() and text.isascii():
        assert [one.text for one in fields] == [text.strip()]
    assert not any("\ue000" <= one <= "\uf8ff" for field in fields for one in field.text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\\ue000", "[U+E000]"),
        ("\\u202e", "[U+202E]"),
        ("\\U000f0000", "[U+F0000]"),
    ],
)
def test_what_cannot_be_printed_is_named(written: str, shown: str) -> None:
    document = templated("{{ project.title }}", f'project: {{acronym: X, title: "a{written}b"}}')

    assert texts(document) == [f"a{shown}b"]


@pytest.mark.parametrize(
    ("text", "template", "shown"),
    [
        (
            "consortium: {partners: [{id: A, country: TR}]}",
            "{{ beneficiaries[0].country }}",
            "Turkey",
        ),
        (
            "project: {acronym: X, start_date: 2021-09-01}",
            "{{ project.start_date }}",
            "1 September 2021",
        ),
        ("budget: {reimbursement_rate: 0.9}", "{{ budget.reimbursement_rate }}", "90\u00a0%"),
        ("budget: {reimbursement_rate: 2/3}", "{{ budget.reimbursement_rate }}", "2/3"),
        (
            "agreement: {liability_cap_eur: 50000}",
            "{{ agreement.liability_cap_eur }}",
            "EUR\u00a050,000",
        ),
        (
            "agreement: {governance: {majority: two_thirds}}",
            "{{ agreement.governance.majority }}",
            "two thirds",
        ),
        ("project: {acronym: X, sectors: [a, b, c]}", "{{ project.sectors }}", "a, b and c"),
        ("strategy: {existing: []}", "{{ strategy.existing }}", "none"),
    ],
)
def test_a_value_is_printed_in_words(text: str, template: str, shown: str) -> None:
    assert texts(templated(template, text)) == [shown]


def test_an_absent_fact_is_a_placeholder_with_its_question_and_whom_to_ask() -> None:
    document = templated("{{ beneficiaries[0].legal_name }}", "consortium: {partners: [{id: A}]}")

    (found,) = [one for one in all_inlines(document) if isinstance(one, Placeholder)]
    assert (found.text, found.path, found.ask) == (
        "[A: legal name]",
        "consortium.partners[0].legal_name",
        "A",
    )


def test_a_choice_that_is_not_made_shows_the_options() -> None:
    document = templated("{{ agreement.governance.chair }}")

    assert texts(document) == ["[chair: coordinator | rotating | elected]"]


def test_what_an_entry_without_an_id_would_say_is_one_question() -> None:
    document = templated(
        "{{ entry(risks).number }} {{ entry(targets[0].lead).number }} "
        "{{ entry(targets[0].lead).contact.email }} {{ entry('A').number }}",
        "consortium: {partners: [{id: A}]}\ntarget_countries: [{country: CA}]",
    )

    found = {one.path for one in all_inlines(document) if isinstance(one, Placeholder)}
    assert found == {"risks", "target_countries[0].lead"}
    assert texts(document)[0].endswith(" 1")


def test_a_missing_fact_is_false_and_loops_over_nothing() -> None:
    template = "{% for one in risks %}x{% else %}none{% endfor %} {{ 'yes' if risks else 'no' }}"

    assert texts(templated(template)) == ["none no"]


def test_kosovo_carries_its_footnote_once() -> None:
    document = templated(
        "{% for one in beneficiaries %}{{ one.country }} {% endfor %}",
        "consortium: {partners: [{id: A, country: XK}, {id: B, country: XK}]}",
    )

    notes = [one for one in all_inlines(document) if isinstance(one, Footnote)]
    assert [note.number for note in notes] == [1, 1]
    assert "without prejudice to positions on status" in plain(notes[0].children)
    assert notes[1].children == ()


PROSE = """\
strategy:
  vision: |
    # Not a heading

    Bold **b**, raw <b>html</b>, image ![alt](file.png), [web](https://e.example),
    [script](javascript:alert(1)), [file](file:///etc/passwd).

    1. one
    2. two
"""


def test_prose_is_parsed_on_its_own_and_can_do_no_harm() -> None:
    document = templated("{{ strategy.vision }}", PROSE)

    (passage,) = document.blocks
    assert isinstance(passage, Passage)
    inlines = list(all_inlines(document))
    words = " ".join(texts(document))
    assert not [block for block in walk(document.blocks) if isinstance(block, Heading)]
    assert "raw <b>html</b>, image ![alt](file.png)" in words
    assert [one.url for one in inlines if isinstance(one, Link)] == ["https://e.example"]
    assert [block.ordered for block in walk(document.blocks) if isinstance(block, List)] == [True]
    assert any(isinstance(one, Strong) for one in inlines)


@pytest.mark.parametrize("levels", [1, 8, 9, 30, 49, 50, 51, 400])
@pytest.mark.parametrize("mark", ["- ", "1. ", "> "])
def test_no_word_of_prose_is_lost_however_deep_it_stands(levels: int, mark: str) -> None:
    text = "\n".join(
        (mark * level if mark == "> " else " " * len(mark) * level) + f"{mark}w{level}\n"
        for level in range(levels)
    )

    blocks = prose_blocks(text)

    words = " ".join(plain(inlines(block)) for block in walk(blocks)).split()
    assert [word for word in words if word.startswith("w")] == [f"w{n}" for n in range(levels)]


def test_prose_in_a_line_is_its_words() -> None:
    document = templated("It says: {{ strategy.vision }}", "strategy: {vision: 'a *b* c'}")

    assert texts(document) == ["It says: a b c"]
    assert any(isinstance(one, Emphasis) for one in all_inlines(document))


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("a\n{{ project.titel }}\n", 2, "did you mean 'title'"),
        ("a\n\n{{ nonsense }}\n", 3, "nonsense"),
        ("{% if %}\n", 1, "Expected an expression"),
        ("a\n{% for x in y %}\n", 2, ""),
        ("a\n{{ project | upper }}\n", 2, "upper"),
        ("a\n{{ project.__class__ }}\n", 2, ""),
        ("{% include 'probe/none.md' %}", 1, "no template"),
        ("a\n\nSee [](#nowhere).\n", 3, "nowhere"),
        ("# A {: #a }\n\n# B {: #a }\n", 1, "stands twice"),
        ("§ A clause without a heading.\n", 1, "nothing above"),
        ("Figure: F {: draw=castle }\n", 1, "no figure"),
        ("| a |\n| --- |\n| b |\n", 1, "neither caption nor summary"),
    ],
)
def test_a_broken_template_names_file_line_and_reason(template: str, line: int, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        templated(template)

    fault = caught.value.fault
    assert fault.place is not None
    assert fault.place.file.startswith("probe/")
    assert fault.place.line == line
    assert words in fault.message


def test_a_fault_in_an_included_template_is_found_there() -> None:
    with pytest.raises(TemplateError) as caught:
        templated("{% include 'parts/p.md' %}", **{"parts/p.md": "a\nb {{ oops }}\n"})

    place = caught.value.fault.place
    assert place is not None
    assert (place.file, place.line) == ("parts/p.md", 2)
