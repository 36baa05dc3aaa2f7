"""Which files of a folder have to be made anew, and why."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from escp_docs.build import product
from escp_docs.build.manifest import FileEntry
from escp_docs.build.options import BuildOptions
from escp_docs.build.planning import Plan
from escp_docs.build.rendering import RenderJob
from escp_docs.document.format_names import FormatName
from escp_docs.export.formats import Tree
from escp_docs.files.writing import read_bytes

_CHANGES: Final = ("its words changed", "the look changed", "the program or a library changed")


class Due(Struct, frozen=True):
    """A file to be made, and why."""

    job: RenderJob
    why: str


def due(
    plan: Plan,
    home: Path,
    known: Mapping[str, FileEntry],
    key_of: Callable[[RenderJob], str],
    options: BuildOptions,
) -> dict[str, Due]:
    """Return each file that is not up to date, in the order in which they were asked for.

    Args:
        plan: What is asked for.
        home: The folder.
        known: What the manifest says of the files there.
        key_of: From a job to all that its file depends on.
        options: How to build.
    """
    jobs = {
        one.file: job_of(plan.documents[one.paper.name], one.format, options) for one in plan.wanted
    }
    if options.force:
        return {name: Due(job, "--force") for name, job in jobs.items()}
    whys = {
        name: _why(read_bytes(home / name), known.get(name), key_of(job))
        for name, job in jobs.items()
    }
    return {name: Due(jobs[name], why) for name, why in whys.items() if why}


def job_of(document: Tree, format_: FormatName, options: BuildOptions) -> RenderJob:
    """Return the work of writing a document in a format."""
    return RenderJob(document, format_, paginate=format_ == "docx" and options.paginate)


def _why(data: bytes | None, entry: FileEntry | None, key: str) -> str:
    """Return why a file has to be made anew, empty if it is up to date."""
    if entry is None or data is None:
        return "it was not there"
    if entry.key != key:
        parts = zip(_CHANGES, entry.key.split("-"), key.split("-"), strict=False)
        return ", ".join(why for why, old, new in parts if old != new) or "it was unfinished"
    return "" if product.sha256(data) == entry.sha256 else "someone edited it"
