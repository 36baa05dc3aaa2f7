"""What a spec judged otherwise shows beside its findings: what came, what went, what goes along."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from escp_docs.judging.result import Change, Finding
from escp_docs.language.rule_words import and_listed
from escp_docs.model.schema import split
from escp_docs.model.without_partner import Departure
from escp_docs.pattern import pattern
from escp_docs.report.stale_prose import stale_lines

_LED: Final = pattern(r"(\w+)\[([^\[\]]*)\]\.lead$")


def change_lines(change: Change) -> Iterator[str]:
    """Yield what is otherwise than as written, each line two spaces in."""
    strand = f"strand {change.strand}" if change.strand else "no strand"
    yield f"  as written ({change.call}, {strand}): {change.standing}"
    yield from _came("appears", change.appear)
    yield from _came("disappears", change.disappear)
    if not change.appear and not change.disappear:
        yield "  no finding appears or disappears"
    if change.departure:
        yield from _departure(change.departure)
    yield from (f"  {line}" for line in stale_lines(change.stale_prose))


def _came(what: str, findings: Iterable[Finding]) -> Iterator[str]:
    for one in findings:
        kind = "undecided" if one.is_question else one.outcome.severity.value
        yield f"  {what}: {kind} {one.code} {one.name}: {one.outcome.message}"


def _departure(departure: Departure) -> Iterator[str]:
    leads, roles = _vacancies(departure)
    for what, names in leads.items():
        yield f"  without a lead, {what}: {', '.join(names)}"
    if roles:
        yield f"  to fill again: {', '.join(roles)}"
    yield (
        f"  goes with {and_listed(departure.partners)}: "
        f"{departure.person_months:f} person-months, "
        f"EUR {departure.cost_eur:,.2f} of cost, EUR {departure.grant_eur:,.2f} of grant; "
        f"EUR {departure.grant_left_eur:,.2f} of grant stay"
    )
    whose, whom = ("their", "them") if len(departure.partners) > 1 else ("its", "it")
    if departure.entries:
        yield f"  {whose} entries, which go too: {_counted(departure.entries)}"
    if departure.mentions:
        yield f"  lists that name {whom}: {_counted(departure.mentions)}"


def _vacancies(departure: Departure) -> tuple[dict[str, list[str]], list[str]]:
    """Return what has no lead, by the name of the list it stands in, and the other vacant keys."""
    leads: dict[str, list[str]] = {}
    roles: list[str] = []
    for path in departure.vacant:
        anchor = departure.anchors[path]
        led = _LED.search(anchor)
        if led:
            leads.setdefault(led[1].replace("_", " "), []).append(led[2])
        else:
            roles.append(anchor)
    return leads, roles


def _counted(paths: Iterable[str]) -> str:
    homes = Counter(_home(path) for path in paths)
    return ", ".join(f"{home} ({number})" for home, number in homes.items())


def _home(path: str) -> str:
    """Return the name of the list or mapping that an entry stands in."""
    *around, last = [step for step in split(path)[:-1] if isinstance(step, str)]
    return f"{last} of {around[-1]}" if last == "partners" else last
