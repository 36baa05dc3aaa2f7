"""What an iCalendar file says: its name, and each event with its days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from msgspec import Struct

from escp_docs.document import Document
from escp_docs.language.running_heads import draft_mark
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.expected_text import ExpectedText, Piece
from escp_docs.produced.extracted import ExtractedText

_LARGEST: Final = 5_000_000  # bytes; that of wave-4i has 40 kB
_OURS: Final = {
    "VCALENDAR": {"PRODID", "VERSION", "X-WR-CALNAME"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"},
}
"""What the writer writes, once for each component."""
_UNSHOWN: Final = ("PRODID", "VERSION", "UID", "DTSTAMP", "TRANSP")


class UnknownProperty(Struct, frozen=True):
    """Something in a calendar that no writer of ours puts in, and the event that it belongs to."""

    name: str
    words: str
    event: str


def expected_events(document: Document) -> ExpectedText:
    """Return what the calendar of a document should say."""
    pieces = [Piece(_line(one.first, one.last, one.words, one.about)) for one in document.events]
    return ExpectedText(tuple(pieces), asides=(name_of(document),))


def name_of(document: Document) -> str:
    """Return what calendar programs call the calendar of a document; a draft says so."""
    return " ".join(filter(None, (document.title, draft_mark(document))))


def read(data: bytes) -> ExtractedText:
    """Return what a calendar says.

    Raises:
        UnreadableFileError: it is no calendar, or far too large.
    """
    calendar = _opened(data)
    lines = [
        _line(*_days(one), _text(one, "SUMMARY"), _text(one, "DESCRIPTION"))
        for one in calendar.walk("VEVENT")
    ]
    return ExtractedText("\n".join(lines), asides=(_text(calendar, "X-WR-CALNAME"),))


def marks(data: bytes) -> str:
    """Return what no calendar program shows: program, version, ids, times of writing.

    Raises:
        UnreadableFileError: it is no calendar, or far too large.
    """
    found = []
    for one in _opened(data).walk():
        found += [f"{name}={_shown(one[name])}" for name in _UNSHOWN if name in one]
    return "\n".join(found)


def unknown(data: bytes) -> Iterator[UnknownProperty]:
    """Yield what stands in a calendar and is not of our writing.

    Raises:
        UnreadableFileError: it is no calendar, or far too large.
    """
    for one in _opened(data).walk():
        known, event = _OURS.get(one.name), _text(one, "SUMMARY")
        if known is None:
            yield UnknownProperty(str(one.name), "", event)
            continue
        for name, value in one.items():
            many = value if isinstance(value, list) else [value]
            is_ours = name in known and len(many) == 1 and not _odd_parameters(many[0])
            if not is_ours:
                yield UnknownProperty(name, " ".join(map(_shown, many)), event)
        for name, problem in one.errors:
            yield UnknownProperty(str(name), str(problem), event)


def _opened(data: bytes) -> Any:  # noqa: ANN401  # a component of the library, which is not typed
    from icalendar import Calendar  # noqa: PLC0415  # loads a database of time zones

    if len(data) > _LARGEST:
        raise UnreadableFileError(f"it has {len(data)} bytes; a calendar has {_LARGEST} at most")
    try:
        return Calendar.from_ical(data.decode("utf-8"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFileError(f"it is no calendar: {error}") from error


def _days(event: Any) -> tuple[date | None, date | None]:  # noqa: ANN401
    first, end = (getattr(event.get(name), "dt", None) for name in ("DTSTART", "DTEND"))
    try:
        return first, end - timedelta(days=1) if end is not None else first
    except (OverflowError, TypeError):
        return first, end


def _line(first: date | None, last: date | None, words: str, about: str) -> str:
    days = [one.isoformat() for one in dict.fromkeys((first, last)) if one is not None]
    return " ".join(filter(None, (*days, words, about)))


def _text(component: Any, name: str) -> str:  # noqa: ANN401
    found = component.get(name)
    return str(found) if isinstance(found, str) else ""


def _odd_parameters(value: Any) -> bool:  # noqa: ANN401
    parameters = dict(getattr(value, "params", {}))
    return bool(parameters) and parameters != {"VALUE": "DATE"}


def _shown(value: Any) -> str:  # noqa: ANN401
    shown = value.to_ical() if hasattr(value, "to_ical") else value
    return shown.decode("utf-8", "replace") if isinstance(shown, bytes) else str(shown)
