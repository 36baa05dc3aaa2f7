"""What people and call files get wrong: a fault with its place, or an answer; never a traceback."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.finding import Answer
from escp_docs.judging.verdict import judge_together
from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from tests.rules.corpus import cases
from tests.support.reading import CALL_ID, call, faults, outcomes, spec
from tests.support.sizes import examples

BUDGET = "consortium: {{partners: [{{id: A}}]}}\nbudget: {{requested_grant_eur: {{A: {}}}}}\n"
HEAD = "call: cos-clusint-2020-3-01\nproject: {acronym: X}\n"
AMOUNTS = ["-1", "-0.01", ".nan", "NaN", ".inf", "-.inf", "1e400", "1e13", "1000000000000.01"]
AMOUNTS += ["1,000", "12.500", "0.001", "EUR 5", "0x10", "true", "[1]", "١٢", "1" * 5000]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_that_is_none_is_refused_at_its_place(amount: str) -> None:
    (fault,) = faults(HEAD + BUDGET.format(amount))

    assert fault.place is not None
    assert fault.place.line == 4
    assert fault.fix


@pytest.mark.parametrize("amount", ["1000000000000", "0", "0.00", "999999999999.99"])
def test_the_greatest_and_the_least_amount_are_judged(amount: str) -> None:
    text = "strand: A\n" + BUDGET.format(amount)

    for code in ("BUD001", "BUD002", "BUD003", "BUD008", "BUD009"):
        assert outcomes(text, code)


def test_a_grant_for_a_partner_that_does_not_exist_is_a_name_that_leads_nowhere() -> None:
    (fault,) = faults(HEAD + BUDGET.replace("A: {}", "B: {}").format(5))

    assert "'B'" in fault.message


LANGUAGES = ["de", "fr", "pl", "el", "bg", "hu", "fi", "mt", "ga", "ru", "uk", "ja", "zh", "ko"]
LANGUAGES += ["ar", "he", "hi", "th", "ka", "hy", "tr", "vi"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", ["TR", "DE", "UA", "XK", "GR"])
def test_a_region_named_like_a_country_is_it_in_every_language_and_script(
    language: str, country: str
) -> None:
    name = Locale.parse(language).territories[country]
    text = f'target_countries: [{{region: "{name}"}}]\n'

    assert [one.answer for one in outcomes(text, "TGT002")] == [Answer.NOT_MET], name


MOMENT = datetime.fromisoformat("2020-12-02T17:00:00+01:00")


@given(st.integers(-14 * 4, 14 * 4), st.integers(-2, 2))
def test_one_moment_has_one_answer_in_every_zone(quarters: int, seconds: int) -> None:
    zone = timezone(timedelta(minutes=15 * quarters))
    written = (MOMENT + timedelta(seconds=seconds)).astimezone(zone).isoformat()
    text = f"project: {{acronym: X, submission_date: {written}}}\n"

    (found,) = outcomes(text, "SUB001")

    assert found.answer is (Answer.NOT_MET if seconds > 0 else Answer.MET)


# --- call files that contradict themselves -------------------------------------------------------

EXTREMES: dict[type, list[Any]] = {
    bool: [True, False],
    int: [0, 1, 10**9],
    Decimal: [Decimal(0), Decimal("0.01"), Decimal(10) ** 12],
    Fraction: [Fraction(0), Fraction(1, 3), Fraction(1)],
    datetime: [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
        date(2020, 12, 2),
    ],
    tuple: [(), ("nothing of the kind",), ("IT", "IT")],
    str: ["", "x"],
}


OF_2020 = [one for one in cases() if all(read.call.id == CALL_ID for read in one.readings)]


def contradicting(chance: st.DataObject) -> Call:
    """Return the call with some facts turned into the least or the most that can be said."""
    one = call()
    strands = {name: _extreme(chance, terms) for name, terms in one.strands.items()}
    inside = chance.draw(st.sampled_from([("IT",), ("US", "IT"), ()]))
    both = {
        name: getattr(one.countries, name).updated({"value": inside})
        for name in ("member_states", "cosme_countries")
    }
    return one.updated(
        {
            "strands": strands,
            "all_strands": _extreme(chance, one.all_strands),
            "countries": one.countries.updated(both),
        }
    )


def _extreme(chance: st.DataObject, terms: Any) -> Any:  # noqa: ANN401  # any part with facts
    stated = sorted(name for name in terms.stated if isinstance(getattr(terms, name), Fact))
    changed = {}
    for name in chance.draw(st.lists(st.sampled_from(stated), unique=True, max_size=20)):
        fact = getattr(terms, name)
        values = EXTREMES[type(fact.value)]
        value = chance.draw(st.sampled_from([fact.value, *values]))
        changed[name] = chance.draw(st.sampled_from([None, fact.updated({"value": value})]))
    return terms.updated(changed)


@settings(max_examples=examples(40), deadline=None)
@given(st.data())
def test_a_call_that_contradicts_itself_still_gets_answers(chance: st.DataObject) -> None:
    under = contradicting(chance)
    some = chance.draw(st.lists(st.sampled_from(OF_2020), min_size=1, max_size=4))

    for case in some:
        for verdict in judge_together([(one.spec, under) for one in case.readings]):
            assert all(one.outcome.message for one in verdict.judged)


# --- specs that are one ---------------------------------------------------------------------------


def test_a_spec_under_two_names_is_a_version_of_itself() -> None:
    found = spec(
        "strand: A\nconsortium: {partners: [{id: A, pic: '900000001', other_applications: []}]}\n"
        "strategy: {vision: " + " ".join(f"w{number}" for number in range(50)) + "}\n"
    )

    for verdict in judge_together([(found.spec, found.call)] * 2):
        for code in ("SUB002", "SUB003", "PLA002"):
            answers = {one.outcome.answer for one in verdict.judged if one.rule.code == code}
            assert answers == {Answer.MET}


def test_a_partner_that_lists_the_application_itself_is_in_one_consortium() -> None:
    text = (
        "strand: A\nproject: {acronym: ONE-4i}\n"
        "consortium: {partners: [{id: A, other_applications: [{acronym: one 4I, strand: A}]}]}\n"
    )

    assert {one.answer for one in outcomes(text, "SUB003")} == {Answer.MET}
