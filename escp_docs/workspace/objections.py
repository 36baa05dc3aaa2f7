"""What is to be said of each key: faults, findings, questions and remarks, with their cures."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import yaml
from msgspec import Struct

from escp_docs.errors import Fault
from escp_docs.finding import Remark
from escp_docs.judging.open_facts import OpenFact, open_facts
from escp_docs.judging.result import Finding
from escp_docs.judging.verdict import judge
from escp_docs.model.schema import split
from escp_docs.model.stable_path import named
from escp_docs.pattern import pattern
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.form_items import Cure, Objection
from escp_docs.workspace.state import State

# A line of the file stands in backticks, a name perhaps in quotes, a value by itself.
_WRITE: Final = pattern(
    r"(?:write|use|did you mean) "
    r"""(?:`([^`]+)`|'([^'`]+)'|"([^"`]+)"|((?:[^\s'"`,;:?]|:(?=\w))+))(?=\?|,|;|:|$)"""
)
_OR: Final = pattern(r"\bor (\d{4}-\d\d-\d\d)(?=[,;]|$)")  # another reading of a date
_NO_VALUES: Final = ("a", "an", "the", "one", "it", "as", "year-month-day")
_LEFT_OPEN: Final = "..."
_TAKE_OUT: Final = {"remove_partner": "consortium.partners", "remove_target": "target_countries"}


class Told(Struct, frozen=True):
    """What is to be said of a spec, by keys.

    Attributes:
        objections: By the key that they concern; "" for what concerns none.
        missing: The facts that somebody owes, by key.
        unconfirmed: The keys that a partner has not confirmed.
    """

    objections: Mapping[str, tuple[Objection, ...]]
    missing: Mapping[str, OpenFact]
    unconfirmed: frozenset[str]

    def count(self, key: str) -> tuple[int, int]:
        """Return how much is open, and wrong, at a key and below it."""
        return (
            sum(_is_below(one, key) for one in self.missing),
            sum(
                len([one for one in found if one.severity in ("error", "warning")])
                for path, found in self.objections.items()
                if _is_below(path, key)
            ),
        )


@lru_cache(maxsize=4)
def told(state: State) -> Told:
    """Return what is to be said of a spec as it is now."""
    found: dict[str, list[Objection]] = defaultdict(list)
    for fault in state.result.faults:
        found[fault.path or ""].append(objection_of_fault(fault))
    for finding in state.result.shown:
        if finding.is_fault:
            found[finding.outcome.path or ""].append(objection_of_finding(finding, state))
    for remark in state.result.remarks:
        found[remark.path or ""].append(_of_remark(remark))
    objections = {key: tuple(some) for key, some in found.items()}
    if state.spec is None:
        return Told(objections, {}, frozenset())
    spec = state.spec.spec
    owing = open_facts(spec, judge(spec, state.spec.call))
    return Told(
        objections,
        {named(one.path, spec): one for one in owing.missing},
        frozenset(named(one.path, spec) for one in owing.unconfirmed),
    )


def _is_below(path: str, key: str) -> bool:
    return path == key or (path.startswith(key) and path[len(key) : len(key) + 1] in (".", "["))


def refusals(faults: Sequence[Fault], key: str) -> tuple[Objection, ...]:
    """Return why a value is not taken, with the value that is meant, if the cure says one."""
    return tuple(objection_of_fault(one, key) for one in faults)


def objection_of_fault(fault: Fault, key: str = "") -> Objection:
    """Return what is to be said of a fault, with the value that is meant if the cure says one.

    Args:
        fault: The fault.
        key: The key whose value was refused, if one was; it may be named by ids.
    """
    path = key or fault.path or ""
    is_of_key = fault.message.startswith("unknown key ") or _names_an_entry(fault)
    # What is wrong with one item of a list tells nothing of the whole that was refused.
    is_there = path and (not fault.path or split(fault.path)[-1:] == split(path)[-1:])
    cures = tuple(_meant(fault.fix or "", path, is_of_key=is_of_key)) if is_there else ()
    return Objection("error", fault.message, fault.fix or "", cures=cures)


def _names_an_entry(fault: Fault) -> bool:
    """Whether what leads nowhere is a key, as in a mapping by partners."""
    steps = split(fault.path or "")
    return bool(steps) and fault.message.startswith(f"{fault.path} names {str(steps[-1])!r}, ")


def _meant(fix: str, key: str, *, is_of_key: bool) -> Iterator[Cure]:
    """Yield the value, or the key, that a cure says is meant, if it says one."""
    found = _WRITE.match(fix)
    if not found:
        return
    if found[1]:
        value = _shown(found[1], split(key)[-1])
        if value is not None and not is_of_key:
            words = ", ".join(map(str, value)) if isinstance(value, list) else value
            yield Cure(f"use {found[1] if isinstance(value, dict) else words}", key, value)
        return
    first = found[2] or found[3] or found[4]
    if first not in _NO_VALUES and _LEFT_OPEN not in first:
        for one in (first, *_OR.findall(fix, found.end())):
            yield Cure(f"use {one}", key, one, is_of_key)


def _shown(line: str, step: str | int) -> str | list[Raw] | dict[str, Raw] | None:
    """Return the value in a line that a cure shows: `country: PT`, `- PT`, or the value alone.

    Of an entry of a list that is typed as a text, the line is its first key.

    None if it is the line of another key, leaves its value open, or goes on below.
    """
    try:
        read: Raw = yaml.load(line, Loader=yaml.BaseLoader)  # noqa: S506  # makes texts alone
    except yaml.YAMLError:
        return None
    if isinstance(step, str) and isinstance(read, dict) and list(read) == [step]:
        read = read[step]
    elif isinstance(step, int) and line.startswith("- ") and isinstance(read, list):
        read = read[0]
    elif isinstance(step, int) and isinstance(read, dict):
        is_whole = all(isinstance(one, str) and _LEFT_OPEN not in one for one in read.values())
        return read if is_whole else None
    if isinstance(read, list):
        is_whole = all(isinstance(one, str) and _LEFT_OPEN not in one for one in read)
        return read if read and is_whole else None
    return read if isinstance(read, str) and read and _LEFT_OPEN not in read else None


def objection_of_finding(finding: Finding, state: State) -> Objection:
    """Return what is to be said of a finding, with what the smallest repair does about it."""
    outcome = finding.outcome
    return Objection(
        "error" if finding.is_error else "warning",
        outcome.message,
        outcome.fix or "",
        finding.code,
        str(outcome.source) if outcome.source else "",
        tuple(_repairs(outcome.path or "", state)),
    )


def _repairs(path: str, state: State) -> Iterator[Cure]:
    """Yield what the smallest repair takes out, where the finding stands on it."""
    for one in state.result.repair:
        home = _TAKE_OUT.get(one.action)
        if home and one.subject and path.startswith((f"{home}[{one.subject}]", home)):
            yield Cure(one.text, f"{home}[{one.subject}]", None)


def _of_remark(remark: Remark) -> Objection:
    return Objection("remark", remark.message, remark.fix or "")
