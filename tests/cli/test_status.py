"""The command `status`: who owes what, in words and for programs."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.support.places import SPECS
from tests.support.program import run

SCHEMA = json.loads((SPECS / "schemas" / "status.schema.json").read_text())


@pytest.mark.parametrize("spec", ["wave-4i", "shield-4i.yaml", "unfinished.yaml"])
def test_the_json_fits_its_schema_and_its_counts_are_those_of_its_lists(spec: str) -> None:
    status, output = run("status", str(SPECS / spec), "--format", "json")
    found = json.loads(output)

    assert status == 0
    Draft202012Validator(SCHEMA).validate(found)
    for one in found["specs"]:
        for word in ("missing", "unconfirmed"):
            assert one[word] == sum(len(person[word]) for person in one["people"])


def test_an_unreadable_spec_is_status_2_in_both_formats(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("call: nothing\n")

    assert run("status", str(path))[0] == 2
    status, output = run("status", str(path), "--format", "json")
    assert status == 2
    found = json.loads(output)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["specs"] == []
    assert found["errors"]


def test_the_text_names_person_path_question_rule_and_deadline() -> None:
    status, output = run("status", str(SPECS / "unfinished.yaml"))

    assert status == 0
    assert "asked for until 2020-11-09, to m.loforte@car.example" in output.split("\n")[0]
    assert "\nPT4: " in output
    assert "consortium.partners[PT4].country: " in output
    assert "(CON002" in output


def test_what_decides_on_eligibility_comes_first() -> None:
    _, output = run("status", str(SPECS / "unfinished.yaml"), "--format", "json")
    _, text = run("status", str(SPECS / "unfinished.yaml"))
    person = next(one for one in json.loads(output)["specs"][0]["people"] if one["person"] == "AGH")
    urgent = [one["path"] for one in person["missing"] if one["urgent"]]
    block = text[text.index("\nAGH: ") :].split("\n")[2 : 2 + len(urgent)]

    assert [line.split(":")[0].strip() for line in block] == urgent
