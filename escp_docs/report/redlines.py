"""Redlines that were written, for people."""

from collections.abc import Iterator

from escp_docs.versions.redline_files import Redlines


def lines(found: Redlines) -> Iterator[str]:
    """Yield a line for each file, and one for each thing that is to be said besides."""
    for one in found.files:
        yield f"{one.path}{'' if one.differs else '  nothing differs'}"
        if one.kept:
            yield f"  kept what somebody had edited: {one.kept}"
    for remark in found.remarks:
        yield f"remark: {remark}"
