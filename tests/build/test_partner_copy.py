"""`build --for`: nothing that is another partner's own, in no part of any file; all sums stay."""

import base64
import email
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from escp_docs import api
from escp_docs.model.figures import figures
from escp_docs.model.partner_copy import partner_copy
from tests.support.places import EXAMPLES, SPECS
from tests.support.program import run

# What is planted in the entries of CMA, and what stands for it in every file.
PLANTED = {
    "consortium.partners[CMA].contact.name": "Quirinus Zorblatt",
    "consortium.partners[CMA].contact.email": "zorblatt@planted.example",
    "consortium.partners[CMA].contact.phone": "+351 777 313 777",
    "consortium.partners[CMA].key_staff[0].name": "Hieronyma Vexley",
    "consortium.partners[CMA].key_staff[0].experience": "raised krakens for Vexley and Sons",
    "budget.person_month_eur.CMA": "4187.31",
    "budget.costs[0].description": "planted zeppelin charter",
    "budget.costs[0].unit_cost_eur": "913.57",
    "budget.own_contributions[0].source": "planted dowry of an aunt",
}
_WORDS = (*PLANTED.values(), "4,187.31")


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "wave")
    spec = tmp_path / "wave"
    found = api.open_spec(spec).spec
    assert (found.budget.costs or ())[0].partner == "CMA"
    values = [f"{key}={value}" for key, value in PLANTED.items() if "own_contr" not in key]
    status, told = run("set", str(spec), *values)
    assert status == 0, told
    if found.budget.own_contributions and found.budget.own_contributions[0].partner == "CMA":
        key = "budget.own_contributions[0].source"
        assert run("set", str(spec), f"{key}={PLANTED[key]}")[0] == 0
    return spec


def decoded(path: Path) -> Iterator[str]:
    """Yield every part of a file, as far as it can be decoded, also parts of parts."""
    yield from _decoded(path.read_bytes())


def _decoded(data: bytes) -> Iterator[str]:  # noqa: C901  # a case for each kind of file
    text = data.decode("utf-8", "replace")
    yield text
    yield re.sub(r"<[^>]*>", "", text)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as file:
            yield " ".join(file.namelist())
            for name in file.namelist():
                yield from _decoded(file.read(name))
    elif data.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(data))
        yield " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
        yield str(reader.metadata)
        for several in reader.attachments.values():
            for one in several:
                yield from _decoded(one)
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            try:
                yield zlib.decompress(stream).decode("latin-1")
            except zlib.error:
                yield stream.decode("latin-1")
    elif data.startswith(b"X-Unsent"):
        for part in email.message_from_bytes(data, policy=default).walk():
            if not part.is_multipart():
                payload = part.get_payload(decode=True)
                yield from _decoded(payload if isinstance(payload, bytes) else b"")
    for found in re.findall(r"base64,([A-Za-z0-9+/=]+)", text):
        yield base64.b64decode(found + "==").decode("utf-8", "replace")


def _found(folder: Path) -> dict[str, set[str]]:
    """Return the planted words in each file of a folder."""
    found: dict[str, set[str]] = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        whole = "\n".join(decoded(path))
        some = {word for word in _WORDS if word in whole}
        if some:
            found[str(path.relative_to(folder))] = some
    return found


def test_nothing_of_others_is_in_any_part_of_a_copy(wave: Path, tmp_path: Path) -> None:
    documents = ("application", "partnership-agreement", "budget", "sheets", "questionnaires")
    formats = ("docx", "pdf", "html", "xlsx", "csv", "json")
    asked = [word for one in (*documents, "term-sheet") for word in ("-d", one)]
    asked += [word for one in formats for word in ("-f", one)]
    plain = run("build", str(wave), *asked, "-o", str(tmp_path / "out"))
    assert plain[0] == 0, plain[1]
    controls = set().union(*_found(tmp_path / "out").values())
    assert {"Quirinus Zorblatt", "Hieronyma Vexley", "planted zeppelin charter"} <= controls
    assert any(word in controls for word in ("4187.31", "4,187.31"))
    shutil.rmtree(wave / "record")

    status, told = run("build", str(wave), *asked, "--for", "BKTM", "-o", str(tmp_path / "copy"))

    assert status == 0, told
    home = tmp_path / "copy/wave-4i/for-BKTM"
    assert (home / "manifest.json").is_file()
    assert sorted(one.name for one in (home / "sheets").iterdir()) == ["BKTM.csv", "BKTM.xlsx"]
    assert _found(tmp_path / "copy") == {}
    assert _found(wave / "record") == {}
    assert run("verify", str(home))[0] == 0


@pytest.mark.parametrize("name", EXAMPLES)
def test_totals_and_shares_stay(name: str) -> None:
    spec = api.open_spec(SPECS / EXAMPLES[name]).spec
    whole = figures(spec)
    for partner in spec.partners:
        copy = figures(partner_copy(spec, partner.id, "left out").spec)
        assert (copy.total, copy.grant, copy.own) == (whole.total, whole.grant, whole.own)
        assert [
            (one.partner, one.total, one.eligible, one.grant, one.own, one.share, one.person_months)
            for one in copy.partners
        ] == [
            (one.partner, one.total, one.eligible, one.grant, one.own, one.share, one.person_months)
            for one in whole.partners
        ]


def test_a_copy_comes_back_and_says_nothing_of_what_was_left_out(
    wave: Path, tmp_path: Path
) -> None:
    out = tmp_path / "copy"
    status, told = run("build", str(wave), "-d", "application", "-d", "budget", "-f", "docx",
                       "-f", "xlsx", "--for", "BKTM", "-o", str(out))  # fmt: skip
    assert status == 0, told
    home = out / "wave-4i/for-BKTM"

    status, told = run("pull", str(wave), str(home / "application.docx"), str(home / "budget.xlsx"))

    assert (status, told.count("from BKTM")) == (0, 2), told
    assert told.count("nothing was changed") == 2


def test_an_unknown_partner_and_a_document_of_others_are_told(wave: Path, tmp_path: Path) -> None:
    out = ("-o", str(tmp_path / "out"))
    status, told = run("build", str(wave), "--for", "BKTN", *out)
    assert (status, "did you mean BKTM?" in told) == (2, True)
    status, told = run("build", str(wave), "-d", "sheets/CMA", "--for", "BKTM", *out)
    assert (status, "sheets/CMA is not made for BKTM" in told) == (2, True)
    assert not (tmp_path / "out/wave-4i").exists()
