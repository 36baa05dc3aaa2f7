"""In how many applications one entity may be: by strand, by phase, in the call, as coordinator."""

from collections.abc import Sequence

import pytest

from escp_docs.finding import Answer
from escp_docs.judging.verdict import judge_together
from escp_docs.model.call import Call
from escp_docs.rules import BY_CODE
from tests.calls.conditions import SOURCE, call_with
from tests.support.reading import read, shipped

MET, NOT_MET, UNDECIDED = Answer.MET, Answer.NOT_MET, Answer.UNDECIDED
STRANDS = "S: {}\n  T: {}\n  U: {}"
PHASES = "phases: {first: [S, T], second: [U]}"


def answers(call: Call, *specs: tuple[str, str, str]) -> Sequence[Answer]:
    """Return the answer on each application: acronym, strand, what its one partner lists."""
    texts = (
        f"call: {call.id}\nstrand: '{strand}'\nproject: {{acronym: {acronym}}}\n"
        "consortium:\n  coordinator: A\n"
        f"  partners: [{{id: A, pic: '900000001', other_applications: {others}}}]\n"
        for acronym, strand, others in specs
    )
    found = [read(text, calls={call.id: call}) for text in texts]
    verdicts = judge_together([(one.spec, one.call) for one in found], [BY_CODE["SUB003"]])
    worst = (NOT_MET, UNDECIDED, MET)
    return [
        next(one for one in worst if one in {judged.outcome.answer for judged in verdict.judged})
        for verdict in verdicts
    ]


def limited(key: str, most: int = 1) -> Call:
    text = f"all_strands: {{{key}: {{value: {most}, {SOURCE}}}}}"
    return call_with(strands=STRANDS, more=PHASES, terms=text)


@pytest.mark.parametrize(
    ("key", "strand", "expected"),
    [
        ("most_consortia_per_strand", "S", NOT_MET),
        ("most_consortia_per_strand", "T", MET),
        ("most_consortia_per_phase", "S", NOT_MET),
        ("most_consortia_per_phase", "T", NOT_MET),
        ("most_consortia_per_phase", "U", MET),
        ("most_consortia_per_call", "U", NOT_MET),
    ],
)
def test_another_application_counts_where_the_call_counts(
    key: str, strand: str, expected: Answer
) -> None:
    call = limited(key)
    stated = f"[{{acronym: OTHER, strand: {strand}}}]"

    assert answers(call, ("ONE", "S", stated)) == [expected]
    assert answers(call, ("ONE", "S", "[]"), ("TWO", strand, "[]")) == [expected, expected]


def test_a_limit_of_two_lets_two_be() -> None:
    call = limited("most_consortia_per_call", 2)
    three = [(name, "S", "[]") for name in ("ONE", "TWO", "THREE")]

    assert answers(call, *three[:2]) == [MET, MET]
    assert answers(call, *three) == [NOT_MET] * 3


def test_an_application_whose_strand_is_open_may_be_one_too_many() -> None:
    call = limited("most_consortia_per_phase")

    assert answers(call, ("ONE", "S", "[{acronym: OTHER}]")) == [UNDECIDED]


def test_one_entity_coordinates_no_more_than_the_call_has_it() -> None:
    call = limited("most_coordinated_per_call")

    assert answers(call, ("ONE", "S", "[]")) == [MET]
    assert answers(call, ("ONE", "S", "[]"), ("TWO", "U", "[]")) == [NOT_MET, NOT_MET]
    assert answers(call, ("ONE", "S", "[]"), ("one", "S", "[]")) == [MET, MET]


def test_the_edition_of_2016_counted_by_phase() -> None:
    call = shipped()["cos-clusint-2016-03-01"]

    assert answers(call, ("ONE", "1.a", "[]"), ("TWO", "1.b", "[]")) == [NOT_MET, NOT_MET]
    assert answers(call, ("ONE", "1.a", "[]"), ("TWO", "2", "[]")) == [MET, MET]
