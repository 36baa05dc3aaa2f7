"""A new call file: from nothing, like another one, or from the portal's record of a topic."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any, Final

import yaml

from escp_docs.language.english.call_keys import CALL_KEYS
from escp_docs.model.call import Call
from escp_docs.model.schema import keys
from escp_docs.pattern import pattern
from escp_docs.read.topic_record import TopicRecord

SCHEMA_FILE: Final = "call.schema.json"
_WIDTH: Final = 100
_OPEN: Final = "to be written"
_UNION: Final = tuple(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905  # readable
)
_HEAD: Final = """\
# yaml-language-server: $schema={schema}
# {title}: every number, list, date and word that the rules and documents use, each with its source.
# confidence: stated (announcement of the call) | official (its text, or a page of the Union about
# it) | sibling (official text of a call like it) | secondary (agencies, advisers) | derived (why).
# A quote has fourteen words at most; where there is none, a reason says why the fact follows. What
# is unknown stays out, and stands under `unknown`: what is left out is not judged.
# `escp-docs call check {file}` says what is wrong, and gives an example for each condition.
"""
_LIKE: Final = """\
# Begun from {like}: every fact below is that call's, and counts as one of a sibling until its
# source is that of this call. Go through them one by one, and delete what you do not find.
"""
_FORMS: Final = {
    "conditions": """\
conditions:
  - id: one-from-ukraine
    value: {at_least: 1, in: [associated]}
    unit: entities
    confidence: official
    source: {document: , place: , quote: }""",
    "stages": """\
stages:
  - value: {name: first stage, deadline: 2026-03-10T17:00:00+01:00, zone: Europe/Brussels}
    unit: stage
    confidence: official
    source: {document: , place: , quote: }""",
    "money": """\
