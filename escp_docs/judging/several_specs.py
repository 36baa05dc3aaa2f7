"""Several specs judged: who they are is read first, then each is judged with the others in mind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.finding import Place, Remark
from escp_docs.judging.application_remarks import of_versions
from escp_docs.judging.asked import asked
from escp_docs.judging.identity import Found, Identity, identity
from escp_docs.judging.one_spec import Checked, Side, WhatIf, changed, checked, finding, otherwise
from escp_docs.judging.open_spec import OpenSpec, call_named, strand_named
from escp_docs.judging.result import Finding, Result, by_place
from escp_docs.judging.verdict import judge_together
from escp_docs.model.stable_path import named
from escp_docs.rule import Judged, Verdict
from escp_docs.rules import ALL_RULES, BY_CODE
from escp_docs.rules.pla002_same_paragraph import MOST_SPECS
from escp_docs.spelling import unknown

_ACROSS: Final = tuple(rule for rule in ALL_RULES if rule.together is not None)
_OF_MANY: Final = tuple(rule for rule in _ACROSS if rule.code != "PLA002")


class SpecSource(Protocol):
    """A spec that can be read: as a whole, or who it is alone."""

    def whole(self) -> OpenSpec | Result:
        """Return the spec, or a result with the faults that make it unreadable."""
        ...

    def identity(self) -> OpenSpec | None:
        """Return the spec, or the part of it that says who applies where; None if unreadable."""
        ...

    def part(self) -> OpenSpec | None:
        """Return the part of it that says who applies where; None if it cannot be read alone."""
        ...


class _Said(Struct, frozen=True):
    """What the rules across specs say of one spec, with the places in others that they name."""

    judged: tuple[tuple[Judged, tuple[tuple[str, Place], ...]], ...]
    remarks: tuple[Remark, ...]


def check(
    specs: Sequence[SpecSource],
    call: str | None,
    strand: str | None,
    without: tuple[str, ...],
    told: Callable[[int], None] = lambda _: None,
) -> Iterator[Result]:
    """Return what came of each spec, alone and together, one by one.

    Specs are read twice where there are many, so that none is kept; else once.

    Args:
        specs: The specs.
        call: Judge them by this call, too; each by the one that it answers if it is None.
        strand: Judge them in this strand, too.
        without: Judge them without these partners, too.
        told: Called with the number of specs read, while the first result is waited for.

    Raises:
        UnknownNameError: there is no such call or strand, or no spec has one of the partners.
    """
    are_few = len(specs) <= MOST_SPECS
    read: list[OpenSpec | Result] = []
    who = _Identities(call, strand, without, is_whole=are_few)
    for index, source in enumerate(specs):
        whole = source.whole() if are_few else None
        if whole is not None:
            read.append(whole)
        who.add(index, _who(source, whole))
        told(index + 1)
    opened: Callable[[int], OpenSpec | Result] = (
        read.__getitem__ if are_few else lambda index: specs[index].whole()
    )
    return _results(len(specs), opened, who.what_if, *who.said())


def _who(source: SpecSource, whole: OpenSpec | Result | None) -> OpenSpec | None:
    """Return a spec, or what says who it is; None if neither can be read. No spec is read twice."""
    match whole:
        case OpenSpec():
            return whole
        case Result():
            return source.part()
        case None:
            return source.identity()


class _Identities(Struct):
    """Who the specs are, as written and as they would be by another call, strand or partner."""

    call: str | None
    strand: str | None
    without: tuple[str, ...]
    is_whole: bool
    partners: set[str] = field(default_factory=set)
    what_if: dict[int, WhatIf] = field(default_factory=dict)
    written: dict[int, Identity] = field(default_factory=dict)
    other: dict[int, Identity] = field(default_factory=dict)

    def add(self, index: int, one: OpenSpec | None) -> None:
        """Note who a spec is, and forget the rest of it; nothing of one that cannot be read."""
        if one is None:
            return
        self.partners.update(partner.id for partner in one.spec.partners)
        call = call_named(self.call, one.calls) if self.call else None
        strand = strand_named(self.strand, call or one.call) if self.strand else None
        self.what_if[index] = WhatIf(call, strand, self.without)
        changed = otherwise(one.reading, self.what_if[index])
        self.written[index] = self._identity(one, (one.spec, one.call, None))
        self.other[index] = self._identity(one, changed) if changed else self.written[index]

    def _identity(self, one: OpenSpec, found: Found) -> Identity:
        return identity(one.name, found, one.places, is_whole=self.is_whole)

    def said(self) -> tuple[dict[int, _Said], dict[int, _Said]]:
        """Return what is said across specs as written, and as they would be; nothing of one alone.

        Raises:
            UnknownNameError: no spec has a partner that would be gone.
        """
        for one in self.without:
            if self.what_if and one not in self.partners:
                raise unknown("partner", one, sorted(self.partners))
        if len(self.written) < 2:  # noqa: PLR2004  # one is compared with none
            return {}, {}
        are_changed = (self.call, self.strand, self.without) != (None, None, ())
        written = _across(self.written, is_whole=self.is_whole)
        return written, _across(self.other, is_whole=self.is_whole) if are_changed else {}


def _across(sides: Mapping[int, Identity], *, is_whole: bool) -> dict[int, _Said]:
    each = list(sides.values())
    rules = _ACROSS if is_whole else _OF_MANY
    verdicts = judge_together([(side.spec, side.call) for side in each], rules)
    remarks = _of_versions(each)
    return {
        index: _Said(tuple((one, _elsewhere(one, each)) for one in verdict.judged), remarks[number])
        for number, (index, verdict) in enumerate(zip(sides, verdicts, strict=True))
    }


def _elsewhere(one: Judged, sides: Sequence[Identity]) -> tuple[tuple[str, Place], ...]:
    found = []
    for other, path in one.outcome.elsewhere:
        side = sides[other]
        there = side.gone.as_written(path) if side.gone else path
        found.append((named(path, side.spec), side.places.of(there)))
    return tuple(found)


def _of_versions(sides: Sequence[Identity]) -> dict[int, tuple[Remark, ...]]:
    """Return the remarks on versions of one application, by the position of each side."""
    by_call: dict[str, list[int]] = {}
    for index, side in enumerate(sides):
        by_call.setdefault(side.call.id, []).append(index)
    found: dict[int, tuple[Remark, ...]] = {}
    for group in by_call.values():
        named = [(sides[one].name, sides[one].spec, sides[one].places) for one in group]
        found.update(zip(group, of_versions(named), strict=True))
    return found


# --- each with the others in mind -------------------------------------------------------------


def _results(
    number: int,
    opened: Callable[[int], OpenSpec | Result],
    what_if: Mapping[int, WhatIf],
    written: Mapping[int, _Said],
    other: Mapping[int, _Said],
) -> Iterator[Result]:
    for index in range(number):
        found = opened(index)
        if isinstance(found, Result):
            yield found
            continue
        alone = checked(found.name, found.reading, what_if.get(index, WhatIf()))
        yield _result(alone, written.get(index), other.get(index))


def _result(alone: Checked, written: _Said | None, other: _Said | None) -> Result:
    before = _merged(alone.written, written)
    if alone.other is None:
        # Of a spec that is as written the others may be otherwise.
        return _merged(alone.written, other) if other else before
    return changed(before, _merged(alone.other, other), alone.other.gone)


def _merged(side: Side, said: _Said | None) -> Result:
    """Return the result of a spec in which the rules across specs say what they found together."""
    if said is None:
        return side.result
    across: dict[str, list[Finding]] = {}
    for one, elsewhere in said.judged:
        found = finding(one, side.places, side.spec, side.gone)
        here = replace(found, related=(*found.related, *elsewhere))
        across.setdefault(one.rule.code, []).append(here)
    findings = _in_place(side.result.findings, across)
    verdict = Verdict(tuple(Judged(BY_CODE[one.code], one.outcome) for one in findings))
    result = _asked_together(side, said, across)
    return replace(
        result,
        findings=findings,
        standing=verdict.standing,
        remarks=by_place((*side.result.remarks, *said.remarks)),
    )


def _asked_together(side: Side, said: _Said, across: Mapping[str, Sequence[Finding]]) -> Result:
    """Return the result with what the rules wait for once the others are known."""
    alone = [one.outcome.answer for one in side.result.findings if one.code in across]
    if alone == [one.outcome.answer for one, _ in said.judged]:
        return side.result
    rest = (one for one in side.verdict.judged if one.rule.code not in across)
    verdict = Verdict((*rest, *(one for one, _ in said.judged)))
    found = asked(side.spec, side.call, verdict, side.places, side.gone)
    return replace(side.result, asked=found.facts, missing=found.missing)


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
