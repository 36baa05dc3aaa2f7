"""A change that an assistant proposes: tried in memory, then put where a person takes it from."""

import json
from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from escp_docs.assisting.waiting_proposals import KNOWS_PERSONS, is_unknowing
from escp_docs.edit.changes import AddEntry, RemoveValue, SetValue, SpecChange
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.model.schema import Scalar, form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.pull.proposals import What
from escp_docs.pull.stated import plain_text, stated_text
from escp_docs.read.plain_values import Raw

_SCHEMA_VERSION: Final = 1
_LONGEST_REASON: Final = 10_000  # characters of the reasons of several, beyond which none is added


class ProposalKind(StrEnum):
    """What a proposal does to its key."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


class Suggestion(Struct, frozen=True):
    """A change that somebody who answers for nothing thinks right.

    Attributes:
        kind: What it does: state a value, add an entry to a list, take a key or an entry out.
        key: The key; of an entry that is added, the list.
        value: What is stated; None for what is taken out.
        reason: Why.
        facts: What it rests on: keys of the spec, codes of rules, or where else it comes from.
    """

    kind: ProposalKind
    key: str
    value: Raw
    reason: str
    facts: tuple[str, ...] = ()

    @property
    def change(self) -> SpecChange:
        """The change of the spec."""
        match self.kind:
            case ProposalKind.SET:
                return SetValue(self.key, self.value)
            case ProposalKind.ADD:
                return AddEntry(self.key, self.value)
            case ProposalKind.REMOVE:
                return RemoveValue(self.key)


class Replaced(Struct, frozen=True):
    """A proposal that waited, and in whose place another one waits.

    Attributes:
        value: Its value.
        reason: Its reason.
        is_unknowing: Whether its author was told of no person.
    """

    value: Raw
    reason: str
    is_unknowing: bool


class Put(Struct, frozen=True):
    """A proposal that was put where a person finds it.

    Attributes:
        place: The file.
        key: What it is about.
        waited: Whether the same waited already, so that nothing was written.
        replaced: What waited there before, and does no more; None if nothing did.
        now: The verdict on the spec as it is.
        if_taken: What it would be.
        untried: The codes of rules that rest on what is withheld: for these, `if_taken` has what
            they say now.
    """

    place: Path
    key: str
    waited: bool
    replaced: Replaced | None
    now: str
    if_taken: str
    untried: tuple[str, ...]


def proposal_file(  # noqa: PLR0913  # a proposal, and whose it is
    one: Suggestion, spec: OpenSpec, path: str, author: str, when: str, *, knows_persons: bool
) -> tuple[str, bytes]:
    """Return name and bytes of the file of a proposal, in the form of `pull --format json`.

    The name begins with the moment, so that files sort by it.
    """
    whole = {
        "schema_version": _SCHEMA_VERSION,
        "spec": Path(spec.name).name,
        "files": [],
        "proposals": [
            {**_proposal(one, spec.spec, path, author, when), KNOWS_PERSONS: knows_persons}
        ],
    }
    return _file(whole, when)


def with_reason(data: bytes, other: bytes) -> tuple[str, bytes]:
    """Return name and bytes of a proposal that keeps its author, with the reason of another too."""
    whole = json.loads(data)
    (found,), (new,) = whole["proposals"], json.loads(other)["proposals"]
    found["reason"] = f"{found.get('reason') or ''}\n{new['author']}: {new['reason']}".strip()
    found["facts"] = list(dict.fromkeys([*_facts(found), *new["facts"]]))
    found[KNOWS_PERSONS] = new[KNOWS_PERSONS]
    return _file(whole, new["when"])


def _file(whole: Mapping[str, Any], when: str) -> tuple[str, bytes]:
    data = (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
    moment = "".join(letter for letter in when[:19] if letter.isalnum())
    return f"{moment}-{sha256(data).hexdigest()[:8]}.json", data


def _proposal(one: Suggestion, spec: Spec, path: str, author: str, when: str) -> dict[str, Any]:
    stated = stated_text(spec, path)
    key = named(path, spec)
    return {
        "what": _what(one.kind, spec, path, stated).value,
        "key": key,
        "anchor": key,
        "base": stated,
        "theirs": plain_text(one.value),
        "value": one.value,
        "reason": one.reason.strip(),
        "facts": list(one.facts),
        "author": author,
        "when": when,
    }


def _what(kind: ProposalKind, spec: Spec, path: str, stated: str | None) -> What:
    match kind:
        case ProposalKind.ADD:
            return What.ENTRY_ADDED
        case ProposalKind.REMOVE:
            return What.ENTRY_REMOVED
        case ProposalKind.SET if stated is None:
            return What.ANSWER
        case ProposalKind.SET:
            shape = form(spec.__class__, path)
            is_prose = isinstance(shape, Scalar) and shape.kind == "prose"
            return What.PROSE if is_prose else What.VALUE


def same(data: bytes, other: bytes) -> bool:
    """Whether two files of proposals propose the same, whenever and by whomever."""
    return _essence(data) == _essence(other)


def adds_reason(data: bytes, other: bytes) -> bool:
    """Whether of two files that propose the same the other one has a reason or facts of its own."""
    (found,), (new,) = json.loads(data)["proposals"], json.loads(other)["proposals"]
    reason = str(found.get("reason") or "")
    is_new = new["reason"] not in reason or not set(_facts(found)).issuperset(new["facts"])
    return is_new and len(reason) < _LONGEST_REASON


def _facts(found: Mapping[str, Any]) -> list[str]:
    facts = found.get("facts")
    return list(map(str, facts)) if isinstance(facts, list) else []


def replaced(data: bytes) -> Replaced:
    """Return what a file of one proposal asked for."""
    (found,) = json.loads(data)["proposals"]
    return Replaced(found.get("value"), str(found.get("reason") or ""), is_unknowing(data))


def _essence(data: bytes) -> object:
    try:
        (found,) = json.loads(data)["proposals"]
        return found["what"], found["key"], found["value"], found["base"]
    except (KeyError, TypeError, ValueError):
        return data
