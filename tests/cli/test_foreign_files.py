"""What is no spec is named for what it is, with the command that reads it."""

import zipfile
from pathlib import Path

import pytest

from tests.support.program import run
from tests.support.reading import HEAD

SPEC = f"{HEAD}project: {{acronym: X}}\n"


def zipped(path: Path, name: str, content: str = "x") -> str:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(name, content)
    return str(path)


@pytest.mark.parametrize(
    ("inside", "content", "kind", "cure"),
    [
        ("word/document.xml", "", "a Word file", "escp-docs pull"),
        ("xl/workbook.xml", "", "an Excel file", "escp-docs pull"),
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "a file of LibreOffice",
            "save it as Word",
        ),
        ("ours/partnership.yaml", "", "a zip archive", "unpack it"),
    ],
)
def test_zips_of_all_kinds(tmp_path: Path, inside: str, content: str, kind: str, cure: str) -> None:
    name = zipped(tmp_path / "ours.bin", inside, content)

    status, output = run("check", "-v", name)

    assert status == 2
    assert f"error: this is {kind}, and no spec\n" in output
    assert cure in output.partition("fix: ")[2]
    assert output.endswith("unreadable (1 fault)\n")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "a PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a file of an old Word or Excel"),
        (b"{\\rtf1\\ansi", "a file in Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\r\n<!DOCTYPE html><html>", "a web page"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build", "status"])
def test_files_of_other_programs(tmp_path: Path, data: bytes, kind: str, command: str) -> None:
    path = tmp_path / "ours"
    path.write_bytes(data)

    status, output = run(command, str(path))

    assert status == 2
    assert f"this is {kind}, and no spec" in output


@pytest.mark.parametrize("text", ["hello world\n", "name;country\nA;PT\n", "- a\n- b\n"])
def test_a_text_of_another_kind_is_one_fault(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")

    _, output = run("check", str(path))

    assert output.count("error: ") == 1
    assert "`escp-docs init`" in output


@pytest.mark.parametrize(
    "name", ["partnership.yaml.txt", "project.txt", "ours.txt", "ours.yml.bak"]
)
def test_a_spec_alone_under_another_name_is_named(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text(SPEC, encoding="utf-8")

    status, output = run("check", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    status_here, here = run("check")

    assert status == status_here == 2
    for told in (output, here):
        assert f"{name} looks like" in told
        assert "let its name end in .yaml" in told


def test_a_folder_without_anything_like_a_spec(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("We met.\n", encoding="utf-8")

    _, output = run("check", str(tmp_path))

    assert "`escp-docs init`" in output
    assert "looks like" not in output


def test_of_a_folder_of_specs_each_is_a_line(tmp_path: Path) -> None:
    for name, text in (("a", SPEC), ("b", SPEC.replace("X", "Y")), ("c", "call: [\n")):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    status, output = run("check", str(tmp_path))
    _, full = run("check", "-v", str(tmp_path))
    _, named = run("check", *(str(tmp_path / f"{name}.yaml") for name in "ab"))

    *lines, total, hint = output.splitlines()
    assert total == "3 specs: 2 undecided, 1 unreadable"
    assert [line.split(": ")[1].split(" ")[0] for line in lines] == [
        "undecided",
        "undecided",
        "unreadable",
    ]
    assert "-v" in hint
    assert status == 2
    assert all(line in full for line in lines)
    assert ": undecided CON003 " in named


@pytest.mark.parametrize("command", ["check", "build", "status"])
def test_what_is_not_there_has_no_line_and_no_column(command: str) -> None:
    status, output = run(command, "nope.yaml")

    assert status == 2
    assert "nope.yaml: error: there is no file or folder nope.yaml" in output
    assert ":1:" not in output
