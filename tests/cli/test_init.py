"""`init`: a spec that reads at once, and never overwrites."""

import json
from pathlib import Path

import pytest

from escp_docs.model import schema
from escp_docs.model.spec import Spec
from tests.support.program import run


def begun(folder: Path) -> str:
    assert run("init", str(folder), "--strand", "B", "--acronym", 'Ré "x": #4i')[0] == 0
    return (folder / "partnership.yaml").read_text()


def test_the_scaffold_checks_as_undecided_and_builds(tmp_path: Path) -> None:
    begun(tmp_path / "ours")
    spec = str(tmp_path / "ours" / "partnership.yaml")

    status, output = run("check", spec)
    assert status == 0
    assert ": undecided" in output
    assert run("build", spec, "-o", str(tmp_path / "out"), "-f", "html")[0] == 0


def test_the_scaffold_explains_every_key(tmp_path: Path) -> None:
    text = begun(tmp_path)

    def names(part: type) -> set[str]:
        found = set()
        for key in schema.keys(part).values():
            found.add(key.name)
            inner = key.shape.item if isinstance(key.shape, schema.ListOf) else key.shape
            if isinstance(inner, type):
                found |= names(inner)
        return found

    for name in names(Spec):
        assert f"{name}:" in text


def test_every_commented_key_can_be_uncommented(tmp_path: Path) -> None:
    lines = begun(tmp_path).splitlines()
    body = [
        line.removeprefix("# ") if ":" in line and index > 4 else line
        for index, line in enumerate(lines)
    ]
    (tmp_path / "all.yaml").write_text("\n".join(body))

    _, output = run("check", str(tmp_path / "all.yaml"))

    faults = [line for line in output.splitlines() if ": error: " in line]
    assert faults
    assert all("lacks the key 'id'" in line or "names neither" in line for line in faults)


def test_the_schema_lies_beside_it_and_is_named(tmp_path: Path) -> None:
    assert begun(tmp_path).splitlines()[0].endswith("$schema=spec.schema.json")
    assert json.loads((tmp_path / "spec.schema.json").read_text())["properties"]["call"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("mine")

    status, output = run("init", str(tmp_path))

    assert status == 2
    assert "Makefile is there already" in output
    assert [path.name for path in tmp_path.iterdir()] == ["Makefile"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--strand", "C"), "there is A, B"),
        (("--call", "cos-clusint-2020-3-1"), "did you mean cos-clusint-2020-3-01"),
        (("--acronym", " "), "at least one letter"),
    ],
)
def test_wrong_arguments_have_status_2(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, output = run("init", str(tmp_path), *arguments)

    assert status == 2
    assert words in output
    assert not list(tmp_path.iterdir())


def test_partners_and_targets_are_stated(tmp_path: Path) -> None:
    people = ("--partner", "CMC:PT", "--partner", "NOA:FR", "--partner", "null:el")
    run("init", str(tmp_path), *people, "--target", "CA", "--target", "br")

    status, output = run("check", str(tmp_path / "partnership.yaml"))
    found = (tmp_path / "partnership.yaml").read_text()
    assert status == 0, output
    assert ": undecided" in output
    assert "coordinator: CMC" in found
    assert "#       legal_name:" in found


def test_a_terminal_is_asked_until_the_answers_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    from escp_docs.cli import init, main  # noqa: PLC0415

    monkeypatch.setattr(init, "is_terminal", lambda: True)
    said = [
        "Tide",
        "a",
        "CMC PT",
        "NOA",
        "NOA XX",
        "CMC FR",
        "NOA FR",
        "C RO",
        "D IT",
        "",
        "CA zz",
        "CA, BR",
    ]
    made = CliRunner().invoke(main, ["init", str(tmp_path)], input="\n".join(said) + "\n")

    assert made.exit_code == 0, made.output
    for words in ("is not a short name", "XX", "CMC stands there twice", "ZZ"):
        assert words in made.output
    text = (tmp_path / "partnership.yaml").read_text()
    for line in ("strand: A", "- id: CMC", "country: FR", "- country: CA", "- country: BR"):
        assert line in text
    assert run("check", str(tmp_path / "partnership.yaml"))[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--partner", "CMC"), "not a short name and a country"),
        (("--partner", "CMC:ZZ"), "'ZZ', no ISO 3166-1 code"),
        (("--partner", "4x:PT"), "not an id"),
        (("--partner", "A:PT", "--partner", "a:FR"), "twice"),
        (("--target", "Mars"), "no ISO 3166-1 code"),
    ],
)
def test_partners_and_targets_that_cannot_be_read(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, output = run("init", str(tmp_path), *arguments)

    assert status == 2
    assert words in output
    assert not list(tmp_path.iterdir())
