"""A report for people: a line a finding, what decides first; in full with place and source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from escp_docs.finding import Place
from escp_docs.judging.result import Finding, Result, WaitedFact
from escp_docs.report.closing import closing_lines
from escp_docs.report.faults import excerpt, fault_lines, remark_lines
from escp_docs.report.terminal_text import TextLayout, visible, wrapped
from escp_docs.rule import Standing

_BRIEF: Final = TextLayout()
_BEST_FIRST: Final = (Standing.ELIGIBLE, Standing.UNDECIDED, Standing.INELIGIBLE)
_UNREADABLE: Final = "unreadable"
_NAMED: Final = 4  # rules or keys that a line names before it counts the rest


def render(results: Iterable[Result], layout: TextLayout = _BRIEF) -> Iterator[str]:
    """Yield the report on all results, one piece a spec.

    Args:
        results: In the order in which they are shown.
        layout: How much is said, in which colours and how wide.
    """
    for result in results:
        yield "".join(f"{line}\n" for line in _result(result, layout))


def totals(verdicts: Mapping[str, int]) -> str:
    """Return how many specs there are, and how many of each verdict, the best first."""
    order = [*(one.value for one in _BEST_FIRST), _UNREADABLE]
    each = ", ".join(f"{verdicts[one]:,} {one}" for one in order if verdicts.get(one))
    return f"{sum(verdicts.values()):,} specs: {each}"


def _result(result: Result, layout: TextLayout) -> Iterator[str]:
    if layout.is_overview:
        yield from islice(reversed([*closing_lines(result, layout)]), 1)
        return
    for fault in result.faults:
        yield from fault_lines(fault, layout.paint)
        yield ""
    told = list(_told(result, layout))
    yield from told
    if told and not layout.is_full:
        yield ""
    yield from closing_lines(result, layout)


def _told(result: Result, layout: TextLayout) -> Iterator[str]:
    """Yield the lines of what decides first: errors, questions, warnings, remarks."""
    errors = (one for one in result.shown if one.is_fault and one.is_error)
    for error in errors:
        yield from _finding(error, layout)
    names = {one.code: one for one in result.findings}
    for facts in _groups(result.questions, layout):
        yield from _question(facts, names, layout)
    for warning in result.warnings:
        yield from _finding(warning, layout)
    for remark in result.remarks:
        lines = list(remark_lines(remark, layout.paint))
        if layout.is_full:
            yield from (*lines, "")
        else:
            fix = f"; {visible(remark.fix)}" if remark.fix else ""
            yield from wrapped(f"{lines[0]}{fix}", layout)


def _finding(finding: Finding, layout: TextLayout) -> Iterator[str]:
    outcome = finding.outcome
    severity = outcome.severity.value
    kind = layout.paint(severity, "red" if finding.is_error else "yellow")
    head = f"{_where(finding.place)}{kind} {finding.code} {finding.name}"
    fix = f"; {outcome.fix}" if outcome.fix else ""
    if not layout.is_full:
        also = ", ".join(dict.fromkeys(str(place) for _, place in finding.related))
        see = f" (see also {also})" if also else ""
        yield from wrapped(f"{head}: {visible(outcome.message + fix + see)}", layout)
        return
    yield head
    if finding.place and finding.excerpt:
        yield from excerpt(finding.place, finding.excerpt)
    yield f"  {visible(outcome.message)}"
    for path, place in finding.related:
        yield f"  see also: {visible(str(place))} ({path})"
    if outcome.fix:
        yield f"  fix: {visible(outcome.fix)}"
    if outcome.source:
        yield f"  source: {outcome.source}"
    yield ""


def _groups(facts: Iterable[WaitedFact], layout: TextLayout) -> list[list[WaitedFact]]:
    """Return what is asked, what decides first; in brief, a group is what one rule asks of many."""
    groups: dict[tuple[bool, str, str], list[WaitedFact]] = {}
    for one in facts:
        alone = one.path if layout.is_full else ""
        groups.setdefault((not one.urgent, one.codes[0], alone), []).append(one)
    return sorted(groups.values(), key=lambda group: not group[0].urgent)


def _question(
    facts: list[WaitedFact], findings: dict[str, Finding], layout: TextLayout
) -> Iterator[str]:
    fact, *more = facts
    first = findings.get(fact.codes[0])
    name = first.name if first else ""
    kind = layout.paint("undecided", "cyan")
    head = f"{_where(fact.place)}{kind} {fact.codes[0]} {name}"
    key = layout.key(fact.path)
    if not layout.is_full:
        also = f"; also {_some(fact.codes[1:])}" if fact.codes[1:] else ""
        rest = f"; and {len(more)} more: {_others(more, fact.ask, layout)}" if more else ""
        ask = f"ask {fact.ask}: {key}{rest}{also}"
        if layout.width:
            ask = f"{key}, and {len(more)} more" if more else key
        yield from wrapped(f"{head}: {visible(f'{fact.question} ({ask})')}", layout)
        return
    yield head
    if fact.excerpt:
        yield from excerpt(fact.place, fact.excerpt)
    if first:
        yield f"  {visible(first.outcome.message)}"
    yield f"  question: {visible(fact.question)}"
    yield visible(f"  ask {fact.ask}, and fill in {key}")
    if fact.codes[1:]:
        yield f"  waited for by {', '.join(fact.codes)}"
    if first and first.outcome.source:
        yield f"  source: {first.outcome.source}"
    yield ""


def _others(facts: Sequence[WaitedFact], ask: str, layout: TextLayout) -> str:
    """Return the keys of further facts, each behind whom to ask if that is somebody else."""
    named: list[str] = []
    asked = ask
    for one in sorted(facts, key=lambda one: (one.ask != ask, one.ask))[:_NAMED]:
        whom = "" if one.ask == asked else f"ask {one.ask}: "
        asked = one.ask
        named.append(f"{whom}{layout.key(one.path)}")
    more = f" and {len(facts) - _NAMED} others" if len(facts) > _NAMED else ""
    return ", ".join(named) + more


def _where(place: Place | None) -> str:
    return f"{visible(str(place))}: " if place else ""


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} others" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
