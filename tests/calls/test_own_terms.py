"""What a call says of countries, kinds, deadlines and starts, in a form of its own."""

from typing import Any

import pytest

from escp_docs import files
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest
from escp_docs.document import inlines, plain, walk
from escp_docs.finding import Answer
from escp_docs.model.calendar import Occasion, dated_events
from escp_docs.model.call import Call
from tests.calls.conditions import SOURCE, call_with, consortium, outcomes
from tests.support.documents import composed
from tests.support.reading import read

MET, NOT_MET, UNDECIDED = Answer.MET, Answer.NOT_MET, Answer.UNDECIDED


def with_terms(terms: str) -> Call:
    """Return a call with these terms, each `key: value`, as stated facts."""
    pairs = [line.partition(": ") for line in terms.strip().splitlines()]
    facts = ", ".join(f"{key.strip()}: {{value: {value}, {SOURCE}}}" for key, _, value in pairs)
    return call_with(terms=f"all_strands: {{{facts}}}")


def answers(call: Call, text: str, code: str) -> list[Answer]:
    return [one.answer for one in outcomes(call, text, code)]


def in_project(**values: object) -> str:
    stated = "".join(f"\n  {key}: {value}" for key, value in values.items())
    return consortium([{}]).replace("  acronym: X", f"  acronym: X{stated}")


# --- countries -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("IT", MET),
        ("TR", MET),
        ("UA", NOT_MET),
        ("GE", UNDECIDED),
        ("US", NOT_MET),
        ("EL", NOT_MET),
    ],
)
def test_partners_are_established_in_named_sets(country: str, expected: Answer) -> None:
    call = with_terms("established_in: [member_states, narrow]")

    assert answers(call, consortium([{"country": country}]), "CON002") == [expected]


def test_what_is_wrong_is_told_in_the_words_of_the_sets() -> None:
    call = with_terms("established_in: [member_states, narrow]\nleast_countries: 2")
    text = consortium([{"country": "US"}])
    (found,) = outcomes(call, text, "CON002")
    (few,) = outcomes(call, text, "CON003")

    assert "neither a Member State nor a narrow country" in found.message
    assert few.fix == "add a partner established in another Member State or wide country"


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("2024-12-31", NOT_MET),
        ("2025-01-01", MET),
        ("2025-06-01T17:00+02:00", MET),
        (None, UNDECIDED),
    ],
)
def test_a_country_counts_from_its_day(deadline: str | None, expected: Answer) -> None:
    newer = (
        f"{{one: n, many: ns, as_at: 2025-01-01, countries: {{value: [KR], {SOURCE}}}, "
        f"since: {{value: {{KR: 2025-01-01}}, {SOURCE}}}}}"
    )
    fact = f"established_in: {{value: [newer], {SOURCE}}}"
    due = f", deadline: {{value: {deadline}, {SOURCE}}}" if deadline else ""
    call = call_with(terms=f"all_strands: {{{fact}{due}}}", sets={"newer": newer})

    assert answers(call, consortium([{"country": "KR"}]), "CON002") == [expected]


@pytest.mark.parametrize(
    ("country", "expected"), [("TR", NOT_MET), ("UA", NOT_MET), ("IT", NOT_MET), ("US", MET)]
)
def test_no_country_of_a_participating_set_is_a_target(country: str, expected: Answer) -> None:
    call = with_terms("third_countries_only: true")
    text = consortium([{}]) + f"target_countries: [{{country: {country}}}]\n"

    assert answers(call, text, "TGT002") == [expected]


# --- kinds -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "partner", "expected"),
    [
        ("[university]", {"call_kinds": ["university"]}, MET),
        ("[university]", {"call_kinds": ["sme"]}, NOT_MET),
        ("[university]", {"call_kinds": []}, NOT_MET),
        ("[university]", {}, UNDECIDED),
        ("[university]", {"kind": "other"}, UNDECIDED),
        ("[cluster_organisation, sme]", {"kind": "cluster_organisation"}, MET),
        ("[cluster_organisation, sme]", {"kind": "other", "call_kinds": ["sme"]}, MET),
        ("[cluster_organisation, sme]", {"kind": "other", "call_kinds": []}, NOT_MET),
        ("[cluster_organisation, sme]", {"call_kinds": []}, UNDECIDED),
    ],
)
def test_a_call_admits_kinds_of_its_own(
    kinds: str, partner: dict[str, Any], expected: Answer
) -> None:
    call = with_terms(f"eligible_kinds: {kinds}")

    assert answers(call, consortium([partner]), "CON005") == [expected]


# --- days and months -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-09-01", MET), ("2025-02-01", MET), ("2025-02-02", NOT_MET)]
)
def test_the_last_stage_is_the_deadline_of_a_call_that_has_several(
    day: str, expected: Answer
) -> None:
    stages = ", ".join(
        f"{{value: {{name: {name}, deadline: {until}, zone: Europe/Brussels}}, {SOURCE}}}"
        for name, until in (("first", "2024-09-15"), ("second", "2025-02-01"))
    )
    call = call_with(terms=f"all_strands: {{stages: [{stages}]}}")

    assert answers(call, in_project(submission_date=day), "SUB001") == [expected]


def test_calendar_and_checklist_tell_every_stage() -> None:
    stages = ", ".join(
        f"{{value: {{name: {name}, deadline: {until}, zone: Europe/Brussels}}, {SOURCE}}}"
        for name, until in (("second", "2025-02-01"), ("first", "2024-09-15"))
    )
    call = call_with(terms=f"all_strands: {{stages: [{stages}]}}")
    found = read(in_project(submission_date="2024-09-01"), calls={call.id: call})

    days = [one for one in dated_events(found.spec, call) if one.occasion is Occasion.DEADLINE]
    assert [(one.first.isoformat(), one.names) for one in days] == [
        ("2024-09-15", ("Mine: first (Europe/Brussels)",)),
        ("2025-02-01", ("Mine: second (Europe/Brussels)",)),
    ]
    texts = files.templates(files.template_files("-", None))
    paper = DocumentRequest(DOCUMENT_TYPES["checklist"])
    made = composed(found, paper, texts)
    printed = " ".join(plain(inlines(one)) for one in walk(made.blocks))
    assert "Closes: first (Europe/Brussels)" in printed
    assert "15 September 2024" in printed
    assert "The call closes" not in printed


@pytest.mark.parametrize(("start", "expected"), [("2025-09-01", MET), ("2025-08-31", NOT_MET)])
def test_an_action_starts_no_earlier_than_the_call_says(start: str, expected: Answer) -> None:
    call = with_terms("deadline: 2025-01-01\nearliest_start: 2025-09-01")

    assert answers(call, in_project(start_date=start), "RMP009") == [expected]


@pytest.mark.parametrize(("months", "expected"), [(18, MET), (24, MET), (20, NOT_MET)])
def test_a_length_is_one_of_a_list(months: int, expected: Answer) -> None:
    call = with_terms("lengths_in_months: [18, 24]")

    assert answers(call, in_project(duration_months=months), "RMP003") == [expected]
