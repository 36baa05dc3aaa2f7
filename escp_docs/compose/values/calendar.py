"""What falls on which day, in words: as rows for templates, and as events for calendars."""

from hashlib import blake2b

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import CalendarEvent
from escp_docs.language.language import Language
from escp_docs.model.anchors import Anchors
from escp_docs.model.calendar import DatedEvent, dated_events
from escp_docs.model.call import Call
from escp_docs.model.short_names import short_names
from escp_docs.model.spec import Spec


def calendar_events(spec: Spec, call: Call, language: Language) -> tuple[CalendarEvent, ...]:
    """Return the events of a spec in order of their days."""
    anchors, names = Anchors(spec), short_names(spec)
    return tuple(
        CalendarEvent(
            _id(spec, anchors, one),
            one.first,
            one.last,
            words(one, language),
            ", ".join(printable(names.get(who, who)) for who in one.who),
        )
        for one in dated_events(spec, call)
    )


def calendar_years(spec: Spec, call: Call, language: Language) -> list[tuple[int, object]]:
    """Return the events by years: the year, and rows with `first`, `last`, `words`, `about`."""
    years: dict[int, list[dict[str, object]]] = {}
    for one in calendar_events(spec, call, language):
        row = {"first": one.first, "last": one.last, "words": one.words, "about": one.about}
        years.setdefault(one.first.year, []).append(row)
    return list(years.items())


def words(event: DatedEvent, language: Language) -> str:
    """Return what happens, in words."""
    said = language.calendar[event.occasion.value]
    return " ".join(said.format(*map(printable, event.names)).rstrip(": ").split())


def _id(spec: Spec, anchors: Anchors, event: DatedEvent) -> str:
    """Return what tells an event apart, whatever its day: programs then move it."""
    named = anchors.anchor(event.path) if event.path else ""
    by_day = "" if event.names else event.first.isoformat()
    told = "\0".join((spec.project.acronym, event.occasion, named, *event.names[:1], by_day))
    return blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()
