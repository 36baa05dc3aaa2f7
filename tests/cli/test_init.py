"""`init`: a spec that reads at once, and never overwrites."""

import json
import re
from pathlib import Path

import pytest

from escp_docs import api
from escp_docs.model import schema
from escp_docs.model.spec import Spec
from tests.support.program import run


def begun(folder: Path, *options: str, strand: str = "A") -> str:
    asked = ("--strand", strand, "--acronym", 'Ré "x": #4i', *options)
    assert run("init", str(folder), *asked)[0] == 0
    return (folder / "partnership.yaml").read_text()


def test_the_scaffold_checks_as_undecided_and_builds(tmp_path: Path) -> None:
    begun(tmp_path / "ours")
    spec = str(tmp_path / "ours" / "partnership.yaml")

    status, output = run("check", spec)
    assert status == 0
    assert ": undecided" in output
    assert run("build", spec, "-o", str(tmp_path / "out"), "-f", "html")[0] == 0


def test_in_full_it_explains_every_key(tmp_path: Path) -> None:
    text = begun(tmp_path, "--full")

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


@pytest.mark.parametrize("taken", ["#", "# ?"], ids=["by hand", "by an editor"])
@pytest.mark.parametrize("people", [(), ("--partner", "A:PT", "--target", "CA")])
def test_every_key_stands_right_once_its_mark_is_taken_away(
    tmp_path: Path, taken: str, people: tuple[str, ...]
) -> None:
    lines = begun(tmp_path, "--full", *people).splitlines()
    body = [re.sub(rf"^( *){taken}", r"\1", line, count=1) for line in lines[4:]]
    (tmp_path / "all.yaml").write_text("\n".join([*lines[:4], *body]))

    _, output = run("check", str(tmp_path / "all.yaml"))

    faults = [line for line in output.splitlines() if ": error: " in line]
    assert faults
    known = re.compile("lacks the key '(?:id|condition)'|names neither")
    assert all(known.search(line) for line in faults)


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--full",),
        ("--partner", "A:PT", "--partner", "B:FR", "--partner", "C:RO", "--target", "CA"),
        ("--full", "--partner", "A:PT", "--target", "CA", "--target", "Mercosur"),
    ],
)
def test_the_first_check_fits_on_a_page_and_ends_with_what_to_do(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    begun(tmp_path, *options)

    status, output = run("check", str(tmp_path))
    lines = output.splitlines()
    assert status == 0, output
    assert len(lines) < 60
    ending = lines[lines.index("  next, to paste and fill in:") :]
    assert sum(line.startswith("  # ") for line in ending) == 3
    assert lines[-1].startswith(f"{tmp_path}: undecided (")


@pytest.mark.parametrize("number", [0, 1, 3, 10])
@pytest.mark.parametrize("targets", [(), ("CA",), ("CA", "BR")])
def test_it_is_a_screenful_from_call_to_the_last_target(
    tmp_path: Path, number: int, targets: tuple[str, ...]
) -> None:
    homes = ["PT", "FR", "RO", "IT", "LT", "PL", "ES", "DE", "GR", "IE"][:number]
    people = [f"--partner=C{home}:{home}" for home in homes]
    text = begun(tmp_path, *people, *(f"--target={one}" for one in targets))

    lines = text[text.index("\ncall:") + 1 :].splitlines()
    assert len(lines) <= 25
    assert ("- region: TBD" in text) == (len(targets) == 1)
    assert run("check", str(tmp_path))[0] == 0


def test_without_terminal_and_options_nothing_is_written(tmp_path: Path) -> None:
    status, output = run("init", str(tmp_path / "new"))

    assert status == 2
    assert "nobody is there to be asked" in output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Vietnam", "country: VN"),
        ("LTU", "country: LT"),
        ("Italia", "country: IT"),
        ("ca", "country: CA"),
        ("Central  America", 'region: "Central America"'),
        ("Africa: south", 'region: "Africa: south"'),
        ("Africa", 'region: "Africa"'),
        ("Südamerika", 'region: "Südamerika"'),
        ("Braizl region", 'region: "Braizl region"'),
    ],
)
def test_a_target_is_a_country_by_code_or_name_or_a_region(
    tmp_path: Path, typed: str, written: str
) -> None:
    assert f"- {written}\n" in begun(tmp_path, "--target", typed)


