"""One's own templates and look: what matches nothing, or cannot be meant, is told."""

from pathlib import Path

import pytest

from tests.support.program import run
from tests.support.reading import HEAD, PROJECT


def built(home: Path, files: dict[str, str], *options: str) -> tuple[int, str]:
    """Build a small document of a spec beside which templates lie."""
    (home / "x.yaml").write_text(HEAD + PROJECT)
    for name, text in files.items():
        path = home / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    asked = options or ("-d", "checklist", "-f", "html")
    return run("build", str(home / "x.yaml"), "-o", str(home / "out"), *asked)


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("partnership-agrement/liability.md", "did you mean partnership-agreement/liability.md?"),
        ("partnership-agreement/libility.md", "did you mean partnership-agreement/liability.md?"),
        ("Application/impact.md", "did you mean application/impact.md?"),
        ("application/impact.md.txt", "did you mean application/impact.md?"),
        ("impact.md", "take it away"),
        ("look/design.yml", "did you mean look/design.yaml?"),
        ("look/fonts/Calibri.ttf", "take it away"),
    ],
)
def test_a_file_that_nothing_asks_for_is_told(tmp_path: Path, name: str, cure: str) -> None:
    status, output = built(tmp_path, {name: "words"})

    assert status == 2
    assert f"{tmp_path / 'templates' / name}: error: no document " in output
    assert cure in output


def test_every_such_file_is_told_at_once(tmp_path: Path) -> None:
    _, output = built(tmp_path, {"a/x.md": "", "b/y.md": ""})

    assert output.count(": error: ") == 2


def test_a_part_that_an_own_template_includes_is_asked_for(tmp_path: Path) -> None:
    files = {
        "checklist/checklist.md": "## Own {: #own }\n\n{% include 'mine/part.md' %}\n",
        "mine/part.md": "Words of ours.\n",
        "README.md": "why",
        ".DS_Store": "",
    }

    status, output = built(tmp_path, files)
    assert status == 0, output
    assert "Words of ours." in (tmp_path / "out" / "x" / "checklist.html").read_text()


@pytest.mark.parametrize(
    ("design", "said"),
    [
        ("colour: {accent: 7A1F5C}", "1:18: error: colour.accent is '7A1F5C', not a colour"),
        ('colour:\n  accent: "#FFF"', "2:11: error: colour.accent is '#FFF', not a colour"),
        ("colour:\n  acent: '#7A1F5C'", "there is no value of colour 'acent'"),
        ("color: {accent: '#7A1F5C'}", "did you mean 'colour'?"),
        ("font: {text: Calibri}", "font.text is 'Calibri', a font that is not there"),
        ("size: {text: big}", "size.text is 'big', not a number"),
        ("size: {text: -3}", "size.text is '-3', not a number"),
        ("size: {text: .nan}", "size.text is '.nan', not a number"),
        ("size: {text: [1]}", "not a number"),
        ("- colour", "the file is not a table of groups"),
        ("colour: red", "colour is not a table of values"),
        ("colour: {accent: '#7A1F5C'", "this is not YAML"),
        ("colour: {accent: !!python/object:os.system x}", "not a colour"),
    ],
)
def test_a_value_that_cannot_be_meant_is_told(tmp_path: Path, design: str, said: str) -> None:
    status, output = built(tmp_path, {"look/design.yaml": design})

    assert status == 2
    assert said in output
    assert str(tmp_path / "templates/look/design.yaml") in output


@pytest.mark.parametrize(
    "design", ["", "# nothing yet\n", "colour:\n", "colour: {accent: '#7A1F5C'}\n"]
)
def test_one_value_is_laid_over_the_built_in_ones(tmp_path: Path, design: str) -> None:
    status, output = built(tmp_path, {"look/design.yaml": design})

    assert status == 0, output
    page = (tmp_path / "out" / "x" / "checklist.html").read_text().lower()
    assert ("#7a1f5c" in page) == ("7A1F5C" in design)
    assert "#a3231b" in page  # the built-in colour of DRAFT
