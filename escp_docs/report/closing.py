"""What a report for people ends with: repairs, what is otherwise, the next keys, the verdict."""

from collections.abc import Iterator
from typing import Final

from escp_docs.judging.result import Finding, NextKey, Result
from escp_docs.language.rule_words import and_listed, count
from escp_docs.report.changes import change_lines
from escp_docs.report.missing_words import missing_words
from escp_docs.report.terminal_text import TextLayout, visible
from escp_docs.report.warned import warned
from escp_docs.rule import Standing

_MENDED: Final = ("CON", "TGT")
_NAMED: Final = 8  # rules that a line names before it counts the rest


def closing_lines(result: Result, layout: TextLayout) -> Iterator[str]:
    """Yield the last lines on a spec; the very last is its verdict with the counts."""
    if result.hidden:
        yield f"  not shown, yet part of the verdict: {_hidden(result.hidden)}"
    if result.repair:
        repair = "; ".join(one.text for one in result.repair)
        yield visible(f"  smallest repair: {repair}{_beside(result)}")
    if result.change:
        yield from map(visible, change_lines(result.change))
    if result.next_keys and not result.change and not layout.is_one_of_many:
        yield from _next(result.next_keys)
    colours = {"eligible": "green", "undecided": "cyan"}
    verdict = layout.paint(result.verdict, colours.get(result.verdict, "red"))
    counts = f"{_warned(result)}{_counts(result)}{_missing(result)}"
    yield f"{visible(_title(result))}: {verdict}{counts}"


def _next(found: tuple[NextKey, ...]) -> Iterator[str]:
    yield "  next, to paste and fill in:"
    for one in found:
        at = one.place.file if one.where == "at the end of" else f"line {one.place.line}"
        home = "" if one.where == "at the end of" else f" of {one.place.file}"
        asked = "" if any("#" in line for line in one.lines) else f": {one.question}"
        yield visible(f"  # {one.where} {at}{home}{asked}")
        yield from map(visible, one.lines)


def _beside(result: Result) -> str:
    """Return what a repair leaves: the errors that lie neither in consortium nor in targets."""
    findings = (*result.findings, *result.hidden)
    left = sum(one.is_fault and one.is_error and one.code[:3] not in _MENDED for one in findings)
    if not left:
        return ""
    return f" (for consortium and targets; {count(left, 'error', 'errors')} elsewhere)"


def _hidden(findings: tuple[Finding, ...]) -> str:
    errors = [one.code for one in findings if one.is_fault and one.is_error]
    others = [one.code for one in findings if not (one.is_fault and one.is_error)]
    kinds = (
        (errors, "error", "errors"),
        (others, "warning or question", "warnings or questions"),
    )
    return "; ".join(
        f"{count(len(codes), one, many)} ({_some(codes)})" for codes, one, many in kinds if codes
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
    words = warned([one.code for one in result.warnings])
    return words and f", {words}"


def _counts(result: Result) -> str:
    if result.standing is None:
        return f" ({count(len(result.faults), 'fault', 'faults')})"
    errors = sum(one.is_fault and one.is_error for one in result.findings)
    warnings = 0 if _warned(result) else len(result.warnings)
    parts = [
        count(number, one, many)
        for number, one, many in (
            (errors, "error", "errors"),
            (warnings, "warning", "warnings"),
            (len(result.questions), "question", "questions"),
        )
        if number
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _missing(result: Result) -> str:
    words = missing_words(result.missing) if result.missing else ""
    return words and f"; {words}"
