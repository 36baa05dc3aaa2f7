"""A report for pull requests: GitHub's workflow commands, which become annotations."""

from collections.abc import Iterable, Iterator

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.judging.result import Finding, Result
from escp_docs.report.exit_status import fails
from escp_docs.report.terminal_text import visible


def render(results: Iterable[Result], *, strict: bool) -> Iterator[str]:
    """Yield one annotation per finding and fault, then the verdict of each spec.

    Args:
        results: In the order in which they are shown.
        strict: Whether what is not met or undecided fails, and so is shown as an error.
    """
    for result in results:
        yield "".join(f"{line}\n" for line in _lines(result, strict=strict))


def _lines(result: Result, *, strict: bool) -> Iterator[str]:
    for fault in result.faults:
        yield _fault(fault)
    for finding in result.shown:
        yield _finding(finding, strict=strict)
    for remark in result.remarks:
        yield _command("notice", remark.place, "remark", [remark.message, _fix(remark.fix)])
    repair = "; ".join(one.text for one in result.repair)
    yield visible(f"check {result.spec}: {result.verdict}") + (
        visible(f"; smallest repair: {repair}") if repair else ""
    )


def _finding(finding: Finding, *, strict: bool) -> str:
    outcome = finding.outcome
    level = "notice" if finding.is_question else outcome.severity.value
    text = [
        outcome.message,
        _fix(outcome.fix),
        f"question to {outcome.ask}: {outcome.question}" if outcome.question else "",
        f"source: {outcome.source}" if outcome.source else "",
    ]
    return _command(
        "error" if fails(finding, strict=strict) else level,
        finding.place,
        f"{finding.code} {finding.name}",
        text,
    )


def _fault(fault: Fault) -> str:
    text = [fault.message, _fix(fault.fix)]
    return _command("error", fault.place, "unreadable", text)


def _fix(fix: str | None) -> str:
    return f"fix: {fix}" if fix else ""


def _command(level: str, place: Place | None, title: str, text: list[str]) -> str:
    where = (
        {
            "file": place.file,
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(place.column + place.length),
        }
        if place
        else {}
    )
    found = {**where, "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in found.items())
    lines = "\n".join(visible(line) for line in text if line)
    return f"::{level} {properties}::{_data(lines)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
