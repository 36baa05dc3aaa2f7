"""The id that somebody wants to rename where a cursor stands, or why none can be renamed there."""

from typing import Final

from escp_docs.errors import Fault, RefusedEditError, UnreadableError
from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.workspace.ids import IdPlace, id_at, id_places, same_id
from escp_docs.workspace.state import State

_ALIAS: Final = pattern(r"(?<![^\s\[{,:])\*[^\s,\[\]{}]+")


def renamable(state: State, file: str, line: int, column: int) -> IdPlace:
    """Return the id at a place of a file, line and column from 0, that can be renamed.

    Raises:
        UnreadableError: the spec cannot be read, so nobody knows where else the id stands.
        RefusedEditError: no id stands there, or in a way that cannot be changed by itself.
    """
    if state.spec is None:
        raise UnreadableError((_unreadable(state, file, line), *state.result.faults))
    found = id_at(state, file, line, column)
    if found is None:
        raise RefusedEditError((_why_none(state, file, line, column),))
    if not any(one.declares for one in same_id(state, found)):
        fact = f"no entry of this spec has the id {found.word!r}"
        raise RefusedEditError((Fault(fact, "change the words here by hand", found.place),))
    return found


def _unreadable(state: State, file: str, line: int) -> Fault:
    count = len(state.result.faults)
    told = "what follows" if count == 1 else f"the {count} faults that follow"
    fact = "the spec cannot be read, and so nobody can tell where else the id stands"
    return Fault(fact, f"mend {told}, and rename then", Place(file, line + 1, 1))


def _why_none(state: State, file: str, line: int, column: int) -> Fault:
    """Return why nothing can be renamed at a place of a spec that can be read."""
    lines = state.texts.get(file, "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = lines[line] if line < len(lines) else ""
    for one in _ALIAS.finditer(text):
        if one.start() <= column <= one.end():
            fact = f"`{one[0]}` stands for what is written at `&{one[0][1:]}`, and is no id itself"
            return Fault(fact, "write the id out here", Place(file, line + 1, one.start() + 1))
    for found in id_places(state):
        place = found.place
        start, end = place.column - 1, place.column - 1 + place.length
        if (place.file, place.line) == (file, line + 1) and start <= column <= end:
            fact = f"{found.word!r} does not stand here by itself"
            return Fault(fact, "write it out, without an anchor, a tag or an escape", place)
    return Fault("no id of an entry stands here", "go to an id", Place(file, line + 1, column + 1))
