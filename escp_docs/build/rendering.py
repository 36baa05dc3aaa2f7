"""Documents made into files, by whichever executor is at hand."""

from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter

from msgspec import Struct

from escp_docs.build.contents_page_numbers import paginated
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.errors import EscpError
from escp_docs.executing.executor import Executor
from escp_docs.export.exported import Exported
from escp_docs.export.formats import Tree, export
from escp_docs.export.look import Look


class RenderJob(Struct, frozen=True):
    """A document to be written in a format; its contents get page numbers if `paginate`."""

    document: Tree
    format: FormatName
    paginate: bool = False


class Rendered(Struct, frozen=True):
    """A document as a file, what it is made of, why it is not all that was asked for, how long.

    `parts` are the hashes of its parts: see `produced.shape.digests`.
    """

    exported: Exported
    parts: Mapping[str, str]
    remark: str
    seconds: float


def rendered(jobs: Sequence[RenderJob], look: Look, executor: Executor) -> Iterator[Rendered]:
    """Yield each document as a file, in order.

    Raises:
        EscpError: a document cannot be made.
    """
    return executor.results(_rendered, jobs, _lost, given=(look,))


def _rendered(look: Look, job: RenderJob) -> Rendered:
    from escp_docs.produced.shape.digests import digests  # noqa: PLC0415  # for what is made anew

    begin = perf_counter()
    if job.paginate and isinstance(job.document, Document):
        exported, remark = paginated(job.document, look)
    else:
        exported, remark = export(job.document, job.format, look), ""
    parts = digests(job.format, exported.data)
    return Rendered(exported, parts, remark, perf_counter() - begin)


def _lost(job: RenderJob) -> Rendered:
    raise EscpError(
        f"the process that made {job.document.name}.{job.format} was killed; perhaps the memory "
        "ran out; fix: build again in one process"
    ).by("-j 1")
