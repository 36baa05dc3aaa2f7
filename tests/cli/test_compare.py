"""The command `compare`: versions by the names that people give them."""

import json
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest

from tests.support.git import git
from tests.support.places import SPECS
from tests.support.program import run

SPEC = """\
call: cos-clusint-2020-3-01
strand: A
project: {acronym: X, drafting_date: 2020-11-20, duration_months: 32}
consortium:
  coordinator: A
  partners:
    - {id: A, country: PT}
    - {id: B, country: ES}
    - {id: C, country: FR}
"""
NEW = SPEC.replace("32", "31")


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Return a spec in a repository in which it was committed once."""
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    return path


def test_nothing_differs_is_status_0(spec: Path) -> None:
    status, output = run("compare", str(spec), str(spec))

    assert status == 0
    assert "nothing differs" in output


def test_what_changed_is_told_with_what_follows(spec: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(NEW)

    status, output = run("compare", str(spec), str(new))

    assert status == 1
    assert "duration in months: 32 is now 31 (project.duration_months)" in output
    assert "application:" in output


def test_a_spec_alone_is_compared_with_the_last_commit(spec: Path) -> None:
    spec.write_text(NEW)

    status, output = run("compare", str(spec))

    assert status == 1
    assert output.startswith(f"HEAD:{spec} -> {spec}\n")
    assert "32 is now 31" in output


def test_a_revision_is_read_from_the_working_folder(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spec.parent)
    spec.write_text(NEW)

    assert run("compare", "main:p.yaml", "p.yaml")[0] == 1
    assert run("compare", "main:p.yaml", "HEAD:p.yaml")[0] == 0


def test_a_spec_that_is_gone_by_now_is_read_from_its_revision(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spec.parent)
    folder = spec.parent / "other"
    folder.mkdir()
    (folder / "p.yaml").write_text(NEW)
    git(spec.parent, "add", "-A")
    git(spec.parent, "commit", "-q", "-m", "second")
    shutil.rmtree(folder)

    status, output = run("compare", "HEAD:other/p.yaml", "p.yaml")

    assert status == 1
    assert "31 is now 32" in output


def test_files_that_a_spec_names_come_from_the_same_revision(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (tmp_path / "partners").mkdir()
    text = SPEC.replace("- {id: C, country: FR}", "- include: ../partners/C.yaml")
    (folder / "p.yaml").write_text(text)
    (tmp_path / "partners" / "C.yaml").write_text("id: C\ncountry: FR\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    (tmp_path / "partners" / "C.yaml").write_text("id: C\ncountry: IT\n")

    status, output = run("compare", str(folder))

    assert status == 1
    assert "country of C: France is now Italy" in output


def test_a_link_in_a_revision_is_not_followed(spec: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(NEW)
    spec.unlink()
    spec.symlink_to(secret)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "a link")

    status, output = run("compare", f"HEAD:{spec}", str(secret))

    assert status == 2
    assert f"HEAD has no {spec}" in output


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("nosuch:{spec}", "there is no revision 'nosuch'"),
        ("--help:{spec}", "there is no revision '--help'"),
        ("HEAD:{spec}x", "HEAD has no"),
    ],
)
def test_what_git_does_not_have_is_said(spec: Path, old: str, said: str) -> None:
    status, output = run("compare", "--", old.format(spec=spec), str(spec))

    assert status == 2
    assert said in output
    assert "Traceback" not in output


def test_a_folder_in_no_repository_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)

    status, output = run("compare", str(path))

    assert status == 2
    assert "lies in no git repository" in output


def test_a_version_that_no_longer_reads_is_told_with_its_places(spec: Path) -> None:
    spec.write_text(SPEC.replace("country: ES", "country: XX"))
    git(spec.parent, "commit", "-q", "-a", "-m", "broken")
    spec.write_text(SPEC)

    status, output = run("compare", f"HEAD:{spec}", str(spec))

    assert status == 2
    assert output.startswith("HEAD:p.yaml:8:")
    assert "escp-docs-" not in output


def test_versions_with_nothing_in_common_are_compared_with_a_remark(
    spec: Path, tmp_path: Path
) -> None:
    other = tmp_path / "o.yaml"
    other.write_text(SPEC.replace("id: A", "id: K").replace("coordinator: A", "coordinator: K"))
    text = other.read_text().replace("id: B, country: ES", "id: L, country: DE")
    other.write_text(text.replace("id: C, country: FR", "id: M, country: IT"))

    status, output = run("compare", str(spec), str(other))

    assert status == 1
    assert "the two have no partner in common" in output


def test_other_templates_are_named_and_their_sections(spec: Path, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    shutil.copy(spec, folder / "p.yaml")
    run("template", "copy", "application/impact.md", "--to", str(folder / "templates"))
    (copied,) = (folder / "templates").rglob("impact.md")
    copied.write_text(copied.read_text() + "\nAnd more.\n")

    status, output = run("compare", str(spec), str(folder / "p.yaml"))

    assert status == 1
    assert "the two versions have other templates" in output
    assert "application:" in output


def test_folders_of_documents_are_compared_by_what_they_print(spec: Path, tmp_path: Path) -> None:
    run("build", str(spec), "-o", str(tmp_path / "one"), "-f", "html")
    spec.write_text(NEW)
    run("build", str(spec), "-o", str(tmp_path / "two"), "-f", "html")

    status, output = run("compare", str(tmp_path / "one" / "x"), str(tmp_path / "two" / "x"))

    assert status == 1
    assert "duration in months: 32 is now 31 (project.duration_months)" in output
    assert run("compare", str(tmp_path / "two" / "x"), str(spec))[0] == 0
    assert "32 is now 31" in run("compare", str(tmp_path / "one" / "x"), str(spec))[1]


def test_of_a_folder_each_change_and_each_entry_is_told_once(tmp_path: Path) -> None:
    spec = tmp_path / "shield.yaml"
    shutil.copy(SPECS / "shield-4i.yaml", spec)
    asked = ("-d", "application", "-d", "sheets", "-f", "docx", "-f", "xlsx")
    run("build", str(spec), "-o", str(tmp_path / "out"), *asked)
    text = spec.read_text().replace("city: Brașov", "city: Cluj")
    fourth, fifth = text.index("  - id: R4"), text.index("  - id: R5")
    spec.write_text(text[:fourth] + text[fifth:])

    status, told = run("compare", str(tmp_path / "out" / "shield-4i"), str(spec))

    assert status == 1
    assert told.count("Brașov is now Cluj (consortium.partners[CTC].city)") == 1
    assert 'risk R4 "Users do not come' in told
    assert "now not stated" not in told


def test_a_folder_of_documents_alone_is_no_comparison(spec: Path, tmp_path: Path) -> None:
    run("build", str(spec), "-o", str(tmp_path / "one"), "-f", "html")

    status, output = run("compare", str(tmp_path / "one" / "x"))

    assert status == 2
    assert "name what to compare it with" in output


def test_a_file_is_compared_with_what_was_sent(spec: Path, tmp_path: Path) -> None:
    run("build", str(spec), "-o", str(tmp_path / "out"), "-d", "term-sheet", "-f", "docx", "--send")
    file = tmp_path / "out" / "x" / "term-sheet.docx"

    status, output = run("compare", str(file), str(spec))

    assert status == 0, output
    assert "nothing differs" in output


def test_a_file_that_is_none_of_ours_is_said(spec: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(b"no document")

    status, output = run("compare", str(file), str(spec))

    assert status == 2
    assert "cannot be read" in output


def test_two_documents_are_no_versions(spec: Path, tmp_path: Path) -> None:
    run("build", str(spec), "-o", str(tmp_path / "out"), "-f", "docx")
    application, agreement = (
        str(tmp_path / "out" / "x" / f"{name}.docx")
        for name in ("application", "partnership-agreement")
    )

    status, output = run("compare", application, agreement)

    assert status == 2
    assert "a file is compared with what its spec sent" in output


def test_an_archive_that_is_no_package_is_said(spec: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    file.write_bytes(b"PK\x03\x04 and no more")

    status, output = run("compare", str(file), str(spec))

    assert status == 2
    assert "cannot be read as a package" in output


@pytest.mark.parametrize("inside", ["partnership-agreement.pdf", "keep/package.json"])
def test_a_package_without_a_spec_is_said(spec: Path, tmp_path: Path, inside: str) -> None:
    """Those for the public have documents alone, those for signing say what is in them, too."""
    file = tmp_path / "x-signing-2020-11-20-1.zip"
    with ZipFile(file, "w") as archive:
        archive.writestr(inside, '{"spec": "p.yaml", "files": {}}')

    status, output = run("compare", str(file), str(spec))

    assert status == 2
    assert "holds documents and no spec" in output
    assert output.count("error") == 1


def test_the_json_agrees_with_its_schema(spec: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(NEW.replace("country: ES", "country: IT"))
    schema = json.loads((SPECS / "schemas" / "compare.schema.json").read_text())

    found = json.loads(run("compare", str(spec), str(new), "--format", "json")[1])

    jsonschema.Draft202012Validator(schema).validate(found)
    assert found["facts"][0]["path"] == "project.duration_months"
    assert found["standing"] == ["undecided", "undecided"]


def test_the_page_marks_what_went_and_came_and_nothing_runs_in_it(
    spec: Path, tmp_path: Path
) -> None:
    spec.write_text(SPEC.replace("32}", '32, abstract: "We <b>sail</b>."}'))
    new = tmp_path / "new.yaml"
    new.write_text(SPEC.replace("32}", '32, abstract: "We <script>row</script>."}'))

    page = run("compare", str(spec), str(new), "--format", "html")[1]

    assert "<del>" in page
    assert "<ins>" in page
    assert "<script" not in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nosuch.yaml", "there is no file or folder"),
        ("-", "name what to compare - with"),
        ("HEAD:p.yaml", "name what to compare HEAD:p.yaml with"),
    ],
)
def test_one_name_has_to_be_a_spec_that_is_there(
    spec: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(spec.parent)

    status, output = run("compare", name, text=SPEC)

    assert status == 2
    assert said in output


WORDING = """\
agreement:
  wording:
    - clause: governing-law
      by: B
      status: proposed
      text: This Agreement is governed by the law of Portugal; see [](#effective).
"""


def test_negotiated_words_are_told_against_the_standard_ones(spec: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(SPEC + WORDING)

    _, came = run("compare", str(spec), str(new))
    _, went = run("compare", str(new), str(spec))
    _, plain = run("compare", str(spec), str(new), "--format", "json")
    (text,) = json.loads(plain)["proses"]

    for output in (came, went):
        assert 'wording of clause "' in output
        assert "proposed words of clause " in output
    assert "{+Portugal" in came
    assert "[-Portugal" in went
    assert text["path"] == "agreement.wording[0].text"
    assert text["old"].startswith("This Agreement is governed by the law")
    assert re.search(r"the law of Portugal; see clause\s\d+\.\d+\.$", text["new"])
    assert text["place"]["line"] == len(SPEC.splitlines()) + 3
