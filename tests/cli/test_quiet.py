"""`--quiet`: nothing on standard output, the same exit status, errors where they always are."""

import shutil
from pathlib import Path

import pytest

from tests.support.places import SPECS
from tests.support.program import run


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("check", "{spec}"), 0),
        (("set", "{spec}", "project.acronym=NEW-4i"), 0),
        (("pull", "{spec}"), 0),
        (("status", "{spec}"), 0),
        (("doctor",), 0),
        (("compare", "{spec}", "{other}"), 1),
        (("call", "check", "cos-clusint-2020-3-01"), 0),
    ],
)
@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_a_quiet_command_says_by_its_status_alone_how_it_went(
    tmp_path: Path, arguments: tuple[str, ...], status: int, option: str
) -> None:
    spec, other = tmp_path / "wave", tmp_path / "other.yaml"
    shutil.copytree(SPECS / "wave-4i", spec)
    shutil.copy(SPECS / "unfinished.yaml", other)
    named = [one.format(spec=spec, other=other) for one in arguments]

    assert run(*named, option) == (status, "")


def test_quiet_sets_what_it_is_told_to(tmp_path: Path) -> None:
    spec = tmp_path / "soil.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)

    assert run("set", str(spec), "project.acronym=QUIET-4i", "-q") == (0, "")
    assert "QUIET-4i" in spec.read_text(encoding="utf-8")


def test_what_asks_cannot_be_quiet(tmp_path: Path) -> None:
    spec = tmp_path / "soil.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)

    status, told = run("pull", str(spec), "-i", "-q")

    assert status == 2
    assert "--interactive" in told
