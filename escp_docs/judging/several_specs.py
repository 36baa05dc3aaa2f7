"""Several specs judged together: the rules across specs, each finding with both places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from escp_docs.finding import Place, Remark
from escp_docs.judging.application_remarks import of_versions
from escp_docs.judging.one_spec import Checked, Side, WhatIf, changed, checked, finding
from escp_docs.judging.open_spec import OpenSpec, call_named, strand_named
from escp_docs.judging.result import Finding, Result, by_place
from escp_docs.judging.verdict import judge_together
from escp_docs.rule import Judged, Verdict
from escp_docs.rules import ALL_RULES, BY_CODE
from escp_docs.spelling import unknown

ACROSS: Final = tuple(rule for rule in ALL_RULES if rule.together is not None)


def check(
    specs: Iterable[OpenSpec | Result], call: str | None, strand: str | None, without: str | None
) -> tuple[Result, ...]:
    """Return what came of each spec, alone and together; one that cannot be read stays as it is.

    Args:
        specs: The specs; or why one cannot be read.
        call: Judge them by this call, too; each by the one that it answers if it is None.
        strand: Judge them in this strand, too.
        without: Judge them without this partner, too.

    Raises:
        UnknownNameError: there is no such call or strand, or no spec has such a partner.
    """
    partners: set[str] = set()
    found = [
        one if isinstance(one, Result) else _checked(one, call, strand, without, partners)
        for one in specs
    ]
    readable = [one for one in found if isinstance(one, Checked)]
    if without is not None and readable and without not in partners:
        raise unknown("partner", without, sorted(partners))
    compared = iter(results(readable))
    return tuple(one if isinstance(one, Result) else next(compared) for one in found)


def _checked(
    spec: OpenSpec, call: str | None, strand: str | None, without: str | None, partners: set[str]
) -> Checked:
    """Return a spec judged alone; note its partners."""
    partners.update(partner.id for partner in spec.spec.partners)
    other = call_named(call, spec.calls) if call else None
    in_strand = strand_named(strand, other or spec.call) if strand else None
    return checked(spec.name, spec.reading, WhatIf(other, in_strand, without))


def results(each: Sequence[Checked]) -> tuple[Result, ...]:
    """Return what came of each spec once those of one call are compared with each other."""
    written = _together([one.written for one in each])
    if all(one.other is None for one in each):
        return written
    other = _together([one.other or one.written for one in each])
    return tuple(
        changed(before, after, one.other.gone) if one.other else after
        for one, before, after in zip(each, written, other, strict=True)
    )


def _together(sides: Sequence[Side]) -> tuple[Result, ...]:
    if len(sides) == 1:
        return (sides[0].result,)
    verdicts = judge_together([(side.spec, side.call) for side in sides], ACROSS)
    remarks = _of_versions(sides)
    return tuple(
        _merged(side, [_finding(one, side, sides) for one in verdict.judged], remarks[index])
        for index, (side, verdict) in enumerate(zip(sides, verdicts, strict=True))
    )


def _of_versions(sides: Sequence[Side]) -> dict[int, tuple[Remark, ...]]:
    """Return the remarks on versions of one application, by the position of each side."""
    by_call: dict[str, list[int]] = {}
    for index, side in enumerate(sides):
        by_call.setdefault(side.call.id, []).append(index)
    found: dict[int, tuple[Remark, ...]] = {}
    for group in by_call.values():
        named = [(sides[one].result.spec, sides[one].spec, sides[one].places) for one in group]
        found.update(zip(group, of_versions(named), strict=True))
    return found


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


def _merged(side: Side, found: Sequence[Finding], remarks: tuple[Remark, ...]) -> Result:
    """Return the result of a spec in which the rules across specs say what they found together."""
    across: dict[str, list[Finding]] = {}
    for one in found:
        across.setdefault(one.code, []).append(one)
    findings = _in_place(side.result.findings, across)
    verdict = Verdict(tuple(Judged(BY_CODE[one.code], one.outcome) for one in findings))
    return replace(
        side.result,
        findings=findings,
        standing=verdict.standing,
        remarks=by_place((*side.result.remarks, *remarks)),
    )


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
