"""A spec against its call: texts in, results with places out. Opens no file, reads no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from escp_docs.errors import Fault, UnreadableError
from escp_docs.finding import Answer, Outcome
from escp_docs.model.anchor import anchored
from escp_docs.model.call import Call
from escp_docs.model.departure import Departure, departure
from escp_docs.model.spec import Spec
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from escp_docs.read.spec import Reading
from escp_docs.report.result import Change, Finding, Result
from escp_docs.rule import Judged, Standing
from escp_docs.rules.repair import smallest_repair
from escp_docs.rules.verdict import judge

Sources = Sequence[SourceText | Fault]
Calls = Mapping[str, Call]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How a spec is judged otherwise than as written; None keeps what it says."""

    call: Call | None = None
    strand: str | None = None
    without: str | None = None


AS_WRITTEN: Final = WhatIf()


def check(name: str, sources: Sources, calls: Calls, what_if: WhatIf = AS_WRITTEN) -> Result:
    """Return what the call says of one spec, or why it cannot be read."""
    try:
        return judged(name, read(sources, calls), what_if)
    except UnreadableError as error:
        return Result(name, faults=error.faults)


def read(sources: Sources, calls: Calls) -> Reading:
    """Return what the files of a spec state.

    Raises:
        UnreadableError: something is wrong; it holds every fault that was found.
    """
    return reading.spec(sources, calls)


def judged(name: str, found: Reading, what_if: WhatIf = AS_WRITTEN) -> Result:
    """Return what the call says of a spec that could be read, as written or otherwise."""
    written = _result(name, found, found.spec, found.call)
    leaver = found.spec.partner(what_if.without)
    if leaver is None and what_if.call is None and what_if.strand is None:
        return written
    gone = departure(found.spec, leaver.id) if leaver else None
    call = what_if.call or found.call
    strand = what_if.strand or found.spec.strand
    spec = (gone.spec if gone else found.spec).model_copy(
        update={"strand": strand if strand in call.strands else None}
    )
    other = _result(name, found, spec, call, gone)
    return replace(other, change=_change(written, other, gone))


def _result(
    name: str, read: Reading, spec: Spec, call: Call, gone: Departure | None = None
) -> Result:
    verdict = judge(spec, call)
    is_eligible = verdict.standing is Standing.ELIGIBLE
    return Result(
        name,
        call.id,
        spec.strand,
        verdict.standing,
        tuple(_finding(one, read, spec, gone) for one in verdict.judged),
        repair=() if is_eligible else smallest_repair(spec, call),
    )


def _finding(one: Judged, read: Reading, spec: Spec, gone: Departure | None) -> Finding:
    outcome, path = one.outcome, one.outcome.path
    is_settled = outcome.answer in (Answer.MET, Answer.NOT_APPLICABLE)
    anchor = "" if is_settled or path is None else anchored(spec, path)
    if gone:
        outcome = _as_written(outcome, gone)
    place = read.places.of(outcome.path) if outcome.path is not None else None
    return Finding(
        code=one.rule.code,
        name=one.rule.name,
        outcome=outcome,
        place=place,
        excerpt=read.places.excerpt(place) if place else "",
        related=tuple((path, read.places.of(path)) for path in outcome.related),
        anchor=anchor,
    )


def _as_written(outcome: Outcome, gone: Departure) -> Outcome:
    """Return an outcome on a spec without a partner, with paths of the spec as written."""
    return replace(
        outcome,
        path=None if outcome.path is None else gone.as_written(outcome.path),
        key=None if outcome.key is None else gone.as_written(outcome.key),
        related=tuple(gone.as_written(path) for path in outcome.related),
    )


def _change(written: Result, other: Result, gone: Departure | None) -> Change:
    before = {one.identity for one in written.shown}
    after = {one.identity for one in other.shown}
    assert written.call is not None
    assert written.standing is not None
    return Change(
        written.call,
        written.strand,
        written.standing,
        tuple(one for one in other.shown if one.identity not in before),
        tuple(one for one in written.shown if one.identity not in after),
        gone,
    )
