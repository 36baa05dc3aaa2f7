"""Changes that people asked for by what they saw, against what stands there by now."""

from collections.abc import Sequence

from msgspec.structs import replace

from escp_docs.edit.changes import AddEntry, MoveEntry, RemoveValue, SetValue, SpecChange
from escp_docs.edit.wanted import at, same, tidied
from escp_docs.errors import ArgumentError
from escp_docs.model.schema import Scalar, form, join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Steps
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.following import Plain, followed
from escp_docs.workspace.merging import merged
from escp_docs.workspace.outcome import Conflict, KeyedChange

_CHANGED = "somebody else changed it meanwhile"


def settled(
    asked: Sequence[KeyedChange], then: Plain, now: Plain
) -> tuple[list[SpecChange], list[Conflict]]:
    """Return changes with their keys as they are now, and those that others came before.

    What is stated already is no change. Of a prose both changes are kept where they do not meet.

    Args:
        asked: The changes, with keys as of `then`.
        then: The plain values that people saw.
        now: Those that the files hold.
    """
    found: list[SpecChange] = []
    conflicts: list[Conflict] = []
    for one in asked:
        try:
            steps = followed(one.change.key, then, now)
        except ArgumentError as error:
            mine = getattr(one.change, "value", None)
            conflicts.append(Conflict(one.change.key, None, mine, str(error)))
            continue
        came = _settled(one, steps, at(now, steps))
        if isinstance(came, Conflict):
            conflicts.append(came)
        elif came is not None:
            found.append(came)
    return found, conflicts


def _settled(asked: KeyedChange, steps: Steps, now: Raw) -> SpecChange | Conflict | None:
    change = asked.change
    key = join(steps)
    match change:
        case AddEntry() | MoveEntry():
            return replace(change, key=key)
        case RemoveValue():
            if now is None:
                return None
            stands = asked.is_sure or same(now, asked.seen)
            return RemoveValue(key) if stands else Conflict(change.key, now, None, _CHANGED)
        case SetValue(value=value):
            return _set(asked, value, key, now)


def _set(asked: KeyedChange, value: Raw, key: str, now: Raw) -> SpecChange | Conflict | None:
    if same(now, value):
        return None
    if asked.is_sure or same(now, asked.seen):
        return SetValue(key, value)
    shape = form(Spec, key)
    texts = [tidied(one) for one in (asked.seen, value, now)]
    if isinstance(shape, Scalar) and shape.kind == "prose":
        base, mine, theirs = (one if isinstance(one, str) else "" for one in texts)
        both = merged(base, mine, theirs) if base else None
        if both is not None:
            return SetValue(key, both)
    return Conflict(asked.change.key, now, value, _CHANGED)
