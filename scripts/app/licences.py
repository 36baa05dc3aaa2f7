"""The licences of what the program that brings its own Python takes along from the system."""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_SYSTEM: Final = (Path("/lib"), Path("/usr/lib"))
_DOCS: Final = Path("/usr/share/doc")


def lay_licences(made: Path) -> None:
    """Lay the licences of Python and of the libraries of the system beside the program.

    Those of Python's packages are in their own folders. The system's are known on Debian and its
    kin; elsewhere THIRD-PARTY.md names what there is.
    """
    folder = made / "licences"
    folder.mkdir(exist_ok=True)
    own = Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt"
    if own.is_file():
        shutil.copy(own, folder / "python.txt")
    if shutil.which("dpkg"):
        for package in sorted(set(_packages(made))):
            place = _DOCS / package / "copyright"
            if place.is_file():
                shutil.copy(place, folder / f"{package}.txt")


def _packages(made: Path) -> Iterator[str]:
    """Yield the packages of Debian from which libraries were taken."""
    for library in (made / "_internal").glob("*.so*"):
        for near in _SYSTEM:
            for place in near.glob(f"*/{library.name}"):
                yield from _owner(place)


def _owner(place: Path) -> Iterator[str]:
    for one in (place, place.resolve()):
        for name in (str(one), str(one).removeprefix("/usr")):
            done = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                yield done.stdout.partition(":")[0]
                return


if __name__ == "__main__":
    lay_licences(Path(sys.argv[1]))
