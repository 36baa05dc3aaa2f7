"""What the record of a spec says of its last package and of the signatures that came."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from escp_docs.files.inputs import STDIN
from escp_docs.files.package_names import packages_of
from escp_docs.files.signed_files import signatures_of
from escp_docs.judging.signatures import AGREEMENT
from escp_docs.model.handed_in import NOTHING, HandedIn

if TYPE_CHECKING:  # a build that has nothing to do asks for the record, and reads no spec
    from escp_docs.read.spec import Reading


def with_record(name: str, reading: "Reading") -> "Reading":
    """Return a reading of a spec that knows what was handed in and signed."""
    found = handed_in(name)
    return reading if found == NOTHING else replace(reading, handed_in=found)


def handed_in(name: str) -> HandedIn:
    """Return what the record of a spec says was handed in and signed."""
    if name == STDIN:
        return NOTHING
    packages, signatures = packages_of(name), signatures_of(name)
    last = packages[-1] if packages else None
    if signatures is None:
        return HandedIn(last.path.name, last.day) if last else NOTHING
    left = signatures.open_parties()
    mandates = {
        party: not signatures.open_parties(document)
        for document in signatures.fields
        if document.endswith("-mandate.pdf")
        for party in signatures.parties(document)
    }
    return HandedIn(
        last.path.name if last else "",
        last.day if last else None,
        {one: one not in left for one in signatures.parties(AGREEMENT)},
        mandates,
    )
