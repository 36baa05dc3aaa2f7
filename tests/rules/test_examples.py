"""Each rule's file is its manual page, and what the page shows is what the rule does."""

import re
import textwrap

import pytest

from escp_docs.finding import Answer, Outcome
from escp_docs.judging.verdict import judge_together
from escp_docs.rule import Rule
from escp_docs.rules import ALL_RULES
from tests.make import call, spec

HEADINGS = {"Met": Answer.MET, "Not met": Answer.NOT_MET, "Undecided": Answer.UNDECIDED}


def sections(rule: Rule[object]) -> dict[str, str]:
    parts = re.split(r"^([A-Z][A-Za-z ]+)$", rule.manual, flags=re.MULTILINE)
    return {
        name: textwrap.dedent(text).strip()
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def spelt_out(example: str) -> str:
    """Return an example with texts of a length, as in <201 characters>, written out."""
    return re.sub(r"<(\d+) characters>", lambda found: "x" * int(found[1]), example)


def outcomes_of(example: str, code: str) -> list[Outcome]:
    """Return what a rule says of the specs of an example, which `---` parts."""
    read = [spec(text) for text in re.split(r"^---\n", spelt_out(example), flags=re.MULTILINE)]
    return [
        one.outcome
        for verdict in judge_together([(one.spec, one.call) for one in read])
        for one in verdict.judged
        if one.rule.code == code
    ]


EXAMPLES = [
    pytest.param(rule, heading, id=f"{rule.code}-{heading}")
    for rule in ALL_RULES
    for heading in HEADINGS
    if heading in sections(rule)
]


@pytest.mark.parametrize(("rule", "heading"), EXAMPLES)
def test_an_example_has_the_outcome_under_which_it_stands(rule: Rule[object], heading: str) -> None:
    answers = {one.answer for one in outcomes_of(sections(rule)[heading], rule.code)}

    assert HEADINGS[heading] in answers
    if heading == "Met":
        assert answers == {Answer.MET}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_its_file_its_page_and_its_fact(rule: Rule[object]) -> None:
    module = rule.check.__module__.rpartition(".")[2]
    found = sections(rule)

    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert rule.manual.startswith(f"{rule.code} {rule.name}: ")
    assert {"What it checks", "Why", "Source"} <= found.keys()
    assert HEADINGS.keys() & found.keys()
    for name in re.findall(r"\w+", found["Source"]):
        assert any(getattr(call().terms(strand), name, None) for strand in call().strands), name


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)
