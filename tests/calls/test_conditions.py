"""What a call states in its own words is judged as rules are: however open facts turn out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.finding import Answer, Severity
from escp_docs.judging.repair import smallest_repair
from tests.calls.conditions import answer, by_trying, call_with, consortium, outcomes
from tests.support.reading import read

MET, NOT_MET, UNDECIDED = Answer.MET, Answer.NOT_MET, Answer.UNDECIDED
IT, FR, TR, UA, US = ({"country": code} for code in ("IT", "FR", "TR", "UA", "US"))
OPEN: dict[str, Any] = {}
UNI, SME = {"call_kinds": ["university"]}, {"call_kinds": ["sme"]}


@pytest.mark.parametrize(
    ("demand", "partners", "expected"),
    [
        ("{at_least: 1, in: [ukraine]}", [IT, UA], MET),
        ("{at_least: 1, in: [ukraine]}", [IT, FR], NOT_MET),
        ("{at_least: 1, in: [ukraine]}", [IT, OPEN], UNDECIDED),
        ("{at_least: 2, in: [ukraine], count: countries}", [UA, OPEN, OPEN], NOT_MET),
        ("{at_least: 2, count: countries}", [IT, IT, OPEN], UNDECIDED),
        ("{at_least: 2, count: countries}", [IT, FR, OPEN], MET),
        ("{at_least: 1, count: countries}", [OPEN], MET),
        ("{at_most: 1, count: countries}", [OPEN], MET),
        ("{at_most: 0, outside: [member_states, wide]}", [IT, US], NOT_MET),
        ("{at_most: 0, outside: [member_states, wide]}", [IT, TR], MET),
        ("{at_most: 0, outside: [member_states, wide]}", [IT, OPEN], UNDECIDED),
        ("{exactly: 1, in: [neighbours]}", [TR, IT], MET),
        ("{exactly: 1, in: [neighbours]}", [TR, TR], NOT_MET),
        ("{exactly: 1, in: [neighbours]}", [TR, OPEN], UNDECIDED),
        ("{at_least: 1, in: [neighbours]}", [{"country": "GE"}], UNDECIDED),
        ("{at_least: 1, in: [narrow]}", [UA], NOT_MET),
        ("{at_least: 1, in: [narrow]}", [TR], MET),
        ("{at_least: 2, kinds: [university]}", [UNI, UNI], MET),
        ("{at_least: 2, kinds: [university]}", [UNI, SME], NOT_MET),
        ("{at_least: 2, kinds: [university]}", [UNI, OPEN], UNDECIDED),
        ("{at_least: 2, kinds: [university, sme]}", [UNI, SME], MET),
        ("{at_least: 1, kinds: [business_network]}", [{"kind": "business_network"}], MET),
        ("{at_least: 1, kinds: [business_network]}", [{"kind": "other"}], NOT_MET),
        ("{at_least: 1, kinds: [business_network]}", [UNI], UNDECIDED),
        ("{at_least: 1, sizes: [small, micro]}", [{"size": "micro"}], MET),
        ("{at_least: 1, sizes: [small, micro]}", [{"size": "large"}], NOT_MET),
        ("{at_least: 1, sizes: [small, micro]}", [OPEN], UNDECIDED),
        (
            "{at_least: 1, region_classes: [less_developed, in_transition]}",
            [{"region_class": "in_transition"}],
            MET,
        ),
        (
            "{at_least: 1, region_classes: [less_developed, in_transition]}",
            [{"region_class": "more_developed"}],
            NOT_MET,
        ),
        ("{at_least: 1, regions: [PT1]}", [{"region": "pt16"}], MET),
        ("{at_least: 1, regions: [PT1]}", [{"region": "PT30"}], NOT_MET),
        ("{at_least: 2, count: regions}", [{"region": "PT16"}, {"region": "PT17"}], MET),
        ("{at_least: 2, count: regions}", [{"region": "PT16"}, {"region": "pt16"}], NOT_MET),
        ("{at_most: 0, roles: [funded], in: [ukraine]}", [{**UA, "funded": False}], MET),
        ("{at_most: 0, roles: [funded], in: [ukraine]}", [UA], NOT_MET),
        ("{at_least: 1, roles: [unfunded]}", [{"funded": False}], MET),
    ],
)
def test_who_takes_part_is_counted(
    demand: str, partners: list[dict[str, Any]], expected: Answer
) -> None:
    assert answer(call_with(demand), consortium(partners)) is expected


@pytest.mark.parametrize(
    ("partners", "expected"),
    [
        ([{"controlled_by": []}] * 3, MET),
        ([{"controlled_by": []}, {"controlled_by": ["A"]}, {"controlled_by": []}], NOT_MET),
        ([{"controlled_by": []}, {"controlled_by": []}, {}], UNDECIDED),
        ([{"controlled_by": ["Holding"]}, {"controlled_by": ["holding"]}, {}], NOT_MET),
        ([{"controlled_by": []}, {"controlled_by": ["A"]}, {"controlled_by": ["B"]}], NOT_MET),
        ([{}] * 3, UNDECIDED),
        ([{}] * 2, NOT_MET),
        ([{"controlled_by": []}] * 3 + [{}], MET),
    ],
)
def test_entities_that_are_not_independent_count_once(
    partners: list[dict[str, Any]], expected: Answer
) -> None:
    call = call_with("{at_least: 3, independent: true}")

    assert answer(call, consortium(partners)) is expected


@pytest.mark.parametrize(
    ("coordinator", "partners", "expected"),
    [
        ({"coordinator": "A"}, [IT, US], MET),
        ({"coordinator": "B"}, [IT, US], NOT_MET),
        ({}, [IT, US], UNDECIDED),
        ({}, [IT, FR], MET),
        ({}, [US, US], NOT_MET),
        ({"coordinator": "B"}, [IT, OPEN], UNDECIDED),
    ],
)
def test_where_the_coordinator_is_from_may_be_settled_before_it_is_named(
    coordinator: dict[str, str], partners: list[dict[str, Any]], expected: Answer
) -> None:
    call = call_with("{exactly: 1, roles: [coordinator], in: [member_states]}")

    assert answer(call, consortium(partners, **coordinator)) is expected


def test_an_absent_list_of_affiliated_entities_leaves_the_most_open() -> None:
    call = call_with("{at_most: 2, roles: [partner, affiliated]}")
    both = {"affiliated_entities": [{"name": "Daughter", "partner": "A"}]}

    assert answer(call, consortium([IT])) is UNDECIDED
    assert answer(call, consortium([IT], **both)) is MET
    assert answer(call, consortium([IT, FR], **both)) is NOT_MET
    assert answer(call, consortium([IT, FR, UA])) is NOT_MET


@pytest.mark.parametrize(
    ("demand", "partners", "expected"),
    [
        # Whichever country it is, one of the two holds.
        (
            (
                "{any_of: [{at_least: 2, in: [member_states]}, "
                "{at_least: 1, outside: [member_states]}]}"
            ),
            [IT, OPEN],
            MET,
        ),
        # It cannot be inside and outside at once.
        (
            "{all_of: [{at_least: 1, in: [ukraine]}, {at_least: 1, outside: [ukraine]}]}",
            [OPEN],
            NOT_MET,
        ),
        ("{all_of: [{at_least: 1, in: [ukraine]}, {at_least: 1, in: [wide]}]}", [UA], MET),
        (
            "{any_of: [{all_of: [{at_least: 1, in: [ukraine]}, {at_least: 2}]}, {at_least: 3}]}",
            [UA, IT],
            MET,
        ),
    ],
)
def test_parts_that_hang_on_one_open_fact_are_judged_together(
    demand: str, partners: list[dict[str, Any]], expected: Answer
) -> None:
    assert answer(call_with(demand), consortium(partners)) is expected


# --- against a second reading ----------------------------------------------------------------

LEAVES = st.fixed_dictionaries(
    {},
    optional={
        "in": st.lists(st.sampled_from(["member_states", "ukraine", "narrow"]), max_size=2),
        "outside": st.lists(st.sampled_from(["member_states", "ukraine"]), max_size=1),
        "kinds": st.lists(st.sampled_from(["university", "sme"]), max_size=2, unique=True),
        "sizes": st.lists(st.sampled_from(["small", "large"]), max_size=1),
        "count": st.sampled_from(["entities", "countries"]),
    },
)
NUMBERS = st.one_of(
    st.builds(lambda number: {"at_least": number}, st.integers(0, 3)),
    st.builds(lambda number: {"at_most": number}, st.integers(0, 2)),
    st.builds(lambda number: {"exactly": number}, st.integers(0, 2)),
)
COUNTINGS = st.builds(lambda leaf, number: leaf | number, LEAVES, NUMBERS)
PARTNERS = st.lists(
    st.fixed_dictionaries(
        {"size": st.sampled_from(["small", "large"])},
        optional={
            "country": st.sampled_from(["IT", "FR", "TR", "UA", "US"]),
            "call_kinds": st.lists(st.sampled_from(["university", "sme"]), unique=True),
        },
    ),
    max_size=3,
)


def agree(demand: dict[str, Any], partners: list[dict[str, Any]]) -> None:
    found = answer(call_with(demand), consortium(partners))

    assert found is by_trying(demand, partners), (demand, partners)


@given(COUNTINGS, PARTNERS)
@settings(max_examples=60, deadline=None)
def test_a_number_is_as_trying_each_way_has_it(
    demand: dict[str, Any], partners: list[dict[str, Any]]
) -> None:
    agree(demand, partners)


@given(st.sampled_from(["all_of", "any_of"]), st.lists(COUNTINGS, min_size=2, max_size=2), PARTNERS)
@settings(max_examples=40, deadline=None)
def test_numbers_together_are_as_trying_each_way_has_them(
    how: str, demands: list[dict[str, Any]], partners: list[dict[str, Any]]
) -> None:
    agree({how: demands}, partners[:2])


@pytest.mark.slow
@given(
    st.one_of(
        COUNTINGS,
        st.builds(
            lambda how, some: {how: some},
            st.sampled_from(["all_of", "any_of"]),
            st.lists(COUNTINGS, min_size=2, max_size=2),
        ),
    ),
    PARTNERS,
)
@settings(max_examples=2000, deadline=None)
def test_demands_are_as_trying_each_way_has_them(
    demand: dict[str, Any], partners: list[dict[str, Any]]
) -> None:
    agree(demand, partners[:2])


# --- what is said ----------------------------------------------------------------------------


def test_a_fault_says_what_there_is_what_is_asked_for_and_what_to_add() -> None:
    (found,) = outcomes(call_with("{at_least: 1, in: [ukraine]}"), consortium([IT, FR]))

    assert found.message == ("c1: 0 entities from Ukraine; the call asks for 1 or more")
    assert found.fix == "add one entity from Ukraine"
    assert (found.condition, found.path) == ("c1", "consortium.partners")
    assert found.severity is Severity.ERROR


def test_a_value_that_may_not_be_there_is_the_place_of_the_fault() -> None:
    call = call_with("{at_most: 0, in: [ukraine]}")
    (found,) = outcomes(call, consortium([IT, UA, {**UA, "legal_name": "Other"}]))

    assert found.path == "consortium.partners[1].country"
    assert found.related == ("consortium.partners[2].country",)


def test_a_question_names_the_key_and_whom_to_ask() -> None:
    (found,) = outcomes(call_with("{at_least: 1, kinds: [university]}"), consortium([OPEN, SME]))

    assert found.key == "consortium.partners[0].call_kinds"
    assert found.question == "Is A of this kind: university?"
    assert found.ask == "A"


def test_each_condition_has_an_outcome_of_its_own() -> None:
    call = call_with("{at_least: 1}", "{at_least: 9}", "{at_least: 1, sizes: [small]}")
    found = outcomes(call, consortium([IT]))

    assert [(one.condition, one.answer) for one in found] == [
        ("c1", MET),
        ("c2", NOT_MET),
        ("c3", UNDECIDED),
    ]


def test_without_a_strand_a_condition_of_one_strand_alone_asks_for_it() -> None:
    condition = (
        "{id: own, value: {at_least: 9}, unit: u, confidence: stated, "
        "source: {document: t, quote: q}}"
    )
    call = call_with("{at_least: 1}", strands=f"S: {{}}\n  T: {{conditions: [{condition}]}}")
    text = consortium([IT]).replace("strand: S\n", "")
    found = outcomes(call, text)

    assert [(one.condition, one.answer, one.key) for one in found] == [
        ("c1", MET, None),
        ("own", UNDECIDED, "strand"),
    ]


# --- what is planned, chosen, declared -------------------------------------------------------

TOPICS = "{topics: {main_of: [health, food], others_of: [health, food, digital], %s}}"


@pytest.mark.parametrize(
    ("rest", "project", "expected"),
    [
        ("least_others: 0", "main_topic: Health", MET),
        ("least_others: 0", "main_topic: digital", NOT_MET),
        ("least_others: 0", "title: x", UNDECIDED),
        ("least_others: 1", "main_topic: food", UNDECIDED),
        ("least_others: 1", "main_topic: food\n  topics: [food]", NOT_MET),
        ("least_others: 1", "main_topic: food\n  topics: [digital]", MET),
        ("least_others: 1", "main_topic: food\n  topics: [space]", NOT_MET),
        ("most_others: 0", "main_topic: food\n  topics: []", MET),
        ("most_others: 0", "main_topic: food\n  topics: [health]", NOT_MET),
    ],
)
def test_topics_are_chosen_from_those_of_the_call(
    rest: str, project: str, expected: Answer
) -> None:
    text = consortium([IT]).replace("acronym: X", f"acronym: X\n  {project}")

    assert answer(call_with(TOPICS % rest), text) is expected


@pytest.mark.parametrize(
    ("demand", "roadmap", "expected"),
    [
        ("{what: deliverables, words: [exploitation plan], by_month: 6}", "[]", NOT_MET),
        (
            "{what: deliverables, words: [exploitation plan], by_month: 6}",
            "[{id: W, deliverables: [{id: D, title: The Exploitation  Plan, due_month: 6}]}]",
            MET,
        ),
        (
            "{what: deliverables, words: [exploitation plan], by_month: 6}",
            "[{id: W, deliverables: [{id: D, title: Exploitation plan, due_month: 7}]}]",
            NOT_MET,
        ),
        ("{what: deliverables, words: [plan]}", "[{id: W}]", UNDECIDED),
        ("{what: work_packages, words: [training]}", "[{id: W, title: Training}]", MET),
        ("{what: tasks, words: [training]}", "[{id: W, tasks: [{id: T, title: Other}]}]", NOT_MET),
    ],
)
def test_what_has_to_be_planned_is_found_by_its_title(
    demand: str, roadmap: str, expected: Answer
) -> None:
    text = consortium([IT]) + f"roadmap: {{work_packages: {roadmap}}}\n"

    assert answer(call_with(f"{{planned: {demand}}}"), text) is expected


@pytest.mark.parametrize(
    ("declarations", "expected"),
    [
        ("[]", UNDECIDED),
        ("[{condition: c1, holds: true, by: Anna Rossi}]", MET),
        ("[{condition: C1, holds: false, by: Anna Rossi}]", NOT_MET),
        ("[{condition: c1, holds: true}]", UNDECIDED),
        ("[{condition: c1, by: Anna Rossi}]", UNDECIDED),
        ("[{condition: c2, holds: true, by: Anna Rossi}]", UNDECIDED),
    ],
)
def test_what_only_a_person_can_judge_is_declared_by_name(
    declarations: str, expected: Answer
) -> None:
    text = consortium([IT]) + f"declarations: {declarations}\n"

    assert answer(call_with("{declared: the plan is sound}"), text) is expected


# --- the smallest repair ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("demands", "partners", "expected"),
    [
        (["{at_least: 1, in: [ukraine]}"], [IT, FR], ["add one entity from Ukraine"]),
        (["{at_least: 2, in: [ukraine]}"], [IT], ["add two entities from Ukraine"]),
        (["{at_least: 1, kinds: [university]}"], [SME], ["add one university"]),
        (["{at_most: 0, in: [ukraine]}"], [IT, UA], ["remove B, established in Ukraine"]),
        (
            ["{at_most: 0, in: [ukraine]}", "{at_least: 1, in: [neighbours]}"],
            [IT, UA],
            ["remove B, established in Ukraine", "add one entity from a neighbour"],
        ),
        (
            ["{at_least: 2, in: [member_states], count: countries}"],
            [IT],
            ["add one entity from another Member State"],
        ),
        (["{at_least: 1, in: [ukraine]}"], [UA], []),
    ],
)
def test_the_smallest_repair_adds_what_conditions_count(
    demands: list[str], partners: list[dict[str, Any]], expected: list[str]
) -> None:
    call = call_with(*demands)
    found = read(consortium(partners), calls={call.id: call})
    repair = smallest_repair(found.spec, found.call)

    assert [one.text for one in repair] == expected
