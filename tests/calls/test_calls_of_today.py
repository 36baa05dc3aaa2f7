"""Consortia under calls that came after 2020: what these calls say of who may apply."""

from typing import Any

import pytest
import yaml

from escp_docs.finding import Answer, Severity
from escp_docs.judging.verdict import judge
from escp_docs.rule import Standing, Verdict
from tests.support.reading import read, shipped

MET, NOT_MET, UNDECIDED = Answer.MET, Answer.NOT_MET, Answer.UNDECIDED
ABOUT_THE_CONSORTIUM = {"CON001", "CON002", "CON003", "CON004", "CON005", "CON013"}


def judged(call: str, text: str, **more: object) -> Verdict:
    """Return the verdict on partners written as "IT FR US* ?": `*` unfunded, `?` country open."""
    partners = [_partner(number, word) for number, word in enumerate(text.split())]
    strand = next(iter(shipped()[call].strands))
    spec = {
        "call": call,
        "strand": strand,
        "project": {"acronym": "X", **more.pop("project", {})},  # type: ignore[dict-item]
        "consortium": {"partners": partners, "coordinator": "P0", **more.pop("consortium", {})},  # type: ignore[dict-item]
        **more,
    }
    found = read(yaml.safe_dump(spec, sort_keys=False))
    return judge(found.spec, found.call)


def _partner(number: int, word: str) -> dict[str, Any]:
    code = word.rstrip("*~")
    partner: dict[str, Any] = {"id": f"P{number}", "kind": "cluster_organisation"}
    partner |= {} if code == "?" else {"country": code}
    partner |= {} if "~" in word else {"controlled_by": []}
    return partner | ({"funded": False} if "*" in word else {})


def answer(verdict: Verdict, *names: str) -> Answer:
    """Return what rules and conditions say together: a fault first, else a question."""
    found = {
        one.outcome.answer
        for one in verdict.judged
        if one.outcome.condition in names or (one.rule.code in names and not one.outcome.condition)
    }
    return NOT_MET if NOT_MET in found else UNDECIDED if UNDECIDED in found else MET


HORIZON = [
    ("IT FR ES", MET),
    ("IT FR TR", MET),
    ("IT TR RS", MET),
    ("DE NO IS", MET),
    ("IT FR ES DE PT", MET),
    ("IT FR ES US*", MET),
    ("IT FR ES KE*", MET),
    ("IT XK UA", MET),
    ("EL FR TR", MET),
    ("IT IT FR ES", MET),
    ("IT FR ES ?*", MET),
    ("RE ES IT", MET),
    ("GB NO IS", NOT_MET),
    ("NO IS TR", NOT_MET),
    ("IT FR", NOT_MET),
    ("IT", NOT_MET),
    ("IT IT IT", NOT_MET),
    ("FR RE ES", NOT_MET),
    ("IT FR US", NOT_MET),
    ("US JP KE", NOT_MET),
    ("IT TR TR", NOT_MET),
    ("IT FR ES US", NOT_MET),
    ("IT FR ?", UNDECIDED),
    ("IT ? ?", UNDECIDED),
    ("TR RS ?", UNDECIDED),
    ("IT FR GB", UNDECIDED),
    ("IT FR KR", UNDECIDED),
    ("IT FR CH", UNDECIDED),
    ("IT FR GL", UNDECIDED),
    ("IT~ FR ES", UNDECIDED),
    ("IT FR ES ?", UNDECIDED),
]


@pytest.mark.parametrize(("partners", "expected"), HORIZON)
def test_a_consortium_under_the_standard_conditions_of_horizon_europe(
    partners: str, expected: Answer
) -> None:
    verdict = judged("horizon-ria-standard", partners)
    asked = ("CON001", "CON002", "CON003", "CON004", "independent", "funded-from-elsewhere")

    assert answer(verdict, *asked) is expected


def test_two_of_three_that_one_controls_are_not_three() -> None:
    third = [
        {"id": name, "country": code, "controlled_by": by}
        for name, code, by in (("A", "IT", []), ("B", "FR", ["Group"]), ("C", "ES", ["Group"]))
    ]
    verdict = judged("horizon-ria-standard", "", consortium={"partners": third, "coordinator": "A"})

    assert answer(verdict, "independent") is NOT_MET
    assert verdict.standing is Standing.INELIGIBLE


ERASMUS = [
    ("IT FR ES", MET),
    ("IT FR TR", MET),
    ("TR RS MK", MET),
    ("NO IS LI", MET),
    ("IT NO TR", MET),
    ("IT FR ES US", MET),
    ("IT FR ES UA GE", MET),
    ("IT IT FR ES", MET),
    ("IT FR GF ES", MET),
    ("DE EL CY", MET),
    ("IT FR", NOT_MET),
    ("IT IT FR", NOT_MET),
    ("IT FR US", NOT_MET),
    ("FR RE IT", NOT_MET),
    ("US IT FR ES", NOT_MET),
    ("UA IT FR ES", NOT_MET),
    ("BY IT FR ES", NOT_MET),
    ("IT FR ES BY", NOT_MET),
    ("GB IT FR ES", NOT_MET),
    ("CH IT FR ES", NOT_MET),
    ("AL BA XK", NOT_MET),
    ("IT FR ?", UNDECIDED),
    ("? FR ES IT", UNDECIDED),
    ("IT ? ?", UNDECIDED),
    ("IT FR ES ?", UNDECIDED),
    ("IT FR GL", UNDECIDED),
]


