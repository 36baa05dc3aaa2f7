"""Why a change of a warm spec is not made, and what its files would be with it."""

from collections.abc import Sequence

from escp_docs.edit.changes import ChangedFile
from escp_docs.edit.texts import with_text
from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.read.source import SpecText
from escp_docs.workspace.outcome import Conflict, KeyedChange
from escp_docs.workspace.state import State


def new_faults(before: State, after: State) -> tuple[Fault, ...]:
    """Return the faults that come with a change; those that were there before are no obstacle."""
    known = {(one.path, one.message) for one in before.result.faults}
    return tuple(one for one in after.result.faults if (one.path, one.message) not in known)


def with_texts(sources: SpecText, changed: Sequence[ChangedFile]) -> SpecText:
    """Return the files of a spec with other texts of some."""
    for one in changed:
        sources = with_text(sources, one.file, one.after)
    return sources


def too_old(asked: KeyedChange) -> Conflict:
    """Return the conflict of a change by a version that is forgotten."""
    why = "the page is older than what is remembered here; look at it again"
    return Conflict(asked.change.key, None, getattr(asked.change, "value", None), why)


def busy(name: str) -> Fault:
    """Return why nothing is written: another program writes all the time."""
    return Fault(
        f"{name} is being written by another program",
        "wait until that is done, and try again",
        Place(name, 1, 1),
    )
