"""The proposals of one assistant: put into the record of a spec, where a person finds them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from escp_docs.assisting.proposing import ProposalKind, Suggestion, same
from escp_docs.errors import ArgumentError
from escp_docs.files.proposal_files import ProposalFiles
from escp_docs.files.record import Record
from escp_docs.files.writing import read_bytes
from escp_docs.pull.by_name import waiting
from escp_docs.pull.pulling import Pulling

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

    def waiting(self) -> Pulling:
        """Return the proposals on which nobody has decided, whoever put them there.

        Raises:
            UnreadableError: the spec cannot be read.
        """
        return waiting(self._spec, self._today())

    def put(self, one: Suggestion, name: str, data: bytes) -> tuple[Path, bool]:
        """Put a proposal there; return its file, and whether the same waited already.

        What was put here for the same key before, and nobody has decided on, is taken back.

        Raises:
            ArgumentError: too many wait.
            WriteError: the record cannot be written.
        """
        open_ = [Path(file.name) for file in self.waiting().pulled.files]
        for place in open_:
            if same(read_bytes(place) or b"", data):
                return place, True
        earlier = self._mine.get(one.key) if one.kind is ProposalKind.SET else None
        if len(open_) - (earlier in open_) >= _MOST:
            fact = f"{_MOST} proposals wait for a person"
            raise ArgumentError(f"{fact}; nothing more is taken until some are decided on")
        place = self._files.keep(name, data)
        if earlier in open_ and earlier is not None and earlier != place:
            self._files.take_back(earlier)
        if one.kind is ProposalKind.SET:
            self._mine[one.key] = place
        return place, False
