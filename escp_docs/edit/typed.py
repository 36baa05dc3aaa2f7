"""Changes as people type them: `KEY=VALUE`, read by what the key holds."""

import re
import shlex
from typing import Final

from escp_docs.edit.changes import AddEntry, SetValue
from escp_docs.errors import ArgumentError, RefusedEditError
from escp_docs.model.consortium import ALL
from escp_docs.model.not_written import says_none
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, form, join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Steps, parse_key
from escp_docs.model.vocabulary import vocabulary
from escp_docs.read.node import Node
from escp_docs.read.one_file import parsed
from escp_docs.read.plain_values import Raw
from escp_docs.read.quoting import in_quotes
from escp_docs.read.source import SourceText

_PAIR: Final = re.compile(r"((?:[^=\[]|\[[^\]]*\])+)=(.*)", re.DOTALL)


def setting(typed: str) -> SetValue:
    """Return the change that `KEY=VALUE` means.

    Text, numbers, dates and choices are taken as they are typed. A list stands in brackets, or is
    one entry; a mapping stands in braces.

    Raises:
        ArgumentError: it has not that form, or the value not that of its key.
        RefusedEditError: what stands in brackets cannot be read.
    """
    key, value = _parted(typed)
    return SetValue(key, _read(key, value, form(Spec, join(parse_key(key)))))


def adding(typed: str) -> AddEntry:
    """Return the change that `LIST KEY=VALUE KEY=VALUE` means: a new entry and what it states.

    Values with blanks stand in quotes. In a list of texts what stands behind the list is the entry.

    Raises:
        ArgumentError: it has not that form.
        RefusedEditError: what stands in brackets cannot be read.
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
    for one in pairs:
        name, value = _parted(one)
        inner = parse_key(name)
        _put(entry, inner, _read(name, value, form(Spec, join((*steps, 0, *inner)))))
    return AddEntry(key, entry)


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


def _read(key: str, value: str, shape: Shape | None) -> Raw:
    """Return the plain value that a text means for a key of a form; of an unknown key, the text."""
    typed = value.strip()
    match shape:
        case ListOf(item=item):
            if typed.startswith("["):
                return _in_brackets(key, typed)
            return _one_entry(key, typed, item)
        case type() | MapOf():
            if typed.startswith("{"):
                return _in_brackets(key, typed)
            form_of = "{key: value}"
            raise ArgumentError(
                f"{key} is a mapping; set its keys one by one, {key}.KEY=VALUE, or write {form_of}",
                "key",
            )
        case _:
            return value


def _one_entry(key: str, typed: str, item: Shape) -> Raw:
    if not isinstance(item, Scalar):
        raise ArgumentError(f"{key} is a list of entries; add one with --add '{key} ...'", "key")
    if typed == ALL or says_none(typed):
        return typed  # the reader knows where these stand for a list, and says where not
    if "," in typed:
        parts = [part.strip() for part in typed.split(",")]
        raise ArgumentError(
            f"{key} is a list, and {typed!r} may be one entry or {len(parts)}; "
            f"write [{in_quotes(typed)}], or [{', '.join(parts)}]",
            "key",
        )
    return [typed] if typed else typed


def _in_brackets(key: str, typed: str) -> Raw:
    found = parsed(SourceText(key, typed), vocabulary(Spec))
    if found.faults or found.root is None:
        raise RefusedEditError(tuple(found.faults))
    return _plain(found.root)


def _plain(node: Node) -> Raw:
    match node.value:
        case list():
            return [_plain(one) for one in node.value]
        case dict():
            return {name: _plain(one) for name, (_, one) in node.value.items()}
        case _:
            return node.value if node.value is not None else ""