money:
  least_grant_eur: {value: , unit: , confidence: , source: {document: , place: , quote: }}""",
}
"""Keys of the terms that hold no single fact."""

_ID_LINE: Final = pattern(r"(?m)^id:.*$")
_NUMBER_LINE: Final = pattern(r"(?m)^number:.*$")


def like(name: str, file: str, text: str, other: str) -> str:
    """Return a call file that begins with what another one states, as the facts of a sibling."""
    begins = _ID_LINE.search(text)
    body = text[begins.start() :] if begins else text
    body = _ID_LINE.sub(f"id: {name}", body, count=1)
    body = _NUMBER_LINE.sub(f"number: {name.upper()}", body, count=1)
    body = re.sub(r"\bconfidence: (stated|official)\b", "confidence: sibling", body)
    head = _HEAD.format(schema=SCHEMA_FILE, title=name.upper(), file=file)
    return f"{head}{_LIKE.format(like=other)}{body}"


def blank(name: str, file: str) -> str:
    """Return a call file that states nothing yet, with every key of the terms and its meaning."""
    stated = _stated(name, None)
    head = _HEAD.format(schema=SCHEMA_FILE, title=name.upper(), file=file)
    return "\n".join([head, *_body(stated)]) + "\n"


def from_record(name: str, file: str, record: TopicRecord) -> str:
    """Return a call file with what the record of a topic states; all the rest is unknown."""
    stated = _stated(name, record)
    head = _HEAD.format(schema=SCHEMA_FILE, title=record.identifier, file=file)
    return "\n".join([head, *_body(stated)]) + "\n"


# --- what is stated --------------------------------------------------------------------------


def _stated(name: str, record: TopicRecord | None) -> dict[str, Any]:
    of_record = _Recorded(record) if record else None
    found: dict[str, Any] = {
        "id": name,
        "number": record.identifier if record else name.upper(),
        "title": record.title if record else name.upper(),
        "programme": _fact(record and record.programme, "programme", "frameworkProgramme"),
        "agency": _fact(None, "agency", ""),
    }
    if of_record and of_record.record.corrigenda:
        found["corrigenda"] = of_record.corrigenda
    found["countries"] = {"member_states": _union()}
    found["all_strands"] = of_record.terms if of_record else {}
    action = record.action if record and record.action else None
    found["strands"] = {"1": {"title": _fact(action, "strand", "actions")} if action else {}}
    found["unknown"] = [
        {"topic": "least number of entities and of countries", "about": "eligibility"},
        {"topic": "countries and kinds of organisation that may take part", "about": "eligibility"},
        {"topic": "award criteria"},
        {"topic": "page limit"},
        {"topic": "form of the application"},
    ]
    if record and record.amount_eur:
        note = f"the record shows EUR {int(record.amount_eur):,}, perhaps for several topics"
        found["unknown"].append({"topic": "budget of this topic alone", "note": note})
    return found


class _Recorded:
    """The facts of a record, each official, with the key of the record as its place."""

    def __init__(self, record: TopicRecord) -> None:
        self.record = record

    @property
    def terms(self) -> dict[str, Any]:
        record = self.record
        found: dict[str, Any] = {}
        if record.opening:
            found["opening"] = _fact(record.opening, "day", "plannedOpeningDate")
        if len(record.deadlines) == 1:
            found["deadline"] = _fact(
                record.deadlines[0], "day; the hour stands in the call document", "deadlineDates"
            )
        elif record.deadlines:
            found["stages"] = [
                _fact(
                    {"name": f"stage {number}", "deadline": day, "zone": "Europe/Brussels"},
                    "stage; the hour stands in the call document",
                    "deadlineDates",
                )
                for number, day in enumerate(record.deadlines, 1)
            ]
        if record.expected_grants:
            found["expected_projects"] = _fact(record.expected_grants, "grants", "expectedGrants")
        return found

    @property
    def corrigenda(self) -> list[dict[str, Any]]:
        return [
            _fact({"date": day, "changes": [text]}, "changes", "latestInfos")
            for day, text in self.record.corrigenda
        ]


def _fact(value: object, unit: str, place: str) -> dict[str, Any]:
    """Return a fact of the record; one that is open says that it is to be written."""
    if value is None:
        reason = "Not looked up yet"
        source = {"document": _OPEN, "reason": reason}
        return {"value": _OPEN, "unit": unit, "confidence": "derived", "source": source}
    source = {
        "document": "topic record of the funding and tenders portal",
        "place": place,
        "reason": "The record has this value",
    }
    return {"value": value, "unit": unit, "confidence": "official", "source": source}


def _union() -> dict[str, Any]:
    return {
        "value": list(_UNION),
        "unit": "Member States of the European Union since 1 February 2020",
        "confidence": "official",
        "source": {
            "document": "Erasmus+ Programme Guide, part A (erasmus-plus.ec.europa.eu)",
            "place": "Eligible countries",
            "reason": "The guide names the 27 Member States; the codes are those of ISO 3166-1",
        },
    }


# --- as text ---------------------------------------------------------------------------------


def _body(stated: dict[str, Any]) -> Iterator[str]:
    for name in keys(Call):
        words = CALL_KEYS["Call"].get(name, "")
        yield from _comment(f"{words}.", "") if words else ()
        if stated.get(name):
            yield from _dumped({name: stated[name]})
        else:
            yield f"{name}:" if name == "all_strands" else f"# {name}:"
        if name == "countries":
            yield from _sets()
        if name == "all_strands":
            yield from _terms(stated[name])
        yield ""


def _dumped(value: dict[str, Any]) -> list[str]:
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=_WIDTH - 4)
    return text.rstrip().split("\n")


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# "
    )


def _sets() -> Iterator[str]:
    yield from _comment("Further sets, as in:", "  ")
    example = """\
sets:
  associated:
    one: country associated to the programme
    many: countries associated to the programme
    as_at: 2024-01-01
    countries: {value: [IS, "NO"], unit: countries, confidence: official,
      source: {document: ..., place: ..., quote: ...}}
participating: {value: [member_states, associated], unit: sets of countries,
  confidence: official, source: {document: ..., place: ..., quote: ...}}"""
    yield from (f"  # {line}" for line in example.split("\n"))


def _terms(stated: dict[str, Any]) -> Iterator[str]:
    """Yield every key of the terms that is not stated, commented out, with its meaning."""
    fact = "{value: , unit: , confidence: , source: {document: , place: , quote: }}"
    for name, words in CALL_KEYS["Terms"].items():
        if name in stated:
            continue
        yield from _comment(f"{words}.", "  ")
        yield from (f"  # {line}" for line in _FORMS.get(name, f"{name}: {fact}").split("\n"))
