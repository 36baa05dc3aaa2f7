"""Earlier versions of a spec, as git keeps them."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

# Python 3.11 has this from its fourth patch on.
_SAFELY: Final[dict[str, Any]] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
_MOST: Final = 40  # versions that are looked at
_SECONDS: Final = 20
_LARGEST: Final = 50_000_000  # bytes of one version


def revisions(spec: str) -> tuple[str, ...]:
    """Return the commits in which a spec changed, the newest first; none without git."""
    path = Path(spec).absolute()
    told = _git(path.parent, "log", "--format=%H", f"-n{_MOST}", "--", path.name)
    return tuple((told or b"").decode("ascii", "replace").split())


@contextmanager
def version(spec: str, revision: str) -> Iterator[str | None]:
    """Lay a spec as it was at a commit into a folder of its own and yield its name there.

    None if it cannot be had. Links are left out.
    """
    path = Path(spec).absolute()
    data = _git(path.parent, "archive", "--format=tar", revision, "--", path.name)
    if not data or len(data) > _LARGEST:
        yield None
        return
    with TemporaryDirectory(prefix="escp-docs-") as folder:
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                if member.isreg() or member.isdir():
                    archive.extract(member, folder, **_SAFELY)
        yield str(Path(folder) / path.name)


def _git(folder: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603  # of a list of ours, in the folder of the spec
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # whichever git there is
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
