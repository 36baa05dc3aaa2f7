"""`build`: what it writes, what it refuses, and that nothing is ever lost."""

import errno
import hashlib
import json
import os
from pathlib import Path

import pytest

from escp_docs.build.options import STATE
from escp_docs.compose.document_types import DOCUMENT_TYPES, Each
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.reading import HEAD, PROJECT

FAST = ("-d", "application", "-f", "html")


def built(tmp_path: Path, *more: str, spec: str = "shield-4i.yaml") -> tuple[int, str]:
    return run("build", str(SPECS / spec), "-o", str(tmp_path), *FAST, *more)


def product(tmp_path: Path) -> Path:
    return tmp_path / "shield-4i" / "application.html"


def test_documents_and_manifest_are_written_and_told(tmp_path: Path) -> None:
    status, output = built(tmp_path)

    manifest = json.loads((tmp_path / "shield-4i" / "manifest.json").read_text())
    entry = manifest["files"]["application.html"]
    assert status == 0
    assert "shield-4i.yaml: eligible, nothing open" in output
    assert str(product(tmp_path)) in output
    assert entry["sha256"] == hashlib.sha256(product(tmp_path).read_bytes()).hexdigest()
    assert entry["values"]["project.acronym"] == "SHIELD-4i"
    assert sorted(path.name for path in product(tmp_path).parent.iterdir()) == [
        "application.html",
        "manifest.json",
    ]


def test_a_second_build_makes_nothing_again_and_a_forced_one_the_same_bytes(
    tmp_path: Path,
) -> None:
    built(tmp_path)
    first = product(tmp_path).read_bytes()
    manifest = (product(tmp_path).parent / "manifest.json").read_bytes()

    assert "unchanged" in built(tmp_path)[1]
    assert "unchanged" not in built(tmp_path, "--force")[1]
    assert product(tmp_path).read_bytes() == first
    assert (product(tmp_path).parent / "manifest.json").read_bytes() == manifest


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_an_edited_document_is_kept(tmp_path: Path, more: tuple[str, ...]) -> None:
    built(tmp_path)
    product(tmp_path).write_bytes(b"mine")

    _, output = built(tmp_path, *more)

    kept = product(tmp_path).with_name("application.edited-1.html")
    assert kept.read_bytes() == b"mine"
    assert str(kept) in output
    assert product(tmp_path).read_bytes() != b"mine"

    product(tmp_path).write_bytes(b"mine again")
    built(tmp_path)
    assert product(tmp_path).with_name("application.edited-2.html").read_bytes() == b"mine again"
    assert kept.read_bytes() == b"mine"


def test_a_file_that_was_there_before_is_kept_too(tmp_path: Path) -> None:
    product(tmp_path).parent.mkdir()
    product(tmp_path).write_bytes(b"theirs")

    built(tmp_path)

    assert product(tmp_path).with_name("application.edited-1.html").read_bytes() == b"theirs"


def test_final_refuses_while_something_is_open_and_writes_nothing(tmp_path: Path) -> None:
    status, output = built(tmp_path, "--final", spec="unfinished.yaml")

    assert status == 1
    assert "nothing is written" in output
    assert "ask PT4" in output
    assert not list(tmp_path.iterdir())


def test_final_refuses_an_open_spec_before_anything_is_composed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("escp_docs.build.one_spec.plan", None)

    status, output = built(tmp_path, "--final", "--all", "-j", "1", spec="unfinished.yaml")

    assert status == 1
    assert "181 facts missing (59 that rules ask for), 51 not confirmed" in output


def test_a_plain_build_says_that_it_replaces_final_files(tmp_path: Path) -> None:
    checklist = ("-d", "checklist", "-f", "html")
    _, final = built(tmp_path, *checklist, "--final")
    _, plain = built(tmp_path, *checklist)
    _, again = built(tmp_path, *checklist)

    assert "93 facts not confirmed" in final
    assert "it replaces the final file; `escp-docs build --final` makes that again" in plain
    assert "replaces" not in final + again


def test_final_writes_what_has_nothing_open(tmp_path: Path) -> None:
    assert built(tmp_path, "--final")[0] == 0
    assert "DRAFT" not in product(tmp_path).read_text()


