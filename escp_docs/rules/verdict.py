"""All rules on one spec, and what they come to."""

from collections.abc import Sequence
from typing import Any

from escp_docs.finding import Answer, Outcome, Severity
from escp_docs.model.call import Call
from escp_docs.model.owner import owner
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Judged, Rule, Verdict
from escp_docs.rules import ALL_RULES


def judge(spec: Spec, call: Call, rules: Sequence[Rule[Any]] = ALL_RULES) -> Verdict:
    """Return what the rules of the call say of a spec."""
    return Verdict(
        tuple(Judged(rule, outcome) for rule in rules for outcome in _outcomes(rule, spec, call))
    )


def _outcomes(rule: Rule[Any], spec: Spec, call: Call) -> tuple[Outcome, ...]:
    if spec.strand is not None:
        return _in_strand(rule, spec, call, spec.strand)
    by_strand = [_in_strand(rule, spec, call, strand) for strand in call.strands]
    if len({_said(outcomes) for outcomes in by_strand}) == 1:
        return by_strand[0]
    cited = next((one[0].source for one in by_strand if one[0].source), None)
    return (
        Outcome(
            Answer.UNDECIDED,
            "the answer depends on the strand, and none is stated",
            "strand",
            question=f"In which strand does the consortium apply: {' or '.join(call.strands)}?",
            key="strand",
            ask=owner(spec, "strand"),
            source=cited,
            severity=Severity.ERROR,
        ),
    )


def _said(outcomes: tuple[Outcome, ...]) -> tuple[tuple[Answer, Severity, str | None], ...]:
    return tuple((one.answer, one.severity, one.path) for one in outcomes)


def _in_strand(rule: Rule[Any], spec: Spec, call: Call, strand: str) -> tuple[Outcome, ...]:
    terms = call.terms(strand)
    fact = rule.rests_on(terms)
    if fact is not None:
        return tuple(rule.check(Case(spec, call, terms, fact)))
    return (_not_applicable(rule, call),)


def _not_applicable(rule: Rule[Any], call: Call) -> Outcome:
    elsewhere = {
        strand: fact
        for strand in call.strands
        if (fact := rule.rests_on(call.terms(strand))) is not None
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
