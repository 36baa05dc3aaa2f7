"""The portal's record of a topic, as JSON: what of it a call file can state."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from typing import Any, Final

from msgspec import Struct

from escp_docs.errors import Fault, UnreadableError
from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.read.source import SourceText

_KEY: Final = "TopicDetails"
_TAG: Final = pattern(r"<[^>]*>")
_LONGEST: Final = 200  # characters of a change that a call file keeps; the rest is in the record


class TopicRecord(Struct, frozen=True):
    """What the record of a topic states; None or nothing where it does not say.

    Deadlines are days: the hour that the record has is not that of the call. An amount may be that
    of several topics together.
    """

    identifier: str
    title: str
    call_title: str | None
    programme: str | None
    action: str | None
    opening: date | None
    deadlines: tuple[date, ...]
    amount_eur: str | None
    expected_grants: int | None
    corrigenda: tuple[tuple[date, str], ...]


def topic_record(source: SourceText | Fault) -> TopicRecord:
    """Return what the record of a topic states.

    Raises:
        UnreadableError: the file is no JSON, or no record of a topic.
    """
    if isinstance(source, Fault):
        raise UnreadableError((source,))
    details = _details(source)
    identifier = _text(details.get("identifier"))
    if identifier is None:
        raise _refused(source, "the record has no identifier", "fetch the record of one topic")
    actions = [one for one in _list(details.get("actions")) if isinstance(one, dict)]
    entries = list(_entries(details, identifier))
    deadlines = _days(actions, "deadlineDates") or _days(entries, "deadlineDates")
    openings = _days(actions, "plannedOpeningDate") or _days(entries, "plannedOpeningDate")
    return TopicRecord(
        identifier,
        _text(details.get("title")) or identifier,
        _text(details.get("callTitle")),
        _programme(details.get("frameworkProgramme")),
        _action(actions),
        openings[0] if openings else None,
        deadlines,
        _amount(entries),
        _expected(entries),
        tuple(_changes(details.get("latestInfos"))),
    )


def _details(source: SourceText) -> dict[str, Any]:
    try:
        found = json.loads(source.text)
    except json.JSONDecodeError as error:
        place = Place(source.file, error.lineno, error.colno)
        fault = Fault(f"the file is no JSON: {error.msg.lower()}", "save the record anew", place)
        raise UnreadableError((fault,)) from error
    except RecursionError as error:
        raise _refused(source, "the file nests too deeply", "save the record anew") from error
    details = found.get(_KEY) if isinstance(found, dict) else None
    if not isinstance(details, dict):
        raise _refused(
            source,
            f"the file is no record of a topic: it has no key {_KEY!r}",
            "save what the portal has at data/topicDetails/<identifier in small letters>.json",
        )
    return details


def _refused(source: SourceText, fact: str, fix: str) -> UnreadableError:
    return UnreadableError((Fault(fact, fix, Place(source.file, 1, 1), source.line(1)),))


def _entries(details: dict[str, Any], identifier: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of the budget that are of this topic: the record has its siblings', too."""
    overview = details.get("budgetOverviewJSONItem")
    by_number = overview.get("budgetTopicActionMap") if isinstance(overview, dict) else None
    for some in by_number.values() if isinstance(by_number, dict) else ():
        for one in _list(some):
            action = one.get("action") if isinstance(one, dict) else None
            if isinstance(action, str) and action.startswith(f"{identifier} - "):
                yield one


def _days(entries: list[dict[str, Any]], key: str) -> tuple[date, ...]:
    found = {day for one in entries for value in _list(one.get(key)) if (day := _day(value))}
    return tuple(sorted(found))


def _day(value: object) -> date | None:
    """Return the day of a number of milliseconds since 1970; its hour means nothing."""
    try:
        return datetime.fromtimestamp(int(str(value)) / 1000, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _amount(entries: list[dict[str, Any]]) -> str | None:
    by_year = [one.get("budgetYearMap") for one in entries]
    amounts = [
        int(text)
        for some in by_year
        if isinstance(some, dict)
        for value in some.values()
        if (text := str(value)).isdigit() and len(text) <= 12  # noqa: PLR2004  # no budget is longer
    ]
    return str(sum(amounts)) if sum(amounts) else None


def _expected(entries: list[dict[str, Any]]) -> int | None:
    """Return how many grants are expected; 0 says that the record does not say."""
    found = next((one.get("expectedGrants") for one in entries), None)
    return found if isinstance(found, int) and found > 0 else None


def _programme(value: object) -> str | None:
    first = next(iter(_list(value)), None)
    return _text(first.get("description")) if isinstance(first, dict) else None


def _action(actions: list[dict[str, Any]]) -> str | None:
    types = [one for some in actions for one in _list(some.get("types")) if isinstance(one, dict)]
    return next((_text(one.get("typeOfAction")) for one in types), None)


def _changes(value: object) -> Iterator[tuple[date, str]]:
    found = []
    for one in _list(value):
        if not isinstance(one, dict):
            continue
        content = _text(_TAG.sub(" ", str(one.get("content") or "")))
        try:
            day = date.fromisoformat(str(one.get("lastChangeDate"))[:10])
        except ValueError:
            continue
        if content:
            found.append((day, content[:_LONGEST]))
    yield from sorted(found)


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str | None:
    """Return a text in one line, with its blanks made one; None if there is none."""
    text = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return text or None
