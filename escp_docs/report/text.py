"""A report for people: place, source line with caret, fact, cure, source; then the verdict."""

from collections.abc import Iterable, Iterator

from escp_docs.judging.result import Finding, Result
from escp_docs.language.rule_words import and_listed
from escp_docs.report.changes import change_lines
from escp_docs.report.faults import excerpt, fault_lines, remark_lines
from escp_docs.report.terminal_text import Paint, plain, visible
from escp_docs.report.warned import warned
from escp_docs.rule import Standing

_MENDED = ("CON", "TGT")
_NAMED = 8  # rules that a line names before it counts the rest


def render(results: Iterable[Result], paint: Paint = plain) -> Iterator[str]:
    """Yield the report on all results, one piece a spec.

    Args:
        results: In the order in which they are shown.
        paint: Gives a text a colour ("red", "yellow", "cyan", "green", "bold"), or leaves it.
    """
    for result in results:
        yield "".join(f"{line}\n" for line in _result(result, paint))


def _result(result: Result, paint: Paint) -> Iterator[str]:
    for fault in result.faults:
        yield from fault_lines(fault, paint)
        yield ""
    for finding in result.shown:
        yield from _finding(finding, paint)
        yield ""
    for remark in result.remarks:
        yield from remark_lines(remark, paint)
    if result.remarks:
        yield ""
    yield from _summary(result, paint)


def _finding(finding: Finding, paint: Paint) -> Iterator[str]:
    outcome = finding.outcome
    severity = outcome.severity.value
    kind = paint(severity, "red" if finding.is_error else "yellow")
    if finding.is_question:
        kind = paint("undecided", "cyan") + ("" if finding.is_error else " warning")
    where = f"{visible(str(finding.place))}: " if finding.place else ""
    yield f"{where}{kind} {finding.code} {finding.name}"
    if finding.place and finding.excerpt:
        yield from excerpt(finding.place, finding.excerpt)
    yield f"  {visible(outcome.message)}"
    for path, place in finding.related:
        yield f"  see also: {visible(str(place))} ({path})"
    if outcome.fix:
        yield f"  fix: {visible(outcome.fix)}"
    if outcome.question:
        yield f"  question: {visible(outcome.question)}"
        fill_in = f", and fill in {outcome.key}" if outcome.key else ""
        yield visible(f"  ask {outcome.ask}{fill_in}")
    if outcome.source:
        yield f"  source: {outcome.source}"


def _summary(result: Result, paint: Paint) -> Iterator[str]:
    colours = {"eligible": "green", "undecided": "cyan"}
    verdict = paint(result.verdict, colours.get(result.verdict, "red"))
    yield f"{visible(_title(result))}: {verdict}{_warned(result)}{_counts(result)}"
    asked: dict[str, list[str]] = {}
    for finding in result.shown:
        if finding.is_question and finding.outcome.ask and finding.outcome.key:
            asked.setdefault(finding.outcome.ask, []).append(finding.outcome.key)
    for person, keys in asked.items():
        yield visible(f"  open, ask {person}: {', '.join(dict.fromkeys(keys))}")
    if result.hidden:
        yield f"  not shown, yet part of the verdict: {_hidden(result.hidden)}"
    if result.repair:
        repair = "; ".join(one.text for one in result.repair)
        yield visible(f"  smallest repair: {repair}{_beside(result)}")
    if result.change:
        yield from map(visible, change_lines(result.change))


def _beside(result: Result) -> str:
    """Return what a repair leaves: the errors that lie neither in consortium nor in targets."""
    findings = (*result.findings, *result.hidden)
    left = sum(one.is_fault and one.is_error and one.code[:3] not in _MENDED for one in findings)
    return f" (for consortium and targets; {_number(left, 'error')} elsewhere)" if left else ""


def _hidden(findings: tuple[Finding, ...]) -> str:
    errors = [one.code for one in findings if one.is_fault and one.is_error]
    others = [one.code for one in findings if not (one.is_fault and one.is_error)]
    kinds = ((errors, "error"), (others, "warning or question"))
    return "; ".join(
        f"{_number(len(codes), kind)} ({_some(codes)})" for codes, kind in kinds if codes
    )


def _some(codes: list[str]) -> str:
    each = list(dict.fromkeys(codes))
    more = f" and {len(each) - _NAMED} more" if len(each) > _NAMED else ""
    return ", ".join(each[:_NAMED]) + more


def _title(result: Result) -> str:
    change = result.change
    if change is None:
        return result.spec
    leaver = f" without {and_listed(change.departure.partners)}" if change.departure else ""
    strand = f"strand {result.strand}" if result.strand else "no strand stated"
    is_other = (result.call, result.strand) != (change.call, change.strand)
    return result.spec + leaver + (f" in {result.call}, {strand}" if is_other else "")


def _warned(result: Result) -> str:
    """Return what is to be added to a green light that is not clean."""
    if result.standing is not Standing.ELIGIBLE:
        return ""
    words = warned([one.code for one in _warnings(result)])
    return words and f", {words}"


def _warnings(result: Result) -> list[Finding]:
    return [one for one in result.shown if one.is_fault and not one.is_error]


def _counts(result: Result) -> str:
    if result.standing is None:
        return f" ({_number(len(result.faults), 'fault')})"
    errors = sum(one.is_fault and one.is_error for one in result.shown)
    warnings = 0 if _warned(result) else len(_warnings(result))
    questions = sum(one.is_question for one in result.shown)
    parts = [
        _number(number, word)
        for number, word in ((errors, "error"), (warnings, "warning"), (questions, "question"))
        if number
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _number(number: int, word: str) -> str:
    many = word.replace(" ", "s ", 1) + "s"
    return f"{number} {word if number == 1 else many}"
