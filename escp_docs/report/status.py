"""Who owes what: as text for people, and as one JSON object (specs/schemas/status.schema.json)."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.judging.open_facts import OpenFact, OpenFacts
from escp_docs.judging.status import Correspondence, PersonalValue, Status
from escp_docs.report.signed import document_object
from escp_docs.report.terminal_text import Paint, visible

SCHEMA_VERSION: Final = 1


# --- text ------------------------------------------------------------------------------------


def text(found: Status, paint: Paint) -> str:
    """Return the status for people, what decides on eligibility first."""
    return "".join(f"{line}\n" for line in _lines(found, paint))


def _lines(found: Status, paint: Paint) -> Iterator[str]:
    until = f", asked for until {found.deadline.isoformat()}" if found.deadline else ""
    to = f", to {visible(found.return_to)}" if found.return_to else ""
    owed = f"{_counts(found.open_facts)}{until}{to}"
    yield f"{visible(found.spec)}: {found.verdict.standing.value}, {owed}"
    if found.package:
        yield visible(f"packed: {found.package}")
    if found.changed_since:
        names = ", ".join(found.changed_since)
        how = f"`escp-docs compare {found.spec}` says how"
        yield visible(f"  the spec was changed since: {names}; {how}")
    if found.signatures:
        for document in found.signatures.fields:
            yield visible(f"{document}: {found.signatures.summary(document)}")
    for person in found.people:
        owing = found.open_facts.by(person)
        yield f"{paint(person, 'cyan')}: {_counts(owing)}{_letters(found, person)}"
        for one in sorted(owing.missing, key=lambda one: not one.urgent):
            codes = f" ({', '.join(one.codes)})" if one.codes else ""
            yield f"  {one.path}: {visible(one.question)}{codes}"
        if owing.unconfirmed:
            names = ", ".join(one.path.rpartition(".")[2] for one in owing.unconfirmed)
            yield f"  to confirm: {names}"


def _letters(found: Status, person: str) -> str:
    one = found.letters.get(person)
    if one is None:
        return ""
    sent = f", asked on {one.sent}" if one.sent else ""
    return sent + (f", answered on {one.answered}" if one.answered else ", has not answered")


def personal_lines(found: Sequence[PersonalValue]) -> Iterator[str]:
    """Yield where a spec names persons: place, key, and what stands there."""
    for one in found:
        where = f"{one.place.file}:{one.place.line}:{one.place.column}: "
        yield visible(f"{where}{one.key}: {' '.join(one.value.split())}")


def _counts(owing: OpenFacts) -> str:
    parts = ((len(owing.missing), "missing"), (len(owing.unconfirmed), "unconfirmed"))
    return ", ".join(f"{number} {word}" for number, word in parts if number) or "nothing owed"


# --- JSON ------------------------------------------------------------------------------------


def as_json(found: Sequence[Status], faults: Sequence[tuple[str, Fault]], version: str) -> str:
    """Return the status of specs as JSON; `faults` are those of specs that cannot be read."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        "specs": [status_object(one) for one in found],
        "errors": [_fault(spec, fault) for spec, fault in faults],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def status_object(found: Status) -> dict[str, Any]:
    """Return how far one spec is."""
    return {
        "spec": found.spec,
        "verdict": found.verdict.standing.value,
        "deadline": found.deadline.isoformat() if found.deadline else None,
        "return_to": found.return_to,
        "missing": len(found.open_facts.missing),
        "unconfirmed": len(found.open_facts.unconfirmed),
        "people": [_person(person, found) for person in found.people],
        "package": found.package or None,
        "changed_since": list(found.changed_since),
        "signatures": [document_object(found.signatures, name) for name in found.signatures.fields]
        if found.signatures
        else [],
    }


def _person(person: str, found: Status) -> dict[str, Any]:
    owing = found.open_facts.by(person)
    one = found.letters.get(person, Correspondence())
    return {
        "person": person,
        "sent": one.sent or None,
        "answered": one.answered or None,
        "missing": [_owed(one) for one in owing.missing],
        "unconfirmed": [_owed(one) for one in owing.unconfirmed],
    }


def _owed(one: OpenFact) -> dict[str, Any]:
    return {
        "path": one.path,
        "entry": one.entry,
        "label": one.label,
        "question": one.question,
        "rules": list(one.codes),
        "urgent": one.urgent,
    }


def _fault(spec: str, fault: Fault) -> dict[str, Any]:
    place = fault.place
    return {
        "spec": spec,
        "message": fault.message,
        "fix": fault.fix,
        "place": _place(place) if place else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
