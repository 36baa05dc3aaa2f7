"""The command `signed`: whose signatures came back, over what, and who has still to sign."""

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader, PdfWriter

from tests.support.places import SPECS
from tests.support.program import run
from tests.support.signing import signed, signer

AGREEMENT = "partnership-agreement.pdf"
SCHEMA = json.loads((SPECS / "schemas" / "signed.schema.json").read_text())


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a spec of which pages to sign were packed."""
    folder = tmp_path_factory.mktemp("signing")
    shutil.copy(SPECS / "shield-4i.yaml", folder / "s.yaml")
    status, output = run(
        "package", str(folder / "s.yaml"), "--signing", "--pages-only", "--as-of", "2020-11-20"
    )
    assert status == 0, output
    return folder


@pytest.fixture
def spec(ready: Path, tmp_path: Path) -> Path:
    """Return a spec of one's own, with its packages."""
    shutil.copytree(ready, tmp_path / "own")
    return tmp_path / "own" / "s.yaml"


def packed(spec: Path) -> dict[str, bytes]:
    """Return what was packed last."""
    path = max((spec.parent / "s.record" / "packages").glob("*-signing-*.zip"))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def page(spec: Path, party: str) -> bytes:
    """Return the page that a party signs."""
    found = packed(spec)
    return next(
        data for name, data in found.items() if name.endswith(f"-{party}/signature-page.pdf")
    )


def came(spec: Path, name: str, data: bytes) -> tuple[int, str]:
    """Take a file in, and return status and output."""
    path = spec.parent / name
    path.write_bytes(data)
    return run("signed", str(spec), str(path))


def test_who_signed_when_and_what_is_open(spec: Path) -> None:
    by = signer("Kärt Õunapuu")[0]

    status, output = came(spec, "ptk.pdf", signed(page(spec, "PTK"), by=by))

    assert status == 1
    assert f"-ptk.pdf: signed, {AGREEMENT} of shield-4i-signing-2020-11-20-1.zip" in output
    assert "sig-PTK-1: Kärt Õunapuu for PTK, 20" in output
    assert "intact; the certificate claims no level (no trusted list was looked up)" in output
    assert f"{AGREEMENT}: signed 1 of 4; open: GYJK, CTC, AESS" in output


def test_counterparts_are_taken_together_and_status_knows(spec: Path) -> None:
    for party in ("PTK", "AESS"):
        came(spec, f"{party}.pdf", signed(page(spec, party)))

    status = run("status", str(spec))[1]
    found = json.loads(run("status", str(spec), "--format", "json")[1])["specs"][0]

    assert f"{AGREEMENT}: signed 2 of 4; open: GYJK, CTC" in status
    assert found["signatures"][0]["open"] == ["GYJK", "CTC"]
    built = run("build", str(spec), "-d", "checklist", "-f", "html", "-o", str(spec.parent))[1]
    assert "the agreement is signed 2 of 4; open: GYJK, CTC" in built
    page_ = (spec.parent / "shield-4i" / "checklist.html").read_text(encoding="utf-8")
    assert page_.count("Has signed the Partnership Agreement") == 2
    assert page_.count("Signs the Partnership Agreement:") == 2
    kept = sorted(one.name[7:] for one in (spec.parent / "s.record" / "signed").glob("*.pdf"))
    assert kept == ["AESS.pdf", "PTK.pdf"]


def test_when_all_have_signed_all_the_status_is_0(spec: Path) -> None:
    files = []
    for name, data in packed(spec).items():
        if name.endswith(("signature-page.pdf", "mandate.pdf")):
            path = spec.parent / name.replace("/", "-")
            path.write_bytes(signed(data))
            files.append(str(path))

    status, output = run("signed", str(spec), *files)

    assert status == 0, output
    assert f"{AGREEMENT}: signed 4 of 4\n" in output


@pytest.mark.slow
def test_one_file_with_the_signatures_of_all(spec: Path) -> None:
    data = signed(packed(spec)[AGREEMENT])

    output = came(spec, "all.pdf", data)[1]

    assert f"{AGREEMENT}: signed 4 of 4\n" in output


def test_a_file_that_was_changed_after_signing_is_said(spec: Path) -> None:
    data = signed(page(spec, "PTK"))
    at = data.index(b"stream") + 20

    status, output = came(spec, "ptk.pdf", data[:at] + b"X" + data[at + 1 :])

    assert status == 1
    assert "changed after signing" in output
    assert "what was signed is not as it was" in output
    assert "signed 0 of 4" in output


def test_a_page_that_was_added_after_signing_is_said(spec: Path) -> None:
    writer = PdfWriter(BytesIO(signed(page(spec, "PTK"))), incremental=True)
    writer.add_blank_page(200, 200)
    buffer = BytesIO()
    writer.write(buffer)

    output = came(spec, "ptk.pdf", buffer.getvalue())[1]

    assert "changed after it was signed" in output
    assert "signed 0 of 4" in output


@pytest.mark.slow
def test_a_signature_over_another_version_is_said(spec: Path) -> None:
    old = signed(page(spec, "PTK"))
    spec.write_text(spec.read_text().replace("notice_days: 30", "notice_days: 35"))
    before = packed(spec)
    run("package", str(spec), "--signing", "--pages-only", "--as-of", "2020-11-20")
    assert packed(spec) != before

    output = came(spec, "ptk.pdf", old)[1]

    assert "another version" in output
    assert "signed 0 of 4" in output


