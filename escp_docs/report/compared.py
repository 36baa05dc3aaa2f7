"""What changed between two versions of a spec: as text for people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from escp_docs.report.pulled import all_rows
from escp_docs.report.stale_prose import stale_lines
from escp_docs.report.terminal_text import Paint, plain, visible

if TYPE_CHECKING:
    from escp_docs.comparing.specs.difference import (
        Comparison,
        DocumentChange,
        EntryChange,
        FactChange,
        FigureChange,
        RuleChange,
        TextChange,
    )

_LONGEST: Final = 200  # letters of a value that are shown
_ROWS: Final = 12  # places of a prose that are shown
_DATES: Final = 6  # dates that are shown before they are counted
_CAUSES: Final = 3


def lines(found: "Comparison", paint: Paint = plain) -> Iterator[str]:
    """Yield what there is to say of two versions, in the order of the format."""
    yield visible(f"{found.old} -> {found.new}")
    for remark in found.remarks:
        yield visible(f"  remark: {remark}")
    if not found.differs:
        yield "  nothing differs"
    yield from _part("entries", [entry_line(one) for one in found.entries], paint)
    yield from _part("facts", [fact_line(one) for one in found.facts], paint)
    yield from _part("texts", [row for one in found.proses for row in _prose(one)], paint)
    yield from _part("figures that follow", list(_figures(found.figures)), paint)
    yield from _part("rules", list(_rules(found)), paint)
    yield from _part("documents", [_document(one) for one in found.documents], paint)
    yield from stale_lines(found.stale_prose, paint)


def _part(title: str, rows: Sequence[str], paint: Paint) -> Iterator[str]:
    if rows:
        yield paint(f"{title}:", "bold")
        yield from (visible(f"  {row}") for row in rows)


def entry_line(one: "EntryChange") -> str:
    """Return the line that says what became of an entry."""
    match one.fate.value:
        case "came":
            what = f"{one.name} is new"
        case "went":
            what = f"{one.name} is gone"
        case "moved":
            what = f"{one.name} has another position"
        case _:
            what = f"{one.before} is now {one.name}"
    return f"{one.kind} {what} ({one.path})"


def fact_line(one: "FactChange") -> str:
    """Return the line that says what a fact was and is."""
    of = f" of {one.entry}" if one.entry else ""
    if (one.came or one.went) and one.old is not None and one.new is not None:
        rows = [f"{name} came" for name in one.came] + [f"{name} went" for name in one.went]
        return f"{one.label}{of}: {', '.join(map(cut, rows))} ({one.path})"
    return f"{one.label}{of}: {shown(one.old)} is now {shown(one.new)} ({one.path})"


def shown(value: str | None) -> str:
    """Return a value in few words; what is not stated, by these words."""
    return "not stated" if value is None else cut(value)


def cut(text: str) -> str:
    """Return a text that is no longer than a line or two."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _prose(one: "TextChange") -> Iterator[str]:
    of = f" of {one.entry}" if one.entry else ""
    if not one.old or not one.new:
        yield f"{one.label}{of}: {'is new' if one.new else 'is gone'} ({one.path})"
        return
    yield f"{one.label}{of} ({one.path})"
    rows = all_rows(one.old, one.new)
    yield from (f"  {row}" for row in rows[:_ROWS])
    if len(rows) > _ROWS:
        yield f"  and {len(rows) - _ROWS} more places"


def _figures(found: Sequence["FigureChange"]) -> Iterator[str]:
    dates = [one for one in found if one.name == "due date"]
    for one in found:
        if one.name != "due date" or one in dates[:_DATES]:
            yield figure_line(one)
    if len(dates) > _DATES:
        yield f"and {len(dates) - _DATES} more due dates"


def figure_line(one: "FigureChange") -> str:
    """Return the line that says what a figure was and is, and why."""
    of = f" of {one.subject}" if one.subject else ""
    causes = ", ".join(one.causes[:_CAUSES])
    more = f" and {len(one.causes) - _CAUSES} more" if len(one.causes) > _CAUSES else ""
    why = f", from {causes}{more}" if causes else ""
    return f"{one.name}{of}: {_figure(one.old)} is now {_figure(one.new)}{why}"


def _figure(value: str | None) -> str:
    return "none" if value is None else value


def _rules(found: "Comparison") -> Iterator[str]:
    if found.standing is not None:
        before, after = found.standing
        if before != after:
            yield f"the verdict changes: {before.value} before, {after.value} now"
    for one in found.rules:
        yield from _rule(one)


def _rule(one: "RuleChange") -> Iterator[str]:
    old, new = (answer.replace("_", " ") for answer in (one.old, one.new))
    yield f"{one.code} {one.name}: {old}" + (f" before, {new} now" if old != new else " as before")
    yield from (f"  now: {message}" for message in one.came)
    yield from (f"  no more: {message}" for message in one.went)


def _document(one: "DocumentChange") -> str:
    if one.fate != "changed":
        return f"{one.document} {one.fate}"
    named = [f"{part.number} {part.title}".strip() or "cover and head" for part in one.sections]
    return f"{one.document}: {'; '.join(named)}"
