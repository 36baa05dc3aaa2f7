"""`template`: what ships can be listed, copied and changed; and calls of one's own anywhere."""

from pathlib import Path

import pytest

from escp_docs.files.inputs import Inputs
from tests.support.places import ROOT, SPECS
from tests.support.program import run
from tests.support.reading import CALL_ID, HEAD, PROJECT


def test_every_template_is_listed_and_so_is_every_heading() -> None:
    names = run("template", "list")[1].splitlines()
    clauses = run("template", "list", "--clauses")[1]

    below = ROOT / "templates"
    assert {path.relative_to(below).as_posix() for path in below.rglob("*.md")} <= set(names)
    assert "partnership-agreement/liability.md#liability  Liability between the Parties" in clauses
    assert "partnership-agreement/liability.md#liability-cap  The liability of a Party" in clauses
    assert all(line.partition("#")[0] in names for line in clauses.splitlines())


@pytest.mark.parametrize("name", ["application/impact.md", "templates/application/impact.md"])
def test_one_is_copied_to_where_it_wins(tmp_path: Path, name: str) -> None:
    status, output = run("template", "copy", name, "--to", str(tmp_path / "templates"))

    copy = tmp_path / "templates" / "application" / "impact.md"
    assert (status, output) == (0, f"{copy}\n")
    assert copy.read_bytes() == (ROOT / "templates/application/impact.md").read_bytes()


def test_a_folder_is_copied_whole_and_nothing_is_overwritten(tmp_path: Path) -> None:
    assert run("template", "copy", "letters", "--to", str(tmp_path))[0] == 0
    (tmp_path / "letters" / "intent.md").unlink()

    status, output = run("template", "copy", "letters", "--to", str(tmp_path))
    assert status == 2
    assert "nothing is written" in output
    assert not (tmp_path / "letters" / "intent.md").exists()


@pytest.mark.parametrize(
    ("name", "cure"), [("aplication", "did you mean application?"), ("", "there is no")]
)
def test_a_template_that_there_is_not(tmp_path: Path, name: str, cure: str) -> None:
    status, output = run("template", "copy", name, "--to", str(tmp_path))

    assert status == 2
    assert cure in output
    assert not list(tmp_path.iterdir())


@pytest.fixture
def calls(tmp_path: Path) -> str:
    """Return a folder with a call of one's own."""
    text = (SPECS / "calls" / f"{CALL_ID}.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "our calls"
    folder.mkdir()
    own = text.replace(CALL_ID, "my-call-1").replace("2020-12-02T17:00", "2020-12-16T17:00")
    (folder / "my-call-1.yaml").write_text(own)
    return str(folder)


def test_every_command_that_knows_calls_takes_a_folder_of_them(tmp_path: Path, calls: str) -> None:
    begun = ("init", str(tmp_path / "x"), "--strand", "A", "--acronym", "X", "--call", "my-call-1")
    spec = str(tmp_path / "x")

    assert run(*begun)[0] == 2
    for command in (
        begun,
        ("check", spec),
        ("explain", "SUB001", "--call", "my-call-1"),
        ("schema", "--call", "my-call-1"),
        ("build", spec, "-d", "checklist", "-f", "html", "-o", str(tmp_path / "out")),
    ):
        status, output = run(*command, "--calls", calls)
        assert status == 0, output
    assert run("check", spec)[0] == 2


def test_such_a_call_is_an_input_of_builds(tmp_path: Path, calls: str) -> None:
    spec = tmp_path / "x.yaml"
    spec.write_text(HEAD.replace(CALL_ID, "my-call-1") + PROJECT)
    call = Path(calls) / "my-call-1.yaml"

    inputs = Inputs(str(spec), calls=Path(calls))
    before = inputs.fingerprint()
    assert str(call) in inputs.paths("my-call-1")
    call.write_text(call.read_text().replace("2020-12-16T17:00", "2020-12-18T17:00"))
    assert inputs.fingerprint() != before
