"""A report for test dashboards: JUnit XML, one suite per spec, one case per outcome of a rule."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET
from zlib import compress, decompress

from escp_docs.errors import Fault
from escp_docs.finding import Answer, Remark
from escp_docs.judging.result import Finding, Result
from escp_docs.report.exit_status import fails
from escp_docs.report.terminal_text import visible

_NUMBERS: Final = ("tests", "failures", "errors", "skipped")


def render(results: Iterable[Result], *, strict: bool) -> Iterator[str]:
    """Yield one test suite per spec, once the last is there: the head counts all cases.

    What is kept until then is packed, for ten thousand suites are a gigabyte.

    Args:
        results: In the order in which they are shown.
        strict: Whether warnings that are not met and anything undecided fail too.
    """
    packed: list[bytes] = []
    numbers: Counter[str] = Counter()
    for result in results:
        suite = _suite(result, strict=strict)
        numbers.update({name: int(suite.get(name, "0")) for name in _NUMBERS})
        ET.indent(suite, level=1)
        packed.append(compress(ET.tostring(suite, "unicode").encode("utf-8", "surrogatepass")))
    root = ET.Element("testsuites", name="escp-docs check")
    for name in _NUMBERS:
        root.set(name, str(numbers[name]))
    head = ET.tostring(root, "unicode")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + (
        head.removesuffix(" />") + ">\n" if packed else f"{head}\n"
    )
    for one in packed:
        yield f"  {decompress(one).decode('utf-8', 'surrogatepass')}\n"
    if packed:
        yield "</testsuites>\n"


def _suite(result: Result, *, strict: bool) -> ET.Element:
    suite = ET.Element("testsuite", name=_visible(result.spec))
    for fault in result.faults:
        _unreadable(suite, fault)
    names: Counter[str] = Counter()
    for finding in result.in_order:
        name = _name(finding)
        names[name] += 1
        times = f" ({names[name]})" if names[name] > 1 else ""
        _case(suite, finding, name + times, strict=strict)
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    verdict = f"verdict: {result.verdict}\n"
    ET.SubElement(suite, "system-out").text = (
        verdict
        + "".join(f"repair: {_visible(one.text)}\n" for one in result.repair)
        + "".join(_remark(one) for one in result.remarks)
    )
    return suite


def _remark(remark: Remark) -> str:
    fix = f"; fix: {remark.fix}" if remark.fix else ""
    return _visible(f"remark: {remark.place}: {remark.message}{fix}") + "\n"


def _name(finding: Finding) -> str:
    where = f" {finding.anchor}" if finding.is_fault or finding.is_question else ""
    return f"{finding.code} {finding.name}{where}"


def _case(suite: ET.Element, finding: Finding, name: str, *, strict: bool) -> None:
    outcome = finding.outcome
    case = ET.SubElement(
        suite,
        "testcase",
        classname=finding.code,
        name=_visible(name),
    )
    if finding.place:
        case.set("file", _visible(finding.place.file))
        case.set("line", str(finding.place.line))
    if fails(finding, strict=strict):
        kind = "undecided" if finding.is_question else outcome.severity.value
        _tell(case, "failure", outcome.question or outcome.message, _details(finding), type=kind)
    elif finding.is_question:
        _tell(case, "skipped", outcome.question or outcome.message, _details(finding))
    elif outcome.answer is Answer.NOT_APPLICABLE:
        _tell(case, "skipped", outcome.message, "")
    elif finding.is_fault:
        ET.SubElement(case, "system-out").text = f"warning: {_details(finding)}"


def _details(finding: Finding) -> str:
    outcome = finding.outcome
    lines = [
        _visible(f"{finding.place}: {outcome.message}" if finding.place else outcome.message),
        _visible(f"fix: {outcome.fix}") if outcome.fix else "",
        _visible(f"ask {outcome.ask}") if outcome.question else "",
        _visible(f"fill in {outcome.key}") if outcome.key else "",
        _visible(f"source: {outcome.source}") if outcome.source else "",
    ]
    return "\n".join(line for line in lines if line)


def _unreadable(suite: ET.Element, fault: Fault) -> None:
    name = f"readable {fault.place}" if fault.place else "readable"
    case = ET.SubElement(suite, "testcase", classname="readable", name=_visible(name))
    _tell(
        case,
        "error",
        fault.message,
        f"fix: {_visible(fault.fix)}" if fault.fix else "",
        type="unreadable",
    )


def _tell(case: ET.Element, tag: str, message: str, text: str, **more: Any) -> None:  # noqa: ANN401
    ET.SubElement(case, tag, message=_visible(message), **more).text = text or None


def _visible(text: str) -> str:
    """Return `text` as it can stand in XML, which has no control characters and no U+FFFE."""
    return visible(text).translate({0xFFFE: "[U+FFFE]", 0xFFFF: "[U+FFFF]"})
