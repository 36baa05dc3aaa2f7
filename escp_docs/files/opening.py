"""Specs opened by their names."""

from msgspec import Struct
from msgspec.structs import replace

from escp_docs import files
from escp_docs.errors import UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.files.named_clauses import with_known_clauses
from escp_docs.files.pictures import with_pictures
from escp_docs.judging.edition_remarks import later_edition
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.read import spec as reading
from escp_docs.read.identity_blocks import identity_blocks
from escp_docs.read.spec import Reading


def opened(name: str, calls: Calls) -> OpenSpec:
    """Return a spec, read.

    Raises:
        UnreadableError: it cannot be read; every fault at once.
    """
    known = calls.beside(name)
    found = _with_edition(reading.spec(files.spec_sources(name), known), known)
    return OpenSpec(name, with_pictures(name, with_known_clauses(name, found)), known)


def _with_edition(found: Reading, known: Calls) -> Reading:
    """Return a reading that remarks on a later edition of its call, if there is one."""
    later = known.later_edition(found.call)
    if later is None:
        return found
    told = later_edition(found.call, later, found.places)
    return replace(found, remarks=(*found.remarks, told))


class NamedSpec(Struct, frozen=True):
    """A spec by its name, read when it is asked for."""

    name: str
    calls: Calls

    def whole(self) -> OpenSpec | Result:
        """Return the spec, or a result with the faults that make it unreadable."""
        try:
            return opened(self.name, self.calls)
        except UnreadableError as error:
            return Result(self.name, faults=error.faults, remarks=error.remarks)

    def identity(self) -> OpenSpec | None:
        """Return the blocks that say who applies where, else the whole; None if unreadable."""
        if part := self.part():
            return part
        found = self.whole()  # what is cut out may be what the rest leads to
        return found if isinstance(found, OpenSpec) else None

    def part(self) -> OpenSpec | None:
        """Return the blocks that say who applies where; None if they cannot be read alone."""
        try:
            blocks = identity_blocks(files.spec_sources(self.name))
            if blocks is None:
                return None
            known = self.calls.beside(self.name)
            return OpenSpec(self.name, reading.spec(blocks, known), known)
        except UnreadableError:
            return None


class ReadSpec(Struct, frozen=True):
    """A spec that was read already."""

    spec: OpenSpec

    def whole(self) -> OpenSpec | Result:
        """Return the spec."""
        return self.spec

    def identity(self) -> OpenSpec | None:
        """Return the spec."""
        return self.spec

    def part(self) -> OpenSpec | None:
        """Return the spec."""
        return self.spec
