"""What the call asks where a key stands, in its own words, and what its rules say by now."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from escp_docs.assisting.sections import is_at
from escp_docs.finding import Outcome
from escp_docs.judging.manual import FactOnPage, manual_page
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Finding, Result
from escp_docs.rules import BY_CODE


class CallDemand(Struct, frozen=True):
    """A rule that a key has to do with.

    Attributes:
        code: Its code.
        name: The fault that it is named for.
        fault: That fault in a sentence.
        answers: What it says of the spec: the answer, and its message.
        facts: What the call says, each with its source.
    """

    code: str
    name: str
    fault: str
    answers: tuple[tuple[str, str], ...]
    facts: tuple[FactOnPage, ...]


def demands(
    spec: OpenSpec, result: Result, path: str, key: str, answered: Iterable[str]
) -> tuple[CallDemand, ...]:
    """Return the rules that a key has to do with, in the order of their codes.

    Args:
        spec: The spec.
        result: What its rules say.
        path: The path of the key, entries by position.
        key: The same, entries by what identifies them.
        answered: The codes of the rules that the sections around it answer.
    """
    touched = {one.code for one in result.findings if touches(one, path, key)}
    codes = sorted({*touched, *answered} & BY_CODE.keys())
    return tuple(_demand(spec, result, code) for code in codes)


def touches(finding: Finding, path: str, key: str) -> bool:
    """Whether what a rule says is about a key, about something below it, or waits for it."""
    outcome = finding.outcome
    own = {outcome.path, outcome.key, *outcome.related, *(one for one, _ in finding.related)}
    return any(
        is_at(one, wanted) or is_at(wanted, one) for one in own if one for wanted in (path, key)
    )


def _demand(spec: OpenSpec, result: Result, code: str) -> CallDemand:
    page = manual_page(BY_CODE[code], spec.call)
    said = dict.fromkeys(_said(one.outcome) for one in result.findings if one.code == code)
    return CallDemand(code, page.name, page.fault, tuple(said), tuple(_facts(spec, code)))


def _said(outcome: Outcome) -> tuple[str, str]:
    return outcome.answer.value, outcome.question or outcome.message


def _facts(spec: OpenSpec, code: str) -> Iterator[FactOnPage]:
    strand = spec.spec.strand
    for one in manual_page(BY_CODE[code], spec.call).facts:
        if not (one.strands and strand) or strand in one.strands:
            yield one.fact
