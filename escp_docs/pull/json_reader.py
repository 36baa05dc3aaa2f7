"""Proposals of programs, in the form that `pull --format json` writes."""

import json
from collections.abc import Mapping
from typing import Any, Final

from escp_docs.errors import ArgumentError
from escp_docs.model.anchors import Anchors
from escp_docs.model.own_keys import is_own, is_own_entry
from escp_docs.model.schema import ListOf, at, form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named, parse_key
from escp_docs.pull.people import not_known
from escp_docs.pull.proposals import Proposal, ProposalState, What
from escp_docs.pull.returned import Hand, UnreadableReturnError
from escp_docs.pull.stated import plain_text, stated_text
from escp_docs.pull.unproposable import WITHHELD, for_people, is_masked
from escp_docs.read.places import Places
from escp_docs.read.plain_values import Raw

_MOST: Final = 5000  # proposals of one file
_WAYS: Final = frozenset(
    {What.VALUE, What.ANSWER, What.PROSE, What.ENTRY_ADDED, What.ENTRY_REMOVED}
)


def is_json(data: bytes) -> bool:
    """Whether a file is JSON rather than a Word file."""
    return data.lstrip()[:1] == b"{"


def read(name: str, data: bytes, spec: Spec, places: Places, sender: str) -> list[Proposal]:
    """Return the proposals of a file; what a person alone can say, none of them can.

    Args:
        name: What it was called.
        data: The file.
        spec: The spec as it is now.
        places: Where its values stand.
        sender: The partner that sent it; empty if nobody said.

    Raises:
        UnreadableReturnError: it has not the form of proposals.
    """
    try:
        whole = json.loads(data)
        found = whole["proposals"]
        if len(found) > _MOST:
            raise UnreadableReturnError(f"it has more than {_MOST} proposals")
        some = [_proposal(name, one, spec, places, sender) for one in found]
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        form_ = "the form that `escp-docs pull --format json` writes"
        raise UnreadableReturnError(f"it has not {form_}: {error}") from error
    return [one for one in some if one is not None]


def _proposal(
    name: str, found: Mapping[str, Any], spec: Spec, places: Places, sender: str
) -> Proposal | None:
    what = What(found["what"])
    if what not in _WAYS:
        return None
    value, base = _raw(found.get("value")), found.get("base")
    anchor = str(found.get("anchor") or found["key"])
    anchors = Anchors(spec)
    path = anchors.path(anchor) or _path(anchors, str(found["key"]))
    hand = Hand(str(found.get("author") or ""), str(found.get("when") or ""))
    facts = found.get("facts")
    theirs = str(found.get("theirs") or plain_text(value))
    key = anchor if path is None else named(path, spec)
    label = at(Spec, path) if path is not None else None
    ours = None if path is None else stated_text(spec, path)
    standing, why = ProposalState.PROPOSED, ""
    if unclear := _unclear(what, key, path, value, ours):
        standing, why = ProposalState.UNCLEAR, unclear
    elif path is None:
        standing, why = ProposalState.GONE, "there is no such key or entry"
    elif _says(ours, value):
        return None
    elif _is_otherwise(found, what, ours):
        standing, why = ProposalState.CONFLICT, "the spec says something else by now"
    elif not _is_own(spec, what, path, value, sender):
        standing = ProposalState.NOT_ITS_OWN
    return Proposal(
        what,
        key,
        anchor,
        label.label if label else "",
        None if base is None else str(base),
        theirs,
        ours,
        value,
        standing,
        why,
        name,
        sender,
        hand,
        None if path is None else places.of(path),
        reason=str(found.get("reason") or ""),
        facts=tuple(map(str, facts)) if isinstance(facts, list) else (),
    )


def _is_otherwise(found: Mapping[str, Any], what: What, ours: str | None) -> bool:
    """Whether the spec says something else by now than what the proposal was made for."""
    base = found.get("base")
    if what is What.ANSWER:
        return "base" in found and base is None and ours is not None
    return base is not None and ours != str(base) and what in {What.VALUE, What.PROSE}


def _is_own(spec: Spec, what: What, path: str, value: Raw, sender: str) -> bool:
    if what is What.ENTRY_ADDED:
        return isinstance(value, dict) and is_own_entry(spec, path, value, sender)
    return is_own(spec, path, sender)


def _unclear(what: What, key: str, path: str | None, value: Raw, ours: str | None) -> str:
    """Return why a proposal is none that can be taken, wherever it leads; empty if it may be."""
    if its_own := for_people(key, value):
        return its_own
    if is_masked(value, ours):
        return f"it holds {WITHHELD}, which stands for words that the program was not told"
    if path is None:
        return ""
    if value is None and what is not What.ENTRY_REMOVED:
        return "it does not say what is to be written"
    if what is What.ENTRY_ADDED and not isinstance(form(Spec, path), ListOf):
        return "it adds an entry to what is no list"
    some = value if isinstance(value, list) else [value]
    texts = (one for one in some if isinstance(one, str))
    return next(filter(None, (not_known(one, path) for one in texts)), "")


def _path(anchors: Anchors, key: str) -> str | None:
    try:
        parse_key(key)
    except ArgumentError:
        return None
    return anchors.path(key)


def _says(ours: str | None, value: Raw) -> bool:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ours == "\n".join(map(str, value))
    return isinstance(value, str) and ours is not None and ours.strip() == value.strip()


def _raw(value: object) -> Raw:
    """Return a plain value as the reader of specs has them: texts, lists, mappings of these."""
    match value:
        case None:
            return None
        case bool():
            return str(value).lower()
        case list():
            return [_raw(one) for one in value]
        case dict():
            return {str(name): _raw(one) for name, one in value.items()}
        case _:
            return str(value)
