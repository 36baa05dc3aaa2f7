"""`status` of several specs is a table."""

import json

from tests.support.places import SPECS
from tests.support.program import run


def test_each_spec_has_a_row_and_those_that_cannot_be_read_too() -> None:
    status, output = run(
        "status", str(SPECS / "wave-4i"), str(SPECS / "unfinished.yaml"), "/no.yaml"
    )

    lines = output.splitlines()
    rows = [line.split() for line in lines[-4:]]
    assert status == 2
    assert rows[0][:4] == ["spec", "verdict", "missing", "decide"]
    assert [row[1] for row in rows[1:4]] == ["eligible", "undecided", "unreadable"]
    assert "there is no file or folder /no.yaml" in output


def test_as_json_each_is_an_entry() -> None:
    _, output = run(
        "status", "--format", "json", str(SPECS / "wave-4i"), str(SPECS / "unfinished.yaml")
    )

    assert len(json.loads(output)["specs"]) == 2
