"""Reports on calls: a page of facts, what is wrong with a file, what changed; text and JSON."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any, Final

from escp_docs.judging.calls.check import CheckedCall, CheckedCondition
from escp_docs.judging.calls.difference import CallDifference
from escp_docs.judging.calls.facts import CallPage, ShownFact
from escp_docs.struct_json import json_value

_WIDTH: Final = 100
CallReport = CallPage | CheckedCall | CallDifference


def render(style: str, found: CallReport) -> str:
    """Return a report on a call as text, or as JSON."""
    if style == "json":
        return json.dumps(json_value(found), indent=2, ensure_ascii=False)
    match found:
        case CallPage():
            return "\n".join(_page(found))
        case CheckedCall():
            return "\n".join(_checked(found))
        case CallDifference():
            return "\n".join(_difference(found))


def _page(page: CallPage) -> Iterator[str]:
    yield page.id
    yield page.title
    for fact in page.facts:
        yield ""
        yield from _fact(fact)
    if page.unknown:
        yield "\nWhat its sources do not say"
        for topic, note in page.unknown:
            yield _filled(f"{topic}: {note}" if note else topic, 4)


def _fact(fact: ShownFact) -> Iterator[str]:
    yield fact.path
    if fact.states:
        yield _filled(fact.states, 4)
    yield _filled(fact.shown, 8)
    if fact.source is not None:
        yield _filled(f"source, {fact.source.confidence.value}: {fact.source}", 8)
        if fact.source.url:
            yield f"        {fact.source.url}"


def _checked(found: CheckedCall) -> Iterator[str]:
    for fault in found.faults:
        yield f"{fault.path}: {fault.message}"
        yield f"  fix: {fault.fix}"
    for number, one in enumerate(found.conditions):
        yield from ("",) if number or found.faults else ()
        yield from _condition(one)
    if found.unknown:
        yield from ("",) if found.conditions or found.faults else ()
        yield _filled(f"unknown: {'; '.join(found.unknown)}", 0)
    faults = "1 fault" if len(found.faults) == 1 else f"{len(found.faults)} faults"
    yield f"{found.call}: {found.facts} facts, {len(found.conditions)} conditions, {faults}"


def _condition(one: CheckedCondition) -> Iterator[str]:
    yield _filled(f"{one.id}: {one.demands} ({one.confidence})", 0)
    yield _filled(f"meets it: {one.meets or 'nothing that was tried'}", 4)
    yield _filled(f"fails it: {one.fails or 'nothing that was tried'}", 4)


def _difference(found: CallDifference) -> Iterator[str]:
    if found.is_nothing:
        yield f"{found.old} and {found.new} say the same"
    for change in found.changes:
        yield change.path
        if change.before is not None:
            yield _filled(f"- {change.before}", 4)
        if change.after is not None:
            yield _filled(f"+ {change.after}", 4)
    for spec in found.specs:
        yield ""
        by_both = spec.before.value
        same = spec.before is spec.after
        yield f"{spec.spec}: {by_both}" if same else f"{spec.spec}: {by_both} -> {spec.after.value}"
        yield from (_filled(f"- {rule}: {message}", 4) for rule, message in spec.disappear)
        yield from (_filled(f"+ {rule}: {message}", 4) for rule, message in spec.appear)


def _filled(text: str, indent: int) -> str:
    margin = " " * indent
    return textwrap.fill(
        text, _WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False
    )


def as_list(found: dict[str, Any]) -> str:
    """Return ids of calls with their titles as text: one id a line, first."""
    return "\n".join(f"{name}  {title}" if title else name for name, title in found.items())
