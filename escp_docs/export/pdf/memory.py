"""Whether a process may take the memory that the libraries of a PDF need."""

from typing import Final

from escp_docs.errors import MissingProgramError

_LEAST: Final = 300 * 2**20
"""Bytes of address space. With less, Pango and HarfBuzz end the process: measured with the
agreement of an example, which is written from 280 MB on and ended between 130 and 250."""


def ask_for_enough() -> None:
    """Do nothing, or say that a limit is set so low that a library would end the process.

    Raises:
        MissingProgramError: the limit, in a sentence.
    """
    try:
        import resource  # noqa: PLC0415  # Windows has none, and no such limit
    except ImportError:
        return
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < _LEAST:
        raise MissingProgramError(
            f"there is not enough memory: a PDF needs {_LEAST // 2**20} MB, and a limit allows"
            f" {limit // 2**20}\n  fix: allow it more, as with `ulimit -v unlimited`"
        )
