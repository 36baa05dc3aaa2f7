"""`check --figures`: each figure, date and name in texts with the fact that it agrees with."""

import json
from pathlib import Path

from tests.support.program import report, run

SPEC = """\
call: cos-clusint-2020-3-01
project:
  acronym: X
  duration_months: 32
  abstract: >-
    AA takes 32 months, and
    64 days more.
consortium:
  partners: [{id: AA, country: PT}]
"""


def test_each_figure_stands_with_its_fact_or_with_none(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)

    status, output = run("check", str(path), "--figures")

    assert status == 0
    assert output.splitlines() == [
        f'{path}:6: the abstract: "AA" - id (consortium.partners[AA].id)',
        f'{path}:6: the abstract: "32 months" - duration in months (project.duration_months)',
        f'{path}:7: the abstract: "64 days more" - no fact',
    ]


def test_for_programs_it_is_json(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)

    found = json.loads(run("check", str(path), "--figures", "--format", "json")[1])

    assert [one["words"] for one in found["specs"][0]["figures"]][-1] == "64 days more"


def test_a_spec_that_cannot_be_read_is_status_2(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(SPEC.replace("32", "x", 1))

    assert run("check", str(path), "--figures")[0] == 2


def test_texts_that_name_a_partner_are_listed_when_it_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)

    output = run("check", str(path), "--without", "AA")[1]
    found = report(str(path), "--without", "AA")

    assert 'the abstract says "AA"; partner AA is gone' in output
    assert found["as_written"]["stale_prose"][0]["path"] == "project.abstract"
