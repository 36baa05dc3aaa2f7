"""Changes to a spec, one after the other, each read again before the next."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from escp_docs.edit.changes import (
    AddEntry,
    Edited,
    Made,
    MoveEntry,
    RemoveValue,
    SetValue,
    SpecChange,
)
from escp_docs.edit.confirmation import confirmed_by, no_longer_confirmed
from escp_docs.edit.demands import has_a_value, is_list
from escp_docs.edit.steps import Work
from escp_docs.edit.texts import changed_files
from escp_docs.edit.wanted import at, same, tidied
from escp_docs.errors import ArgumentError, Fault, RefusedEditError, UnreadableError
from escp_docs.model.schema import join
from escp_docs.model.stable_path import concrete, located, parse_key
from escp_docs.read.plain_values import Raw, Steps
from escp_docs.read.source import SpecText


def edited(files: SpecText, changes: Sequence[SpecChange]) -> Edited:
    """Return the texts of a spec with changes made to them; every other byte is as it was.

    What a partner had confirmed is taken out of its `confirmed` when it is changed, unless the
    changes say themselves what it confirms.

    Args:
        files: The texts of a spec, as `files.spec_sources` gives them.
        changes: What to change, in this order.

    Raises:
        RefusedEditError: a change cannot be made: no such key or entry, a value that cannot be
            written so that it reads the same, or that others share by an alias. All of them.
        UnreadableError: the files are no spec whose form can be read.
    """
    done, faults = tried(files, changes)
    if faults:
        raise RefusedEditError(faults)
    return done


def tried(files: SpecText, changes: Sequence[SpecChange]) -> tuple[Edited, tuple[Fault, ...]]:
    """Return what `edited` does with those changes that can be made, and why others cannot.

    Raises:
        UnreadableError: the files are no spec whose form can be read.
    """
    work = Work(files)
    if faults_of_form := work.faults():
        raise UnreadableError(tuple(faults_of_form))
    said = _said(changes, work.value())
    made: list[Made] = []
    faults: list[Fault] = []
    for change in changes:
        try:
            made += _changed(work, change, said)
        except RefusedEditError as error:
            faults += error.faults
        except ArgumentError as error:
            faults.append(Fault(str(error), path=change.key))
    first = Work(files)
    placed = tuple(_placed(one, first, work) for one in made)
    done = Edited(files, work.files, placed, tuple(changed_files(files, work.files)))
    return done, tuple(dict.fromkeys(faults))


def _placed(made: Made, before: Work, after: Work) -> Made:
    """Return a change with its place in the texts as they are in the end; if it removes, at first.

    Where its path leads nowhere then, the place is that of the moment when it was made.
    """
    work = before if made.after is None else after
    steps = located(parse_key(made.path), work.value())
    return made if steps is None else replace(made, place=work.place(steps))


def _said(changes: Sequence[SpecChange], value: dict[str, Raw]) -> set[Steps]:
    """Return the keys of what is confirmed that changes state themselves."""
    found: set[Steps] = set()
    for change in changes:
        try:
            steps = concrete(parse_key(change.key), value)
        except ArgumentError:
            continue  # it is told in its turn
        if confirmed_by(steps) == steps[:4]:
            found.add(steps[:4])
    return found


def _changed(work: Work, change: SpecChange, said: set[Steps]) -> list[Made]:
    """Return what comes of one change: itself, and what is no longer confirmed; nothing if none."""
    whole = work.value()
    steps = concrete(parse_key(change.key), whole)
    match change:
        case SetValue(value=value):
            has_a_value(change.key, value)
            found = _made(work, steps, lambda: work.put(steps, tidied(value)))
        case RemoveValue():
            found = _made(work, steps, lambda: work.remove(steps))
        case AddEntry(entry=entry):
            has_a_value(change.key, entry)
            is_list(change.key, steps)
            entries = at(whole, steps)
            last = len(entries) if isinstance(entries, list) else 0
            index = last if change.at is None else min(max(change.at, 0), last)
            new = (*steps, index)
            work.add(steps, index, tidied(entry))
            found = [Made(work.named(new), work.place(new), None, at(work.value(), new))]
        case MoveEntry(to=to):
            found = _moved(work, steps, to)
    key = confirmed_by(steps)
    if not found or key is None or key in said:
        return found
    rest = no_longer_confirmed(work.value(), steps)
    if rest is None:
        return found
    taken_back = _made(work, key, lambda: work.put(key, rest) if rest else work.remove(key))
    return [
        *found,
        *(Made(one.path, one.place, one.before, one.after, takes_back=True) for one in taken_back),
    ]


def _made(work: Work, steps: Steps, act: Callable[[], bool]) -> list[Made]:
    """Do something to what stands at `steps`, and return it if that changes what is stated."""
    before, stood, path = at(work.value(), steps), work.place(steps), work.named(steps)
    removes = act()
    after = None if removes else at(work.value(), steps)
    if same(before, after):
        return []
    return [Made(path, stood if removes else work.place(steps), before, after)]


def _moved(work: Work, steps: Steps, to: int) -> list[Made]:
    around = at(work.value(), steps[:-1])
    index = steps[-1]
    if not isinstance(index, int) or not isinstance(around, list):
        raise ArgumentError(f"{join(steps)} is no entry of a list; only these are moved", "key")
    if not 0 <= to < len(around):
        last = len(around) - 1
        raise ArgumentError(f"there is no position {to}; {join(steps[:-1])} has 0 to {last}", "key")
    if index == to:
        return []
    path = work.named(steps)
    work.move(steps[:-1], index, to)
    entry = around[index]
    return [Made(path, work.place((*steps[:-1], to)), entry, entry)]
