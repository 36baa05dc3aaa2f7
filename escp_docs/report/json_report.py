"""A report for programs: one JSON object, described by specs/schemas/report.schema.json."""

import json
from typing import Any

from escp_docs.errors import Fault
from escp_docs.finding import Place, Source
from escp_docs.report.result import Finding, Result

SCHEMA_VERSION = 1


def written(results: tuple[Result, ...], version: str) -> str:
    """Return the report on all results; `version` is that of this program."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        "specs": [_result(result) for result in results],
        "errors": [_fault(fault, result) for result in results for fault in result.faults],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _result(result: Result) -> dict[str, Any]:
    return {
        "spec": result.spec,
        "call": result.call,
        "strand": result.strand,
        "verdict": result.verdict,
        "outcomes": [_finding(finding) for finding in result.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    outcome = finding.outcome
    return {
        "code": finding.code,
        "name": finding.name,
        "outcome": outcome.answer.value,
        "severity": outcome.severity.value,
        "message": outcome.message,
        "fix": outcome.fix,
        "question": outcome.question,
        "key": outcome.key,
        "ask": outcome.ask,
        "place": _place(finding.place, outcome.path),
        "related": [_place(place, path) for path, place in finding.related],
        "source": _source(outcome.source),
    }


def _fault(fault: Fault, result: Result) -> dict[str, Any]:
    return {
        "spec": result.spec,
        "message": fault.message,
        "fix": fault.fix,
        "place": _place(fault.place, fault.path),
    }


def _place(place: Place | None, path: str | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"file": place.file, "line": place.line, "column": place.column, "path": path}


def _source(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "document": source.document,
        "place": source.place,
        "quote": source.quote,
        "reason": source.reason,
        "url": source.url,
        "confidence": source.confidence.value,
    }
