"""The calendar: the days that the spec settles, in page and file alike, and nothing else."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from escp_docs import api
from escp_docs.document import Document
from escp_docs.export.ics.writer import to_ics
from escp_docs.language.english.language import ENGLISH
from escp_docs.model.calendar import DatedEvent, Occasion, dated_events
from escp_docs.produced import calendar_file
from escp_docs.produced.archive import UnreadableFileError
from tests.support.documents import document, example, texts
from tests.support.places import SPECS
from tests.support.reading import call, spec

PLAN = """\
strand: A
project: {acronym: X, start_date: 2021-09-01, duration_months: 14}
requests: {deadline: 2020-11-20}
consortium: {coordinator: A, partners: [{id: A, country: NL}, {id: B, country: PT}]}
target_countries: [{country: US}]
roadmap:
  work_packages:
  - id: WP1
    tasks:
    - {id: T1, title: Mission, lead: B, start_month: 2, end_month: 6, targets: [US]}
    - {id: T2, title: At home, lead: B, start_month: 2, end_month: 6}
    deliverables: [{id: D1, title: Paper, lead: A, due_month: 6}]
    milestones: [{id: M1, title: Done, lead: B, due_month: 14}]
  long_term: {steps: [{year_after_project: 1, action: Review, lead: A}]}
indicators: [{id: K1, name: Visits, lead: B, due_month: 14, interim: [{month: 5, value: 3}]}]
agreement:
  grant_matters: included
  term: {kind: years_after_project, years: 2, renewal: yearly}
  termination_notice_months: 6
  payments: by_instalments
  instalments: [{month: 1, share: 0.5}, {month: 9, share: 0.3}]
  report_days: 30
