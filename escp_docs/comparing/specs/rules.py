"""How the rules answer to two versions of a spec."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from escp_docs.comparing.specs.difference import RuleChange
from escp_docs.finding import Answer
from escp_docs.judging.result import Finding, Result

_WORST_FIRST: Final = (Answer.NOT_MET, Answer.UNDECIDED, Answer.MET, Answer.NOT_APPLICABLE)
_Known = tuple[str, str]


def rule_changes(old: Result, new: Result) -> tuple[RuleChange, ...]:
    """Return the rules that answer otherwise, or object to something else, in their order."""
    return tuple(_changes(_by_code(old), _by_code(new)))


def _by_code(result: Result) -> Mapping[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for one in result.findings:
        found.setdefault(one.code, []).append(one)
    return found


def _changes(
    before: Mapping[str, list[Finding]], after: Mapping[str, list[Finding]]
) -> Iterator[RuleChange]:
    for code in dict.fromkeys((*after, *before)):
        old, new = before.get(code, []), after.get(code, [])
        was, now = _answer(old), _answer(new)
        came, went = _others(new, old), _others(old, new)
        if was != now or came or went:
            yield RuleChange(code, (new or old)[0].name, was, now, came, went)


def _answer(found: Sequence[Finding]) -> str:
    answers = {one.outcome.answer for one in found}
    return next((one.value for one in _WORST_FIRST if one in answers), "not_applicable")


def _others(these: Sequence[Finding], those: Sequence[Finding]) -> tuple[str, ...]:
    """Return what some findings object to or ask, and others do not."""
    known = {_known(one) for one in those}
    return tuple(
        one.outcome.message
        for one in these
        if (one.is_fault or one.is_question) and _known(one) not in known
    )


def _known(one: Finding) -> _Known:
    return one.outcome.answer.value, one.outcome.message
