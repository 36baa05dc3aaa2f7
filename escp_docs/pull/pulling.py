"""Files that came back, read against what was sent and the spec as it is now."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.files.call_files import Calls
from escp_docs.files.record import Record
from escp_docs.language.languages import USUAL
from escp_docs.model.anchors import Anchors
from escp_docs.produced.sent import Sent
from escp_docs.pull import json_reader, sheet_reader, word_reader
from escp_docs.pull.as_changes import why_not
from escp_docs.pull.beside_spec import BesideSpec
from escp_docs.pull.changes import FileReading
from escp_docs.pull.file_reading import file_reading
from escp_docs.pull.merging import Merging
from escp_docs.pull.origin import Origin, origin
from escp_docs.pull.partner_list import partner_list
from escp_docs.pull.proposals import Proposal, ProposalState, PulledFile
from escp_docs.pull.pulled import Pulled, ReturnedFile
from escp_docs.pull.returned import Returned, UnreadableReturnError
from escp_docs.pull.several_files import together
from escp_docs.pull.sheet_changes import sheet_reading


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
    beside = BesideSpec(Anchors(spec.reading.spec), spec.reading.places, returned, who)
    merging = Merging(beside, USUAL, known.sent)
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
