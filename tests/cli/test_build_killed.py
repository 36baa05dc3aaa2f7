"""A build that is killed at any moment: nothing torn, nothing lost, nothing taken for an edit."""

import itertools
import json
import multiprocessing
import random
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from escp_docs.build.options import STATE
from tests.support.killed_build import work
from tests.support.reading import HEAD

MOMENTS = 50
SPAWN = multiprocessing.get_context("forkserver")


def run(spec: Path, output: Path, killed_at: int = -1, after: float | None = None) -> float:
    """Return the seconds that a build took, or was allowed."""
    SPAWN.set_forkserver_preload(["escp_docs.build.preload", "tests.support.killed_build"])
    begin = perf_counter()
    process = SPAWN.Process(target=work, args=(spec, output, killed_at))
    process.start()
    process.join(after)
    process.kill()
    process.join()
    return perf_counter() - begin


def written(spec: Path, title: str) -> None:
    for name in ("application", "partnership-agreement"):  # short ones, so that a build is short
        template = spec.parent / "templates" / name / f"{name}.md"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text("## Title\n\n{{ project.title }}\n")
    spec.write_text(
        f"{HEAD}project: {{acronym: X, title: {title}, drafting_date: 2020-11-20}}\n"
        f"strategy: {{vision: {title}}}\nagreement: {{title: {title}}}\n"
    )


def products(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (output / "x").iterdir()}


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Return what whole builds of the two states of the spec leave."""
    home = tmp_path_factory.mktemp("whole")
    found = {}
    for title in ("old", "new"):
        written(home / "x.yaml", title)
        run(home / "x.yaml", home / title)
        found[title] = products(home / title)
    assert found["old"].keys() == found["new"].keys()
    return found


def expect_whole(output: Path, versions: dict[str, dict[str, bytes]]) -> None:
    """Every file that has its place holds the old bytes or the new ones, and is there."""
    there = products(output)
    assert there.keys() == versions["old"].keys()
    for name, data in there.items():
        if name != "documents.d":  # names its own folder
            assert data in {versions["old"][name], versions["new"][name]}, name
    json.loads(there["manifest.json"])


def expect_recovery(spec: Path, output: Path, expected: dict[str, bytes]) -> None:
    """The next build brings everything up to date, and sweeps up."""
    run(spec, output)
    there = products(output)
    assert {name for name in there if "edited" in name} == set()
    for name in expected.keys() - {"documents.d"}:
        assert there[name] == expected[name]
    assert [path.name for path in (output / STATE / "x").iterdir()] == []


def turns() -> Iterator[str]:
    """Yield what the spec becomes, build after build."""
    return itertools.cycle(("new", "old"))


def test_at_fifty_random_moments(tmp_path: Path, versions: dict[str, dict[str, bytes]]) -> None:
    spec, output = tmp_path / "x.yaml", tmp_path / "output"
    written(spec, "old")
    run(spec, output)
    usual = run(spec, output)
    dice = random.Random(4)
    for title, _ in zip(turns(), range(MOMENTS), strict=False):
        written(spec, title)
        run(spec, output, after=dice.uniform(0, usual))
        expect_whole(output, versions)
        expect_recovery(spec, output, versions[title])


def test_at_every_change_of_a_file(tmp_path: Path, versions: dict[str, dict[str, bytes]]) -> None:
    spec, output = tmp_path / "x.yaml", tmp_path / "output"
    written(spec, "old")
    run(spec, output)
    for moment, title in enumerate(turns()):
        if moment >= int((output / "operations").read_text()):
            break
        written(spec, title)
        run(spec, output, killed_at=moment)
        expect_whole(output, versions)
        expect_recovery(spec, output, versions[title])
    assert moment > 15


def test_an_edited_file_survives_a_kill_at_every_change(tmp_path: Path) -> None:
    spec, output = tmp_path / "x.yaml", tmp_path / "output"
    mine = output / "x" / "application.docx"
    written(spec, "old")
    run(spec, output)
    for moment, title in enumerate(turns()):
        if moment >= int((output / "operations").read_text()):
            break
        own = b"mine %d" % moment
        mine.write_bytes(own)
        written(spec, title)
        run(spec, output, killed_at=moment)
        run(spec, output)
        kept = [path.name for path in mine.parent.iterdir() if path.read_bytes() == own]
        assert len(kept) == 1
        assert ".edited-" in kept[0]
        (mine.parent / kept[0]).unlink()


def test_two_kills_with_another_spec_between_take_nothing_for_an_edit(
    tmp_path: Path, versions: dict[str, dict[str, bytes]]
) -> None:
    spec, output = tmp_path / "x.yaml", tmp_path / "output"
    written(spec, "old")
    run(spec, output)
    last = int((output / "operations").read_text())
    for moment in range(last - 6, last):
        for title in ("other", "another"):
            written(spec, title)
            run(spec, output, killed_at=moment)
        written(spec, "new")
        expect_recovery(spec, output, versions["new"])
