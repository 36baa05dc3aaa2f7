"""What is said of a spec without a strand: only what holds in every strand."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from escp_docs.finding import Answer, Outcome, Severity
from escp_docs.judging.verdict import judge
from escp_docs.rule import Case, Judged, Rule, Standing, Verdict
from escp_docs.rules import ALL_RULES
from tests.support.reading import call, spec

PATHS = ("project.title", "project.acronym", "project.abstract")
Said = tuple[tuple[str, str], ...]  # words and path of each fault


def ruled(in_a: Said, in_b: Said) -> Rule[Decimal]:
    """Return a rule that finds these faults in Strand A, and those in Strand B."""
    first = call().terms("A").strand_budget_eur
    assert first is not None

    def check(case: Case[Decimal]) -> Iterator[Outcome]:
        for words, path in in_a if case.fact.value == first.value else in_b:
            yield case.not_met(words, path, "write another one")

    return Rule("XXX001", "probe", lambda terms: terms.strand_budget_eur, check)


def told(rule: Rule[Decimal], strand: str = "") -> list[tuple[Answer, str, str | None]]:
    found = spec(strand and f"strand: {strand}\n")
    return [
        (one.outcome.answer, one.outcome.message, one.outcome.path)
        for one in judge(found.spec, found.call, [rule]).judged
    ]


def test_the_two_strands_of_the_probe_differ() -> None:
    rule = ruled((("a", PATHS[0]),), (("b", PATHS[1]),))

    assert told(rule, "A") == [(Answer.NOT_MET, "a", PATHS[0])]
    assert told(rule, "B") == [(Answer.NOT_MET, "b", PATHS[1])]


def test_what_both_strands_say_alike_is_said() -> None:
    rule = ruled(
        (("same", PATHS[0]), ("a alone", PATHS[1])), (("b alone", PATHS[2]), ("same", PATHS[0]))
    )

    assert told(rule) == [(Answer.NOT_MET, "same", PATHS[0])]


def test_the_same_words_at_another_place_are_another_fault() -> None:
    rule = ruled(
        (("too long", PATHS[0]), ("too long", PATHS[1])),
        (("too long", PATHS[1]), ("too long", PATHS[2])),
    )

    assert told(rule) == [(Answer.NOT_MET, "too long", PATHS[1])]


def test_where_words_differ_the_place_decides() -> None:
    rule = ruled(
        (("above 4", PATHS[0]), ("above 4", PATHS[1])),
        (("above 7", PATHS[1]), ("above 7", PATHS[2])),
    )

    assert told(rule) == [(Answer.NOT_MET, "above 4", PATHS[1])]


def test_where_nothing_is_common_the_first_strand_speaks() -> None:
    rule = ruled((("a", PATHS[0]),), (("b", PATHS[1]),))

    assert told(rule) == [(Answer.NOT_MET, "a", PATHS[0])]


def test_where_answers_differ_the_strand_is_asked_for() -> None:
    rule = ruled((("a", PATHS[0]),), ())
    met = Rule(rule.code, rule.name, rule.rests_on, lambda case: _met_in_b(case, rule))
    found = spec("")
    (one,) = judge(found.spec, found.call, [met]).judged

    assert one.outcome.answer is Answer.UNDECIDED
    assert one.outcome.severity is Severity.ERROR
    assert (one.outcome.path, one.outcome.key) == ("strand", "strand")
    assert one.outcome.question == "In which strand does the consortium apply: A or B?"
    assert one.outcome.source is not None
    assert one.outcome.ask


def _met_in_b(case: Case[Decimal], rule: Rule[Decimal]) -> Iterator[Outcome]:
    yield from list(rule.check(case)) or [case.met("fits")]


def outcome(answer: Answer, severity: Severity) -> Judged:
    return Judged(ALL_RULES[0], Outcome(answer, "x", "strand", severity=severity))


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ([], Standing.ELIGIBLE),
        ([(Answer.MET, Severity.ERROR)], Standing.ELIGIBLE),
        ([(Answer.NOT_APPLICABLE, Severity.ERROR)], Standing.ELIGIBLE),
        ([(Answer.NOT_MET, Severity.WARNING)], Standing.ELIGIBLE),
        ([(Answer.UNDECIDED, Severity.WARNING)], Standing.ELIGIBLE),
        ([(Answer.UNDECIDED, Severity.ERROR)], Standing.UNDECIDED),
        ([(Answer.NOT_MET, Severity.ERROR)], Standing.INELIGIBLE),
        (
            [(Answer.UNDECIDED, Severity.ERROR), (Answer.NOT_MET, Severity.ERROR)],
            Standing.INELIGIBLE,
        ),
        (
            [(Answer.NOT_MET, Severity.WARNING), (Answer.UNDECIDED, Severity.ERROR)],
            Standing.UNDECIDED,
        ),
    ],
)
def test_only_errors_decide_and_the_worst_of_them_counts(
    answers: list[tuple[Answer, Severity]], standing: Standing
) -> None:
    assert Verdict(tuple(outcome(*one) for one in answers)).standing is standing
