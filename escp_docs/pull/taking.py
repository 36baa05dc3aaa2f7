"""Proposals taken into the spec: read again before anything is written, all written or none."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from escp_docs.edit.changes import AddEntry, ChangedFile, RemoveValue, SetValue, SpecChange
from escp_docs.errors import RefusedEditError, UnreadableError
from escp_docs.files import spec_edits
from escp_docs.files.call_files import Calls
from escp_docs.files.proposal_files import ProposalFiles
from escp_docs.files.record import Record
from escp_docs.files.spec_edits import SpecEdit
from escp_docs.model.anchors import Anchors
from escp_docs.model.schema import ListOf, form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.pull.proposals import Proposal, ProposalState, What
from escp_docs.pull.prose_merging import merged
from escp_docs.pull.pulling import Pulled, Pulling, ReturnedFile
from escp_docs.read.plain_values import Raw

_ALL: Final = "all"
_CONTEXT: Final = 2  # lines around a place that was changed, by which it is found again
_Group = tuple[Proposal, ...]


def take(  # noqa: PLR0913, PLR0917  # what is taken, into what, and where that is noted
    pulling: Pulling,
    chosen: Sequence[Proposal],
    kept: Sequence[Proposal],
    record: Record,
    calls: Calls,
    when: str,
    *,
    writes: bool = True,
) -> Pulling:
    """Write the proposals that were chosen into the spec, and note what was decided.

    Args:
        pulling: The files that were pulled.
        chosen: What is taken. One that would make the spec unreadable is refused, and the others
            are taken.
        kept: What is not taken, so that it is not proposed again.
        record: Where what was decided is noted.
        calls: The calls that the spec may answer.
        when: The moment that is noted.
        writes: Whether the spec is written and anything noted; if not, it is said what would be.

    Raises:
        ChangedMeanwhileError: a file of the spec was changed since it was read; nothing is written.
        WriteError: a file cannot be written; the spec is as it was.
    """
    pulled = pulling.pulled
    changes, taken, refused = _possible(pulling.spec, pulled.spec, _grouped(chosen), calls)
    edit = spec_edits.edit(pulled.spec, changes, calls, writes=writes) if changes else None
    standing = {
        **{id(one): replace(one, standing=ProposalState.TAKEN) for one in taken},
        **{id(one): replace(one, standing=ProposalState.REFUSED, why=why) for one, why in refused},
        **{id(one): replace(one, standing=ProposalState.KEPT) for one in kept},
    }
    if writes:
        decided = {one.file for one in (*taken, *kept)}
        # Of those that wait, each is by itself: nobody looked at the others yet.
        waits = ProposalFiles(record).holds
        files = [one for one in pulling.files if one.name in decided or not waits(one.name)]
        _note(record, files, pulled, taken, kept, edit, when)
    proposals = tuple(standing.get(id(one), one) for one in pulled.proposals)
    return replace(pulling, pulled=replace(pulled, proposals=proposals), edit=edit)


# --- as changes of the spec ------------------------------------------------------------------


def _grouped(chosen: Sequence[Proposal]) -> list[_Group]:
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


def _possible(
    spec: Spec, name: str, groups: Sequence[_Group], calls: Calls
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


def _why_not(name: str, changes: Sequence[SpecChange], calls: Calls) -> str | None:
    """Return why a spec could not be changed so; None if it can be."""
    try:
        spec_edits.edit(name, changes, calls, writes=False)
    except (RefusedEditError, UnreadableError) as error:
        return "; ".join(one.message for one in error.faults[:3])
    return None


def _changes(spec: Spec, group: _Group) -> Iterator[SpecChange]:
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


def _confirmed(spec: Spec, group: _Group) -> Raw:
    path = Anchors(spec).path(group[0].anchor)
    stated = None if path is None else value_at(spec, path)
    known = list(stated) if isinstance(stated, tuple) else []
    new = [str(one.value) for one in group]
    return _ALL if stated == _ALL else list(dict.fromkeys([*known, *new]))


def _prose(spec: Spec, group: _Group) -> Raw:
    path = Anchors(spec).path(group[0].anchor)
    text = None if path is None else value_at(spec, path)
    if len(group) == 1 or not isinstance(text, str):
        return group[0].value
    for one in group:
        found = merged(one.prose, text) if one.prose else None
        text = found.text if found is not None and found.text is not None else text
    return text


# --- what is noted ---------------------------------------------------------------------------


def _note(  # noqa: PLR0913, PLR0917
    record: Record,
    files: Sequence[ReturnedFile],
    pulled: Pulled,
    taken: Sequence[Proposal],
    kept: Sequence[Proposal],
    edit: SpecEdit | None,
    when: str,
) -> None:
    data = {one.name: one for one in files}
    entries: list[Mapping[str, Any]] = []
    for told in pulled.files:
        one = data.get(told.name)
        if one is None or told.fault:
            continue
        entries.append(
            {
                "action": "returned",
                "when": when,
                "file": record.keep_returned(one.name, one.data),
                "sha256": one.digest,
                "document": told.document,
                "sending": told.sending,
                "by": told.sender,
            }
        )
    for action, several in (("taken", taken), ("kept", kept)):
        for proposal in several:
            digest = data[proposal.file].digest if proposal.file in data else ""
            entries.append(
                {
                    "action": action,
                    "when": when,
                    "what": proposal.what.value,
                    "key": proposal.key,
                    "anchor": proposal.anchor,
                    "base": proposal.base,
                    "theirs": proposal.theirs,
                    "before": proposal.ours,
                    "by": proposal.sender,
                    "who": proposal.hand.who,
                    "file": Path(proposal.file).name,
                    "sha256": digest,
                }
            )
    if edit is not None and edit.files:
        entries.append(
            {
                "action": "written",
                "when": when,
                "files": list(_hunks(edit.files, record.folder.parent)),
            }
        )
    record.note(entries)


def _hunks(files: Iterable[ChangedFile], around: Path) -> Iterator[Mapping[str, Any]]:
    for one in files:
        before, after = (one.before or "").split("\n"), one.after.split("\n")
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        places = [
            {
                "line": new_start,
                "before": before[start:end],
                "after": after[new_start:new_end],
                "above": after[max(0, new_start - _CONTEXT) : new_start],
                "below": after[new_end : new_end + _CONTEXT],
            }
            for kind, start, end, new_start, new_end in matcher.get_opcodes()
            if kind != "equal"
        ]
        yield {
            "file": os.path.relpath(one.file, around),
            "is_new": one.before is None,
            "places": places,
        }
