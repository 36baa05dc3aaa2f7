"""Documents made for each partner or target: what they are called, and how one asks for them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from escp_docs.cli import main
from escp_docs.compose import document_types
from escp_docs.compose.document_types import DocumentType, Each, named, requests
from escp_docs.document import Numbering
from tests.support.reading import HEAD, spec

MANDATE = DocumentType(
    "letters/mandate", Numbering.NONE, ("html", "docx"),
    Each.PARTNER_BUT_COORDINATOR, "letters/{}-mandate",
)  # fmt: skip
INTENT = DocumentType(
    "letters/intent", Numbering.NONE, ("html",), Each.PARTNER, "letters/{}-intent"
)
MEMORANDUM = DocumentType(
    "letters/memorandum", Numbering.NONE, ("html",),
    Each.ORGANISATION, "letters/memorandum-{}",
)  # fmt: skip
SPEC = """\
project: {acronym: X}
consortium: {coordinator: A, partners: [{id: A}, {id: B}, {id: c.d}]}
target_countries:
  - {country: CA, international_partners: [{name: One}, {name: Two}]}
  - {region: Gulf States}
  - {region: gulf-states}
"""


@pytest.fixture(autouse=True)
def _table(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {kind.name: kind for kind in (MANDATE, INTENT, MEMORANDUM)}
    monkeypatch.setattr(document_types, "DOCUMENT_TYPES", table)


def build(folder: Path, partners: str, *arguments: str) -> str:
    (folder / "templates" / "letters").mkdir(parents=True, exist_ok=True)
    for kind in ("mandate", "intent"):
        text = f"# {kind.capitalize()}\n\n{{{{ subject.id }}}} of {{{{ project.acronym }}}}.\n"
        (folder / "templates" / "letters" / f"{kind}.md").write_text(text)
    path = folder / "x.yaml"
    path.write_text(
        f"{HEAD}project: {{acronym: X}}\nconsortium: {{coordinator: A, partners: {partners}}}\n"
    )
    made = CliRunner().invoke(main, ["build", str(path), "-o", str(folder / "out"), *arguments])
    assert made.exit_code == 0, made.output
    return made.output


def test_each_partner_and_target_has_its_own() -> None:
    assert list(requests(spec(SPEC).spec)) == [
        "letters/B-mandate",
        "letters/c.d-mandate",
        "letters/A-intent",
        "letters/B-intent",
        "letters/c.d-intent",
        "letters/memorandum-CA-1",
        "letters/memorandum-CA-2",
        "letters/memorandum-Gulf-States-1",
        "letters/memorandum-gulf-states-2-1",
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("letters/B-intent", 1),
        ("letters/intent", 3),
        ("letters", 9),
        ("letters/", 9),
        ("letters/A-mandate", 0),
        ("letter", 0),
    ],
)
def test_a_name_stands_for_a_document_a_kind_or_a_folder(name: str, found: int) -> None:
    assert len(named(name, spec(SPEC).spec)) == found


def test_the_coordinator_mandates_nobody(tmp_path: Path) -> None:
    build(tmp_path, "[{id: A}, {id: B}]", "-d", "letters/mandate", "-d", "letters/B-intent")

    letters = tmp_path / "out" / "x" / "letters"
    assert sorted(one.name for one in letters.iterdir()) == ["B-intent.html", "B-mandate.html"]
    words = re.sub("<[^>]*>", "", (letters / "B-mandate.html").read_text())
    assert "B of X." in words


def test_a_format_that_only_some_of_a_folder_have_leaves_the_others_out(tmp_path: Path) -> None:
    build(tmp_path, "[{id: A}, {id: B}]", "-d", "letters", "-f", "docx")

    made = sorted(one.name for one in (tmp_path / "out" / "x" / "letters").iterdir())
    assert made == ["B-mandate.docx"]


def test_a_name_that_the_spec_does_not_have_is_refused_with_the_nearest(tmp_path: Path) -> None:
    build(tmp_path, "[{id: A}, {id: B}]", "-d", "letters")
    done = CliRunner().invoke(
        main, ["build", str(tmp_path / "x.yaml"), "-d", "letters/A-mandate", "-o", str(tmp_path)]
    )

    assert done.exit_code == 2
    assert "did you mean letters/B-mandate?" in done.output


def test_the_letter_of_a_partner_that_left_is_removed_and_an_edited_one_kept(
    tmp_path: Path,
) -> None:
    build(tmp_path, "[{id: A}, {id: B}, {id: C}]", "-d", "letters")
    letters = tmp_path / "out" / "x" / "letters"
    (letters / "B-intent.html").write_text("mine")

    told = build(tmp_path, "[{id: A}]", "-d", "letters")

    assert sorted(one.name for one in letters.iterdir()) == [
        "A-intent.html",
        "B-intent.edited-1.html",
    ]
    assert (letters / "B-intent.edited-1.html").read_text() == "mine"
    assert told.count("removed: the spec has no such document") == 4
    manifest = json.loads((letters.parent / "manifest.json").read_text())
    assert list(manifest["files"]) == ["letters/A-intent.html"]


def test_a_manifest_from_elsewhere_removes_nothing_outside_its_folder(tmp_path: Path) -> None:
    build(tmp_path, "[{id: A}]", "-d", "letters")
    home = tmp_path / "out" / "x"
    manifest = json.loads((home / "manifest.json").read_text())
    entry = manifest["files"]["letters/A-intent.html"] | {"document": "letters/Z-intent"}
    manifest["files"] = {"../outside.txt": entry, str(tmp_path / "far.txt"): entry}
    (home / "manifest.json").write_text(json.dumps(manifest))
    for name in ("out/outside.txt", "far.txt"):
        (tmp_path / name).write_text("stay")

    build(tmp_path, "[{id: A}]", "-d", "letters", "--force")

    assert (tmp_path / "out" / "outside.txt").read_text() == "stay"
    assert (tmp_path / "far.txt").read_text() == "stay"


def test_a_kind_that_the_spec_has_nobody_for_is_no_fault(tmp_path: Path) -> None:
    build(tmp_path, "[{id: A}]", "-d", "letters/mandate")

    assert [one.name for one in (tmp_path / "out" / "x").iterdir()] == ["manifest.json"]
