"""How far a spec is: verdict, what is open and by whom, the days that are left, documents."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from escp_docs import api
from escp_docs.web.building import options
from escp_docs.web.desk import Desk, ServedSpec


class Person(Struct, frozen=True):
    """Somebody who owes facts: who, how many, the first questions, letters that went and came."""

    id: str
    open: int
    unconfirmed: int
    questions: "tuple[api.OpenFact, ...]"
    sent: str
    answered: str


def context(desk: Desk, place: ServedSpec, state: "api.State") -> dict[str, Any]:
    """Return what the overview shows."""
    found: dict[str, Any] = {
        "faults": state.result.faults,
        "findings": [one for one in state.result.shown if one.is_fault],
        "questions": [one for one in state.result.questions if one.urgent],
        "repair": state.result.repair,
        "people": (),
        "parts": (),
        "papers": (),
        "deadline": None,
        "days": None,
        "status": None,
        "building": dict(place.building),
        "proposed": api.count_proposals(place.workspace.name),
    }
    if state.spec is None:
        return found
    status = api.status(state.spec)
    deadline = _deadline(state.spec)
    return found | {
        "people": tuple(_people(status)),
        "parts": place.workspace.parts(),
        "papers": place.workspace.made(options(desk)),
        "status": status,
        "deadline": deadline,
        "days": _days(deadline),
    }


def _people(status: "api.Status") -> Iterator[Person]:
    for one in status.people:
        owing = status.open_facts.by(one)
        letter = status.letters.get(one)
        yield Person(
            one,
            len(owing.missing),
            len(owing.unconfirmed),
            tuple(sorted(owing.missing, key=lambda fact: not fact.urgent)[:5]),
            letter.sent if letter else "",
            letter.answered if letter else "",
        )


def _deadline(spec: "api.OpenSpec") -> date | None:
    """Return the day of the deadline of the call; None if the call file does not say."""
    strand = spec.spec.strand or next(iter(spec.call.strands))
    fact = spec.call.terms(strand).deadline
    if fact is None:
        return None
    return fact.value.date() if isinstance(fact.value, datetime) else fact.value


def _days(deadline: date | None) -> int | None:
    today = datetime.now().astimezone().date()  # noqa: TID251  # a door
    return None if deadline is None else (deadline - today).days