def test_assistants_are_told_what_not_to_do(tmp_path: Path) -> None:
    begun(tmp_path)

    text = (tmp_path / "AGENTS.md").read_text()
    assert "State nothing that no person has stated" in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_schema_lies_beside_it_and_is_named(tmp_path: Path) -> None:
    assert begun(tmp_path).splitlines()[0].endswith("$schema=spec.schema.json")
    assert json.loads((tmp_path / "spec.schema.json").read_text())["properties"]["call"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("mine")

    status, output = run("init", str(tmp_path), "--strand", "A")

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
    assert run("check", str(tmp_path / "partnership.yaml"))[1].count("P4") == 0


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
        "CA, Viet Nam, Central America",
    ]
    made = CliRunner().invoke(main, ["init", str(tmp_path)], input="\n".join(said) + "\n")

    assert made.exit_code == 0, made.output
    for words in ("is not a short name", "XX", "CMC stands there twice", "'zz'"):
        assert words in made.output
    text = (tmp_path / "partnership.yaml").read_text()
    for line in (
        "strand: A",
        "- id: CMC",
        "country: FR",
        "- country: CA",
        "- country: VN",
        '- region: "Central America"',
    ):
        assert line in text
    assert run("check", str(tmp_path / "partnership.yaml"))[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--partner", "CMC"), "not a short name and a country"),
        (("--partner", "CMC:ZZ"), "'ZZ', no ISO 3166-1 code"),
        (("--partner", "4x:PT"), "not an id"),
        (("--partner", "A:PT", "--partner", "a:FR"), "twice"),
        (("--target", "zz"), "no ISO 3166-1 code"),
        (("--partner", "4x:PT", "--target", "zz"), "no ISO 3166-1 code"),
        (("--target", "Braizl"), "did you mean BR, Brazil?; write BR, or, if it is a region, "),
        (("--target", "Nigera"), "did you mean NG, Nigeria, or NE, Niger?; write the code, or"),
    ],
)
def test_partners_and_targets_that_cannot_be_read(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, output = run("init", str(tmp_path), *arguments)

    assert status == 2
    assert words in output
    assert not list(tmp_path.iterdir())


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    status, output = run(
        *("init", str(tmp_path), "--call", "cosme", "--acronym", " ", "--partner", "CMC"),
        *("--partner", "CMA:Portugl", "--partner", "4x:FR", "--target", "Braizl"),
    )

    assert status == 2
    for words in (
        "no call 'cosme'",
        "at least one letter",
        "'CMC' is not a short name and a country",
        "did you mean PT, Portugal?",
        "is '4x', not an id",
        "did you mean BR, Brazil?",
    ):
        assert output.count(words) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("CMC PT", "CMC", "PT"),
        ("CMC:PT", "CMC", "PT"),
        ("CMC, Portugal", "CMC", "Portugal"),
        ("HOLZ NET Austria", "HOLZ NET", "Austria"),
        ("ABC South Africa", "ABC", "South Africa"),
        ("HOLZ NET Österreich", "HOLZ NET", "Österreich"),
        ("CMC Portugull", "CMC", "Portugull"),
        ("CMC", "CMC", ""),
        ("", "", ""),
    ],
)
def test_a_short_name_and_a_country_are_told_apart(text: str, name: str, country: str) -> None:
    assert api.name_and_country(text) == (name, country)


def test_a_short_name_with_a_blank_is_refused_with_one_that_can_be(tmp_path: Path) -> None:
    status, output = run("init", str(tmp_path), "--partner", "HOLZ NET Austria")

    assert status == 2
    assert "is 'HOLZ NET', not an id; write HOLZNET" in output
    assert not [*tmp_path.iterdir()]
