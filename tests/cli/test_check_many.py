"""`check` of several specs: each is judged, those of one call with each other."""

import json
from pathlib import Path

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
