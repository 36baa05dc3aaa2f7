"""Proposals taken into the spec: read again before anything is written, all written or none."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from escp_docs.edit.changes import ChangedFile
from escp_docs.files import spec_edits
from escp_docs.files.call_files import Calls
from escp_docs.files.proposal_files import ProposalFiles
from escp_docs.files.record import Record
from escp_docs.files.spec_edits import SpecEdit
from escp_docs.pull.as_changes import grouped, possible
from escp_docs.pull.proposals import Proposal, ProposalState
from escp_docs.pull.pulled import Pulled, Pulling, ReturnedFile

_CONTEXT: Final = 2  # lines around a place that was changed, by which it is found again


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
    changes, taken, refused = possible(pulling.spec, pulled.spec, grouped(chosen), calls)
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
