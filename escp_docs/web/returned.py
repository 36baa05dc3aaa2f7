"""Files that came back, dropped on the page: read by another process, decided one by one."""

from collections.abc import Sequence
from pathlib import Path

from escp_docs import api
from escp_docs.web.desk import Desk, ServedSpec, Waiting


def read(desk: Desk, place: ServedSpec, path: Path, sender: str) -> int:
    """Return the number under which a file waits for a decision.

    Raises:
        EscpError: the spec cannot be read, or there is no such partner.
    """
    found = _pulled(desk, place, path, sender)
    number = desk.number()
    place.waiting[number] = Waiting(path, sender, found)
    return number


def _pulled(desk: Desk, place: ServedSpec, path: Path, sender: str) -> "api.Pulling":
    name = place.workspace.name
    return api.pull(name, [path], sender=sender or None, executor=desk.executor)


def look(desk: Desk, place: ServedSpec) -> None:
    """Take what programs put into the record of a spec among the files that wait.

    A file keeps its number while it proposes the same, so that a page decides on what it shows.
    """
    try:
        found = api.proposals(place.workspace.name)
    except api.UnreadableError:
        return
    there = {one.pulled.files[0].name: one for one in found.by_file()}
    refused = {str(one.path): one.refusals for one in place.waiting.values()}
    for number, one in list(place.waiting.items()):
        if not one.is_dropped and any(p.is_open for p in one.pulling.pulled.proposals):
            new = there.pop(str(one.path), None)
            if new is None or _says(new) != _says(one.pulling):
                del place.waiting[number]
                there |= {} if new is None else {str(one.path): new}
            else:
                one.pulling = new
    for name, pulling in there.items():
        why = refused.get(name, {})  # of what is left, when a part was taken
        place.waiting[desk.number()] = Waiting(Path(name), "", pulling, False, why)  # noqa: FBT003


def _says(pulling: "api.Pulling") -> list[tuple[str, str]]:
    return [(one.anchor, one.theirs) for one in pulling.pulled.proposals]


def from_sender(desk: Desk, place: ServedSpec, number: int, sender: str) -> None:
    """Read a file that waits as one of a sender.

    Raises:
        EscpError: there is no such file or partner.
    """
    waiting = _waiting(place, number)
    found = _pulled(desk, place, waiting.path, sender)
    place.waiting[number] = Waiting(waiting.path, sender, found)


def decide(
    place: ServedSpec, number: int, taken: Sequence[int], kept: Sequence[int]
) -> "list[api.Proposal]":
    """Take some proposals of a file into the spec, leave others; return what could not be taken.

    Raises:
        UnknownNameError: no such file waits, or it has no such proposal.
        ChangedMeanwhileError: the spec was changed just now; nothing is written.
        WriteError: a file cannot be written.
    """
    waiting = _waiting(place, number)
    proposals = waiting.pulling.pulled.proposals
    every = dict(enumerate(proposals))
    if not {*taken, *kept} <= every.keys():
        raise api.UnknownNameError("there is no such proposal", "proposal")
    chosen = [every[one] for one in taken if every[one].can_be_taken]
    left = [every[one] for one in kept]
    waiting.pulling = api.take(waiting.pulling, taken=chosen, kept=left)
    now = dict(enumerate(waiting.pulling.pulled.proposals))
    refused = [now[one] for one in taken if now[one].is_open]
    # What a program proposed is read anew for the page, and knows nothing of it.
    waiting.refusals = {(one.anchor, one.theirs): one.why for one in refused}
    return refused


def undo(desk: Desk, place: ServedSpec) -> bool:
    """Give back what stood before the last taking; return whether there was one.

    What waits is compared anew: what was given back can be taken again.
    """
    done = api.undo_taking(place.workspace.name)
    for number, one in place.waiting.items():
        found = _pulled(desk, place, one.path, one.sender)
        place.waiting[number] = Waiting(one.path, one.sender, found)
    return done is not None


def _waiting(place: ServedSpec, number: int) -> Waiting:
    found = place.waiting.get(number)
    if found is None:
        raise api.UnknownNameError("this file does not wait any more; drop it again", "file")
    return found
