"""Specs against their calls: texts in, results with places out. Opens no file, reads no clock."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.finding import Answer, Outcome, Remark
from escp_docs.judging.application_remarks import own_application, uncounted
from escp_docs.judging.asked import asked
from escp_docs.judging.edition_remarks import changed_since
from escp_docs.judging.next_keys import next_keys
from escp_docs.judging.prose_remarks import prose_remarks
from escp_docs.judging.region_remarks import elsewhere
from escp_docs.judging.repair import smallest_repair
from escp_docs.judging.result import Change, Finding, Result, by_place
from escp_docs.judging.unknown_facts import unknown_facts
from escp_docs.judging.verdict import judge
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import anchored, named
from escp_docs.model.without_partner import Departure, departure
from escp_docs.read.places import Places
from escp_docs.read.spec import Reading
from escp_docs.rule import Judged, Standing, Verdict


class WhatIf(Struct, frozen=True):
    """How a spec is judged otherwise than as written; None keeps what it says."""

    call: Call | None = None
    strand: str | None = None
    without: tuple[str, ...] = ()


AS_WRITTEN: Final = WhatIf()
_NOT_WRITTEN: Final = "FRM007"  # names what reading remarks on, and counts it as a warning


class Side(Struct, frozen=True):
    """A spec judged alone, with what it takes to add what others say of it.

    `gone` is the partner left out; the places are those of the spec as written.
    """

    result: Result
    verdict: Verdict
    spec: Spec
    call: Call
    gone: Departure | None
    places: Places


class Checked(Struct, frozen=True):
    """A spec judged as written and, if that was asked for, otherwise."""

    written: Side
    other: Side | None = None


def checked(name: str, found: Reading, what_if: WhatIf = AS_WRITTEN) -> Checked:
    """Return what the rules say of one spec alone, as written and otherwise."""
    written = _side(name, found, found.spec, found.call, None)
    other = otherwise(found, what_if)
    return Checked(written, _side(name, found, *other) if other else None)


def otherwise(found: Reading, what_if: WhatIf) -> tuple[Spec, Call, Departure | None] | None:
    """Return a spec as it would be, by which call, and who is gone; None if it is as written."""
    leavers = [one for one in dict.fromkeys(what_if.without) if found.spec.partner(one)]
    if not leavers and what_if.call is None and what_if.strand is None:
        return None
    gone = departure(found.spec, *leavers) if leavers else None
    call = what_if.call or found.call
    strand = what_if.strand or found.spec.strand
    spec = (gone.spec if gone else found.spec).updated(
        {"strand": strand if strand in call.strands else None}
    )
    return spec, call, gone


def changed(written: Result, other: Result, gone: Departure | None) -> Result:
    """Return the other result with what came and went against the one as written."""
    assert written.call is not None
    assert written.standing is not None
    before = {one.identity for one in written.shown}
    after = {one.identity for one in other.shown}
    change = Change(
        written.call,
        written.strand,
        written.standing,
        tuple(one for one in other.shown if one.identity not in before),
        tuple(one for one in written.shown if one.identity not in after),
        gone,
    )
    return replace(other, change=change)


# --- one spec --------------------------------------------------------------------------------


def _side(name: str, found: Reading, spec: Spec, call: Call, gone: Departure | None) -> Side:
    verdict = judge(spec, call)
    is_eligible = verdict.standing is Standing.ELIGIBLE
    owed = asked(spec, found.call, verdict, found.places, gone)
    result = Result(
        name,
        call.id,
        spec.strand,
        verdict.standing,
        tuple(finding(one, found.places, spec, gone) for one in verdict.judged),
        repair=() if is_eligible else smallest_repair(spec, call),
        remarks=_remarks(found, spec, call, verdict),
        missing=owed.missing,
        asked=owed.facts,
        next_keys=() if gone else next_keys(verdict, found.places),
    )
    return Side(result, verdict, spec, call, gone, found.places)


def _remarks(found: Reading, spec: Spec, call: Call, verdict: Verdict) -> tuple[Remark, ...]:
    told = {one.outcome.path for one in verdict.judged if one.rule.code == _NOT_WRITTEN}
    every = (
        *(one for one in found.remarks if one.path is None or one.path not in told),
        *prose_remarks(found.spec, found.places),
        *own_application(found.spec, found.places),
        *uncounted(verdict, found.places),
        *elsewhere(found.spec, found.places),
        *unknown_facts(spec, call, found.places),
        *changed_since(spec, call, found.places),
    )
    return by_place(replace(one, path=one.path and named(one.path, found.spec)) for one in every)


def finding(one: Judged, places: Places, spec: Spec, gone: Departure | None) -> Finding:
    """Return an outcome on `spec` with its places and line in the spec as written."""
    outcome, path = one.outcome, one.outcome.path
    is_settled = outcome.answer in (Answer.MET, Answer.NOT_APPLICABLE)
    written = _as_written(outcome, gone) if gone else outcome
    place = places.of(written.path) if written.path is not None else None
    return Finding(
        code=one.rule.code,
        name=one.rule.name,
        outcome=_named(outcome, spec),
        place=place,
        excerpt=places.excerpt(place) if place else "",
        related=tuple(
            (named(name, spec), places.of(at)) for name, at in _related(outcome, written)
        ),
        anchor="" if is_settled or path is None else anchored(spec, path),
        fill_in=places.of(written.key) if written.key else None,
    )


def _related(outcome: Outcome, written: Outcome) -> Iterator[tuple[str, str]]:
    """Yield each further path as the spec has it that is judged, and as the one that is written."""
    return zip(outcome.related, written.related, strict=True)


def _named(outcome: Outcome, spec: Spec) -> Outcome:
    """Return an outcome on a spec whose paths name entries by their ids."""
    path, key = outcome.path and named(outcome.path, spec), outcome.key and named(outcome.key, spec)
    if (path, key) == (outcome.path, outcome.key):
        return outcome
    return replace(outcome, path=path, key=key)


def _as_written(outcome: Outcome, gone: Departure) -> Outcome:
    """Return an outcome on a spec without a partner, with paths of the spec as written."""
    return replace(
        outcome,
        path=None if outcome.path is None else gone.as_written(outcome.path),
        key=None if outcome.key is None else gone.as_written(outcome.key),
        related=tuple(gone.as_written(path) for path in outcome.related),
    )
