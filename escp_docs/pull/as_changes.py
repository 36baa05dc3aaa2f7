"""Proposals as changes of a spec, and which of them leave it readable."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from escp_docs import files
from escp_docs.edit.changes import AddEntry, RemoveValue, SetValue, SpecChange
from escp_docs.edit.editing import edited
from escp_docs.errors import Fault, RefusedEditError, UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.model.anchors import Anchors
from escp_docs.model.schema import ListOf, form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.pull.proposals import Proposal, What
from escp_docs.pull.prose_merging import merged
from escp_docs.read import spec as reading
from escp_docs.read.plain_values import Raw

_ALL: Final = "all"
_TOLD: Final = 3  # faults
Group = tuple[Proposal, ...]


def grouped(chosen: Sequence[Proposal]) -> list[Group]:
    """Return proposals that are one change of the spec together: all keys of one new entry, ..."""
    groups: dict[object, list[Proposal]] = {}
    for number, one in enumerate(chosen):
        name: object = number
        if one.what is What.CONFIRMATION:
            name = ("confirmed", one.key)
        elif one.what is What.PROSE:
            name = ("prose", one.key)
        elif (entry := _new_entry(one)) is not None:
            name = ("entry", entry)
        groups.setdefault(name, []).append(one)
    # What a partner confirms is written last: a change of a key takes it off the list.
    order = sorted(
        groups.items(), key=lambda item: isinstance(item[0], tuple) and item[0][0] == "confirmed"
    )
    return [tuple(several) for _, several in order]


def _new_entry(one: Proposal) -> str | None:
    """Return the new entry that a key of it is proposed for: `...previous_projects[0]`."""
    head, bracket, rest = one.key.rpartition("].")
    if not bracket or one.what is not What.ANSWER or "#" in rest:
        return None
    list_, _, position = head.rpartition("[")
    return f"{list_}[{position}]" if position.isdigit() else None


def possible(
    spec: Spec, name: str, groups: Sequence[Group], calls: Calls
) -> tuple[list[SpecChange], list[Proposal], list[tuple[Proposal, str]]]:
    """Return the changes that leave the spec readable, and which proposals they are or are not."""
    every = [(group, list(_changes(spec, group))) for group in groups]
    changes = [change for _, several in every for change in several]
    if not changes or _why_not(name, changes, calls) is None:
        return changes, [one for group, _ in every for one in group], []
    taken: list[Proposal] = []
    refused: list[tuple[Proposal, str]] = []
    changes = []
    for group, several in every:
        why = _why_not(name, [*changes, *several], calls)
        if why is None:
            changes += several
            taken += group
        else:
            refused += [(one, why) for one in group]
    return changes, taken, refused


def why_not(spec: Spec, name: str, one: Proposal, calls: Calls) -> str:
    """Return why a proposal cannot be taken; empty if it can be, alone or along with others.

    What the reader objects to at other keys may be mended by other proposals.
    """
    if not one.can_be_taken:
        return one.why or "it cannot be written as it stands"
    own = (
        fault.message
        for fault in _faults(name, list(_changes(spec, (one,))), calls)
        if f"{fault.path or one.key}.".startswith((f"{one.key}.", f"{one.key}["))
    )
    return "; ".join(islice(own, _TOLD))


def _why_not(name: str, changes: Sequence[SpecChange], calls: Calls) -> str | None:
    """Return why a spec could not be changed so; None if it can be."""
    return "; ".join(one.message for one in _faults(name, changes, calls)[:_TOLD]) or None


def _faults(name: str, changes: Sequence[SpecChange], calls: Calls) -> tuple[Fault, ...]:
    """Return what makes a spec that would be changed so unreadable."""
    try:
        reading.spec(edited(files.spec_sources(name), changes).after, calls.beside(name))
    except (RefusedEditError, UnreadableError) as error:
        return error.faults
    return ()


def _changes(spec: Spec, group: Group) -> Iterator[SpecChange]:
    first = group[0]
    entry = _new_entry(first)
    if first.what is What.CONFIRMATION:
        yield SetValue(first.key, _confirmed(spec, group))
    elif first.what is What.PROSE:
        yield SetValue(first.key, _prose(spec, group))
    elif first.what is What.ENTRY_REMOVED:
        yield RemoveValue(first.key)
    elif first.what in {What.ENTRY_ADDED, What.WORDING}:
        yield AddEntry(first.key, first.value)
    elif entry is not None and _is_absent(spec, entry):
        values = {one.key.rpartition("].")[2]: one.value for one in group}
        yield AddEntry(entry.rpartition("[")[0], values)
    else:
        yield from (SetValue(one.key, one.value) for one in group)


def _is_absent(spec: Spec, entry: str) -> bool:
    """Whether a list has no such entry yet."""
    list_, _, position = entry.removesuffix("]").rpartition("[")
    path = Anchors(spec).path(list_)
    stated = None if path is None else value_at(spec, path)
    shape = None if path is None else form(Spec, path)
    return isinstance(shape, ListOf) and len(stated or ()) <= int(position)


def _confirmed(spec: Spec, group: Group) -> Raw:
    path = Anchors(spec).path(group[0].anchor)
    stated = None if path is None else value_at(spec, path)
    known = list(stated) if isinstance(stated, tuple) else []
    new = [str(one.value) for one in group]
    return _ALL if stated == _ALL else list(dict.fromkeys([*known, *new]))


def _prose(spec: Spec, group: Group) -> Raw:
    path = Anchors(spec).path(group[0].anchor)
    text = None if path is None else value_at(spec, path)
    if len(group) == 1 or not isinstance(text, str):
        return group[0].value
    for one in group:
        found = merged(one.prose, text) if one.prose else None
        text = found.text if found is not None and found.text is not None else text
    return text
