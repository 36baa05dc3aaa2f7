"""Draft mails with questionnaires, reminders, and the persons that a spec names."""

import email
import json
import shutil
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.export.mail import Draft, to_eml
from escp_docs.model.personal import personal_keys
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sheet_editor import answered, edited


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "wave")
    return tmp_path / "wave"


def mail(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def words(found: EmailMessage) -> str:
    body = found.get_body()
    assert body is not None
    return str(body.get_content())


def test_a_draft_goes_with_each_questionnaire_that_is_named(wave: Path, tmp_path: Path) -> None:
    status, told = run("build", str(wave), "-d", "questionnaires", "-o", str(tmp_path / "out"))
    assert status == 0
    assert told.count("draft mail, not sent") == 5
    found = mail((tmp_path / "out/wave-4i/mail/BKTM.eml").read_bytes())

    assert (found["X-Unsent"], found["To"]) == ("1", "lukasz.golebiewski@bktm.example")
    assert found["Reply-To"] == "wave@cma.example"
    assert found["Subject"] == "WAVE-4i: what we need from BKTM"
    for said in ("Dear Łukasz", "by 24 November 2020", "collects these data", "erase data"):
        assert said in words(found)
    (file,) = found.iter_attachments()
    assert file.get_filename() == "wave-4i-BKTM.docx"
    there = (tmp_path / "out/wave-4i/questionnaires/BKTM.docx").read_bytes()
    assert file.get_payload(decode=True) == there


def test_no_mail_is_written_where_nothing_is_sent(wave: Path, tmp_path: Path) -> None:
    run("build", str(wave), "-d", "checklist", "-f", "html", "-o", str(tmp_path / "out"))
    assert not (tmp_path / "out/wave-4i/mail").exists()


def test_status_says_who_has_answered_and_reminds_those_who_owe(wave: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert "answered" not in run("status", str(wave))[1]
    run("build", str(wave), "-d", "sheets/STK", "-d", "sheets/CMA", "-o", out)
    path = edited(
        tmp_path / "out/wave-4i/sheets/STK.xlsx",
        lambda book: answered(book.active, "consortium.partners[STK].city", "Khovd"),
        tmp_path / "back.xlsx",
    )
    assert run("pull", str(wave), str(path), "--apply")[0] == 0

    told = run("status", str(wave))[1].split("\n")

    (stk,) = [line for line in told if line.startswith("STK: ")]
    (cma,) = [line for line in told if line.startswith("CMA: ")]
    (mini,) = [line for line in told if line.startswith("MINI: ")]
    assert "asked on 2020-11-20, answered on 20" in stk
    assert "asked on 2020-11-20, has not answered" in cma
    assert "answered" not in mini
    people = json.loads(run("status", str(wave), "--format", "json")[1])["specs"][0]["people"]
    by_id = {one["person"]: one for one in people}
    assert by_id["STK"]["sent"] == by_id["CMA"]["sent"] == "2020-11-20"
    assert (bool(by_id["STK"]["answered"]), by_id["CMA"]["answered"]) == (True, None)

    status, told_ = run("status", str(wave), "--remind", "-o", out)
    assert status == 0
    assert "MINI.eml" in told_
    found = mail((tmp_path / "out/wave-4i/mail/MINI.eml").read_bytes())
    assert found["Subject"] == "WAVE-4i: we still need answers from MINI"
    assert "we still lack answers" in words(found)


def test_personal_lists_persons_by_key_and_file() -> None:
    status, told = run("status", str(SPECS / "wave-4i"), "--personal")
    assert status == 0
    assert "consortium.yaml:31:15: consortium.partners[CMA].contact.name: Inês" in told
    assert "requests.return_to: wave@cma.example" in told
    assert "legal_name" not in told
    assert run("status", str(SPECS / "nothing.yaml"), "--personal")[0] == 2


def test_keys_with_personal_data_are_marked_in_the_schema() -> None:
    schema = json.loads((SPECS / "schemas/spec.schema.json").read_text())
    marked = {
        (name, key)
        for name, part in schema["$defs"].items()
        for key, found in part.get("properties", {}).items()
        if found.get("x-personal")
    }
    assert marked == personal_keys()
    assert {("Contact", "email"), ("Signatory", "name"), ("StaffMember", "experience")} <= marked


@given(st.text(), st.text(), st.text(), st.text())
@settings(max_examples=60, deadline=None)
def test_no_word_of_a_spec_becomes_a_header(to: str, reply: str, subject: str, text: str) -> None:
    draft = Draft(
        f"{to}\nBcc: x@example.org",
        f"{reply}\r\nCc: y@example.org",
        f"{subject}\r\nBcc: z@example.org",
        text.encode("utf-8", "ignore").decode(),
        "a.docx",
        "text/csv",
        b"x",
    )
    made = to_eml(draft)
    assert mail(made)["Bcc"] is None
    assert mail(made)["Cc"] is None
    assert made == to_eml(draft)
