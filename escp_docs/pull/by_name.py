"""Files that came back, by their names: read in this process, or in one of their own."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build.spec_inputs import read
from escp_docs.errors import EscpError
from escp_docs.executing.executor import Bound, Executor
from escp_docs.files.call_files import Calls
from escp_docs.files.proposal_files import ProposalFiles
from escp_docs.files.record import Record, returned_file
from escp_docs.pull.pulled import Pulling, ReturnedFile
from escp_docs.pull.pulling import pull
from escp_docs.spelling import unknown

_BOUND: Final = Bound(seconds=120, memory=3 * 2**30)


class PullRequest(Struct, frozen=True):
    """Which files are read against which spec.

    Args:
        spec: The spec.
        files: The files.
        sender: The id of the partner that sent them, where they were made for nobody.
        columns: The key of a partner for heads in lists of others.
        today: The date that documents print if the spec states none.
    """

    spec: str
    files: tuple[str, ...]
    sender: str
    columns: Mapping[str, str]
    today: date


def pulled(asked: PullRequest) -> Pulling:
    """Return what files propose to change.

    Raises:
        UnreadableError: the spec cannot be read.
        UnknownNameError: the spec has no such partner, a partner no such key, a list no such head.
    """
    found = read(asked.spec, Calls(), None)
    partners = [one.id for one in found.reading.spec.partners]
    if asked.sender and asked.sender not in partners:
        raise unknown("partner", asked.sender, partners)
    came = tuple(ReturnedFile(*returned_file(one)) for one in asked.files)
    printed = found.reading.spec.project.drafting_date or asked.today
    record = Record(asked.spec)
    done = pull(found, came, record, printed, asked.sender, asked.columns)
    return Pulling(done, found.reading.spec, came)


def waiting(spec: str, today: date) -> Pulling:
    """Return what the proposals of programs, which wait in the record, still ask for.

    Raises:
        UnreadableError: the spec cannot be read.
    """
    every = tuple(str(one) for one in ProposalFiles(Record(spec)).every())
    found = pulled(PullRequest(spec, every, "", {}, today))
    open_ = {one.file for one in found.pulled.proposals}
    some = tuple(
        replace(one, is_waiting=True)
        for one in found.pulled.files
        if one.name in open_ or one.fault
    )
    named = {one.name for one in some}
    return replace(
        found,
        pulled=replace(found.pulled, files=some),
        files=tuple(one for one in found.files if one.name in named),
    )


def pulled_apart(asked: PullRequest, executor: Executor) -> Pulling:
    """Return what files propose, read within bounds by another process if the executor has one.

    Raises:
        EscpError: as `pulled`; or the files took too long, or too much memory.
    """
    pieces = executor.results(pulled, (asked,), _lost, bound=lambda _: _BOUND)
    (found,) = pieces
    return found


def _lost(asked: PullRequest) -> Pulling:
    names = ", ".join(asked.files)
    raise EscpError(f"{names} cannot be read: it takes too long, or too much memory")
