"""`check` of several specs: each is judged, those of one call with each other."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from escp_docs import api
from escp_docs.judging.result import Result
from escp_docs.report.selection import Selection, Shown
from escp_docs.report.styles import STYLES, ReportContext, render
from escp_docs.report.terminal_text import TextLayout
from tests.support.places import SPECS
from tests.support.program import run

TEXT = """
call: cos-clusint-2020-3-01
strand: {strand}
project: {{acronym: {acronym}}}
consortium:
  partners:
    - {{id: A, country: IT, pic: "900000001", other_applications: []}}
    - {{id: B, country: FR, pic: "{pic}", other_applications: []}}
"""


def written(folder: Path, name: str, *, strand: str = "A", acronym: str = "X", pic: int = 1) -> str:
    path = folder / name
    path.write_text(TEXT.format(strand=strand, acronym=acronym, pic=910000000 + pic))
    return str(path)


def test_one_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("call: [")
    names = [
        written(tmp_path, "a.yaml"),
        str(bad),
        str(SPECS / "wave-4i"),
        "/nowhere.yaml",
        written(tmp_path, "b.yaml", acronym="Y"),
    ]

    status, output = run("check", "--format", "json", *names)
    report = json.loads(output)

    assert status == 2
    assert [one["spec"] for one in report["specs"]] == names
    assert [one["verdict"] for one in report["specs"]] == [
        "ineligible",
        "unreadable",
        "eligible",
        "unreadable",
        "ineligible",
    ]
    assert {one["spec"] for one in report["errors"]} == {str(bad), "/nowhere.yaml"}


def test_one_acronym_twice_is_no_matter_of_check(tmp_path: Path) -> None:
    one, two = written(tmp_path, "a.yaml"), written(tmp_path, "b.yaml", strand="B")

    status, output = run("check", one, two, "--select", "FRM")

    assert status == 0
    assert output.count(": ineligible") == 2


def test_an_entity_in_two_consortia_of_a_strand_is_told_with_both_places(tmp_path: Path) -> None:
    one = written(tmp_path, "a.yaml", acronym="ONE")
    two = written(tmp_path, "b.yaml", acronym="TWO", pic=2)

    status, output = run("check", one, two, "--select", "SUB003", "-v")

    assert status == 1
    assert f"{one}:7:7: error SUB003 two-consortia-in-one-strand" in output
    assert f"  see also: {two}:7:7 (consortium.partners[A])" in output
    assert f"  see also: {one}:7:7 (consortium.partners[A])" in output


def test_one_consortium_in_each_strand_is_allowed(tmp_path: Path) -> None:
    names = [written(tmp_path, "a.yaml"), written(tmp_path, "b.yaml", strand="B", pic=2)]

    assert run("check", *names, "--select", "SUB003")[0] == 0


def test_the_same_consortium_in_both_strands_is_not(tmp_path: Path) -> None:
    names = [written(tmp_path, "a.yaml"), written(tmp_path, "b.yaml", strand="B")]

    status, output = run("check", *names, "--select", "SUB002")

    assert status == 1
    assert output.count("error SUB002") == 2


def test_versions_of_one_application_are_no_two_consortia_and_it_is_said(tmp_path: Path) -> None:
    name = written(tmp_path, "a.yaml")

    status, output = run("check", name, name, "--select", "SUB003")

    assert status == 0
    assert output.count("versions of one application are not judged against each other") == 2


def test_what_changes_otherwise_counts_the_rules_across_specs(tmp_path: Path) -> None:
    names = [written(tmp_path, "a.yaml"), written(tmp_path, "b.yaml", acronym="Y", pic=2)]

    _, output = run("check", "--format", "json", *names, "--without", "A")

    for spec in json.loads(output)["specs"]:
        assert "SUB003" in {one["code"] for one in spec["as_written"]["disappear"]}


def living() -> int:
    """Return the number of results that somebody holds."""
    gc.collect()
    return sum(type(one) is Result for one in gc.get_objects())


@pytest.mark.parametrize("style", STYLES)
def test_each_result_is_told_before_the_next_and_forgotten(style: str, tmp_path: Path) -> None:
    names = [written(tmp_path, f"{number}.yaml", acronym=f"X{number}") for number in range(5)]
    judged: list[int] = []
    before, alive = living(), dict[int, int]()

    def results() -> Iterator[Result]:
        for number, one in enumerate(api.check_each(names)):
            judged.append(number)
            yield one

    context = ReportContext(lambda: "1", api.rules(), TextLayout(), is_strict=False)
    shown = Shown(results(), Selection(), strict=False)
    first = 0
    for piece in render(style, shown, context):
        first = first or (len(judged) if names[0] in piece else 0)
        if len(judged) not in alive:
            alive[len(judged)] = living() - before

    assert first == (len(names) if style == "junit" else 1)
    assert (
        max(alive.values()) <= 4
    )  # the one that is told, as judged and as shown, and the one before


def test_how_many_were_read_is_told_before_the_first_result(tmp_path: Path) -> None:
    names = [written(tmp_path, f"{number}.yaml", acronym=f"X{number}") for number in range(3)]
    told: list[int] = []

    results = api.check_each(names, told=told.append)

    assert told == [1, 2, 3]
    assert len(list(results)) == 3


def test_the_collector_is_as_it_was_after_a_check(tmp_path: Path) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()

    run("check", written(tmp_path, "a.yaml"), written(tmp_path, "b.yaml", acronym="Y"))

    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_the_last_line_of_several_specs_counts_their_verdicts(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("call: [")
    names = [str(SPECS / "wave-4i"), str(bad), written(tmp_path, "a.yaml")]

    status, output = run("check", *names)

    assert status == 2
    assert output.splitlines()[-1] == "3 specs: 1 eligible, 1 ineligible, 1 unreadable"


@pytest.mark.parametrize("options", [("-q",), ("--format", "github"), ("--format", "json")])
def test_totals_are_for_people_alone(tmp_path: Path, options: tuple[str, ...]) -> None:
    names = [written(tmp_path, "a.yaml"), written(tmp_path, "b.yaml", acronym="Y", pic=2)]

    assert "2 specs:" not in run("check", *options, *names)[1]
    assert "specs:" not in run("check", names[0])[1]
