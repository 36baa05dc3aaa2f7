"""Specs opened by their names."""

from escp_docs import files
from escp_docs.errors import UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.read import spec as reading


def opened(name: str, calls: Calls) -> OpenSpec:
    """Return a spec, read.

    Raises:
        UnreadableError: it cannot be read; every fault at once.
    """
    known = calls.beside(name)
    return OpenSpec(name, reading.spec(files.spec_sources(name), known), known)


def opened_or_faults(name: str, calls: Calls) -> OpenSpec | Result:
    """Return a spec, read, or a result with the faults that make it unreadable."""
    try:
        return opened(name, calls)
    except UnreadableError as error:
        return Result(name, faults=error.faults, remarks=error.remarks)
