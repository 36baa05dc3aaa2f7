"""The command `set`: values changed from a shell, and nothing else of the files."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.support.places import SPECS
from tests.support.program import run

SPEC = """\
# ours
call: cos-clusint-2020-3-01
strand: A
project: {acronym: X, keywords: [a]}
consortium:
  coordinator: A
  partners:
    - {id: A, country: PT}   # the first
    - {id: B, country: ES}
    - {id: C, country: FR}
target_countries:
  - region: North America
    countries: [US, CA]
  - {country: JP}
  - {country: KR}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Return a small spec in a file."""
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)
    return path


def test_it_says_what_changed_and_where(spec: Path) -> None:
    status, output = run(
        "set",
        str(spec),
        "consortium.partners[A].city=Porto",
        "target_countries[north america].lead=B",
    )

    assert status == 0
    assert output.splitlines() == [
        f"{spec}:8: consortium.partners[A].city: 'Porto' is new",
        f"{spec}:14: target_countries[North America].lead: 'B' is new",
    ]
    assert spec.read_text() == SPEC.replace("PT}", "PT, city: Porto}").replace(
        "CA]\n", "CA]\n    lead: B\n"
    )


def test_it_says_that_the_verdict_changes_and_why(spec: Path) -> None:
    status, output = run("set", str(spec), "consortium.partners[B].country=US")

    assert status == 0
    assert "the verdict changes: it was undecided, and is ineligible\n  CON" in output


def test_entries_are_added_and_removed(spec: Path) -> None:
    add = 'consortium.partners id=D country=FR legal_name="Grappe de l\'Est" contact.phone=1'
    status, output = run("set", str(spec), "--add", add, "--remove", "project.keywords")

    assert status == 0, output
    assert "    - {id: D, legal_name: Grappe de l'Est, country: FR, " in spec.read_text()
    assert "project: {acronym: X}\n" in spec.read_text()


def test_lists_and_mappings_stand_in_brackets(spec: Path) -> None:
    partner = "consortium.partners[A].contact={name: Ana}"
    assert run("set", str(spec), "project.keywords=[b, 'c, d']", partner)[0] == 0

    assert 'keywords: [b, "c, d"]' in spec.read_text()
    assert "contact: {name: Ana}}" in spec.read_text()


def test_a_value_comes_from_standard_input(spec: Path) -> None:
    status, _ = run("set", str(spec), "strategy.vision=-", text="One.\n\nTwo = 2.\n")

    assert status == 0
    assert "strategy:\n  vision: |\n    One.\n\n    Two = 2.\n" in spec.read_text()


def test_all_that_is_wrong_is_told_and_nothing_is_written(spec: Path) -> None:
    status, output = run(
        "set",
        str(spec),
        *("consortium.partners[D].city=x", "project.keywords=a, b", "project.tittle=x", "strand"),
        *("--add", "risks", "--remove", "project.title"),
    )

    assert status == 2
    assert output == (
        "error: risks gets no entry; write 'risks id=NEW'\n"
        "error: project.keywords is a list, and 'a, b' may be one entry or 2; "
        'write ["a, b"], or [a, b]\n'
        "error: 'strand' has no value; write KEY=VALUE\n"
        "error: there is no consortium.partners[D]; there is A, B, C\n"
        "error: there is no key 'project.tittle'; did you mean title?\n"
        "error: project.title is not stated\n  fix: there is nothing to remove\n"
        "nothing is written\n"
    )
    assert spec.read_text() == SPEC


def test_what_the_reader_refuses_is_told_beside_what_cannot_be_changed(spec: Path) -> None:
    status, output = run(
        *("set", str(spec), "consortium.partners[A].country=Portugal", "project.tittle=x"),
        *("--add", "consortium.partners id=D sectors=a,b contact=x foo"),
    )

    assert status == 2
    for words in (
        "is 'Portugal', no ISO 3166-1 code",
        "there is no key 'project.tittle'",
        "sectors is a list",
        "contact is a mapping",
        "'foo' has no value",
    ):
        assert output.count(words) == 1
    assert spec.read_text() == SPEC


def test_what_the_reader_refuses_is_refused_in_its_words(spec: Path) -> None:
    status, output = run("set", str(spec), "consortium.partners[A].country=Portugal")

    assert status == 2
    assert "is 'Portugal', no ISO 3166-1 code; did you mean PT?\n" in output
    assert output.endswith("nothing is written\n")
    assert spec.read_text() == SPEC


def test_a_dry_run_writes_nothing(spec: Path) -> None:
    status, output = run("set", str(spec), "-n", "project.title=y")

    assert (status, output.splitlines()[-1]) == (0, "nothing is written")
    assert spec.read_text() == SPEC


def test_what_is_stated_already_leaves_the_file_alone(spec: Path) -> None:
    before = spec.stat().st_mtime_ns
    status, output = run("set", str(spec), "strand=A")

    assert (status, output) == (0, "nothing to change: the spec says so already\n")
    assert spec.stat().st_mtime_ns == before


def test_a_read_only_file_and_a_link_are_left_alone_and_said_so(spec: Path) -> None:
    spec.chmod(0o444)
    status, output = run("set", str(spec), "project.title=y")
    assert (status, "it is read-only" in output) == (3, True)

    link = spec.with_name("l.yaml")
    link.symlink_to(spec)
    status, output = run("set", str(link), "project.title=y")
    assert (status, "it is a link\n  fix: edit the file that it leads to" in output) == (3, True)
    assert spec.read_text() == SPEC


def test_permissions_encoding_and_byte_order_mark_stay(tmp_path: Path) -> None:
    for name, codec in (("a", "utf-8-sig"), ("b", "utf-16")):
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(SPEC.replace("\n", "\r\n").encode(codec))
        path.chmod(0o640)

        assert run("set", str(path), "project.title=Überfahrt")[0] == 0
        assert path.read_bytes() == SPEC.replace("\n", "\r\n").replace(
            "acronym: X,", "acronym: X, title: Überfahrt,"
        ).encode(codec)
        assert path.stat().st_mode & 0o777 == 0o640


def test_nothing_to_change_and_standard_input_as_a_spec_are_usage_errors(spec: Path) -> None:
    assert run("set", str(spec))[0] == 2
    assert run("set", "-", "strand=B", text=SPEC)[0] == 2
    assert run("set", str(spec), "strand=-", "project.title=-", text="x")[0] == 2


def test_several_files_of_a_folder_change_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "wave"
    shutil.copytree(SPECS / "wave-4i", folder)
    others = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    status, output = run("set", str(folder), "project.title=New", "risks[R1].impact=low")

    assert status == 0, output
    changed = [name for name, data in others.items() if (folder / name).read_bytes() != data]
    assert sorted(changed) == ["project.yaml", "risks.yaml"]
    assert {path.name for path in folder.glob("*.yaml")} == {*others}


PROSE = SPEC.replace(
    "keywords: [a]}", "keywords: [a], duration_months: 32,\n  abstract: It takes 32 months.}"
)


def test_it_says_which_texts_still_have_the_old_value(spec: Path) -> None:
    spec.write_text(PROSE)

    status, output = run("set", str(spec), "project.duration_months=31")

    assert status == 0
    assert (
        f'what texts still say:\n  {spec}:5: the abstract says "32 months"; '
        "duration in months is now 31\n" in output
    )


def test_its_json_agrees_with_the_schema(spec: Path) -> None:
    spec.write_text(PROSE)
    schema = json.loads((SPECS / "schemas" / "set.schema.json").read_text())

    status, output = run("set", str(spec), "project.duration_months=31", "--format", "json")

    found = json.loads(output)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert status == 0
    assert found["made"][0]["after"] == "31"
    assert found["stale_prose"][0]["words"] == "32 months"
