"""The command `package`: what was handed in stays as it was."""

import json
import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from escp_docs import api
from escp_docs.packing.drawers import beside_pages
from tests.support.places import SPECS
from tests.support.program import run

DAY = ("--as-of", "2020-11-20")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a spec that was packed once."""
    spec = tmp_path_factory.mktemp("packed") / "s.yaml"
    shutil.copy(SPECS / "shield-4i.yaml", spec)
    status, output = run("package", str(spec), *DAY)
    assert status == 0, output
    return spec


def package_of(spec: Path) -> Path:
    return spec.parent / "s.record" / "packages" / "shield-4i-2020-11-20-1.zip"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_has_three_drawers_and_a_page_that_opens_first(packed: Path) -> None:
    names = list(parts(package_of(packed)))

    assert names[0] == "README.html"
    assert {name.partition("/")[0] for name in names[1:]} == {"submit", "sign", "keep"}
    assert [one for one in names if one.startswith("submit/")] == [
        "submit/1-application.pdf",
        "submit/2-budget.xlsx",
    ]
    assert not any("compliance" in name for name in names)


def test_the_page_says_what_is_in_it_who_signs_and_until_when(packed: Path) -> None:
    page = parts(package_of(packed))["README.html"].decode()

    assert "submit/1-application.pdf" in page
    assert "PTK, GYJK, CTC, AESS" in page
    assert "The call takes it until" in page
    assert "sent to nobody" in page


def test_the_checklist_and_the_summary_know_it(packed: Path) -> None:
    build = ("build", str(packed), "-d", "checklist", "-f", "html", "-o", str(packed.parent), *DAY)
    output = run(*build)[1]
    page = (packed.parent / "shield-4i" / "checklist.html").read_text(encoding="utf-8")

    assert f"what was packed stays in {package_of(packed)}" in output
    assert f"Packed on 20 November 2020, to be handed in: {package_of(packed).name}" in page
    assert "unchanged" in run(*build)[1]


def test_what_goes_into_a_package_says_nothing_of_earlier_ones(packed: Path) -> None:
    options = api.BuildOptions(
        packed.parent / "again",
        ("checklist",),
        ("html",),
        as_of=date(2020, 11, 20),
        final=True,
        packs=True,
    )

    (file,) = api.build(str(packed), options).files

    assert file.path.read_bytes() == parts(package_of(packed))["keep/checklist.html"]


def test_what_is_handed_in_is_pages_and_nothing_else(packed: Path) -> None:
    data = parts(package_of(packed))["submit/1-application.pdf"]

    assert list(beside_pages(data)) == []
    assert len(PdfReader(BytesIO(data)).pages) > 20
    assert list(beside_pages(parts(package_of(packed))["sign/partnership-agreement.pdf"])) == [
        "form fields",
        "comments",
    ]


def test_every_file_has_its_hash_in_the_contents(packed: Path) -> None:
    inside = parts(package_of(packed))
    said = json.loads(inside["keep/package.json"])

    assert set(said["files"]) == set(inside) - {"keep/package.json"}
    assert said["spec"] == "s.yaml"
    assert inside["keep/spec/s.yaml"] == packed.read_bytes()
    assert json.loads(inside["keep/verdict.json"])["verdict"] == "eligible"


def test_nobody_writes_into_a_package_by_accident(packed: Path) -> None:
    assert package_of(packed).stat().st_mode & 0o222 == 0


def test_a_package_is_the_old_version_of_its_spec(packed: Path, tmp_path: Path) -> None:
    spec = tmp_path / "s.yaml"
    spec.write_text(packed.read_text().replace("duration_months: 30", "duration_months: 29"))
    shutil.copytree(packed.parent / "s.record", tmp_path / "s.record")
    package = package_of(spec)

    status, output = run("compare", str(spec))

    assert status in {0, 1}
    assert output.startswith(f"{package} -> {spec}\n")
    assert run("compare", str(package), str(packed))[0] == 0


def test_the_status_says_which_files_were_changed_since_it_was_packed(
    packed: Path, tmp_path: Path
) -> None:
    spec = tmp_path / "s.yaml"
    shutil.copy(packed, spec)
    shutil.copytree(packed.parent / "s.record", tmp_path / "s.record")
    assert "changed since" not in run("status", str(spec))[1]

    spec.write_text(packed.read_text() + "# looked at again\n")

    assert "the spec was changed since: s.yaml;" in run("status", str(spec))[1]
    found = json.loads(run("status", str(spec), "--format", "json")[1])["specs"][0]
    assert found["changed_since"] == ["s.yaml"]
    assert found["package"] == str(package_of(spec))


def test_a_package_that_was_unpacked_and_edited_is_named(packed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(package_of(packed)) as archive:
        archive.extractall(folder)
    assert "not as it was packed" not in run("compare", str(folder), str(packed))[1]
    inside = folder / "keep" / "spec" / "s.yaml"
    inside.write_text(inside.read_text().replace("SHIELD", "SHEILD"))

    output = run("compare", str(folder), str(packed))[1]

    assert f"{folder}: keep/spec/s.yaml is not as it was packed" in output


def test_a_later_build_makes_drafts_and_says_where_the_package_is(
    packed: Path, tmp_path: Path
) -> None:
    before = package_of(packed).read_bytes()
    build = ("build", str(packed), "-d", "budget", "-o", str(tmp_path / "out"))

    for _ in range(2):  # the second time there is nothing to do
        output = run(*build)[1]
        assert f"these are drafts: what was packed stays in {package_of(packed)}" in output
    assert package_of(packed).read_bytes() == before


@pytest.mark.slow
def test_the_same_bytes_are_not_written_twice_and_others_count_on(
    packed: Path, tmp_path: Path
) -> None:
    spec = tmp_path / "s.yaml"
    shutil.copy(packed, spec)
    shutil.copytree(packed.parent / "s.record", tmp_path / "s.record")

    assert "there already" in run("package", str(spec), *DAY)[1]
    spec.write_text(spec.read_text() + "\n# another byte\n")
    assert "shield-4i-2020-11-20-2.zip: written" in run("package", str(spec), *DAY)[1]


def test_while_something_is_open_nothing_is_written(tmp_path: Path) -> None:
    spec = tmp_path / "u.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)

    for option in ((), ("--public",), ("--signing",)):
        status, output = run("package", str(spec), *option)
        assert status == 1
        assert "nothing is written: something is open" in output
    assert not (tmp_path / "u.record" / "packages").exists()


def test_standard_input_has_no_record() -> None:
    status, output = run("package", "-", text="call: x\n")

    assert status == 2
    assert "standard input has no record" in output


@pytest.mark.slow
def test_a_public_edition_that_the_agreement_does_not_speak_of_is_remarked(tmp_path: Path) -> None:
    spec = tmp_path / "s.yaml"
    text = (SPECS / "shield-4i.yaml").read_text()
    spec.write_text(text.replace("public_edition: true", "public_edition: false"))

    output = run("package", str(spec), "--public", *DAY)[1]

    assert "shield-4i-public-2020-11-20-1.zip: written" in output
    assert "agreement.public_edition is not true, so AGR013 objects" in output
    assert run("compare", str(spec))[0] == 2  # a public edition is no version


@pytest.mark.parametrize("options", [("--pages-only",), ("--public", "--signing")])
def test_options_that_do_not_go_together(options: tuple[str, ...]) -> None:
    assert run("package", str(SPECS / "shield-4i.yaml"), *options)[0] == 2


@pytest.mark.parametrize("kind", [(), ("--signing",), ("--signing", "--pages-only")])
def test_words_that_are_only_proposed_are_not_packed(tmp_path: Path, kind: tuple[str, ...]) -> None:
    text = (SPECS / "shield-4i.yaml").read_text(encoding="utf-8")
    words = "wording: [{clause: governing-law, text: Our law., by: AESS, status: proposed}]"
    spec = tmp_path / "s.yaml"
    spec.write_text(text.replace("\nagreement:\n", f"\nagreement:\n  {words}\n"), encoding="utf-8")

    status, output = run("package", str(spec), *kind, *DAY)

    assert status == 1
    assert "words are proposed for the clause 'governing-law', and not settled" in output
    assert not list(tmp_path.rglob("*.zip"))
