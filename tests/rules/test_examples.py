"""Each rule's file is its manual page, and what the page shows is what the rule does."""

import re

import pytest

from escp_docs.finding import Answer
from escp_docs.model.call import Terms
from escp_docs.rule import Rule
from escp_docs.rules import ALL_RULES
from tests.rules.corpus import home
from tests.rules.manual_pages import HEADINGS, outcomes_of, sections

EXAMPLES = [
    pytest.param(rule, heading, id=f"{rule.code}-{heading}")
    for rule in ALL_RULES
    for heading in HEADINGS
    if heading in sections(rule)
]


@pytest.mark.parametrize(("rule", "heading"), EXAMPLES)
def test_an_example_has_the_outcome_under_which_it_stands(rule: Rule[object], heading: str) -> None:
    answers = {one.answer for one in outcomes_of(sections(rule)[heading], rule.code)}

    told = f"write an example under {heading} that is {heading.lower()}; the rule says {answers}"
    assert HEADINGS[heading] in answers, told
    if heading == "Met":
        assert answers == {Answer.MET}, told


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_its_file_its_page_and_its_fact(rule: Rule[object]) -> None:
    module = rule.check.__module__.rpartition(".")[2]
    found = sections(rule)

    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert rule.manual.startswith(f"{rule.code} {rule.name}: ")
    assert {"What it checks", "Why", "Source"} <= found.keys()
    assert HEADINGS.keys() & found.keys()
    if rule.of_the_spec:
        assert found["Source"] == "This spec."
        return
    for name in re.findall(r"\w+", found["Source"]):
        assert name in Terms.__struct_fields__
    assert any(rule.rests_on(home(rule.code).terms(strand)) for strand in home(rule.code).strands)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)
