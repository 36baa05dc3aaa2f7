"""The pre-commit hook, the GitHub Action and the narrowed schema."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from escp_docs.api import specs_of
from tests.support.places import ROOT, SPECS
from tests.support.program import run
from tests.support.reading import INELIGIBLE

WAVE, SHIELD = SPECS / "wave-4i", SPECS / "shield-4i.yaml"


# --- the hook --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "specs"),
    [
        ([WAVE / "budget.yaml"], [WAVE]),
        ([WAVE / "budget.yaml", WAVE / "project.yaml"], [WAVE]),
        ([SHIELD], [SHIELD]),
        ([SPECS / "unfinished.yaml", SHIELD], [SPECS / "unfinished.yaml", SHIELD]),
        ([SPECS / "calls" / "cos-clusint-2020-3-01.yaml"], []),
        ([ROOT / "action.yml", ROOT / ".yamllint.yaml", ROOT / "nowhere.yaml"], []),
    ],
)
def test_a_changed_file_leads_to_its_spec(names: list[Path], specs: list[Path]) -> None:
    assert specs_of(map(str, names)) == [str(spec) for spec in specs]


def test_a_spec_beside_other_files_is_a_spec_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(INELIGIBLE)
    (tmp_path / "other.yaml").write_text("on: push\njobs: {}\n")

    assert specs_of([str(tmp_path / "spec.yaml")]) == [str(tmp_path / "spec.yaml")]
    assert specs_of([str(tmp_path / "other.yaml")]) == []


@pytest.mark.parametrize("slip", [*"[{}]'\"|>%@&*!\t", "x", "x: 1\n", "# "])
def test_a_slip_at_the_head_of_a_file_takes_none_out_of_the_spec(tmp_path: Path, slip: str) -> None:
    spec = tmp_path / "wave"
    shutil.copytree(WAVE, spec)
    risks = spec / "risks.yaml"
    risks.write_text(slip + risks.read_text())

    assert specs_of([str(spec / "budget.yaml")]) == specs_of([str(risks)]) == [str(spec)]


def hook(*arguments: str) -> subprocess.CompletedProcess[str]:
    entry = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]["entry"]
    command = [sys.executable, *entry.split()[1:], *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_hook_checks_and_fails(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(INELIGIBLE)

    assert hook(str(WAVE / "risks.yaml")).returncode == 0
    assert hook(str(ROOT / "action.yml")).returncode == 0
    assert "error CON002" in hook(str(path)).stdout
    assert hook(str(path)).returncode == 1
    assert hook("--ignore=CON", str(path)).returncode == 0
    assert hook("--ignore=CON", "--strict", str(path)).returncode == 1


# --- the action ------------------------------------------------------------------------------


def action(specs: str, strict: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action as a runner would."""
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    bin_ = tmp_path / "escp-docs" / "bin"
    bin_.mkdir(parents=True, exist_ok=True)
    if not (bin_ / "escp-docs").exists():
        (bin_ / "escp-docs").symlink_to(Path(sys.executable).with_name("escp-docs"))
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", steps[-1]["run"]],
        env=os.environ | {"SPECS": specs, "STRICT": strict, "RUNNER_TEMP": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def test_the_action_annotates_each_spec(tmp_path: Path) -> None:
    path = tmp_path / "a spec.yaml"
    path.write_text(INELIGIBLE)

    done = action(f"specs/wave-4i\n\n  {path}\n", "false", tmp_path)

    assert done.returncode == 1
    assert f"::error file={path},line=5,col=31" in done.stdout
    assert "check specs/wave-4i: eligible" in done.stdout


def test_the_action_can_be_strict(tmp_path: Path) -> None:
    assert action("specs/unfinished.yaml", "false", tmp_path).returncode == 0
    assert action("specs/unfinished.yaml", "true", tmp_path).returncode == 1


def test_no_spec_name_is_an_option(tmp_path: Path) -> None:
    assert action("--help", "false", tmp_path).returncode == 2


@pytest.mark.parametrize("name", ["action.yml", ".github/workflows/ci.yml"])
def test_foreign_actions_are_pinned_to_a_commit(name: str) -> None:
    uses = [
        line.split("uses:")[1].split("#")[0].strip()
        for line in (ROOT / name).read_text().splitlines()
        if "uses:" in line
    ]

    assert uses
    for one in uses:
        assert one == "./" or len(one.partition("@")[2]) == 40, one


# --- the schema of a call --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "strand", "is_valid"),
    [
        ("cos-clusint-2019-3-01", "2.a", True),
        ("COS-CLUSINT-2019-3-01", 1, True),
        ("cos-clusint-2019-3-01", "1", True),
        ("cos-clusint-2019-3-01", "A", False),
        ("cos-clusint-2020-3-01", "2.a", False),
    ],
)
def test_the_schema_of_a_call_knows_its_id_and_strands(
    call: str, strand: str | int, *, is_valid: bool
) -> None:
    status, output = run("schema", "--call", "cos-clusint-2019-3-01")
    schema = json.loads(output)
    validator = jsonschema.Draft202012Validator(schema)
    spec = {"call": call, "strand": strand, "project": {"acronym": "X"}}

    assert status == 0
    validator.check_schema(schema)
    assert validator.is_valid(spec) is is_valid


def test_the_schema_of_a_call_names_countries_and_forbids_none() -> None:
    schema = json.loads(run("schema", "--call", "cos-clusint-2020-3-01")[1])
    spec = {
        "call": "cos-clusint-2020-3-01",
        "project": {"acronym": "X"},
        "consortium": {"partners": [{"id": "A", "country": "US"}]},
    }

    assert jsonschema.Draft202012Validator(schema).is_valid(spec)
    country = schema["$defs"]["Partner"]["properties"]["country"]
    assert "COSME countries (AL, AM, BA" in country["description"]


@pytest.mark.parametrize("command", ["schema", "explain"])
def test_an_unknown_call_is_status_2_with_the_nearest(command: str) -> None:
    status, output = run(command, "--call", "cos-clusint-2020")

    assert status == 2
    assert "did you mean cos-clusint-2020-3-01?" in " ".join(output.split())


def test_explain_shows_what_another_call_says() -> None:
    _, output = run("explain", "BUD001", "--call", "cos-clusint-2016-03-01")
    pages = json.loads(run("explain", "--call", "cos-clusint-2019-3-01", "--format", "json")[1])

    assert "Strands 1.a, 1.b and 2: 75 %, share of eligible costs" in output
    assert {tuple(page["strands"]) for page in pages} == {("1", "2.a", "2.b")}
