"""Write the events of a document as an iCalendar file (RFC 5545), which every calendar reads.

Events have whole days. Whoever takes a newer file gets the same events moved, not twice: their ids
stay.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from icalendar import Calendar, Event

from escp_docs.document import CalendarEvent, Document
from escp_docs.export.exported import Exported
from escp_docs.produced.calendar_file import name_of

PROGRAM: Final = "-//escp-docs//escp-docs//EN"
_HOST: Final = "escp-docs.invalid"  # RFC 6761: a name that nobody can have


def to_ics(document: Document) -> Exported:
    """Return the events of a document as the bytes of an .ics file."""
    calendar = Calendar()
    calendar.add("prodid", PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name_of(document))
    stamp = datetime.combine(document.date, time(), UTC)
    for one in document.events:
        calendar.add_component(_event(one, stamp))
    return Exported(calendar.to_ical())


def _event(one: CalendarEvent, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.id}@{_HOST}")
    event.add("dtstamp", stamp)
    event.add("dtstart", one.first)
    event.add("dtend", one.last + timedelta(days=1))  # the first day after it
    event.add("summary", one.words)
    if one.about:
        event.add("description", one.about)
    event.add("transp", "TRANSPARENT")  # nobody is busy for a deadline
    return event
