"""What a folder is: one spec, or several."""

from pathlib import Path

import pytest

from escp_docs.files.spec_folders import specs_in
from tests.support.program import run
from tests.support.reading import HEAD, PROJECT

SPEC = HEAD + PROJECT


def laid(home: Path, *names: str) -> Path:
    """Write a spec under each name, but under names of parts a part of one."""
    for name in names:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        is_part = path.stem in ("budget", "agreement") or path.stem.startswith("agreement")
        path.write_text(f"{path.stem.split(' ')[0]}: {{}}\n" if is_part else SPEC)
    return home


@pytest.mark.parametrize(
    ("files", "specs"),
    [
        (("ours.yaml",), ("",)),
        (("ours.yaml", "budget.yml", "agreement.yaml"), ("",)),
        (("budget.yaml",), ("",)),
        (("ours.yaml", "old/ours.yaml"), ("",)),
        (("a.yaml", "b.YML"), ("a.yaml", "b.YML")),
        (("a.yaml", "b.yaml", "budget.yaml", "c/x.yaml"), ("a.yaml", "b.yaml", "c")),
        (("one/a.yaml", "two/b.yaml", "two/budget.yaml"), ("one", "two")),
        (("one/a.yaml", "budget.yaml"), ("one",)),
        (("one/a.yaml", "calls/x.yaml", "output/y.yaml", "w.record/z.yaml"), ("one",)),
        (("one/a.yaml", ".git/x.yaml", "templates/t.yaml", "record/r.yaml"), ("one",)),
        (("one/a.yaml", "two/a.yaml", "two/b.yaml"), ("one",)),
        (("ours.yaml", "ours (1).yaml", "ours-LAPTOP.yaml"), ("",)),
    ],
)
def test_what_a_folder_stands_for(
    tmp_path: Path, files: tuple[str, ...], specs: tuple[str, ...]
) -> None:
    laid(tmp_path, *files)

    expected = [str(tmp_path / one) if one else str(tmp_path) for one in specs]
    assert specs_in([str(tmp_path)]) == expected


@pytest.mark.parametrize(
    "key", ['"call": x\n', "'call' : x\n", "call: [broken\n", "\ufeffcall: x\n"]
)
def test_a_call_counts_however_it_is_written(tmp_path: Path, key: str) -> None:
    laid(tmp_path, "one/a.yaml")
    (tmp_path / "b.yaml").write_text(key)
    (tmp_path / "c.yaml").write_text(key)

    assert len(specs_in([str(tmp_path)])) == 3


def test_a_link_to_a_folder_is_passed_over(tmp_path: Path) -> None:
    laid(tmp_path, "all/one/a.yaml", "else/a.yaml")
    (tmp_path / "all" / "two").symlink_to(tmp_path / "else")

    assert specs_in([str(tmp_path / "all")]) == [str(tmp_path / "all" / "one")]


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff", "\0\0\0"])
def test_a_file_that_says_nothing_among_specs_is_one_that_cannot_be_read(
    tmp_path: Path, text: str
) -> None:
    laid(tmp_path, "a.yaml", "c.yaml", "d/x.yaml")
    (tmp_path / "b.yaml").write_text(text)
    (tmp_path / "dead.yaml").symlink_to(tmp_path / "gone.yaml")
    names = [str(tmp_path / one) for one in ("a.yaml", "b.yaml", "c.yaml", "dead.yaml", "d")]

    assert specs_in([str(tmp_path)]) == names
    status, output = run("check", str(tmp_path))

    assert status == 2
    assert f"{names[1]}: unreadable" in output
    assert f"{names[3]}: unreadable" in output
    assert "5 specs: 3 undecided, 2 unreadable" in output


def test_a_file_that_says_nothing_makes_no_several_specs_of_one(tmp_path: Path) -> None:
    laid(tmp_path, "ours.yaml")
    (tmp_path / "later.yaml").write_text("")

    assert specs_in([str(tmp_path)]) == [str(tmp_path)]


def test_what_is_not_there_stays_as_it_is() -> None:
    assert specs_in(["-", "/nowhere", "/nowhere"]) == ["-", "/nowhere", "/nowhere"]


@pytest.mark.parametrize("command", ["check", "status"])
def test_a_command_that_looks_takes_each_of_them(tmp_path: Path, command: str) -> None:
    laid(tmp_path, "one/a.yaml", "two.yaml", "three.yaml")

    status, output = run(command, str(tmp_path))

    assert status == 0, output
    assert [str(tmp_path / name) in output for name in ("one", "two.yaml", "three.yaml")] == [
        True
    ] * 3


def test_a_build_of_several_says_which_there_are(tmp_path: Path) -> None:
    laid(tmp_path, "one/a.yaml", "two/a.yaml")

    status, output = run("build", str(tmp_path), "-o", str(tmp_path / "out"))

    assert status == 2
    assert f"error: {tmp_path} is a folder of several specs" in output
    assert f"name one: {tmp_path / 'one'}, {tmp_path / 'two'}" in output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["check", "status", "build"])
def test_the_current_folder_is_meant_where_none_is_named(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    options = ("-f", "html", "-d", "checklist") if command == "build" else ()

    assert run(command, *options)[0] == 2
    laid(tmp_path, "ours.yaml")
    status, output = run(command, *options)
    assert status == 0, output
    assert ".: undecided" in output


@pytest.mark.parametrize("command", ["check", "status", "build"])
def test_an_empty_name_is_no_folder(command: str) -> None:
    status, output = run(command, "")

    assert status == 2
    assert "perhaps a variable is not set" in output