def test_from_the_packing_on_it_is_known_who_has_to_sign(spec: Path) -> None:
    status = run("status", str(spec))[1]
    found = json.loads(run("status", str(spec), "--format", "json")[1])["specs"][0]
    built = run("build", str(spec), "-d", "checklist", "-f", "html", "-o", str(spec.parent))[1]
    page_ = (spec.parent / "shield-4i" / "checklist.html").read_text(encoding="utf-8")

    assert f"{AGREEMENT}: signed 0 of 4; open: PTK, GYJK, CTC, AESS" in status
    assert found["signatures"][0]["open"] == ["PTK", "GYJK", "CTC", "AESS"]
    assert "the agreement is signed 0 of 4" in built
    assert "The Partnership Agreement as it was packed: 0 of 4 signed" in page_


def test_who_signed_is_named_when_something_else_is_packed(spec: Path) -> None:
    again = ("package", str(spec), "--signing", "--pages-only", "--as-of", "2020-11-20")
    came(spec, "ptk.pdf", signed(page(spec, "PTK")))

    same = run(*again)[1]
    spec.write_text(spec.read_text().replace("notice_days: 30", "notice_days: 35"))
    other = run(*again)[1]
    once_more = run(*again)[1]

    assert "remark" not in same + once_more
    assert (
        f"remark: PTK signed {AGREEMENT} of shield-4i-signing-2020-11-20-1.zip, and that does not "
        "hold for shield-4i-signing-2020-11-20-2.zip; ask for a new signature" in other
    )
    assert "signed 0 of 4; open: PTK, GYJK, CTC, AESS" in run("status", str(spec))[1]


def test_what_was_signed_is_another_version_once_something_else_is_packed(spec: Path) -> None:
    came(spec, "ptk.pdf", signed(page(spec, "PTK")))
    spec.write_text(spec.read_text().replace("notice_days: 30", "notice_days: 35"))
    run("package", str(spec), "--signing", "--pages-only", "--as-of", "2020-11-20")

    output = came(spec, "aess.pdf", signed(page(spec, "AESS")))[1]

    assert "something else was packed since" in output
    assert "signed 1 of 4; open: PTK, GYJK, CTC" in output


def test_certificates_that_are_expired_self_signed_or_of_other_people_are_said(
    spec: Path,
) -> None:
    by = signer("Somebody Else", issuer="An authority", days=(-30, -10))[0]

    output = came(spec, "ptk.pdf", signed(page(spec, "PTK"), by=by))[1]

    assert "the certificate did not hold at that time" in output
    assert "the spec names nobody 'Somebody Else' there" in output
    assert "issued himself" not in output
    assert (
        "a certificate that its owner issued himself"
        in (came(spec, "ctc.pdf", signed(page(spec, "CTC")))[1])
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b"PK\x03\x04junk", "it is no PDF and no picture"),
        (bytes(range(256)) * 40, "it is no PDF and no picture"),
        (b"%PDF-1.7\n" + b"\x00" * 900, "it is a PDF without its end"),
    ],
)
def test_what_can_be_no_signed_paper_is_refused_and_not_kept(
    data: bytes, said: str, spec: Path
) -> None:
    status, output = came(spec, "junk.pdf", data)

    assert status == 2
    assert said in output
    assert not [*spec.parent.rglob("*-junk.pdf")]


def test_a_scan_or_a_flattened_file_is_received_and_never_signed(spec: Path) -> None:
    flat = PdfWriter(clone_from=PdfReader(BytesIO(page(spec, "PTK"))))
    buffer = BytesIO()
    flat.write(buffer)

    for name, data in (("scan.png", b"\x89PNG\r\n\x1a\n"), ("flat.pdf", buffer.getvalue())):
        status, output = came(spec, name, data)
        assert status == 1
        assert "received, cannot be verified" in output
        assert "signed 0 of 4" in output


def test_a_mandate_is_signed_too(spec: Path) -> None:
    output = came(spec, "mandate.pdf", signed(packed(spec)["2-GYJK/mandate.pdf"]))[1]

    assert "letters/GYJK-mandate.pdf: signed 1 of 1" in output


def test_a_signed_file_that_is_nothing_of_ours_is_said(spec: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = BytesIO()
    writer.write(buffer)

    output = came(spec, "other.pdf", signed(buffer.getvalue(), "sig-PTK-1"))[1]

    assert "another version" in output
    assert "its text is that of nothing that was packed" in output
    assert "signed 0 of 4" in output


def test_the_json_agrees_with_its_schema(spec: Path) -> None:
    path = spec.parent / "ptk.pdf"
    path.write_bytes(signed(page(spec, "PTK")))

    found = json.loads(run("signed", str(spec), str(path), "--format", "json")[1])

    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert found["documents"][0]["open"] == ["GYJK", "CTC", "AESS"]


def test_what_cannot_be_read_is_status_2_and_nothing_is_kept(spec: Path) -> None:
    status, output = run("signed", str(spec), str(spec.parent / "nosuch.pdf"))

    assert status == 2
    assert "there is no such file" in output
    kept = [one.name for one in (spec.parent / "s.record" / "signed").iterdir()]
    assert kept == ["signatures.json"]


def test_before_anything_is_packed_it_says_what_to_do(tmp_path: Path) -> None:
    spec = tmp_path / "s.yaml"
    shutil.copy(SPECS / "shield-4i.yaml", spec)

    status, output = run("signed", str(spec), str(spec))

    assert status == 2
    assert "--signing` makes what is signed" in output