def test_a_draft_says_so(tmp_path: Path) -> None:
    built(tmp_path, spec="unfinished.yaml")

    assert "DRAFT" in (tmp_path / "soil-4i" / "application.html").read_text()


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)
    before = {path: path.read_bytes() for path in product(tmp_path).parent.iterdir()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    status, output = built(tmp_path, "--force", "--as-of", "2020-11-21")

    assert status == 3
    assert "no space left on device" in output
    assert {path: path.read_bytes() for path in product(tmp_path).parent.iterdir()} == before
    assert list((tmp_path / STATE / "shield-4i").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "shield-4i").write_text("a file")

    status, output = built(tmp_path)

    assert status == 3
    assert "cannot be written" in output


def test_two_specs_with_one_folder_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + "project: {acronym: Same One}\n")
    (tmp_path / "b.yaml").write_text(HEAD + "project: {acronym: same-one}\n")

    status, output = run(
        "build", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), "-o", str(tmp_path / "out")
    )

    assert status == 2
    assert "both write the folder same-one" in output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-d", "aplication"), "did you mean application"),
        (("-f", "odt"), "there is no format"),
        (("--as-of", "tomorrow"), "not a date"),
        (("--templates", "/nowhere"), "does not exist"),
    ],
)
def test_wrong_arguments_have_status_2(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, output = run("build", str(SPECS / "shield-4i.yaml"), "-o", str(tmp_path), *arguments)

    assert status == 2
    assert words in output


def test_ones_own_template_wins_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "templates" / "application").mkdir(parents=True)
    (tmp_path / "templates" / "application" / "impact.md").write_text("## Our own words\n")
    (tmp_path / "spec.yaml").write_text((SPECS / "shield-4i.yaml").read_text())

    run("build", str(tmp_path / "spec.yaml"), "-o", str(tmp_path / "out"), *FAST)

    text = (tmp_path / "out" / "shield-4i" / "application.html").read_text()
    assert "Our own words" in text
    assert "List of Participants" in text


def test_a_broken_template_has_status_2_and_its_place(tmp_path: Path) -> None:
    (tmp_path / "application").mkdir()
    (tmp_path / "application" / "impact.md").write_text("## Impact\n\n{{ strategy.impakt }}\n")

    status, output = built(tmp_path / "out", "--templates", str(tmp_path))

    assert status == 2
    assert "application/impact.md:3:1" in output
    assert "did you mean 'impact'" in output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("environment", "arguments", "shown"),
    [
        ({}, (), "20 November 2020"),
        ({"SOURCE_DATE_EPOCH": "1606000000"}, (), "21 November 2020"),
        ({"SOURCE_DATE_EPOCH": "1606000000"}, ("--as-of", "2020-11-25"), "25 November 2020"),
    ],
)
def test_the_printed_date(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: tuple[str, ...],
    shown: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    built(tmp_path, *arguments, spec="wave-4i")

    assert shown in (tmp_path / "wave-4i" / "application.html").read_text()


def test_odd_values_make_a_document_in_every_format(tmp_path: Path) -> None:
    odd = "x" * 10_000 + " ]]> \\ue000 \\U0001F30A שלום <script>alert(1)</script> & \\u202e"
    (tmp_path / "spec.yaml").write_text(
        HEAD + PROJECT.replace("}", f', title: "{odd}"}}') + 'strategy: {vision: "' + odd + '"}\n'
    )

    status, _ = run("build", str(tmp_path / "spec.yaml"), "-o", str(tmp_path / "out"), "--all")

    assert status == 0
    home = tmp_path / "out" / "x"
    made = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    whole = [kind for kind in DOCUMENT_TYPES.values() if kind.each is Each.PARTNERSHIP]
    assert made == {"manifest.json", *(f"{k.name}.{one}" for k in whole for one in k.formats)}
    assert "<script>alert(1)" not in (tmp_path / "out" / "x" / "application.html").read_text()


def test_the_depfile_names_spec_call_and_templates(tmp_path: Path) -> None:
    built(tmp_path, "--depfile")

    text = (product(tmp_path).parent / "documents.d").read_text()
    rule = text[: text.index("\n\n")]
    for name in ("specs/shield-4i.yaml", "cos-clusint-2020-3-01.yaml", "application/impact.md"):
        assert name in rule
    assert "\n" + rule.split(": ", 1)[1].split(" ")[0] + ":" in text