"""


def events(text: str = PLAN) -> tuple[DatedEvent, ...]:
    return dated_events(spec(text).spec, call())


def day_of(occasion: Occasion, text: str = PLAN) -> list[str]:
    return [str(one.first) for one in events(text) if one.occasion is occasion]


@pytest.mark.parametrize(
    ("occasion", "days"),
    [
        (Occasion.ANSWERS, ["2020-11-20"]),
        (Occasion.DEADLINE, ["2020-12-02"]),  # of the call of 2020
        (Occasion.START, ["2021-09-01"]),
        (Occasion.END, ["2022-10-31"]),
        (Occasion.COOPERATION, ["2021-10-01"]),
        (Occasion.DELIVERABLE, ["2022-02-28"]),
        (Occasion.MILESTONE, ["2022-10-31"]),
        (Occasion.INTERIM, ["2022-01-31"]),
        (Occasion.TARGET, ["2022-10-31"]),
        (Occasion.INSTALMENT, ["2021-09-01", "2022-05-01"]),
        (Occasion.REPORTS, ["2022-11-30"]),
        (Occasion.COSTS, []),
        (Occasion.EXPIRY, ["2024-10-31"]),
        (Occasion.RENEWAL, ["2024-04-30"]),
        (Occasion.STEP, ["2023-10-31"]),
    ],
)
def test_each_occasion_falls_on_its_day(occasion: Occasion, days: list[str]) -> None:
    assert day_of(occasion) == days


def test_a_mission_lasts_as_long_as_its_task() -> None:
    (found,) = [one for one in events() if one.occasion is Occasion.COOPERATION]

    assert (found.first, found.last, found.who) == (date(2021, 10, 1), date(2022, 2, 28), ("B",))


def test_costs_are_reported_every_half_year_where_payments_follow_reports() -> None:
    text = PLAN.replace("by_instalments", "by_report")

    assert day_of(Occasion.COSTS, text) == ["2022-02-28", "2022-08-31"]
    assert day_of(Occasion.INSTALMENT, text) == []


def test_what_has_no_date_yet_is_left_out() -> None:
    text = PLAN.replace(", start_date: 2021-09-01", "")

    assert {one.occasion for one in events(text)} == {Occasion.ANSWERS, Occasion.DEADLINE}


def test_days_beyond_all_years_are_left_out() -> None:
    text = PLAN.replace("2021-09-01", "9998-01-01").replace("years: 2", "years: 900")

    assert day_of(Occasion.EXPIRY, text) == []


def test_every_occasion_has_words() -> None:
    assert set(ENGLISH.calendar) == {one.value for one in Occasion}


# --- the file --------------------------------------------------------------------------------


def calendar() -> Document:
    return document("calendar", "wave")


def test_the_file_has_the_days_of_the_page() -> None:
    found = calendar()
    rows = " ".join(texts(found))
    entries: list[Any] = Calendar.from_ical(to_ics(found).data.decode()).walk("VEVENT")

    assert len(entries) == len(found.events) > 50
    for entry, event in zip(entries, found.events, strict=True):
        assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (event.first, event.last + timedelta(1))
        assert str(entry["SUMMARY"]) == event.words
        assert event.words in rows
        assert ENGLISH.day(event.first) in rows.replace("\u00a0", " ")


def test_the_file_is_written_as_rfc_5545_wants_it() -> None:
    data = to_ics(calendar()).data
    lines = data.split(b"\r\n")

    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75  # octets of a line, 3.1
    assert data == to_ics(calendar()).data


def test_no_event_has_the_id_of_another_and_ids_stay_when_days_move() -> None:
    found = calendar()
    later = example("wave").spec
    start = later.project.start_date
    assert start is not None
    moved = later.project.updated({"start_date": start + timedelta(days=31)})
    after = document("calendar", "wave", later.updated({"project": moved}))

    assert len({one.id for one in found.events}) == len(found.events)
    ids = {one.id for one in found.events if one.words.startswith(("Deliverable", "Milestone"))}
    assert ids <= {one.id for one in after.events}


def with_line(before: bytes, more: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(before, more + before, 1)


TAMPERED: Mapping[str, Callable[[bytes], bytes]] = {
    "another day": lambda data: re.sub(rb"(DTSTART;VALUE=DATE:\d{7})\d", rb"\g<1>9", data, count=1),
    "a longer event": lambda data: re.sub(
        rb"(DTEND;VALUE=DATE:\d{7})\d", rb"\g<1>9", data, count=1
    ),
    "other words": lambda data: data.replace(b"SUMMARY:Answers", b"SUMMARY:No answers", 1),
    "another person": lambda data: data.replace(b"DESCRIPTION:CMA", b"DESCRIPTION:MINI", 1),
    "an event less": lambda data: re.sub(
        rb"BEGIN:VEVENT.*?END:VEVENT\r\n", b"", data, count=1, flags=re.DOTALL
    ),
    "an event twice": lambda data: re.sub(
        rb"(BEGIN:VEVENT.*?END:VEVENT\r\n)", rb"\1\1", data, count=1, flags=re.DOTALL
    ),
    "an alarm": with_line(
        b"END:VEVENT", b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-P1D\r\nEND:VALARM\r\n"
    ),
    "an attachment": with_line(b"END:VEVENT", b"ATTACH:http://example.org/a.exe\r\n"),
    "a link": with_line(b"END:VEVENT", b"URL:http://example.org/\r\n"),
    "a guest": with_line(b"END:VEVENT", b"ATTENDEE:mailto:x@example.org\r\n"),
    "a rule": with_line(b"END:VEVENT", b"RRULE:FREQ=DAILY\r\n"),
    "a remark": with_line(b"END:VEVENT", b"COMMENT:hidden\r\n"),
    "a parameter": lambda data: data.replace(
        b"SUMMARY:", b'SUMMARY;ALTREP="http://example.org/":', 1
    ),
    "a task": with_line(b"END:VCALENDAR", b"BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\n"),
    "another id": lambda data: re.sub(rb"UID:\w{4}", b"UID:0000", data, count=1),
    "another time of writing": lambda data: data.replace(b"DTSTAMP:2020", b"DTSTAMP:2021", 1),
    "busy": lambda data: data.replace(b"TRANSPARENT", b"OPAQUE", 1),
    "another name": lambda data: data.replace(
        b"X-WR-CALNAME:Calendar", b"X-WR-CALNAME:Holidays", 1
    ),
    "another program": lambda data: data.replace(b"//escp-docs//EN", b"//Other//EN", 1),
    "an order": lambda data: (
        data.replace(b"20211031", b"00000000")
        .replace(b"20211130", b"20211031")
        .replace(b"00000000", b"20211130")
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("calendar")
    options = api.BuildOptions(output=output, documents=("calendar",), formats=("ics", "html"))
    return api.build(SPECS / "wave-4i", options).folder


def test_a_calendar_as_it_was_built_agrees(built: Path) -> None:
    assert api.verify(built).agrees


@pytest.mark.parametrize("name", TAMPERED)
def test_a_calendar_that_was_tampered_with_does_not_agree(name: str, built: Path) -> None:
    path = built / "calendar.ics"
    data = path.read_bytes()
    changed = TAMPERED[name](data)
    assert changed != data

    path.write_bytes(changed)
    try:
        assert not api.verify(built).agrees
    finally:
        path.write_bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"\xff\xfe",
        b"BEGIN:VCALENDAR\r\n",
        b"x" * 6_000_000,
    ],
)
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        calendar_file.read(data)


def test_hostile_names_stay_words() -> None:
    found = calendar()
    odd = replace(found.events[0], words="a; b, c\\n\r\nBEGIN:VALARM", about=":;\n\u202e")
    data = to_ics(replace(found, events=(odd,))).data

    assert b"\r\nBEGIN:VALARM" not in data
    assert not list(calendar_file.unknown(data))
