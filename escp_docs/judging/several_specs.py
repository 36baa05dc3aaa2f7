"""Several specs judged together: the rules across specs, each finding with both places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from escp_docs.finding import Place
from escp_docs.judging.one_spec import Checked, Side, changed, finding
from escp_docs.judging.result import Finding, Result
from escp_docs.judging.verdict import judge_together
from escp_docs.rule import Judged, Verdict
from escp_docs.rules import ALL_RULES, BY_CODE

ACROSS: Final = tuple(rule for rule in ALL_RULES if rule.together is not None)


def results(checked: Sequence[Checked]) -> tuple[Result, ...]:
    """Return what came of each spec once those of one call are compared with each other."""
    written = _together([one.written for one in checked])
    if all(one.other is None for one in checked):
        return written
    other = _together([one.other or one.written for one in checked])
    return tuple(
        changed(before, after, one.other.gone) if one.other else after
        for one, before, after in zip(checked, written, other, strict=True)
    )


def _together(sides: Sequence[Side]) -> tuple[Result, ...]:
    if len(sides) == 1:
        return (sides[0].result,)
    verdicts = judge_together([(side.spec, side.call) for side in sides], ACROSS)
    return tuple(
        _merged(side, [_finding(one, side, sides) for one in verdict.judged])
        for side, verdict in zip(sides, verdicts, strict=True)
    )


def _finding(one: Judged, side: Side, sides: Sequence[Side]) -> Finding:
    found = finding(one, side.places, side.spec, side.gone)
    elsewhere = tuple(_elsewhere(sides[other], path) for other, path in one.outcome.elsewhere)
    return replace(
        found,
        excerpt=side.lines.get(found.place, "") if found.place else "",
        related=(*found.related, *elsewhere),
    )


def _elsewhere(side: Side, path: str) -> tuple[str, Place]:
    there = side.gone.as_written(path) if side.gone else path
    return there, side.places.of(there)


def _merged(side: Side, found: Sequence[Finding]) -> Result:
    """Return the result of a spec in which the rules across specs say what they found together."""
    across: dict[str, list[Finding]] = {}
    for one in found:
        across.setdefault(one.code, []).append(one)
    findings = _in_place(side.result.findings, across)
    verdict = Verdict(tuple(Judged(BY_CODE[one.code], one.outcome) for one in findings))
    return replace(side.result, findings=findings, standing=verdict.standing)


def _in_place(
    alone: Sequence[Finding], across: Mapping[str, Sequence[Finding]]
) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    done: set[str] = set()
    for one in alone:
        if one.code not in across:
            findings.append(one)
        elif one.code not in done:
            done.add(one.code)
            findings.extend(across[one.code])
    return tuple(findings)