@pytest.mark.parametrize(("partners", "expected"), ERASMUS)
def test_a_consortium_under_the_conditions_of_erasmus(partners: str, expected: Answer) -> None:
    verdict = judged("erasmus-cooperation-partnership", partners)
    asked = (
        "CON001",
        "CON002",
        "CON003",
        "coordinator-from-the-programme",
        "not-from-excluded-countries",
    )

    assert answer(verdict, *asked) is expected


def test_a_requirement_known_from_advisers_alone_asks_whether_the_call_has_it() -> None:
    verdict = judged("erasmus-cooperation-partnership", "US IT FR ES")
    (found,) = [
        one.outcome
        for one in verdict.judged
        if one.outcome.condition == "coordinator-from-the-programme"
    ]

    assert found.severity is Severity.WARNING
    assert found.question == "does the call ask for this?"
    assert found.ask == "P0"
    assert verdict.standing is Standing.UNDECIDED


# --- EU-Ukraine clusters: the call document was not seen -------------------------------------

UKRAINE = [
    "IT FR UA",
    "IT FR ES UA UA",
    "IT UA",
    "UA",
    "IT",
    "IT FR DE",
    "CN",
    "MK IT UA",
    "TR UA IT",
]


@pytest.mark.parametrize("partners", UKRAINE)
def test_no_consortium_is_eligible_under_a_call_whose_document_was_not_seen(partners: str) -> None:
    declared = [{"condition": "both-objectives", "holds": True, "by": "Anna Rossi"}]
    project = {"main_topic": "Digital", "topics": [], "duration_months": 24}
    verdict = judged("smp-cosme-2024-clusterua", partners, project=project, declarations=declared)

    assert verdict.standing is not Standing.ELIGIBLE


@pytest.mark.parametrize(
    ("partners", "names", "expected"),
    [
        ("IT FR UA", ("CON002", "from-ukraine"), MET),
        ("IT FR DE", ("from-ukraine",), NOT_MET),
        ("IT FR ?", ("from-ukraine",), UNDECIDED),
        ("IT FR MK", ("CON002",), MET),
        ("IT FR TR", ("CON002",), UNDECIDED),
        ("IT FR CN", ("CON002",), NOT_MET),
        ("IT FR US UA", ("CON002",), NOT_MET),
    ],
)
def test_who_may_take_part_in_the_programme_with_ukraine(
    partners: str, names: tuple[str, ...], expected: Answer
) -> None:
    assert answer(judged("smp-cosme-2024-clusterua", partners), *names) is expected


@pytest.mark.parametrize(
    ("months", "expected"), [(18, MET), (24, MET), (20, NOT_MET), (36, NOT_MET)]
)
def test_a_length_is_one_of_those_listed(months: int, expected: Answer) -> None:
    verdict = judged("smp-cosme-2024-clusterua", "IT", project={"duration_months": months})

    assert answer(verdict, "RMP003") is expected


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        ({"main_topic": "Digital", "topics": []}, MET),
        ({"main_topic": "digital"}, UNDECIDED),
        ({"main_topic": "Digital", "topics": ["Health"]}, NOT_MET),
        ({"main_topic": "Tourism", "topics": []}, NOT_MET),
        ({}, UNDECIDED),
    ],
)
def test_one_ecosystem_alone_is_chosen(topics: dict[str, Any], expected: Answer) -> None:
    verdict = judged("smp-cosme-2024-clusterua", "IT", project=topics)

    assert answer(verdict, "one-ecosystem") is expected


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        ({"main_topic": "priority objective", "topics": ["training"]}, MET),
        ({"main_topic": "priority objective", "topics": []}, NOT_MET),
        ({"main_topic": "training", "topics": ["going international"]}, NOT_MET),
    ],
)
def test_the_main_objective_and_one_other_are_chosen(
    topics: dict[str, Any], expected: Answer
) -> None:
    verdict = judged("smp-cosme-2024-cluster", "IT", project=topics)

    assert answer(verdict, "objectives") is expected


def test_a_country_is_spoken_of_in_the_words_of_its_set() -> None:
    verdict = judged("smp-cosme-2024-clusterua", "CN")
    (found,) = [one.outcome for one in verdict.judged if one.rule.code == "CON002"]

    assert "neither a Member State nor a country that takes part in the programme" in found.message
    assert "COSME" not in found.message
