"""What is said of a spec without a strand: only what holds in every strand."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from msgspec.structs import replace

from escp_docs.finding import Answer, Confidence, Outcome, Severity, Source
from escp_docs.judging.one_spec import checked
from escp_docs.judging.verdict import judge, judge_together
from escp_docs.model.call import Call, Terms
from escp_docs.read.spec import Reading
from escp_docs.rule import Case, Judged, Rule, Standing, Verdict
from escp_docs.rules import BY_CODE
from tests.support.reading import HEAD, PROJECT, call, read, spec

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
    assert one.outcome.message == "the answer depends on the strand, and none is stated"
    assert one.outcome.severity is Severity.ERROR
    assert (one.outcome.path, one.outcome.key) == ("strand", "strand")
    assert one.outcome.question == "In which strand does the consortium apply: A or B?"
    assert one.outcome.source is not None
    assert one.outcome.ask


def _met_in_b(case: Case[Decimal], rule: Rule[Decimal]) -> Iterator[Outcome]:
    yield from list(rule.check(case)) or [case.met("fits")]


def outcome(
    answer: Answer, severity: Severity, code: str = "BUD002", confidence: Confidence | None = None
) -> Judged:
    source = Source("x", "", None, "x", None, confidence) if confidence else None
    return Judged(BY_CODE[code], Outcome(answer, "x", "strand", source=source, severity=severity))


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


def test_what_a_spec_says_against_itself_leaves_it_open_and_makes_nobody_ineligible() -> None:
    itself = outcome(Answer.NOT_MET, Severity.ERROR, confidence=Confidence.CONSISTENCY)

    assert Verdict((itself,)).standing is Standing.ELIGIBLE
    assert Verdict((itself,)).open == (itself,)


def test_a_call_that_does_not_say_how_many_entities_it_asks_for_calls_nobody_eligible() -> None:
    unsaid = outcome(Answer.NOT_APPLICABLE, Severity.ERROR, "CON001")

    assert Verdict((unsaid,)).standing is Standing.UNDECIDED


def test_why_nobody_is_called_eligible_by_such_a_call_is_remarked() -> None:
    found = read(f"{HEAD}strand: A\n{PROJECT}")
    less = found.call.all_strands.updated({"least_legal_entities": None})
    uncounted = replace(found, call=found.call.updated({"all_strands": less}))

    def told(reading: Reading) -> list[str]:
        remarks = checked("x", reading).written.result.remarks
        return [one.message for one in remarks if "how many legal entities" in one.message]

    assert told(found) == []
    assert len(told(uncounted)) == 1


def test_a_requirement_that_is_not_met_and_not_sure_leaves_the_verdict_open() -> None:
    found = spec("strand: B\ntarget_countries: [{country: US}]\n")
    verdict = judge(found.spec, found.call, [BY_CODE["TGT001"], BY_CODE["RMP003"]])

    (few, *_) = verdict.judged
    assert (few.outcome.answer, few.outcome.severity) == (Answer.NOT_MET, Severity.WARNING)
    assert (few.outcome.question, few.outcome.ask) == ("does the call ask for this?", "coordinator")
    assert verdict.standing is Standing.UNDECIDED
    assert verdict.open == (few,)


def test_a_warning_beside_a_requirement_asks_nothing() -> None:
    found = spec("strand: B\nproject: {acronym: X, duration_months: 1}\n")
    verdict = judge(found.spec, found.call, [BY_CODE["RMP003"]])

    assert verdict.judged[0].outcome.question is None
    assert verdict.standing is Standing.ELIGIBLE


# --- where a rule does not hold --------------------------------------------------------------


def only(*strands: str) -> Rule[Decimal]:
    """Return a rule that holds in some strands of three."""
    budget = call().terms("A").strand_budget_eur
    scopes = {THREE.terms(strand).scope for strand in strands}
    return Rule(
        "XXX002",
        "probe",
        lambda terms: budget if terms.scope in scopes else None,
        lambda case: iter([case.met("fits")]),
    )


def _three() -> Call:
    """Return a call with a third strand, and a scope by which each is known."""
    first = call().terms("A").scope or call().terms("A").title
    assert first is not None
    strands = {
        name: Terms(scope=first.updated({"value": f"the scope of {name}"}))
        for name in ("A", "B", "C")
    }
    return call().updated({"strands": strands})


THREE = _three()


@pytest.mark.parametrize(
    ("holds", "strand", "words"),
    [
        (("A",), "B", "holds in Strand A alone"),
        (("A", "C"), "B", "holds in Strand A and C alone"),
        (("B",), "A", "holds in Strand B alone"),
    ],
)
def test_a_rule_of_another_strand_is_not_applicable_and_says_where_it_holds(
    holds: tuple[str, ...], strand: str, words: str
) -> None:
    fact = call().terms("A").strand_budget_eur
    assert fact is not None
    (one,) = judge(spec(f"strand: {strand}\n").spec, THREE, [only(*holds)]).judged

    assert one.outcome == Outcome(
        Answer.NOT_APPLICABLE, words, source=fact.cited, severity=fact.severity
    )


def test_a_rule_that_holds_nowhere_is_a_gap_of_the_call_file() -> None:
    (one,) = judge(spec("strand: A\n").spec, THREE, [only()]).judged

    assert one.outcome == Outcome(
        Answer.NOT_APPLICABLE, "the call file does not say", severity=Severity.WARNING
    )


def test_several_specs_are_judged_by_the_fact_of_their_own_strand() -> None:
    budgets = {strand: call().terms(strand).strand_budget_eur for strand in ("A", "B")}

    def together(cases: Sequence[Case[Decimal]]) -> Iterator[tuple[int, Outcome]]:
        last = len(cases) - 1
        for index, case in enumerate(cases):
            fact = case.terms.strand_budget_eur
            assert fact is not None
            assert fact == case.fact
            yield (
                index,
                case.undecided(f"{fact.value}", "Which?", None, "strand", ((last, "strand"),)),
            )

    rule = Rule(
        "XXX003",
        "probe",
        lambda terms: terms.strand_budget_eur,
        lambda case: iter([case.met("alone")]),
        together,
    )
    specs = [(spec(f"strand: {strand}\n").spec, call()) for strand in ("B", "A", "B")]
    other = (spec("").spec, call().updated({"id": "another call"}))
    first, second, alone, last = judge_together([*specs[:2], other, specs[2]], [rule])
    told = [verdict.judged[0].outcome for verdict in (first, second, last)]

    assert [one.message for one in told] == [
        f"{fact.value}" for strand in "BAB" if (fact := budgets[strand])
    ]
    # Where others stand is told by their places among all specs, not among those of their call.
    assert [one.elsewhere for one in told] == [((3, "strand"),)] * 3
    assert [one.outcome.message for one in alone.judged] == ["alone"]
