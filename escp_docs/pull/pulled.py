"""What came of files that came back, and which of it is chosen: by key, by file."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from escp_docs.errors import ArgumentError, UnknownNameError
from escp_docs.files.spec_edits import SpecEdit
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import located, named, parse_key
from escp_docs.pull.proposals import Proposal, ProposalState, PulledFile
from escp_docs.pull.several_files import refuse_both, rivals_of
from escp_docs.spelling import unknown


class ReturnedFile(Struct, frozen=True):
    """A file to be read: its name, its bytes, why it has none."""

    name: str
    data: bytes
    fault: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256(self.data).hexdigest()


class Pulled(Struct, frozen=True):
    """What files that came back ask for.

    Args:
        spec: The name of the spec.
        files: What is to be said of each file.
        proposals: What they propose, in the order of the files.
    """

    spec: str
    files: tuple[PulledFile, ...]
    proposals: tuple[Proposal, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide on something."""
        return any(one.is_open for one in self.proposals) or any(one.unread for one in self.files)


class Pulling(Struct, frozen=True):
    """Files that were pulled, and what was changed in the spec by them.

    Args:
        pulled: What they ask for.
        spec: The spec as it was when they were read.
        files: The files themselves.
        edit: What was changed in the spec; None if nothing was.
    """

    pulled: Pulled
    spec: Spec
    files: tuple[ReturnedFile, ...]
    edit: SpecEdit | None = None

    @property
    def proposed(self) -> tuple[Proposal, ...]:
        """What the senders answer for and nothing stands in the way of."""
        return tuple(one for one in self.pulled.proposals if one.standing is ProposalState.PROPOSED)

    def by_file(self) -> "tuple[Pulling, ...]":
        """Return the same for each file by itself; what another says of a key stays told."""
        data = {one.name: one for one in self.files}
        return tuple(self._alone(one, data[one.name]) for one in self.pulled.files)

    def _alone(self, file: PulledFile, data: ReturnedFile) -> "Pulling":
        its_own = tuple(one for one in self.pulled.proposals if one.file == file.name)
        return Pulling(Pulled(self.pulled.spec, (file,), its_own), self.spec, (data,), self.edit)

    def named(self, keys: Sequence[str]) -> tuple[Proposal, ...]:
        """Return the proposals to take for keys, or for all keys that begin with one of them.

        Where several files were pulled, `KEY=FILE` is what one of them proposes.

        Raises:
            UnknownNameError: nothing is proposed for a key, or nothing by a file.
            ArgumentError: two files say different things of it, or nothing that can be written.
        """
        found: list[Proposal] = []
        for named_ in keys:
            key, _, file = named_.partition("=")
            some = self._by(self._of(key), file, key)
            refuse_both(key, some)
            can = [one for one in some if one.can_be_taken]
            if not can:
                why = next((one.why for one in some if one.why), "")
                message = (
                    f"what came back for {key!r} cannot be written as it stands"
                    f"{f': {why}' if why else ''}; set the value by hand, then leave what came back"
                )
                raise ArgumentError(message, "key").by("--keep")
            found += can
        return tuple({id(one): one for one in found}.values())

    def left(self, keys: Sequence[str]) -> tuple[Proposal, ...]:
        """Return all that is proposed for keys, whether it could be taken or not.

        Raises:
            UnknownNameError: nothing is proposed for a key.
        """
        found = [one for key in keys for one in self._of(key)]
        return tuple({id(one): one for one in found}.values())

    def rivals(self, chosen: Sequence[Proposal]) -> tuple[Proposal, ...]:
        """Return what other files say of the same: to take one is to leave these."""
        return rivals_of(chosen, self.pulled.proposals)

    def _by(self, some: list[Proposal], file: str, key: str) -> list[Proposal]:
        """Return those that a file proposes, by its name or the last part of it; all without."""
        if not file:
            return some
        known = dict.fromkeys(Path(one.file).name for one in some)
        found = [one for one in some if file in {one.file, Path(one.file).name}]
        if not found:
            raise unknown("file", file, known, among=f"file on {key} called")
        return found

    def _of(self, key: str) -> list[Proposal]:
        wanted = _named(key, self.spec)
        some = [one for one in self.pulled.proposals if _begins(one.key, wanted)]
        if not some:
            known = [one.key for one in self.pulled.proposals]
            if not known:
                message = f"nothing is proposed for {key!r}, nor for any other key"
                raise UnknownNameError(message, "key")
            raise unknown("key", key, known, among="key that something is proposed for")
        return some


def _named(key: str, spec: Spec) -> str:
    steps = located(parse_key(key), spec)
    return key if steps is None else named(steps, spec)


def _begins(key: str, wanted: str) -> bool:
    return key == wanted or (key.startswith(wanted) and key[len(wanted)] in ".[")
