"""A build done by another process, so that whoever asks for it goes on meanwhile."""

from typing import Final

from escp_docs.build import one_spec
from escp_docs.build.options import BuildOptions
from escp_docs.build.progress import Silent
from escp_docs.build.result import Built
from escp_docs.errors import EscpError
from escp_docs.executing.executor import IN_THIS_PROCESS, Bound, Executor

_BOUND: Final = Bound(seconds=1800, memory=8 * 2**30)
_Job = tuple[str, BuildOptions]


def built_apart(name: str, options: BuildOptions, executor: Executor) -> Built:
    """Return what came of a build that an executor did as one piece.

    Raises:
        EscpError: as a build raises it; or the process was killed.
    """
    (found,) = executor.results(_built, ((name, options),), _lost, bound=lambda _: _BOUND)
    return found


def _built(job: _Job) -> Built:
    name, options = job
    return one_spec.build(name, options, IN_THIS_PROCESS, Silent())


def _lost(job: _Job) -> Built:
    raise EscpError(f"the process that made the documents of {job[0]} was killed; try again")
