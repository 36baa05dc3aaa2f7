"""Earlier versions of a spec, as git keeps them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from escp_docs.errors import UnreadableError
from escp_docs.files.git_versions import git, lay_down

_MOST: Final = 40  # versions that are looked at


def revisions(spec: str) -> tuple[str, ...]:
    """Return the commits in which a spec changed, the newest first; none without git."""
    path = Path(spec).absolute()
    try:
        told = git(path.parent, "log", "--format=%H", f"-n{_MOST}", "--", path.name)
    except UnreadableError:
        return ()
    return tuple((told or b"").decode("ascii", "replace").split())


@contextmanager
def version(spec: str, revision: str) -> Iterator[str | None]:
    """Lay a spec as it was at a commit into a folder of its own and yield its name there.

    None if it cannot be had. Links are left out.
    """
    with TemporaryDirectory(prefix="escp-docs-") as folder:
        try:
            laid = lay_down(revision, spec, Path(folder).resolve())
        except UnreadableError:
            laid = None
        yield laid
