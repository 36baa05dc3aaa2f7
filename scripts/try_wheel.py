"""Run tests on an installed wheel, not on the checkout beside them.

    python -m scripts.try_wheel dist/escp_docs-*.whl [tests ...]

The tests are copied to a folder that has no `escp_docs`, and run there by an environment of their
own, whose libraries are those of requirements/dev.txt. It needs Git and this Python alone.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
USUAL: Final = (
    *("tests/rules", "tests/read", "tests/model", "tests/calls", "tests/report"),
    *("tests/export/test_web.py", "tests/compose/test_documents.py", "tests/cli/test_check.py"),
)
"""What needs no library of the system, so that it runs everywhere."""


def environment(folder: Path, wheel: Path) -> Path:
    """Return the Python of a new environment that has a wheel and what its tests need."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run(
        [*pip, "--no-deps", "--require-hashes", "-r", ROOT / "requirements/dev.txt"], check=True
    )
    subprocess.run([*pip, "--no-deps", wheel], check=True)
    return python


def copied(folder: Path) -> Path:
    """Return a copy of what Git keeps, but for the program itself."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.split("\0"):
        if name and not name.startswith("escp_docs/") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def main(wheel: Path, tests: tuple[str, ...]) -> int:
    """Return the exit status of the tests."""
    with tempfile.TemporaryDirectory(prefix="escp-docs-wheel-") as name:
        python = environment(Path(name) / "environment", wheel.resolve())
        home = copied(Path(name) / "tests")
        code = "import escp_docs, sys; sys.exit(sys.prefix not in escp_docs.__file__)"
        subprocess.run([python, "-c", code], cwd=home, check=True)
        return subprocess.run([python, "-m", "pytest", *tests], cwd=home, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), tuple(sys.argv[2:]) or USUAL))
