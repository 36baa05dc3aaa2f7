"""A call file beside a spec: another call, or a corrigendum of a built-in one."""

from pathlib import Path

import pytest

from escp_docs import files
from tests.support.program import run
from tests.support.reading import CALL_ID, HEAD, PROJECT

BUILT_IN = files.call_sources()[CALL_ID].read_text(encoding="utf-8")


def spec(folder: Path, call: str, text: str, head: str = HEAD) -> str:
    (folder / "calls").mkdir()
    (folder / "calls" / f"{call}.yaml").write_text(text, encoding="utf-8")
    (folder / "x.yaml").write_text(head + PROJECT, encoding="utf-8")
    return str(folder / "x.yaml")


def test_a_corrigendum_wins_over_the_built_in_call(tmp_path: Path) -> None:
    text = BUILT_IN.replace("2020-12-02T17:00", "2020-12-16T17:00")
    assert text != BUILT_IN

    _, output = run("check", spec(tmp_path, CALL_ID, text), "--select", "SUB001", "-v")

    assert "the deadline is 2020-12-16 17:00" in output


def test_a_spec_can_name_a_call_of_its_own(tmp_path: Path) -> None:
    text = BUILT_IN.replace(f"id: {CALL_ID}", "id: our-call")
    path = spec(tmp_path, "our-call", text, "call: our-call\n")

    assert run("check", path)[0] == 0
    assert run("build", path, "-f", "html", "-o", str(tmp_path / "out"))[0] == 0


def test_a_change_of_it_makes_the_documents_anew(tmp_path: Path) -> None:
    path = spec(tmp_path, CALL_ID, BUILT_IN)
    build = ("build", path, "-d", "application", "-f", "html", "-o", str(tmp_path / "out"))

    assert "unchanged" not in run(*build, "--depfile")[1]
    assert "unchanged" in run(*build, "--depfile")[1]
    own = tmp_path / "calls" / f"{CALL_ID}.yaml"
    own.write_text(BUILT_IN.replace("Clusters Go International", "Clusters Go Far"))
    assert "unchanged" not in run(*build, "--depfile")[1]
    assert f"calls/{CALL_ID}.yaml" in (tmp_path / "out" / "x" / "documents.d").read_text()


def test_a_fault_in_it_is_told_with_its_place(tmp_path: Path) -> None:
    path = spec(tmp_path, CALL_ID, BUILT_IN.replace("strands:", "strandz:", 1))

    status, output = run("check", path)

    assert status == 2
    assert f"{CALL_ID}.yaml:" in output
    assert "did you mean 'all_strands'?" in output


def test_a_file_that_is_not_called_by_its_id_is_refused(tmp_path: Path) -> None:
    status, output = run("check", spec(tmp_path, "our-call", BUILT_IN, "call: our-call\n"))

    assert status == 2
    assert f"call the file {CALL_ID}.yaml, or mend the id" in output


def test_another_spec_is_not_judged_by_it(tmp_path: Path) -> None:
    own = spec(tmp_path, CALL_ID, BUILT_IN.replace("2020-12-02T17:00", "2020-12-16T17:00"))
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "y.yaml"
    other.write_text(HEAD + "project: {acronym: Y}\n", encoding="utf-8")

    _, output = run("check", own, str(other), "--select", "SUB001", "-v")

    assert output.count("2020-12-16 17:00") == output.count("2020-12-02 17:00") == 1


@pytest.mark.parametrize("make", ["symlink", "folder"])
def test_what_is_no_file_of_the_folder_is_refused(make: str, tmp_path: Path) -> None:
    path = spec(tmp_path, "other", BUILT_IN)
    mine = tmp_path / "calls" / f"{CALL_ID}.yaml"
    if make == "symlink":
        mine.symlink_to("/etc/passwd")
    else:
        mine.mkdir()

    status, output = run("check", path)

    assert status == 2
    assert f"{CALL_ID}.yaml" in output
    assert "root:" not in output
