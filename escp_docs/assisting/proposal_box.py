"""The proposals of one assistant: put into the record of a spec, where a person finds them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from escp_docs.assisting.proposing import (
    ProposalKind,
    Replaced,
    Suggestion,
    adds_reason,
    replaced,
    same,
    with_reason,
)
from escp_docs.assisting.waiting_proposals import Seen, WaitingProposal
from escp_docs.errors import ArgumentError
from escp_docs.files.proposal_files import ProposalFiles
from escp_docs.files.record import Record
from escp_docs.files.writing import read_bytes
from escp_docs.pull.by_name import waiting

_MOST: Final = 200  # proposals that nobody has decided on


class ProposalBox:
    """Where the proposals of an assistant lie.

    Args:
        spec: The name of the spec.
        today: Tells the day.
    """

    def __init__(self, spec: str, today: Callable[[], date]) -> None:
        self._spec, self._today = spec, today
        self._files = ProposalFiles(Record(spec))
        self._mine: dict[str, Path] = {}
        self._own: set[Path] = set()

    def waiting(self, seen: Seen) -> tuple[WaitingProposal, ...]:
        """Return the proposals on which nobody has decided, whoever put them there.

        Args:
            seen: The spec, and what of it is withheld.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        proposals = waiting(self._spec, self._today()).pulled.proposals
        closed = (one for place in self._files.undecided() for one in seen.closed(place))
        return (*(seen.open(one) for one in proposals if seen.tells(one.key)), *closed)

    def _open(self, seen: Seen) -> list[Path]:
        """Return the files that wait; on what is withheld, whether the spec says so or not."""
        found = [Path(one.name) for one in waiting(self._spec, self._today()).pulled.files]
        closed = [one for one in self._files.undecided() if any(seen.closed(one))]
        return list(dict.fromkeys([*found, *closed]))

    def put(
        self, one: Suggestion, key: str, name: str, data: bytes, seen: Seen
    ) -> tuple[Path, bool, Replaced | None]:
        """Put a proposal there; return its file, whether the same waited already, what it replaces.

        What was put here for the same key before, to state it or to take it out, and nobody has
        decided on, is taken back. The same with another reason is put in the place of what waits,
        so that no reason is lost; but not if what waits holds what is withheld.

        Raises:
            ArgumentError: too many wait.
            WriteError: the record cannot be written.
        """
        open_ = self._open(seen)
        for place in open_:
            known = read_bytes(place) or b""
            if seen.may_compare(known) and same(known, data):
                if not adds_reason(known, data):
                    return place, True, None
                if place not in self._own:
                    name, data = with_reason(known, data)
                return self._keep(one, key, name, data, place)
        earlier = self._mine.get(key) if one.kind is not ProposalKind.ADD else None
        earlier = earlier if earlier in open_ else None
        if len(open_) - (earlier is not None) >= _MOST:
            fact = f"{_MOST} proposals wait for a person"
            raise ArgumentError(f"{fact}; nothing more is taken until some are decided on")
        return self._keep(one, key, name, data, earlier)

    def _keep(
        self, one: Suggestion, key: str, name: str, data: bytes, earlier: Path | None
    ) -> tuple[Path, bool, Replaced | None]:
        """Write a file in place of an earlier one."""
        former = None if earlier is None else read_bytes(earlier)
        place = self._files.keep(name, data)
        if earlier is not None and earlier != place:
            self._files.take_back(earlier)
        if earlier is None or earlier in self._own:
            self._own.add(place)
            if one.kind is not ProposalKind.ADD:  # a list has room for many
                self._mine[key] = place
        return place, False, None if former is None else replaced(former)
