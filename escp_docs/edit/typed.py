"""Changes as people type them: `KEY=VALUE`, read by what the key holds."""

import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from escp_docs.edit.changes import AddEntry, RemoveValue, SetValue, SpecChange
from escp_docs.edit.typed_values import read_value
from escp_docs.errors import ArgumentError, Fault, RefusedEditError
from escp_docs.model.schema import ListOf, Scalar, form, join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Steps, parse_key
from escp_docs.pattern import pattern
from escp_docs.read.plain_values import Raw

_PAIR: Final = pattern(r"((?:[^=\[]|\[[^\]]*\])+)=(.*)", re.DOTALL)


def changes_of(
    settings: Sequence[str], added: Sequence[str], removed: Sequence[str]
) -> tuple[list[SpecChange], tuple[Fault, ...]]:
    """Return the changes that words mean, new entries first, and what is wrong with other words."""
    readers: list[tuple[Callable[[str], SpecChange], Sequence[str]]] = [
        (adding, added),
        (setting, settings),
        (RemoveValue, removed),
    ]
    changes: list[SpecChange] = []
    faults: list[Fault] = []
    for reader, typed in readers:
        for one in typed:
            with _told_to(faults):
                changes.append(reader(one))
    return changes, tuple(faults)


def setting(typed: str) -> SetValue:
    """Return the change that `KEY=VALUE` means.

    Text, numbers, dates and choices are taken as they are typed. A list stands in brackets, or is
    one entry; a mapping stands in braces.

    Raises:
        ArgumentError: it has not that form, or the value not that of its key.
        RefusedEditError: what stands in brackets cannot be read.
    """
    key, value = _parted(typed)
    return SetValue(key, read_value(key, value, form(Spec, join(parse_key(key)))))


def adding(typed: str) -> AddEntry:
    """Return the change that `LIST KEY=VALUE KEY=VALUE` means: a new entry and what it states.

    Values with blanks stand in quotes. In a list of texts what stands behind the list is the entry.

    Raises:
        ArgumentError: it has not that form.
        RefusedEditError: values have not; all of them are told.
    """
    key, _, rest = typed.strip().partition(" ")
    steps = parse_key(key)
    shape = form(Spec, join(steps))
    if not rest.strip():
        raise ArgumentError(f"{key} gets no entry; write '{key} id=NEW'", "add")
    if isinstance(shape, ListOf) and isinstance(shape.item, Scalar):
        return AddEntry(key, rest.strip())
    try:
        pairs = shlex.split(rest)
    except ValueError as error:
        raise ArgumentError(f"{rest!r}: {str(error).lower()}; close the quotes", "add") from error
    entry: dict[str, Raw] = {}
    faults: list[Fault] = []
    for one in pairs:
        with _told_to(faults):
            name, value = _parted(one)
            inner = parse_key(name)
            _put(entry, inner, read_value(name, value, form(Spec, join((*steps, 0, *inner)))))
    if faults:
        raise RefusedEditError(tuple(faults))
    return AddEntry(key, entry)


@contextmanager
def _told_to(faults: list[Fault]) -> Iterator[None]:
    """Put what is wrong with one of several words beside what is wrong with others."""
    try:
        yield
    except ArgumentError as error:
        faults.append(Fault(str(error)))
    except RefusedEditError as error:
        faults += error.faults


def _put(entry: dict[str, Raw], steps: Steps, value: Raw) -> None:
    *around, last = map(str, steps)
    for step in around:
        inner = entry.setdefault(step, {})
        if not isinstance(inner, dict):
            raise ArgumentError(f"{step} is given twice", "add")
        entry = inner
    if last in entry:
        raise ArgumentError(f"{last} is given twice", "add")
    entry[last] = value


def _parted(typed: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(typed)
    if found is None:
        raise ArgumentError(f"{typed!r} has no value; write KEY=VALUE", "key")
    return found[1].strip(), found[2]
