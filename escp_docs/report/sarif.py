"""A report for code scanners: SARIF 2.1.0, with the manual page of each rule as its help."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from msgspec import Struct, field

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark, Severity
from escp_docs.judging.manual import sections
from escp_docs.judging.result import Finding, Result
from escp_docs.report.json_stream import array
from escp_docs.rule import Rule

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
UNREADABLE: Final = "unreadable"
REMARK: Final = "remark"
FINGERPRINT: Final = "escpDocs/v1"
_BEGIN: Final = '{\n "runs": [\n  {\n'
_END: Final = "\n  }\n ]\n}"


def render(results: Iterable[Result], version: str, rules: Sequence[Rule[Any]]) -> Iterator[str]:
    """Yield what is not met or undecided in each spec at once, and what makes one unreadable.

    A question is a note. Its kind is left at "fail": SARIF (3.27.10) gives any other kind the
    level "none", which scanners do not show. The property `outcome` tells the two apart.

    Args:
        results: In the order in which they are shown.
        version: That of this program.
        rules: Those that the report describes: every rule, whether it found anything or not.
    """
    seen = _Seen()
    begin: dict[str, Any] = {"columnKind": "unicodeCodePoints"}
    log = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [begin]}, indent=1)
    yield log.removesuffix(_END) + ',\n   "results": '
    yield from array(_results(results, [rule.code for rule in rules], seen), indent=1, level=3)
    run = {
        "tool": {
            "driver": {
                "name": "escp-docs",
                "version": version,
                "rules": [*(_rule(rule, seen) for rule in rules), _unreadable(), _doubted()],
            }
        },
        "invocations": [{"executionSuccessful": not seen.unreadable}],
    }
    rest = json.dumps({"runs": [run]}, indent=1).removeprefix(_BEGIN)
    yield ",\n" + rest + "\n"


class _Seen(Struct):
    """What is told of all results behind them: fingerprints, the rules that are errors, faults."""

    fingerprints: Counter[str] = field(default_factory=Counter)
    errors: set[str] = field(default_factory=set)
    unreadable: bool = False


# --- rules -----------------------------------------------------------------------------------


def _rule(rule: Rule[Any], seen: _Seen) -> dict[str, Any]:
    fault, parts = sections(rule.manual)
    text = "\n\n".join(f"{name}\n{body}" for name, body in parts.items())
    markdown = "\n\n".join(_markdown(name, body) for name, body in parts.items())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": fault},
        "fullDescription": {"text": " ".join(parts.get("What it checks", fault).split())},
        "help": {"text": text or fault, "markdown": markdown or fault},
        "defaultConfiguration": {"level": "error" if rule.code in seen.errors else "warning"},
        "properties": {"tags": ["eligibility", rule.code[:3]]},
    }


def _markdown(name: str, body: str) -> str:
    is_example = name in {"Met", "Not met", "Undecided"}
    return f"**{name}**\n\n" + (f"```yaml\n{body}\n```" if is_example else body)


def _unreadable() -> dict[str, Any]:
    return {
        "id": UNREADABLE,
        "name": UNREADABLE,
        "shortDescription": {"text": "the spec cannot be read"},
        "help": {"text": "A spec is YAML with the keys of the format; nothing of it was judged."},
        "defaultConfiguration": {"level": "error"},
    }


def _doubted() -> dict[str, Any]:
    return {
        "id": REMARK,
        "name": REMARK,
        "shortDescription": {"text": "something was read, but perhaps not as it was meant"},
        "help": {"text": "A remark changes neither the verdict nor the exit status."},
        "defaultConfiguration": {"level": "note"},
    }


# --- results ---------------------------------------------------------------------------------


def _results(
    results: Iterable[Result], codes: list[str], all_seen: _Seen
) -> Iterator[dict[str, Any]]:
    seen = all_seen.fingerprints
    index = {code: position for position, code in enumerate([*codes, UNREADABLE, REMARK])}
    for result in results:
        all_seen.errors.update(one.code for one in result.findings if one.is_error)
        all_seen.unreadable = all_seen.unreadable or bool(result.faults)
        for fault in result.faults:
            yield _fault(fault, index[UNREADABLE], seen)
        for finding in result.shown:
            yield _finding(finding, result, index.get(finding.code, -1), seen)
        for remark in result.remarks:
            yield _remark(remark, index[REMARK], seen)


def _finding(finding: Finding, result: Result, index: int, seen: Counter[str]) -> dict[str, Any]:
    outcome = finding.outcome
    parts = (outcome.message, outcome.fix and f"Fix: {outcome.fix}", outcome.question)
    level = "note" if finding.is_question else outcome.severity.value
    where = [_location(finding.place, finding.excerpt, finding.anchor)] if finding.place else []
    related = [
        {**_location(place, "", path), "id": i} for i, (path, place) in enumerate(finding.related)
    ]
    file = finding.place.file if finding.place else result.spec
    found = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": level,
        "message": {"text": ". ".join(part for part in parts if part)},
        "locations": where,
        "partialFingerprints": _fingerprint(seen, finding.code, file, finding.anchor, level),
        "properties": {
            "outcome": outcome.answer.value,
            "spec": result.spec,
            "strand": result.strand or "",
            "source": str(outcome.source) if outcome.source else "",
        },
    }
    return found | ({"relatedLocations": related} if related else {})


def _fault(fault: Fault, index: int, seen: Counter[str]) -> dict[str, Any]:
    where = [_location(fault.place, fault.excerpt or "", fault.path or "")] if fault.place else []
    file = fault.place.file if fault.place else ""
    text = fault.message + (f". Fix: {fault.fix}" if fault.fix else "")
    return {
        "ruleId": UNREADABLE,
        "ruleIndex": index,
        "level": Severity.ERROR.value,
        "message": {"text": text},
        "locations": where,
        "partialFingerprints": _fingerprint(seen, UNREADABLE, file, fault.path, fault.message),
    }


def _remark(remark: Remark, index: int, seen: Counter[str]) -> dict[str, Any]:
    path = remark.path or ""
    where = [_location(remark.place, remark.excerpt, path)] if remark.place else []
    file = remark.place.file if remark.place else ""
    return {
        "ruleId": REMARK,
        "ruleIndex": index,
        "level": "note",
        "message": {"text": remark.message + (f". Fix: {remark.fix}" if remark.fix else "")},
        "locations": where,
        "partialFingerprints": _fingerprint(seen, REMARK, file, path, remark.message),
    }


def _location(place: Place, excerpt: str, path: str) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + place.length,
    }
    if excerpt:
        region["snippet"] = {"text": excerpt}
    found: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(place.file)}, "region": region}
    }
    if path:
        found["logicalLocations"] = [{"fullyQualifiedName": path}]
    return found


def uri(file: str) -> str:
    """Return a file name as a URI: relative as it is, absolute with its scheme."""
    path = PurePath(file)
    if path.is_absolute():
        return "file://" + quote("/" + path.as_posix().lstrip("/"), errors="surrogateescape")
    return quote(path.as_posix(), errors="surrogateescape")


def _fingerprint(seen: Counter[str], *parts: str | None) -> dict[str, str]:
    """Return what makes a result the same one when lines and entries have moved."""
    text = "\0".join(part or "" for part in parts)
    seen[text] += 1
    digest = hashlib.sha256(f"{text}\0{seen[text]}".encode("utf-8", "surrogatepass"))
    return {FINGERPRINT: digest.hexdigest()[:32]}
