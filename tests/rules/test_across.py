"""Several specs together: what is compared with what, where findings point, and how fast."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.finding import Answer, Outcome
from escp_docs.judging.verdict import judge, judge_together
from escp_docs.model.spec import Spec
from escp_docs.rule import Verdict
from escp_docs.rules import BY_CODE
from tests.support.reading import call, spec
from tests.support.sizes import examples

ACROSS = [BY_CODE["SUB002"], BY_CODE["SUB003"]]


NAMES = itertools.count()


def application(strand: str | None, *pics: int, acronym: str = "") -> Spec:
    """Return an application of an acronym of its own, with partners that apply nowhere else."""
    acronym = acronym or f"X{next(NAMES)}"
    entries = ", ".join(
        f'{{id: P{pic}, pic: "{900_000_000 + pic}", other_applications: []}}' for pic in pics
    )
    head = f"strand: {strand}\n" if strand else ""
    project = f"project: {{acronym: {acronym}}}\n"
    return spec(f"{head}{project}consortium: {{partners: [{entries}]}}\n").spec


def outcomes(verdict: Verdict, code: str) -> list[Outcome]:
    return [one.outcome for one in verdict.judged if one.rule.code == code]


def test_one_spec_is_judged_as_alone() -> None:
    one = application("A", 1, 2, 3)

    assert judge_together([(one, call())]) == (judge(one, call()),)


def test_a_finding_names_the_place_in_the_other_spec() -> None:
    specs = [application("B", 9), application("A", 1, 2), application("A", 3, 2, acronym="Y")]

    _, first, second = judge_together([(one, call()) for one in specs])

    (here,) = outcomes(first, "SUB003")
    (there,) = outcomes(second, "SUB003")
    assert (here.path, here.elsewhere) == ("consortium.partners[1]", ((2, there.path),))
    assert (there.path, there.elsewhere) == ("consortium.partners[1]", ((1, here.path),))
    assert "Y" in here.message


def test_a_question_that_another_spec_can_answer_has_no_key_of_its_own() -> None:
    specs = [application("A", 1), application(None, 1)]

    stated, open_ = judge_together([(one, call()) for one in specs])

    (here,) = outcomes(stated, "SUB003")
    assert (here.answer, here.key, here.elsewhere) == (Answer.UNDECIDED, None, ((1, "strand"),))
    (there,) = outcomes(open_, "SUB003")
    assert (there.answer, there.key) == (Answer.UNDECIDED, "strand")


def test_specs_of_two_calls_are_not_compared() -> None:
    sibling = call().updated({"id": "cos-clusint-2019-3-01"})
    one, two = application("A", 1, 2), application("A", 1, 2)

    for verdict in judge_together([(one, call()), (two, sibling)]):
        answers = [
            found.answer for code in ("SUB002", "SUB003") for found in outcomes(verdict, code)
        ]
        assert answers == [Answer.NOT_APPLICABLE, Answer.MET]


def test_many_seats_are_named_by_the_first_few() -> None:
    specs = [application("A", 1, acronym=f"X{index}") for index in range(9)]

    verdict = judge_together([(one, call()) for one in specs])[0]

    (found,) = outcomes(verdict, "SUB003")
    assert found.elsewhere == tuple((index, "consortium.partners[0]") for index in (1, 2, 3))
    assert "X1, X2, X3 and 5 more" in found.message


@settings(max_examples=examples(60))
@given(
    st.lists(
        st.tuples(st.sampled_from(["A", "B", None]), st.sets(st.integers(1, 4), max_size=3)),
        min_size=2,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_specs_changes_no_verdict(
    written: list[tuple[str | None, set[int]]], chance: random.Random
) -> None:
    specs = [application(strand, *sorted(pics)) for strand, pics in written]
    order = list(range(len(specs)))
    chance.shuffle(order)

    before = judge_together([(one, call()) for one in specs], ACROSS)
    after = judge_together([(specs[index], call()) for index in order], ACROSS)

    for position, index in enumerate(order):
        for code in ("SUB002", "SUB003"):
            said = [(found.answer, found.path) for found in outcomes(before[index], code)]
            assert [(f.answer, f.path) for f in outcomes(after[position], code)] == said


@settings(max_examples=examples(100))
@given(
    st.lists(
        st.tuples(st.sampled_from(["A", "B"]), st.booleans(), st.sets(st.integers(1, 3))),
        min_size=2,
        max_size=4,
    )
)
def test_naming_the_strands_overturns_nothing(written: list[tuple[str, bool, set[int]]]) -> None:
    full = [
        application(strand, *sorted(pics), acronym=f"X{index}")
        for index, (strand, _, pics) in enumerate(written)
    ]
    partial = [
        one.updated({"strand": None}) if is_open else one
        for one, (_, is_open, _) in zip(full, written, strict=True)
    ]
    before = judge_together([(one, call()) for one in partial], ACROSS)
    after = judge_together([(one, call()) for one in full], ACROSS)

    for was, is_ in zip(before, after, strict=True):
        for code in ("SUB002", "SUB003"):
            answers = {found.answer for found in outcomes(was, code)}
            now = {found.answer for found in outcomes(is_, code)}
            assert Answer.NOT_MET not in answers or Answer.NOT_MET in now
            assert answers != {Answer.MET} or now == {Answer.MET}
