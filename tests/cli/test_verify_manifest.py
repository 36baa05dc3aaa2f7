"""`verify`: what a manifest says besides words is compared; its faults are told by their keys."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from escp_docs import api
from escp_docs.build.manifest import digest_of
from escp_docs.errors import UnreadableError
from escp_docs.report import verification
from tests.support.places import SPECS
from tests.support.program import run

SPEC = SPECS / "shield-4i.yaml"
UNREADABLE = 2
Change = Callable[[dict[str, Any]], object]


def verify(folder: Path, *more: str | Path, status: int) -> str:
    try:
        found = api.verify(folder, *more)
    except UnreadableError as error:
        assert status == UNREADABLE
        return str(error)
    assert found.agrees is (status == 0)
    return verification.text(found)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("built")
    build = ("build", str(SPEC), "-o", str(output), "-q", "-d")
    assert run(*build, "term-sheet", "-f", "pdf", "-f", "docx")[0] == 0
    assert run(*build, "application", "-f", "html")[0] == 0
    assert run(*build, "budget")[0] == 0
    return output / "shield-4i"


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """Return a copy that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "shield-4i"))


def changed(folder: Path, change: Change, *, forged: bool = False) -> Path:
    """Change what a manifest says; a forger gives it the digest of that."""
    path = folder / "manifest.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    change(found)
    if forged:
        found["digest"] = digest_of(found)
    path.write_text(json.dumps(found), encoding="utf-8")
    return folder


def setting(*keys: str, to: object) -> Change:
    """Return what sets the value at keys."""

    def change(found: dict[str, Any]) -> None:
        for key in keys[:-1]:
            found = found[key]
        assert found[keys[-1]] != to
        found[keys[-1]] = to

    return change


TERMS = ("files", "term-sheet.pdf")


def test_a_manifest_that_another_program_laid_out_is_as_it_was(folder: Path) -> None:
    assert "every word of them agrees" in verify(changed(folder, dict), status=0)


@pytest.mark.parametrize(
    "change",
    [
        setting("verdict", to="final"),
        setting("draft", to=True),
        setting("acronym", to="OTHER"),
        setting("strand", to=None),
        setting("versions", "weasyprint", to="1.0"),
        setting("inputs", "spec", "shield-4i.yaml", to="0" * 64),
        setting(*TERMS, "pages", to=7),
        setting(*TERMS, "key", to="x"),
        setting(*TERMS, "final", to=True),
        lambda found: found["open"].append({"path": "x", "ask": "A", "question": "What?"}),
        lambda found: found.pop("digest"),
    ],
)
def test_whatever_is_changed_by_hand_is_no_longer_what_was_digested(
    folder: Path, change: Change
) -> None:
    told = verify(changed(folder, change), status=1)

    assert "manifest.json: error " in told
    assert "it was changed since it was built" in told
    assert "of 5 files do" in told


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (setting("draft", to=True), "draft is true; by each of its files it is false"),
        (setting("date", to="2020-01-02"), "date is '2020-01-02'; by its files it is '20"),
        (
            setting("acronym", to="OTHER"),
            "acronym is 'OTHER'; by the heads of its pages it is 'SHIELD-4i'",
        ),
        (
            setting(*TERMS, "draft", to=True),
            "files[term-sheet.pdf].draft is true; by its words it is false",
        ),
        (
            setting(*TERMS, "final", to=True),
            "files[term-sheet.pdf].final is true; by its words it is false",
        ),
        (
            setting(*TERMS, "document", to="application"),
            "files[term-sheet.pdf].document is 'application'; by its words it is 'term-sheet'",
        ),
        (setting(*TERMS, "pages", to=7), "it has 2 pages, and by the manifest 7"),
        (setting(*TERMS, "bytes", to=7), " bytes, and by the manifest 7"),
        (
            lambda found: found["files"]["application.html"]["sections"][1].update(title="Else"),
            "].title is 'Else'; by its words it is '",
        ),
        (
            lambda found: found["files"]["budget.xlsx"]["sections"].pop(),
            "files[budget.xlsx].sections is '",
        ),
    ],
)
def test_a_forger_is_told_by_the_files(folder: Path, change: Change, message: str) -> None:
    told = verify(changed(folder, change, forged=True), status=1)

    assert message in told
    assert "digest" not in told


