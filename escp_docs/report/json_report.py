"""A report for programs: one JSON object, described by specs/schemas/report.schema.json."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark, Source
from escp_docs.judging.result import Change, Finding, Result
from escp_docs.model.amendment import Amendment
from escp_docs.model.without_partner import Departure
from escp_docs.report.json_stream import array
from escp_docs.report.stale_prose import stale_objects
from escp_docs.struct_json import json_value

SCHEMA_VERSION = 2


def render(results: Iterable[Result], version: str) -> Iterator[str]:
    """Yield the report on all results, each at once; `version` is that of this program."""
    head = {"schema_version": SCHEMA_VERSION, "tool": {"name": "escp-docs", "version": version}}
    unreadable: list[Result] = []
    yield json.dumps(head, indent=2).removesuffix("\n}") + ',\n  "specs": '
    yield from array(_results(results, unreadable), indent=2, level=1)
    faults = ((result.spec, fault) for result in unreadable for fault in result.faults)
    yield ',\n  "errors": '
    yield from array((fault_of_spec(spec, fault) for spec, fault in faults), indent=2, level=1)
    # Of a spec that cannot be read, all that is to be said of it stands here.
    remarks = (one for result in unreadable for one in result.remarks)
    yield ',\n  "remarks": '
    yield from array((remark_object(remark) for remark in remarks), indent=2, level=1)
    yield "\n}\n"


def _results(results: Iterable[Result], unreadable: list[Result]) -> Iterator[dict[str, Any]]:
    for result in results:
        if result.faults:
            unreadable.append(result)
        yield _result(result)


def _result(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = {
        "spec": result.spec,
        "call": result.call,
        "strand": result.strand,
        "verdict": result.verdict,
        "outcomes": [finding_object(finding) for finding in result.in_order],
        "remarks": [remark_object(remark) for remark in result.remarks],
        "missing": json_value(result.missing) if result.missing else None,
    }
    if result.hidden:
        found["hidden"] = [_brief(finding) for finding in result.hidden]
    if result.repair:
        found["repair"] = [_amendment(amendment) for amendment in result.repair]
    if result.change:
        found["as_written"] = _change(result.change)
    if result.change and result.change.departure:
        found["without"] = _departure(result.change.departure)
    return found


def _brief(finding: Finding) -> dict[str, Any]:
    outcome = finding.outcome
    return {
        "code": finding.code,
        "outcome": outcome.answer.value,
        "severity": outcome.severity.value,
    }


def _amendment(amendment: Amendment) -> dict[str, Any]:
    return {
        "action": amendment.action,
        "subject": amendment.subject,
        "number": amendment.number,
        "text": amendment.text,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "call": change.call,
        "strand": change.strand,
        "verdict": change.standing.value,
        "appear": [finding_object(finding) for finding in change.appear],
        "disappear": [finding_object(finding) for finding in change.disappear],
        "stale_prose": stale_objects(change.stale_prose),
    }


def _departure(departure: Departure) -> dict[str, Any]:
    return {
        "partner": " and ".join(departure.partners),
        "partners": list(departure.partners),
        "vacant": list(departure.vacant),
        "entries": list(departure.entries),
        "mentions": list(departure.mentions),
        "person_months": str(departure.person_months),
        "cost_eur": str(departure.cost_eur),
        "grant_eur": str(departure.grant_eur),
        "grant_left_eur": str(departure.grant_left_eur),
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """Return an outcome of a rule."""
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
        "condition": outcome.condition,
    }


def remark_object(remark: Remark) -> dict[str, Any]:
    """Return a remark."""
    return {
        "place": _place(remark.place, remark.path),
        "message": remark.message,
        "fix": remark.fix,
    }


def fault_of_spec(spec: str, fault: Fault) -> dict[str, Any]:
    """Return what makes a spec of a name unreadable."""
    return {"spec": spec, **_fault(fault)}


def errors_alone(faults: Iterable[Fault], version: str) -> str:
    """Return the report of a command that gave nothing but what is wrong with its input."""
    whole = {
        "schema_version": 1,
        "tool": {"name": "escp-docs", "version": version},
        "errors": [_fault(one) for one in faults],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _fault(fault: Fault) -> dict[str, Any]:
    return {
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
