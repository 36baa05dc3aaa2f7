"""The commands that install what a system lacks."""

import platform
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Final

from escp_docs.errors import MissingProgramError

PANGO: Final = {
    "debian": "apt-get install libpango-1.0-0 libpangoft2-1.0-0",
    "fedora": "dnf install pango",
    "arch": "pacman -S pango",
    "alpine": "apk add pango",
    "darwin": "brew install pango",
    "windows": "pacman -S mingw-w64-x86_64-pango, in the shell of MSYS2",
}
SUBSET: Final = {
    "debian": "apt-get install libharfbuzz-subset0",
    "fedora": "dnf install harfbuzz",
    "arch": "pacman -S harfbuzz",
    "alpine": "apk add harfbuzz-subset",
    "darwin": "brew install harfbuzz",
    "windows": "pacman -S mingw-w64-x86_64-harfbuzz, in the shell of MSYS2",
}
OFFICE: Final = {
    "debian": "apt-get install libreoffice-writer-nogui",
    "fedora": "dnf install libreoffice-writer",
    "arch": "pacman -S libreoffice-fresh",
    "alpine": "apk add libreoffice-writer",
    "darwin": "brew install --cask libreoffice",
    "windows": "winget install TheDocumentFoundation.LibreOffice",
}

WEB: Final = ("starlette", "uvicorn", "mcp", "pygls")
"""What the extra escp-docs[web] brings."""

DOORS: Final = {"the workspace": WEB[:2], "mcp": WEB[2:3], "lsp": WEB[3:]}
"""What of it each door stands on: an older installation may lack what is not asked for."""

TYPST: Final = ("typst",)
"""What the extra escp-docs[typst] brings."""

CLUSTER: Final = ("distributed",)
"""What the extra escp-docs[cluster] brings."""


def lacking(packages: Sequence[str]) -> str:
    """Return the first of some packages that is not installed; empty if all are."""
    return next((one for one in packages if find_spec(one) is None), "")


def require_typst(what: str) -> None:
    """Raise if pages cannot be set in a moment; `what` is what needs it, in the plural.

    Raises:
        MissingProgramError: the extra `escp-docs[typst]` is not there; the message installs it.
    """
    if missing := lacking(TYPST):
        raise MissingProgramError(
            f"{what} need {missing}, which is not there\n  fix: pip install 'escp-docs[typst]'"
        )


def of_system(commands: Mapping[str, str]) -> str:
    """Return the command for this system, or for Debian with its name before it."""
    names = [platform.system().lower()]
    if names == ["linux"]:
        try:
            release = platform.freedesktop_os_release()
        except OSError:
            release = {}
        names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    known = [commands[name] for name in names if name in commands]
    return known[0] if known else f"on Debian: {commands['debian']}"
