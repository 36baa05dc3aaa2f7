"""Each call file can be read, says where each fact comes from, and can be judged by."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from escp_docs import files
from escp_docs.finding import Answer, Severity
from escp_docs.judging.verdict import judge
from escp_docs.model.base import SpecModel
from escp_docs.model.fact import LONGEST_QUOTE, Fact
from escp_docs.read import spec as reading
from escp_docs.rule import Standing
from tests.support.reading import call, read

if TYPE_CHECKING:
    from escp_docs.model.call import Call

IDS = tuple(files.call_sources())
CALLS = {name: reading.call(files.source(path)) for name, path in files.call_sources().items()}
STRANDS = [
    pytest.param(name, strand, id=f"{name}-{strand}")
    for name, one in CALLS.items()
    for strand in one.strands
]
DISTINCT = """
call: {call}
strand: {strand}
project: {{acronym: X, submission_date: {date}}}
consortium:
  partners:
    - {{id: A, country: IT, kind: cluster_organisation, own_legal_entity: true}}
    - {{id: B, country: FR, kind: cluster_organisation, own_legal_entity: true}}
    - {{id: C, country: TR, kind: business_network, own_legal_entity: true}}
target_countries: [{{country: US}}, {{country: JP}}]
"""


def facts(part: object, path: str = "") -> Iterator[tuple[str, Fact[object]]]:
    """Yield every fact of a call with its path."""
    if isinstance(part, Fact):
        yield path, part
    elif isinstance(part, SpecModel):
        for name in part.__struct_fields__:
            yield from facts(getattr(part, name), f"{path}.{name}")
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from facts(inner, f"{path}[{index}]")
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from facts(inner, f"{path}.{name}")


@pytest.mark.parametrize("name", IDS)
def test_a_call_has_the_id_that_its_file_is_named_for(name: str) -> None:
    assert CALLS[name].id == name == CALLS[name].number.lower()


@pytest.mark.parametrize("name", IDS)
def test_every_fact_has_value_unit_and_passage(name: str) -> None:
    found = dict(facts(CALLS[name]))

    assert len(found) > 20
    for path, fact in found.items():
        assert fact.unit, path
        assert fact.source.document, path
        assert fact.source.quote or fact.source.reason, path
        assert len((fact.source.quote or "").split()) <= LONGEST_QUOTE, path
        if fact.confidence == "derived":
            assert fact.source.reason, path
            assert not fact.source.quote, path


@pytest.mark.parametrize("name", IDS)
def test_what_is_unknown_is_listed(name: str) -> None:
    assert "award criteria" in {one.topic for one in CALLS[name].unknown}


def test_strands_of_any_name_are_known() -> None:
    assert list(CALLS["cos-clusint-2019-3-01"].strands) == ["1", "2.a", "2.b"]
    assert list(CALLS["cos-clusint-2016-03-01"].strands) == ["1.a", "1.b", "2"]


@pytest.mark.parametrize(("name", "strand"), STRANDS)
def test_a_sound_consortium_passes_what_a_call_asks_of_it(name: str, strand: str) -> None:
    text = DISTINCT.format(call=name, strand=strand, date="2016-01-01")
    found = read(text, calls=CALLS)
    at_fault = {
        one.rule.code
        for one in judge(found.spec, found.call).judged
        if one.outcome.answer is Answer.NOT_MET and one.outcome.severity is Severity.ERROR
    }

    expected = {"CON004"} if (name, strand) == ("cos-clusint-2020-3-01", "B") else set()
    assert at_fault & {"CON001", "CON002", "CON003", "CON004", "CON005", "SUB001"} == expected


@pytest.mark.parametrize(("name", "strand"), STRANDS)
def test_no_call_is_too_little_known_to_refuse_a_single_company_from_afar(
    name: str, strand: str
) -> None:
    text = f"""
        call: {name}
        project: {{acronym: X}}
        strand: {strand}
        consortium: {{partners: [{{id: A, country: CN, kind: other, own_legal_entity: false}}]}}
        target_countries: [{{country: CN}}]
    """
    found = read(text, calls=CALLS)

    assert judge(found.spec, found.call).standing is not Standing.ELIGIBLE


@pytest.mark.parametrize(
    ("name", "strand", "code", "answer"),
    [
        ("cos-clusint-2019-3-01", "2.b", "BUD002", Answer.NOT_APPLICABLE),
        ("cos-clusint-2019-3-01", "2.a", "BUD002", Answer.UNDECIDED),
        ("cos-clusint-2019-3-01", "2.b", "TGT001", Answer.NOT_APPLICABLE),
        ("cos-clusint-2016-03-01", "2", "CON003", Answer.NOT_APPLICABLE),
        ("cos-clusint-2016-03-01", "1.a", "BUD002", Answer.UNDECIDED),
    ],
)
def test_a_rule_without_its_fact_does_not_hold(
    name: str, strand: str, code: str, answer: Answer
) -> None:
    found = read(DISTINCT.format(call=name, strand=strand, date="2016-01-01"), calls=CALLS)
    (outcome,) = [
        one.outcome for one in judge(found.spec, found.call).judged if one.rule.code == code
    ]

    assert outcome.answer is answer


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("cos-clusint-2019-3-01", "2019-10-30T17:00+01:00"),
        ("cos-clusint-2016-03-01", "2017-05-23T17:00+02:00"),
    ],
)
def test_the_deadline_of_a_sibling_is_kept_to_the_minute(name: str, last: str) -> None:
    strand = next(iter(CALLS[name].strands))
    answers = []
    for date in (last, last.replace("17:00+", "17:01+")):
        found = read(DISTINCT.format(call=name, strand=strand, date=date), calls=CALLS)
        answers += [
            one.outcome.answer
            for one in judge(found.spec, found.call).judged
            if one.rule.code == "SUB001"
        ]

    assert answers == [Answer.MET, Answer.NOT_MET]


def test_the_united_kingdom_was_a_member_state_before() -> None:
    old: Call = CALLS["cos-clusint-2019-3-01"]

    assert old.countries.is_member_state("GB")
    assert not old.countries.is_third_country("GB")
    assert call().countries.is_third_country("GB")


def test_money_of_the_strands_adds_up() -> None:
    strands = CALLS["cos-clusint-2016-03-01"].strands
    budgets = {
        name: (terms.highest_grant_eur, terms.expected_projects, terms.strand_budget_eur)
        for name, terms in strands.items()
    }
    total = CALLS["cos-clusint-2016-03-01"].total_budget_eur

    for cap, projects, budget in budgets.values():
        assert cap is not None
        assert projects is not None
        assert budget is not None
        assert cap.value * projects.value == budget.value
    assert total is not None
    assert sum(budget.value for _, _, budget in budgets.values() if budget) == total.value
