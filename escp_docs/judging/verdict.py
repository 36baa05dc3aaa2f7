"""All rules on one spec, or on several together, and what they come to."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from escp_docs.finding import Answer, Outcome, Severity
from escp_docs.model.call import Call, Terms
from escp_docs.model.kept import kept
from escp_docs.model.responsible import owner
from escp_docs.model.spec import Spec
from escp_docs.rule import REQUIREMENTS, Case, Judged, Rule, Verdict
from escp_docs.rules import ALL_RULES

_DOUBT: Final = "does the call ask for this?"
_Across = Mapping[tuple[int, str], Sequence[Outcome]]  # by position of the spec and code


def judge(spec: Spec, call: Call, rules: Sequence[Rule[Any]] = ALL_RULES) -> Verdict:
    """Return what the rules of the call say of a spec."""
    return _judged(spec, call) if rules is ALL_RULES else judge_together([(spec, call)], rules)[0]


@kept
def _judged(spec: Spec, call: Call) -> Verdict:
    return judge_together([(spec, call)])[0]


def judge_together(
    cases: Sequence[tuple[Spec, Call]], rules: Sequence[Rule[Any]] = ALL_RULES
) -> tuple[Verdict, ...]:
    """Return what the rules say of each of several specs, those across specs included.

    Specs of one call are compared with each other; `elsewhere` of an outcome holds positions in
    `cases`. One spec of a call is judged alone.
    """
    terms = {
        id(call): {strand: call.terms(strand) for strand in call.strands}
        for call in {id(call): call for _, call in cases}.values()
    }
    across = _across(cases, rules, terms)
    return tuple(
        Verdict(
            tuple(
                Judged(rule, _with_doubt(rule, outcome, spec, terms[id(call)]))
                for rule in rules
                for outcome in across.get((index, rule.code))
                or _outcomes(rule, spec, call, terms[id(call)])
            )
        )
        for index, (spec, call) in enumerate(cases)
    )


def _with_doubt(
    rule: Rule[Any], outcome: Outcome, spec: Spec, terms: Mapping[str, Terms]
) -> Outcome:
    """Return an outcome; a requirement that is not met asks whether the call has it, if unsure."""
    if (
        rule.code not in REQUIREMENTS
        or outcome.answer is not Answer.NOT_MET
        or outcome.severity is Severity.ERROR
    ):
        return outcome
    facts = (rule.rests_on(one) for strand, one in terms.items() if spec.strand in (None, strand))
    if outcome.condition is not None:
        return replace(outcome, question=_DOUBT, ask=owner(spec, ""))
    if all(fact is None or fact.cited != outcome.source for fact in facts):
        return outcome  # of a fact that stands beside the requirement itself
    return replace(outcome, question=_DOUBT, ask=owner(spec, ""))


# --- several specs ---------------------------------------------------------------------------


def _across(
    cases: Sequence[tuple[Spec, Call]],
    rules: Sequence[Rule[Any]],
    terms: Mapping[int, Mapping[str, Terms]],
) -> _Across:
    found: dict[tuple[int, str], list[Outcome]] = {}
    by_call: dict[str, list[int]] = {}
    for index, (_, call) in enumerate(cases):
        by_call.setdefault(call.id, []).append(index)
    for group in by_call.values():
        for rule in rules if len(group) > 1 else ():
            if rule.together is None:
                continue
            judged = [(one, case) for one in group if (case := _case(rule, *cases[one], terms))]
            positions = [one for one, _ in judged]
            for position, outcome in rule.together([case for _, case in judged]):
                elsewhere = tuple((positions[other], path) for other, path in outcome.elsewhere)
                mine = found.setdefault((positions[position], rule.code), [])
                mine.append(replace(outcome, elsewhere=elsewhere))
    return found


def _case(
    rule: Rule[Any], spec: Spec, call: Call, terms: Mapping[int, Mapping[str, Terms]]
) -> Case[Any] | None:
    """Return the case of a spec against the fact of a rule; None if the rule does not hold.

    Without a strand the fact is that of the first strand in which the rule holds.
    """
    for strand, one in terms[id(call)].items():
        fact = rule.rests_on(one) if spec.strand in (None, strand) else None
        if fact is not None:
            return Case(spec, call, one, fact)
    return None


# --- one spec --------------------------------------------------------------------------------


def _outcomes(
    rule: Rule[Any], spec: Spec, call: Call, terms: Mapping[str, Terms]
) -> Sequence[Outcome]:
    if spec.strand is not None:
        return _in_strand(rule, spec, call, terms, spec.strand)
    by_strand = [_in_strand(rule, spec, call, terms, strand) for strand in terms]
    conditions = dict.fromkeys(one.condition for some in by_strand for one in some if one.condition)
    if not conditions:
        return _in_any(by_strand, spec, call)
    # A condition that holds in some strands alone is a question of its own.
    by_condition = (
        [[one for one in some if one.condition == condition] for some in by_strand]
        for condition in conditions
    )
    return tuple(one for some in by_condition for one in _in_any(some, spec, call))


def _in_any(by_strand: Sequence[Sequence[Outcome]], spec: Spec, call: Call) -> Sequence[Outcome]:
    """Return the outcomes that a spec has in every strand, or the question which it is."""
    if len({_said(outcomes) for outcomes in by_strand}) == 1:
        return _common(by_strand)
    every = [one for outcomes in by_strand for one in outcomes]
    cited = next((one.source for one in every if one.source), None)
    severities = {one.severity for one in every}
    return (
        Outcome(
            Answer.UNDECIDED,
            "the answer depends on the strand, and none is stated",
            "strand",
            question=f"In which strand does the consortium apply: {' or '.join(call.strands)}?",
            key="strand",
            ask=owner(spec, "strand"),
            source=cited,
            severity=Severity.ERROR if Severity.ERROR in severities else Severity.WARNING,
            condition=every[0].condition,
        ),
    )


def _said(outcomes: Sequence[Outcome]) -> frozenset[tuple[Answer, Severity]]:
    return frozenset((one.answer, one.severity) for one in outcomes)


def _common(by_strand: Sequence[Sequence[Outcome]]) -> Sequence[Outcome]:
    """Return the outcomes that a spec has in every strand, as the first strand words them.

    Words may differ from strand to strand, so the place decides if the words leave none.
    """
    for traits in (_wording, _place):
        everywhere = set.intersection(*({traits(one) for one in some} for some in by_strand))
        common = [one for one in by_strand[0] if traits(one) in everywhere]
        if _said(common) == _said(by_strand[0]):
            return common
    return by_strand[0]


def _place(outcome: Outcome) -> tuple[Answer, Severity, str | None]:
    return outcome.answer, outcome.severity, outcome.path


def _wording(outcome: Outcome) -> tuple[Answer, Severity, str | None, str]:
    return *_place(outcome), outcome.message


def _in_strand(
    rule: Rule[Any], spec: Spec, call: Call, terms: Mapping[str, Terms], strand: str
) -> Sequence[Outcome]:
    fact = rule.rests_on(terms[strand])
    if fact is not None:
        return tuple(rule.check(Case(spec, call, terms[strand], fact)))
    return (_not_applicable(rule, terms),)


def _not_applicable(rule: Rule[Any], terms: Mapping[str, Terms]) -> Outcome:
    elsewhere = {
        strand: fact for strand, one in terms.items() if (fact := rule.rests_on(one)) is not None
    }
    fact = next(iter(elsewhere.values()), None)
    message = (
        f"holds in Strand {' and '.join(elsewhere)} alone"
        if elsewhere
        else "the call file does not say"
    )
    return Outcome(
        Answer.NOT_APPLICABLE,
        message,
        source=fact.cited if fact else None,
        severity=fact.severity if fact else Severity.WARNING,
    )
