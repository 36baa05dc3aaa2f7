"""What is installed with the program: no version that has a hole which is known."""

import tomllib
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.support.places import ROOT

# The first version in which each is mended. Sources: the security advisories of the projects.
MENDED: Final = {
    "filelock": "3.20.3",  # CVE-2025-68146, CVE-2026-22701: races with links
    "fonttools": "4.60.2",  # CVE-2025-66034: varLib writes files that a font names
    "jinja2": "3.1.6",  # CVE-2025-27516: a way out of the sandbox
    "lxml": "6.1.0",  # CVE-2026-41066: entities of other files
    "markdown-it-py": "2.2.0",  # CVE-2023-26302, CVE-2023-26303: endless and failing input
    "pillow": "12.2",  # CVE-2026-40192: a picture that fills the memory
    "pypdf": "6.14.2",  # CVE-2026-59935 to 59938, and those before: files that fill the memory
    "weasyprint": "70.0",  # CVE-2026-55073: loads what nobody allowed
}
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED: Final = {one.name: one.specifier for one in map(Requirement, PROJECT["dependencies"])}


def before(version: str) -> str:
    """Return a version below one and above all that were released before it."""
    major, minor, micro = (*Version(version).release, 0, 0)[:3]
    if micro:
        return f"{major}.{minor}.{micro - 1}.999"
    return f"{major}.{minor - 1}.999" if minor else f"{major - 1}.999"


@pytest.mark.parametrize("name", MENDED)
def test_no_version_with_a_known_hole_is_allowed(name: str) -> None:
    assert not NEEDED[name].contains(before(MENDED[name]))


@pytest.mark.parametrize("name", NEEDED)
def test_every_library_has_a_lowest_version(name: str) -> None:
    assert any(one.operator in {">=", "==", "~="} for one in NEEDED[name])


@pytest.mark.parametrize("name", MENDED)
def test_what_is_locked_has_no_known_hole(name: str) -> None:
    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    (locked,) = (
        line.split()[0].partition("==")[2] for line in lines if line.startswith(f"{name}==")
    )

    assert Version(locked) >= Version(MENDED[name])
