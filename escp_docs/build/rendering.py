"""Documents made into files: by this process, or by several at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from escp_docs.build import product
from escp_docs.executing import processes
from escp_docs.build.contents_page_numbers import paginated
from escp_docs.document import Document
from escp_docs.errors import EscpError
from escp_docs.export.exported import Exported
from escp_docs.export.look import Look
from escp_docs.build.planning import Tree


@dataclass(frozen=True, slots=True)
class RenderJob:
    """A document to be written in a format; its contents get page numbers if `paginate`."""

    document: Tree
    format: str
    paginate: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as a file, why it is not all that was asked for, and how long it took."""

    exported: Exported
    remark: str
    seconds: float


def made(tasks: Sequence[RenderJob], look: Look, jobs: int) -> Iterator[Rendered]:
    """Yield each document as a file, in order.

    Args:
        tasks: What to make.
        look: How it looks.
        jobs: Other processes at a time; with 0, or a single task, this one does it.

    Raises:
        EscpError: a document cannot be made.
    """
    others = jobs if len(tasks) > 1 else 0
    yield from processes.results(_made, tasks, others, _lost, given=(look,))


def _made(look: Look, task: RenderJob) -> Rendered:
    begin = perf_counter()
    if task.paginate and isinstance(task.document, Document):
        exported, remark = paginated(task.document, look)
    else:
        exported, remark = product.export(task.document, task.format, look), ""
    return Rendered(exported, remark, perf_counter() - begin)


def _lost(task: RenderJob) -> Rendered:
    raise EscpError(
        f"the process that made {task.document.name}.{task.format} was killed; perhaps the memory "
        "ran out; fix: build again with -j 1"
    )
