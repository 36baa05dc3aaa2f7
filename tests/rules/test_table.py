"""The walk over the table: each rule has all that the design asks of it, and nothing else."""

import re

import pytest

from escp_docs.model.fact import Fact
from escp_docs.rules import ALL_RULES, BY_CODE
from tests.rules.corpus import CASES, cases
from tests.rules.manual_pages import HEADINGS, sections
from tests.rules.table import ROWS, Row
from tests.support.places import PACKAGE
from tests.support.reading import call

RULES = PACKAGE / "rules"
WITHOUT_STRAND = ("undecided", "error")  # any rule that differs from strand to strand


def rows(code: str) -> list[Row]:
    return [row for row in ROWS if row.code == code]


def facts(code: str, strand: str) -> list[Fact[object]]:
    """Return the facts that the manual page of a rule names, as they stand in a strand."""
    names = re.findall(r"\w+", sections(BY_CODE[code])["Source"])
    found = [getattr(call().terms(strand), name) for name in names]
    return [fact for fact in found if fact is not None]


OUTCOMES = {
    (code, strand, answer, severity)
    for case in cases()
    for read, expected in zip(case.readings, case.expected, strict=True)
    for code, answer, severity, _ in expected
    for strand in [read.spec.strand]
}


def test_the_rules_are_those_of_the_table_in_its_order() -> None:
    designed = dict.fromkeys((row.code, row.name) for row in ROWS)

    assert [(rule.code, rule.name) for rule in ALL_RULES] == list(designed)


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_has_its_file_and_its_cases(code: str) -> None:
    assert (RULES / f"{BY_CODE[code].check.__module__.rpartition('.')[2]}.py").is_file()
    assert list((CASES / code).iterdir())


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_holds_in_the_strands_of_its_row(code: str) -> None:
    held = [one for one in call().strands if BY_CODE[code].rests_on(call().terms(one)) is not None]

    assert held == sorted(strand for row in rows(code) for strand in row.strands)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}-{''.join(row.strands)}")
def test_a_rule_rests_on_facts_as_sure_as_its_row_says(row: Row) -> None:
    for strand in row.strands:
        found = facts(row.code, strand)
        severities = {severity for _, severity in row.outcomes}

        assert tuple(dict.fromkeys(fact.confidence for fact in found)) == row.rests_on
        assert {fact.severity.value for fact in found} == severities
        assert all(fact.source.quote or fact.source.reason for fact in found)


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_shows_an_example_of_each_answer_that_it_can_give(code: str) -> None:
    possible = {answer for row in rows(code) for answer, _ in row.outcomes} - {"not_applicable"}
    found = [heading for heading in sections(BY_CODE[code]) if heading in HEADINGS]

    assert [HEADINGS[heading].value for heading in found] == [
        answer.value for answer in HEADINGS.values() if answer.value in possible
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}-{''.join(row.strands)}")
def test_each_outcome_that_a_row_allows_is_in_the_corpus(row: Row) -> None:
    strands = (*row.strands, None)
    found = {(one[2], one[3]) for one in OUTCOMES if one[0] == row.code and one[1] in strands}

    assert row.outcomes <= found


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_that_does_not_hold_somewhere_is_not_applicable_there(code: str) -> None:
    elsewhere = set(call().strands) - {strand for row in rows(code) for strand in row.strands}

    for strand in elsewhere:
        found = {(one[2]) for one in OUTCOMES if one[:2] == (code, strand)}
        assert found == {"not_applicable"}


def test_the_corpus_has_no_outcome_that_no_row_allows() -> None:
    allowed = {
        (row.code, strand, *outcome)
        for row in ROWS
        for strand in (*row.strands, None)
        for outcome in row.outcomes
    }
    astray = {
        one
        for one in OUTCOMES - allowed
        if one[2] != "not_applicable" and not (one[1] is None and one[2:] == WITHOUT_STRAND)
    }

    assert not astray