def other_words(found: dict[str, Any]) -> None:
    """Let an entry lead to words that are not those of its document."""
    one, other = found["files"]["term-sheet.pdf"], found["files"]["application.html"]
    one["text"] = other["text"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (setting("verdict", to="ineligible"), "verdict is 'ineligible'; by the spec it is 'elig"),
        (setting("strand", to=None), "strand is null; by the spec it is 'B'"),
        (setting("call", to="another"), "call is 'another'; by the spec it is 'cos-clusint-2020"),
        (
            setting(*TERMS, "values", "project.acronym", to="x"),
            "files[term-sheet.pdf].values[project.acronym] is not what the spec has there",
        ),
        (
            lambda found: found["files"]["application.html"]["sections"][0].update(words=1),
            "files[application.html].sections[0] is not what the spec has there",
        ),
        (other_words, "files[term-sheet.pdf].text leads to other words than the spec has"),
    ],
)
def test_a_forger_is_told_by_the_spec(folder: Path, change: Change, message: str) -> None:
    assert message in verify(changed(folder, change, forged=True), SPEC, status=1)


def test_a_single_file_is_not_believed_by_a_manifest_that_was_changed(folder: Path) -> None:
    changed(folder, setting("verdict", to="final"))

    told = verify(folder / "term-sheet.pdf", status=1)
    assert "manifest.json: error the digest is not that of all that it says" in told
    assert "term-sheet.pdf: error" not in told


def test_what_is_nested_too_deep_is_not_what_was_written(folder: Path) -> None:
    deep = "[" * 900 + "]" * 900

    told = verify(
        changed(folder, lambda found: found["texts"].update(x=json.loads(deep))), status=1
    )
    assert "the digest is not that of all that it says" in told


# --- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["/etc/passwd.pdf", "../x.pdf", "a/../../x.pdf", "..\\x.pdf", "C:\\x.pdf", "C:x.pdf"]
)
def test_a_name_that_leads_out_of_the_folder_is_named(folder: Path, name: str) -> None:
    def change(found: dict[str, Any]) -> None:
        found["files"][name] = found["files"]["term-sheet.pdf"]

    told = verify(changed(folder, change, forged=True), status=1)

    assert f"(files[{name}] leads out of the folder)" in told
    assert "1 of 5 files does not agree" in told


def test_a_file_behind_a_link_is_not_looked_for(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "term-sheet.pdf").rename(tmp_path / "elsewhere" / "term-sheet.pdf")
    (folder / "away").symlink_to(tmp_path / "elsewhere")

    def change(found: dict[str, Any]) -> None:
        entry = found["files"].pop("term-sheet.pdf")
        found["files"]["away/term-sheet.pdf"] = {**entry, "document": "away/term-sheet"}

    told = verify(changed(folder, change, forged=True), status=1)

    assert "away/term-sheet.pdf: error is not looked for behind away, which is a link" in told
    assert "away: note: the manifest does not know it, and it is no regular file" in told


# --- what is wrong with one, by its key ----------------------------------------------------------


def test_a_manifest_of_another_version_says_who_can_read_it(folder: Path) -> None:
    told = verify(changed(folder, setting("manifest_version", to=3)), status=2)

    assert "manifest_version is 3, and this program reads 4" in told
    assert "build the documents again, or read it with escp-docs 0." in told


def test_one_that_is_cut_short_says_where(folder: Path) -> None:
    path = folder / "manifest.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) // 2], encoding="utf-8")
    line = text[: len(text) // 2].count("\n") + 1

    told = verify(folder, status=2)
    assert f"manifest.json cannot be read as a manifest: it is cut short in line {line}" in told
    assert "build the documents again" in told


def test_all_that_is_wrong_is_told_at_once_each_with_its_key(folder: Path) -> None:
    def change(found: dict[str, Any]) -> None:
        found |= {"verdickt": "x", "colour": "x", "draft": "no", "date": "soon"}
        del found["call"], found["verdict"]
        found["files"]["term-sheet.pdf"]["pages"] = "two"

    told = verify(changed(folder, change), status=2)

    for fault in (
        "'verdickt' is no key of it",
        "did you mean 'verdict'?",
        "'colour' is no key of it",
        "the key call is missing",
        "the key verdict is missing",
        "draft: expected true or false, got text",
        "date: invalid RFC3339",
    ):
        assert fault in told


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (setting(*TERMS, "pages", to="two"), ".pages: expected a whole number or null, got text"),
        (setting(*TERMS, "format", to="odt"), ".format: invalid enum value 'odt'"),
        (
            lambda found: found["files"]["term-sheet.pdf"].update(colour="x"),
            ": object contains unknown field `colour`",
        ),
        (
            lambda found: found["files"]["term-sheet.pdf"].pop("bytes"),
            ": object missing required field `bytes`",
        ),
    ],
)
def test_an_entry_that_cannot_be_trusted_says_at_which_key(
    folder: Path, change: Change, fault: str
) -> None:
    told = verify(changed(folder, change), status=1)

    said = "term-sheet.pdf: error the manifest does not say what it says (files[term-sheet.pdf]"
    assert f"{said}{fault}" in told
    assert "fix: build the documents again" in told
