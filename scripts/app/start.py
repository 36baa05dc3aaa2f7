"""Where the program begins that brings its own Python; PyInstaller makes it from this file."""

import multiprocessing
import os
import subprocess
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_POPEN: Any = subprocess.Popen


class _Outside(_POPEN):  # type: ignore[misc]  # of bytes and of texts
    """A program of the system, a browser or Git: it gets the libraries of the system, not ours."""

    def __init__(self, *arguments: Any, env: Mapping[str, str] | None = None, **more: Any) -> None:  # noqa: ANN401
        seen = dict(os.environ if env is None else env)
        before = seen.pop("LD_LIBRARY_PATH_ORIG", None)
        seen.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            seen["LD_LIBRARY_PATH"] = before
        super().__init__(*arguments, env=seen, **more)


def _with_fonts() -> None:
    """Name our list of places of fonts where the system has none; our fonts come with us."""
    if sys.platform != "win32" and not Path("/etc/fonts/fonts.conf").exists():
        # Said where there are no other fonts than ours; documents are set in ours alone.
        warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
        here = Path(getattr(sys, "_MEIPASS", "."))
        os.environ.setdefault("FONTCONFIG_FILE", str(here / "fonts.conf"))


def main() -> None:
    """Run the command line, or the workspace if there is nothing on it."""
    from escp_docs.cli import main as command  # noqa: PLC0415  # not in processes that only work
    from escp_docs.cli.double_click import arguments  # noqa: PLC0415

    command(arguments(sys.argv[1:]), prog_name="escp-docs")


if __name__ == "__main__":
    _with_fonts()
    if sys.platform == "linux":  # our own processes begin in another way, and need ours
        vars(subprocess)["Popen"] = _Outside
    multiprocessing.freeze_support()
    main()
