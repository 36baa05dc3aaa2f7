"""The proposals that wait for a person, as far as an assistant may be told of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from escp_docs.assisting.as_told import tells
from escp_docs.assisting.masking import Mask
from escp_docs.errors import ArgumentError
from escp_docs.files.writing import read_bytes
from escp_docs.model.schema import join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import located, parse_key
from escp_docs.pattern import pattern
from escp_docs.pull.proposals import Proposal
from escp_docs.pull.stated import plain_text
from escp_docs.pull.unproposable import WITHHELD

KNOWS_PERSONS: Final = "knows_persons"
"""The key of a proposal that says whether its author was told of persons."""

_SAID: Final = ("author", "when", "reason")
_QUOTE: Final = pattern("['\"\u201c\u201d]")


class WaitingProposal(Struct, frozen=True):
    """A proposal on which nobody has decided.

    Attributes:
        key: What it is about.
        by: Who made it.
        when: When.
        standing: How it stands; of a key that is withheld that would tell what is stated there.
        why: What stands in the way.
        file: The name of its file.
        value: What it would write.
        reason: Why.
        is_unknowing: Whether these are words of one that was told of no person.
    """

    key: str
    by: str
    when: str
    standing: str
    why: str
    file: str
    value: str
    reason: str
    is_unknowing: bool


class Seen(Struct, frozen=True):
    """A spec, and what of it is withheld."""

    spec: Spec
    mask: Mask

    def tells(self, key: str) -> bool:
        """Whether all that is stated at a key may be told, so that a guess can tell nothing."""
        try:
            steps = located(parse_key(key), self.spec)
        except ArgumentError:
            steps = None
        if steps is None:
            return not self.mask.hides(key)
        return tells(self.mask, self.spec, join(steps))

    def may_compare(self, data: bytes) -> bool:
        """Whether the words of a file hold nothing that an assistant is not told."""
        if self.mask.pattern is None or is_unknowing(data):
            return True
        told = all(self.tells(str(one.get("key"))) for one in proposals_in(data))
        text = data.decode(errors="replace")
        return told and self.mask.hide(text) == text

    def open(self, proposal: Proposal) -> WaitingProposal:
        """Return a proposal whose key is told, as far as its words may be."""
        # What stands in the way may quote others; these are told where they stand themselves.
        quotes = self.mask.pattern is not None and _QUOTE.search(proposal.why)
        return WaitingProposal(
            proposal.key,
            proposal.hand.who,
            proposal.hand.when,
            proposal.standing.value,
            "" if quotes else proposal.why,
            Path(proposal.file).name,
            proposal.theirs,
            proposal.reason,
            is_unknowing(read_bytes(Path(proposal.file)) or b""),
        )

    def closed(self, place: Path) -> Iterator[WaitingProposal]:
        """Yield the proposals of a file whose keys are withheld, whatever the spec states there."""
        data = read_bytes(place) or b""
        is_own = is_unknowing(data)
        for one in proposals_in(data):
            key = str(one.get("key"))
            if self.tells(key) and self.tells(str(one.get("anchor") or key)):
                continue
            author, when, reason = (str(one.get(name) or "") for name in _SAID)
            is_hidden = self.mask.hides(key)
            value = WITHHELD if is_hidden else plain_text(one.get("value"))
            reason = WITHHELD if is_hidden and not is_own else reason
            found = (key, author, when, WITHHELD, "", place.name, value, reason)
            yield WaitingProposal(*found, is_unknowing=is_own)


def proposals_in(data: bytes) -> list[dict[str, Any]]:
    """Return the proposals of a file; none if it has not their form."""
    try:
        found = json.loads(data)["proposals"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def is_unknowing(data: bytes) -> bool:
    """Whether a file holds words alone of authors that were told of no person."""
    found = proposals_in(data)
    return bool(found) and all(one.get(KNOWS_PERSONS) is False for one in found)
