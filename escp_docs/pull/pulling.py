"""Files that came back, read against what was sent and the spec as it is now."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.errors import ArgumentError, UnknownNameError
from escp_docs.files.call_files import Calls
from escp_docs.files.record import Record
from escp_docs.files.spec_edits import SpecEdit
from escp_docs.language.languages import USUAL
from escp_docs.model.anchors import Anchors
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import located, named, parse_key
from escp_docs.produced.sent import Sent
from escp_docs.pull import json_reader, sheet_reader, word_reader
from escp_docs.pull.as_changes import why_not
from escp_docs.pull.changes import FileReading
from escp_docs.pull.file_reading import file_reading
from escp_docs.pull.merging import Merging
from escp_docs.pull.origin import Origin, origin
from escp_docs.pull.partner_list import partner_list
from escp_docs.pull.proposals import Proposal, ProposalState, PulledFile
from escp_docs.pull.returned import Returned, UnreadableReturnError
from escp_docs.pull.several_files import refuse_both, rivals_of, together
from escp_docs.pull.sheet_changes import sheet_reading
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


def pull(  # noqa: PLR0913, PLR0917  # what files are read by
    spec: SpecInputs,
    files: Sequence[ReturnedFile],
    record: Record,
    printed: date,
    sender: str = "",
    columns: Mapping[str, str] = MappingProxyType({}),
) -> Pulled:
    """Return what files propose to change in a spec.

    Args:
        spec: The spec as it is now.
        files: What came back.
        record: What was sent, and what was decided before.
        printed: The date for documents that are made again.
        sender: The partner that sent the files that were made for nobody in particular.
        columns: Of lists of partners the key of a partner for heads of columns.

    Raises:
        UnknownNameError: there is no such key or head.
    """
    found: list[PulledFile] = []
    proposals: list[Proposal] = []
    log = record.log()
    for one in files:
        told, its_own = _file(spec, one, record, printed, sender, columns)
        known = any(
            past.get("sha256") == one.digest and past.get("action") == "returned" for past in log
        )
        found.append(replace(told, is_known=known))
        proposals += _undecided(its_own, one.digest, log)
    read = spec.reading.spec
    one_by_one = together(proposals, read, lambda one: why_not(read, spec.name, one, Calls()))
    return Pulled(spec.name, tuple(found), tuple(one_by_one))


def _file(  # noqa: PLR0913, PLR0917  # a file, and what it is read by
    spec: SpecInputs,
    one: ReturnedFile,
    record: Record,
    printed: date,
    sender: str,
    columns: Mapping[str, str],
) -> tuple[PulledFile, list[Proposal]]:
    if one.fault:
        return PulledFile(one.name, fault=one.fault), []
    try:
        if json_reader.is_json(one.data):
            read, places = spec.reading.spec, spec.reading.places
            found = json_reader.read(one.name, one.data, read, places, sender)
            return PulledFile(one.name, "proposals", "", sender, "the spec as it is now"), found
        reader = sheet_reader if sheet_reader.is_sheet(one.name, one.data) else word_reader
        returned = reader.read(one.name, one.data)
    except UnreadableReturnError as error:
        return PulledFile(one.name, fault=str(error)), []
    known = None if columns and returned.sheets else origin(returned, record, spec, printed)
    # A sheet that was sent for another spec is no list of partners of this one.
    if known is None and returned.sheets and (columns or not returned.sendings):
        listed = partner_list(returned, spec.reading.spec, columns)
        if listed is not None:
            sent = Sent("a list of partners", (), {})
            known = Origin(sent, listed.how)
            return _read(spec, returned, known, sender, listed.reading)
    if known is None:
        fault = (
            "it is no document of this spec; fix: name the spec that it was made from, or ask for "
            "the file that was sent"
        )
        return PulledFile(one.name, fault=fault), []
    reading = sheet_reading if returned.sheets else file_reading
    return _read(spec, returned, known, sender, reading(known.sent, returned))


def _read(
    spec: SpecInputs, returned: Returned, known: Origin, sender: str, reading: FileReading
) -> tuple[PulledFile, list[Proposal]]:
    who = known.sent.partner or sender
    merging = Merging(
        Anchors(spec.reading.spec),
        spec.reading.places,
        USUAL,
        known.sent,
        returned,
        who,
    )
    found, notes = merging.proposals(reading)
    if not known.is_sure:
        found = [_unsure(one) for one in found]
    told = PulledFile(
        returned.name,
        known.sent.document,
        known.sent.id,
        who,
        known.how,
        reading.remarks,
        tuple(notes),
        reading.corrected,
        reading.unread,
    )
    return told, found


def _unsure(one: Proposal) -> Proposal:
    if one.standing not in {ProposalState.PROPOSED, ProposalState.NOT_ITS_OWN}:
        return one
    why = "what was sent is not kept, so the file may be older than the spec"
    return replace(one, standing=ProposalState.CONFLICT, why=why)


# --- what was decided before -----------------------------------------------------------------


def _undecided(
    found: Sequence[Proposal], digest: str, log: Sequence[Mapping[str, Any]]
) -> Iterator[Proposal]:
    """Yield what was not decided already when the same file was pulled before."""
    decided: set[tuple[str, str]] = set()
    for past in log:
        if past.get("sha256") != digest:
            continue
        place = (str(past.get("anchor")), str(past.get("theirs")))
        if past.get("action") in {"taken", "kept"}:
            decided.add(place)
        elif past.get("action") == "undone":
            decided.discard(place)
    for one in found:
        if (one.anchor, one.theirs) not in decided:
            yield one
