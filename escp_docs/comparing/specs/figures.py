"""Figures that nobody states and that are others now: sums, counts, dates, and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from escp_docs.comparing.specs.difference import EntryChange, FactChange, FigureChange
from escp_docs.comparing.specs.values import ValueChanges
from escp_docs.language.languages import USUAL
from escp_docs.model.figures import Figures, PartnerFigures, figures
from escp_docs.model.project_months import last_day
from escp_docs.model.spec import Spec

_Change = EntryChange | FactChange
_WORK: Final = "roadmap.work_packages["
_MONEY: Final = (
    "budget.person_month_eur",
    "budget.costs",
    "budget.requested_grant_eur",
    "budget.incomes",
    "budget.own_contributions",
    "budget.lump_sums",
)
_RATES: Final = (
    "budget.reimbursement_rate",
    "budget.rates_by_category",
    "budget.rates_by_partner",
    "budget.indirect_rate",
    "budget.indirect_base_excludes_subcontracting",
)
_DATES: Final = ("project.start_date", "project.duration_months")


class _Figure(Struct, frozen=True):
    """A figure of one version: what it says, and which changes it may follow from."""

    text: str
    follows: Callable[[_Change], bool]


_Table = Mapping[tuple[str, str], _Figure]
"""Figures by name and subject, in the order in which they are told."""


def figure_changes(
    old: Spec, new: Spec, changes: ValueChanges, known: Mapping[str, str]
) -> tuple[FigureChange, ...]:
    """Return the figures that are others now, each with the keys of the changes behind it.

    Args:
        old: The old version.
        new: The new one.
        changes: What the two state otherwise.
        known: The new id of each partner that was renamed, by its old one.
    """
    before = {
        (name, known.get(subject, subject)): figure
        for (name, subject), figure in _table(old).items()
    }
    after = _table(new)
    return tuple(_changes(before, after, (*changes.entries, *changes.facts)))


def _changes(before: _Table, after: _Table, changes: Sequence[_Change]) -> Iterator[FigureChange]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        was, now = old.text if old else None, new.text if new else None
        if was == now:
            continue
        tests = [one.follows for one in (old, new) if one]
        causes = dict.fromkeys(one.path for one in changes if any(test(one) for test in tests))
        yield FigureChange(*key, was, now, tuple(causes))


def _table(spec: Spec) -> _Table:
    return {
        (name, subject): _Figure(text, follows)
        for name, subject, text, follows in (*_counts(spec), *_sums(spec), *_days(spec))
    }


_Row = tuple[str, str, str, Callable[[_Change], bool]]


# --- counts ----------------------------------------------------------------------------------


def _counts(spec: Spec) -> Iterator[_Row]:
    lists = {
        "partners": ("consortium.partners[", spec.consortium.partners),
        "targets": ("target_countries[", spec.target_countries),
        "work packages": (_WORK, spec.roadmap.work_packages),
        "indicators": ("indicators[", spec.indicators),
        "risks": ("risks[", spec.risks),
    }
    for name, (path, entries) in lists.items():
        if entries is not None:
            yield f"number of {name}", "", str(len(entries)), _came_or_went(path)
    countries = {one.country for one in spec.partners if one.country}
    if countries:
        yield "countries of the partners", "", str(len(countries)), _countries


def _came_or_went(path: str) -> Callable[[_Change], bool]:
    def follows(one: _Change) -> bool:
        is_entry = isinstance(one, EntryChange) and one.fate in {"came", "went"}
        return is_entry and one.path.startswith(path) and one.path.count("[") == 1

    return follows


def _countries(one: _Change) -> bool:
    return _came_or_went("consortium.partners[")(one) or (
        one.path.startswith("consortium.partners[") and one.path.endswith(".country")
    )


# --- money and work --------------------------------------------------------------------------


def _sums(spec: Spec) -> Iterator[_Row]:
    found = figures(spec)
    if not found.partners:
        return
    months = sum((one.person_months for one in found.partners), Decimal(0))
    euro = _euro(found)
    yield "person-months", "", USUAL.number(months), _effort()
    yield "total cost", "", euro(found.total), _cost()
    yield "grant", "", euro(found.grant), _cost()
    if spec.budget.incomes or spec.budget.own_contributions or found.own:
        yield "own contributions", "", euro(found.own), _cost()
    for one in found.partners:
        yield from _of_partner(one, euro)


def _of_partner(one: PartnerFigures, euro: Callable[[Decimal], str]) -> Iterator[_Row]:
    yield "person-months", one.partner, USUAL.number(one.person_months), _effort(one.partner)
    yield "total cost", one.partner, euro(one.total), _cost(one.partner)
    yield "grant", one.partner, euro(one.grant), _cost(one.partner)
    yield "share of the grant", one.partner, USUAL.percent(one.share), _cost()


def _euro(found: Figures) -> Callable[[Decimal], str]:
    """Return how sums are written: while a fact is missing, each is a lower bound."""
    least = "at least " if found.unknown else ""
    return lambda amount: f"{least}EUR {USUAL.amount(amount)}"


def _effort(partner: str = "") -> Callable[[_Change], bool]:
    def follows(one: _Change) -> bool:
        if not _is_about(one, partner):
            return False
        if isinstance(one, EntryChange):
            return one.kind in {"partner", "work package"}
        return one.path.startswith(_WORK) and ".effort" in one.path

    return follows


def _cost(partner: str = "") -> Callable[[_Change], bool]:
    works = _effort(partner)

    def follows(one: _Change) -> bool:
        if works(one) or one.path.startswith(_RATES):
            return True
        if not _is_about(one, partner):
            return False
        return one.path.startswith(_MONEY) or one.path.endswith(".operating_grant")

    return follows


def _is_about(one: _Change, partner: str) -> bool:
    """Whether a change concerns a partner; any does that concerns all."""
    is_order = isinstance(one, EntryChange) and one.fate in {"moved", "renamed"}
    return not is_order and (not partner or partner in one.partners)


# --- dates -----------------------------------------------------------------------------------


def _days(spec: Spec) -> Iterator[_Row]:
    start, months = spec.project.start_date, spec.project.duration_months
    if start is None:
        return
    if months is not None:
        yield "last day of the action", "", USUAL.day(last_day(start, months)), _of(_DATES)
    for package in spec.roadmap.work_packages or ():
        for name in ("deliverables", "milestones"):
            due = ((one.id, one.due_month) for one in getattr(package, name) or ())
            yield from _due(start, due, f"{_WORK}{package.id}].{name}")
    named = ((one.id, one.due_month) for one in spec.indicators or ())
    yield from _due(start, named, "indicators")


def _due(start: date, due: Iterable[tuple[str, int | None]], where: str) -> Iterator[_Row]:
    for name, month in due:
        if month is not None:
            paths = ("project.start_date", f"{where}[{name}].due_month", f"{where}[{name}]")
            yield "due date", name, USUAL.day(last_day(start, month)), _of(paths)


def _of(paths: tuple[str, ...]) -> Callable[[_Change], bool]:
    return lambda one: one.path in paths
