"""What each rule owes: its place in the order, a fact with a source, a page, cases.

The page says which answers are possible: those of which it shows an example. In which strands a
rule holds, and how severe it is there, the call says.
"""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from escp_docs.model.call import Money
from escp_docs.model.fact import Fact
from escp_docs.rules import ALL_RULES, BY_CODE, FAMILIES
from escp_docs.rules.facts.money_bounds import facts_of
from tests.rules import write_manual
from tests.rules.corpus import CASES, cases, home
from tests.rules.manual_pages import HEADINGS, sections
from tests.support.places import PACKAGE

NOT_JUDGED = "not_applicable"


def facts(code: str, strand: str) -> Sequence[Fact[Any]]:
    """Return the facts that the manual page of a rule names, as they stand in a strand."""
    if BY_CODE[code].of_the_spec:
        return [*BY_CODE[code].of_the_spec]
    names = re.findall(r"\w+", sections(BY_CODE[code])["Source"])
    found = [getattr(home(code).terms(strand), name) for name in names]
    bounds = [tuple(facts_of(one)) if isinstance(one, Money) else one for one in found]
    several = [one if isinstance(one, tuple) else (one,) for one in bounds]
    return [fact for some in several for fact in some if fact is not None]


def holds(code: str) -> list[str]:
    """Return the strands in which a rule holds."""
    return [
        strand
        for strand in home(code).strands
        if BY_CODE[code].rests_on(home(code).terms(strand)) is not None
    ]


def groups(code: str) -> list[list[str]]:
    """Return the strands in which a rule holds, those together in which it is equally severe."""
    found: dict[tuple[str, ...], list[str]] = {}
    for strand in holds(code):
        severities = tuple(fact.severity.value for fact in facts(code, strand))
        found.setdefault(severities, []).append(strand)
    return list(found.values())


def possible(code: str) -> set[str]:
    """Return the answers of which the page of a rule shows an example."""
    return {HEADINGS[heading].value for heading in sections(BY_CODE[code]) if heading in HEADINGS}


OUTCOMES = {
    (code, strand, answer, severity)
    for case in cases()
    for read, expected in zip(case.readings, case.expected, strict=True)
    for code, answer, severity, _ in expected
    if read.call == home(code)
    for strand in [read.spec.strand]
}


def outcomes(code: str, *strands: str | None) -> set[tuple[str, str]]:
    """Return the answers, with their severities, that cases expect of a rule in some strands."""
    return {one[2:] for one in OUTCOMES if one[0] == code and one[1] in strands}


def test_the_rules_stand_in_the_order_of_their_families() -> None:
    codes = [rule.code for rule in ALL_RULES]

    assert codes == sorted(codes, key=lambda code: (FAMILIES.index(code[:3]), code))
    assert list(write_manual.FAMILIES) == list(FAMILIES), "describe the family in write_manual.py"


def test_no_file_of_a_rule_is_left_out() -> None:
    files = {path.stem[:6].upper() for path in (PACKAGE / "rules").glob("*[0-9]_*.py")}

    assert files == set(BY_CODE)


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_has_cases(code: str) -> None:
    folder = CASES / code
    cure = (
        f"write specs into tests/cases/{code}/, one for each answer: tests/rules/corpus.py says how"
    )

    assert folder.is_dir(), cure
    assert list(folder.iterdir()), cure


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_holds_somewhere(code: str) -> None:
    cure = "state the fact, with its source, in specs/calls/cos-clusint-2020-3-01.yaml"

    assert holds(code), cure


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_rests_on_facts_with_a_source(code: str) -> None:
    for strand in holds(code):
        for fact in facts(code, strand):
            assert fact.source.quote or fact.source.reason


@pytest.mark.parametrize("code", BY_CODE)
def test_a_page_shows_its_examples_in_the_usual_order(code: str) -> None:
    found = [heading for heading in sections(BY_CODE[code]) if heading in HEADINGS]

    assert found == [heading for heading in HEADINGS if heading in found]
    assert "Met" in found


@pytest.mark.parametrize("code", BY_CODE)
def test_each_possible_answer_is_in_the_corpus(code: str) -> None:
    for strands in groups(code):
        missing = possible(code) - {answer for answer, _ in outcomes(code, *strands, None)}

        assert not missing, f"write a case for Strand {strands[0]} into tests/cases/{code}/"


@pytest.mark.parametrize("code", BY_CODE)
def test_each_severity_of_its_facts_is_in_the_corpus(code: str) -> None:
    for strands in groups(code):
        found = {severity for _, severity in outcomes(code, *strands, None)}
        wanted = {fact.severity.value for fact in facts(code, strands[0])}

        assert wanted <= found, f"write a case for Strand {strands[0]} into tests/cases/{code}/"


@pytest.mark.parametrize("code", BY_CODE)
def test_the_corpus_has_no_answer_of_which_the_page_shows_no_example(code: str) -> None:
    for strand in holds(code):
        severities = {fact.severity.value for fact in facts(code, strand)}
        judged = {one for one in outcomes(code, strand) if one[0] != NOT_JUDGED}

        assert {answer for answer, _ in judged} <= possible(code)
        assert {severity for _, severity in judged} <= severities


@pytest.mark.parametrize("code", BY_CODE)
def test_without_a_strand_a_rule_answers_as_in_one_or_asks(code: str) -> None:
    severities = {fact.severity.value for strand in holds(code) for fact in facts(code, strand)}

    # What differs from strand to strand is asked for, as severely as it is in any.
    asking = ("undecided", "error" if "error" in severities else "warning")
    for one in outcomes(code, None) - {asking}:
        assert one[0] in possible(code) | {NOT_JUDGED}
        assert one[1] in severities


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_that_does_not_hold_somewhere_is_not_applicable_there(code: str) -> None:
    for strand in set(home(code).strands) - set(holds(code)):
        cure = f"write a case for Strand {strand}, which expects not_applicable"

        assert {answer for answer, _ in outcomes(code, strand)} == {NOT_JUDGED}, cure


def test_a_rule_across_specs_alone_is_not_applicable_in_any_strand() -> None:
    for rule in ALL_RULES:
        if rule.together is None:
            for strand in holds(rule.code):
                alone = {answer for answer, _ in outcomes(rule.code, strand)}
                assert NOT_JUDGED not in alone, rule.code
