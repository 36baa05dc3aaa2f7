"""`escp-docs pull`: what partners change in Word comes home, and only what is theirs to say."""

import copy
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from docx.oxml.ns import qn
from docx.section import Section

from escp_docs.prose.leaves import leaves
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sendings import sending
from tests.support.word_editor import WordEditor

WAVE = str(SPECS / "wave-4i")
_FIELD = {qn("w:fldChar"), qn("w:instrText")}
_PLACE = "agreement.disputes.institution"
_SCHEMA = json.loads((SPECS / "schemas" / "pull.schema.json").read_text())


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "wave")
    return tmp_path / "wave"


def returned(folder: Path, document: str, *edits: tuple[str, str], tracked: bool = False) -> Path:
    """Write a document in which words were replaced, each wherever it is the whole paragraph."""
    editor = WordEditor(sending(WAVE, document).data, tracked=tracked)
    for old, new in edits:
        done = 0
        for paragraph in editor.paragraphs():
            at = editor.text(paragraph).find(old)
            if at >= 0:
                editor.replace(paragraph, at, at + len(old), new)
                done += 1
        assert done, old
    path = folder / f"{document.replace('/', '-')}-back.docx"
    path.write_bytes(editor.saved())
    return path


def texts(spec: Path) -> dict[str, str]:
    return {one.name: one.read_text() for one in spec.glob("*.yaml")}


def proposals(*arguments: str) -> list[dict[str, object]]:
    status, told = run("pull", *arguments, "--format", "json")
    assert status in {0, 1}
    found = json.loads(told)
    jsonschema.Draft202012Validator(_SCHEMA).validate(found)
    return list(found["proposals"])


# --- what is shown ---------------------------------------------------------------------------


def test_of_a_long_value_the_words_that_changed_are_shown(wave: Path) -> None:
    editor = WordEditor(sending(WAVE, "questionnaires/BKTM").data)
    cell = list(editor.row("Profile").iter(qn("w:tc")))[1]
    *_, paragraph = cell.iter(qn("w:p"))
    end = len(editor.text(paragraph))
    editor.replace(paragraph, end, end, " We moved.")
    path = wave.parent / "long.docx"
    path.write_bytes(editor.saved())

    _, told = run("pull", str(wave), str(path))

    assert "{+ We moved.+} ..." in told
    assert "as returned" not in told


def test_what_was_written_over_several_placeholders_of_one_question_is_all_told(
    tmp_path: Path,
) -> None:
    spec = tmp_path / "soil.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)
    editor = WordEditor(sending(str(SPECS / "unfinished.yaml"), "application").data)
    question = "[WP1: effort]"
    rooms = [one for one in editor.paragraphs() if editor.text(one) == question][:3]
    for room, amount in zip(rooms, ("1,200.00", "1,300.00", "1,400.00"), strict=True):
        editor.replace(room, 0, len(question), amount)
    path = tmp_path / "amounts.docx"
    path.write_bytes(editor.saved())

    (one,) = proposals(str(spec), str(path))

    assert one["standing"] == "unclear"
    assert all(amount in str(one["why"]) for amount in ("1,200.00", "1,300.00", "1,400.00"))


def test_a_paragraph_that_no_key_states_is_shown_whole(wave: Path) -> None:
    editor = WordEditor(sending(WAVE, "term-sheet").data)
    words = " ".join(f"word{number}" for number in range(100))
    editor.add_after(editor.paragraphs()[-1], words)
    path = wave.parent / "added.docx"
    path.write_bytes(editor.saved())

    assert f"{{+{words}+}}" in run("pull", str(wave), str(path))[1]


def in_running_words(
    folder: Path, document: str, change: Callable[[Section], object]
) -> tuple[int, list[tuple[str, str, str]], str]:
    """Pull a document whose head or foot was changed; return the status, notes, and all told."""
    editor = WordEditor(sending(WAVE, document).data)
    change(editor.document.sections[0])
    path = folder / "back.docx"
    path.write_bytes(editor.saved())
    status, told = run("pull", WAVE, str(path), "--from", "CMA")
    said = json.loads(run("pull", WAVE, str(path), "--from", "CMA", "--format", "json")[1])
    notes = said["files"][0]["notes"]
    return status, [(one["before"], one["after"], one["near"]) for one in notes], told


@pytest.mark.parametrize("document", ["application", "questionnaires/CMA"])
@pytest.mark.parametrize("place", ["head", "foot"])
def test_words_at_the_head_and_foot_of_pages_are_told(
    tmp_path: Path, document: str, place: str
) -> None:
    def change(section: Section) -> None:
        story = section.header if place == "head" else section.footer
        story.paragraphs[0].add_run(" Seen by the board")

    _, notes, told = in_running_words(tmp_path, document, change)

    ((before, after, near),) = notes
    assert near == f"the {place} of the pages"
    assert after.replace(" Seen by the board", "").split() == before.split()
    assert f"words of the template were changed at the {place} of the pages" in told
    assert "Seen by the board+}" in told


def test_a_head_that_was_emptied_is_told(tmp_path: Path) -> None:
    def change(section: Section) -> None:
        section.header.paragraphs[0].clear()

    _, notes, _ = in_running_words(tmp_path, "questionnaires/CMA", change)

    assert [(after, near) for _, after, near in notes] == [("", "the head of the pages")]


def test_what_programs_make_at_the_head_and_foot_of_pages_is_not_told(tmp_path: Path) -> None:
    """Numbers of pages, an empty head for the first page, another day of the same sending."""

    def change(section: Section) -> None:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].add_run("\t")
        day = section.header.paragraphs[0].runs[-1]
        day.text = day.text.rpartition(", ")[0] + ", 3 March 2031"
        foot = section.footer.paragraphs[0]
        foot.runs[-2].text = "17"
        fields = [one for run_ in foot.runs for one in run_.element if one.tag in _FIELD]
        for one in fields[: len(fields) // 2]:  # the number of the page becomes plain words
            one.getparent().remove(one)

    status, notes, told = in_running_words(tmp_path, "questionnaires/CMA", change)

    assert (status, notes) == (0, [])
    assert "nothing was changed" in told


def test_an_unedited_file_proposes_nothing_and_apply_changes_no_byte(wave: Path) -> None:
    before = texts(wave)
    path = returned(wave.parent, "application")

    assert run("pull", str(wave), str(path), "--from", "CMA", "--apply")[0] == 0
    assert texts(wave) == before


def test_without_options_nothing_is_written(wave: Path) -> None:
    before = texts(wave)
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"))

    status, told = run("pull", str(wave), str(path))

    assert status == 1
    assert "consortium.partners[CMA].city (city)" in told
    assert "as sent       Matosinhos" in told
    assert "as returned   Porto" in told
    assert "say who sent it: --from" in told
    assert texts(wave) == before
    assert not (wave / "record").exists()


def test_tracked_changes_say_who_and_when(wave: Path) -> None:
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"), tracked=True)

    (found,) = proposals(str(wave), str(path))

    assert found["author"] == "Inês Duarte"
    assert str(found["when"]).startswith("2020-11-22")


def test_prose_is_changed_word_by_word(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Five cluster organisations", "Five clusters"))

    run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    before, after = (SPECS / "wave-4i" / "project.yaml").read_text(), texts(wave)["project.yaml"]
    assert after == before.replace("Five cluster organisations", "Five clusters", 1)


def test_words_of_a_clause_become_words_that_are_negotiated(wave: Path) -> None:
    words = ("Each Party answers for its own obligations alone", "Each Party answers for itself")
    path = returned(wave.parent, "partnership-agreement", words)

    status, told = run("pull", str(wave), str(path), "--accept", "agreement.wording")

    assert status == 0
    assert "[-its own obligations alone-]{+itself+}" in told
    after = texts(wave)["agreement.yaml"]
    assert "clause: no-joint-liability" in after
    assert "Each Party answers for itself." in after
    assert "status: proposed" in after
    assert run("pull", str(wave), str(path))[0] == 0


def test_a_clause_that_is_struck_is_to_be_decided_on(wave: Path) -> None:
    editor = WordEditor(sending(WAVE, "partnership-agreement").data)
    words = "Each Party answers for its own obligations"
    (clause,) = [one for one in editor.paragraphs() if words in editor.text(one)]
    editor.remove(clause)
    path = wave.parent / "struck.docx"
    path.write_bytes(editor.saved())

    status, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert status == 1
    assert "the clause was struck" in told
    assert words in told
    assert run("pull", str(wave), str(path), "--keep", "agreement.wording")[0] == 0


def test_cross_references_in_negotiated_words_stay_references(wave: Path) -> None:
    words = ("deal with the same Grant Matter", "treat the same Grant Matter")
    path = returned(wave.parent, "partnership-agreement", words)

    (found,) = proposals(str(wave), str(path))

    value = found["value"]
    assert isinstance(value, dict)
    assert "Where a clause of [](#part-partnership)" in str(value["text"])
    assert "treat the same Grant Matter" in " ".join(str(value["text"]).split())


def test_a_patch_is_taken_by_git(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"))
    subprocess.run(["git", "init", "-q"], cwd=wave.parent, check=True)
    asked = ("pull", "wave", str(path), "--from", "CMA", "--format", "patch")
    patch = subprocess.run(
        [sys.executable, "-m", "escp_docs", *asked],
        cwd=wave.parent,
        capture_output=True,
        check=False,
    )

    subprocess.run(["git", "apply"], cwd=wave.parent, input=patch.stdout, check=True)

    assert "city: Porto" in texts(wave)["consortium.yaml"]


# --- whose it is to say ----------------------------------------------------------------------


def test_apply_takes_what_the_sender_answers_for_and_no_more(wave: Path) -> None:
    """B changed A's name and city, and a choice of the agreement: none of it is B's to say."""
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"), ("Piraeus", "Athens"))

    status, told = run("pull", str(wave), str(path), "--from", "SGTA", "--apply")

    after = texts(wave)["consortium.yaml"]
    assert status == 1
    assert "not its own to say" in told
    assert "city: Athens" in after
    assert "city: Porto" not in after


def test_what_is_not_its_own_is_taken_by_name(wave: Path) -> None:
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))
    key = "agreement.disputes"

    status, _ = run("pull", str(wave), str(path), "--from", "SGTA", "--accept", key)

    assert status == 0
    assert "institution: ICC" in texts(wave)["agreement.yaml"]


def test_what_is_kept_is_not_proposed_again(wave: Path) -> None:
    before = texts(wave)
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))

    assert run("pull", str(wave), str(path), "--keep", "agreement.disputes")[0] == 0
    assert run("pull", str(wave), str(path))[0] == 0
    assert texts(wave) == before


def test_nothing_is_proposed_for_a_key_that_is_named_wrongly(wave: Path) -> None:
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))

    status, told = run("pull", str(wave), str(path), "--accept", "agreement.dispute")

    assert status == 2
    assert "did you mean" in told


# --- three ways ------------------------------------------------------------------------------


def test_a_value_that_was_changed_on_both_sides_is_a_conflict(wave: Path) -> None:
    run("build", str(wave), "-d", "term-sheet", "--send", "-o", str(wave.parent / "out"))
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))
    run("set", str(wave), "agreement.disputes.institution=DIS")

    (found,) = proposals(str(wave), str(path), "--from", "CMA")

    assert found["standing"] == "conflict"
    assert (found["base"], found["theirs"], found["ours"]) == ("CEPANI", "ICC", "DIS")
    assert run("pull", str(wave), str(path), "--from", "CMA", "--apply")[0] == 1
    assert "institution: DIS" in texts(wave)["agreement.yaml"]


def test_two_partners_who_say_different_things_are_told(wave: Path) -> None:
    one = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))
    other = wave.parent / "other.docx"
    one.rename(other)
    one = returned(wave.parent, "term-sheet", ("CEPANI", "DIS"))

    found = proposals(str(wave), str(one), str(other), "--from", "CMA")

    assert {str(one["standing"]) for one in found} == {"conflict"}
    assert 'says "ICC"' in str(found[0]["why"])


def test_deleting_the_output_changes_no_proposal(wave: Path) -> None:
    out = wave.parent / "out"
    run("build", str(wave), "-d", "term-sheet", "--send", "-o", str(out))
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))
    run("set", str(wave), "project.title=Another title")
    before = proposals(str(wave), str(path))

    shutil.rmtree(out)

    assert proposals(str(wave), str(path)) == before
    assert [one["key"] for one in before] == ["agreement.disputes.institution"]


def test_what_was_sent_is_found_in_git_where_it_was_not_kept(wave: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *who, *arguments], cwd=wave.parent, check=True, capture_output=True)

    git("init", "-q")
    git("add", "wave")
    git("commit", "-qm", "sent")
    path = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))
    run("set", str(wave), "agreement.disputes.seat=Ghent", "agreement.payment_days=45")
    git("commit", "-qam", "changed since")

    status, told = run("pull", str(wave), str(path), "--from", "CMA")

    assert status == 1
    assert "compared with the spec as git has it, " in told
    assert "1 proposed" in told


def test_partners_in_another_order_get_what_is_theirs(wave: Path) -> None:
    run("build", str(wave), "-d", "application", "--send", "-o", str(wave.parent / "out"))
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"), ("Piraeus", "Athens"))
    text = (wave / "consortium.yaml").read_text()
    start, second = text.index("    - id: CMA"), text.index("    - id: BKTM")
    third = text.index("    - id: SGTA")
    moved = text[:start] + text[second:third] + text[start:second] + text[third:]
    (wave / "consortium.yaml").write_text(moved)

    run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    after = texts(wave)["consortium.yaml"]
    assert after.index("id: BKTM") < after.index("id: CMA") < after.index("city: Porto")
    assert after.index("id: SGTA") < after.index("city: Athens")


def test_an_entry_that_went_meanwhile_is_told(wave: Path) -> None:
    run("build", str(wave), "-d", "application", "--send", "-o", str(wave.parent / "out"))
    path = returned(wave.parent, "application", ("Piraeus", "Athens"))
    text = (wave / "consortium.yaml").read_text()
    (wave / "consortium.yaml").write_text(text.replace("id: SGTA", "id: SGTB"))
    for file in wave.glob("*.yaml"):
        file.write_text(file.read_text().replace("SGTA", "SGTB"))

    found = proposals(str(wave), str(path), "--from", "CMA")

    gone = [one for one in found if one["anchor"] == "consortium.partners[SGTA].city"]
    assert [one["standing"] for one in gone] == ["no longer there"]


# --- rows of tables --------------------------------------------------------------------------


def without_row(folder: Path, document: str, *cells: str) -> Path:
    """Write a document from which a row was struck."""
    editor = WordEditor(sending(WAVE, document).data)
    row = editor.row(*cells)
    editor.remove(row)
    path = folder / f"{document.replace('/', '-')}-struck.docx"
    path.write_bytes(editor.saved())
    return path


@pytest.mark.parametrize(
    ("document", "cells"),
    [
        ("questionnaires/BKTM", ("Registration number",)),
        ("questionnaires/BKTM", ("Title of the project (1)",)),
        ("application", ("Legal form",)),
        ("application", ("Staff",)),
    ],
)
def test_a_fact_that_is_struck_takes_out_no_entry(
    wave: Path, document: str, cells: tuple[str, ...]
) -> None:
    before = texts(wave)
    path = without_row(wave.parent, document, *cells)

    status, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert (status, texts(wave)) == (1, before)
    assert "taken out: " not in told
    assert f"as sent       {cells[0]} | " in told
    assert "its row was taken out" in told


def test_a_row_more_in_a_table_of_facts_is_no_new_entry(wave: Path) -> None:
    before = texts(wave)
    editor = WordEditor(sending(WAVE, "application").data)
    row = editor.row("Website")
    row.addnext(copy.deepcopy(row))
    for paragraph, new in zip(
        editor.row("Website").iter(qn("w:p")),
        ("Second website", "https://second.example"),
        strict=False,
    ):
        editor.replace(paragraph, 0, len(editor.text(paragraph)), new)
    path = wave.parent / "more.docx"
    path.write_bytes(editor.saved())

    _, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert texts(wave) == before
    assert "new entry" not in told
    assert "https://second.example" in told


def test_a_partner_alone_does_not_say_who_is_in_the_consortium(wave: Path) -> None:
    before = texts(wave)
    partners = [
        one["id"] for one in yaml.safe_load(before["consortium.yaml"])["consortium"]["partners"]
    ]
    number = str(partners.index("BKTM") + 1)
    path = without_row(wave.parent, "application", number)

    status, told = run("pull", str(wave), str(path), "--from", "BKTM", "--apply")

    assert status == 1
    assert "not its own to say" in told
    assert texts(wave) == before


def test_a_row_that_was_moved_takes_out_no_entry(wave: Path) -> None:
    before = texts(wave)
    editor = WordEditor(sending(WAVE, "application").data)
    row = editor.row("2")
    editor.row("4").addnext(row)
    path = wave.parent / "moved.docx"
    path.write_bytes(editor.saved())

    _, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert texts(wave) == before
    assert "taken out: " not in told
    assert "new entry: " not in told
    assert "BKTM" in told


def test_a_fact_that_is_emptied_is_told(wave: Path) -> None:
    before = texts(wave)
    editor = WordEditor(sending(WAVE, "questionnaires/BKTM").data)
    cell = list(editor.row("Website").iter(qn("w:tc")))[1]
    for paragraph in cell.iter(qn("w:p")):
        editor.replace(paragraph, 0, len(editor.text(paragraph)), "")
    path = wave.parent / "emptied.docx"
    path.write_bytes(editor.saved())

    status, told = run("pull", str(wave), str(path), "--apply")

    assert status == 1
    assert "consortium.partners[BKTM].website (website)" in told
    assert "its words were taken out" in told
    assert texts(wave) == before


def test_words_beside_a_box_are_told_and_tick_nothing(wave: Path) -> None:
    before = texts(wave)
    editor = WordEditor(sending(WAVE, "questionnaires/BKTM").data)
    for label, words in (("Website", "☐ no, see next mail"), ("Legal form", "no")):
        cell = list(editor.row(label).iter(qn("w:tc")))[2]
        (paragraph,) = cell.iter(qn("w:p"))
        editor.replace(paragraph, 0, len(editor.text(paragraph)), words)
    path = wave.parent / "beside.docx"
    path.write_bytes(editor.saved())

    found = proposals(str(wave), str(path))

    told = {one["label"]: (one["theirs"], one["standing"]) for one in found}
    assert told == {"website": ("☐ no, see next mail", "unclear"), "legal form": ("no", "unclear")}
    assert run("pull", str(wave), str(path), "--apply")[0] == 1
    assert texts(wave) == before


def test_rows_in_which_all_was_written_to_are_still_told_from_each_other(wave: Path) -> None:
    entry = "consortium.partners[BKTM]"
    editor = WordEditor(sending(WAVE, "questionnaires/BKTM").data)
    edits = (("Country", 1), ("Public register", 2), ("Registration number", 1), ("Legal form", 0))
    for label, column in edits:
        cell = list(editor.row(label).iter(qn("w:tc")))[column]
        (paragraph,) = cell.iter(qn("w:p"))
        end = len(editor.text(paragraph))
        editor.replace(paragraph, end, end, " more")
    path = wave.parent / "beside.docx"
    path.write_bytes(editor.saved())

    found = {one["key"]: one for one in proposals(str(wave), str(path))}

    number = f"{entry}.registration_number"
    assert set(found) == {f"{entry}.country", number, f"{entry}.confirmed"}
    assert found[number]["theirs"] == "0000999202 more"
    assert found[number]["standing"] == "proposed"


@pytest.mark.parametrize(
    ("label", "words", "written"),
    [
        ("Strengths", ("ice", "- winter ports"), "strengths: [ice, winter ports]"),
        ("Sectors", ("nets", "ropes"), "sectors: [nets, ropes]"),
        ("Legal form", ("guild", "of makers"), "legal_form: guild of makers"),
        ("Profile", ("Begun anew.", "A wholly other text.", "And its end."), "Begun anew."),
    ],
)
@pytest.mark.parametrize("mark", ["☐", "☒"])
def test_an_answer_of_more_paragraphs_than_its_room_is_read_whole(
    wave: Path, label: str, words: tuple[str, ...], written: str, mark: str
) -> None:
    editor = WordEditor(sending(WAVE, "questionnaires/BKTM").data)
    row = editor.row(label)
    cell = list(row.iter(qn("w:tc")))[1]
    paragraph = next(iter(cell.iter(qn("w:p"))))
    editor.replace(paragraph, 0, len(editor.text(paragraph)), words[0])
    for more in reversed(words[1:]):
        editor.add_after(paragraph, more)
    for box in row.iter(qn("w:p")) if mark == "☒" else ():
        editor.tick(box)
    path = wave.parent / "long.docx"
    path.write_bytes(editor.saved())

    _, told = run("pull", str(wave), str(path), "--apply")

    after = texts(wave)["consortium.yaml"]
    read = yaml.safe_load(after)["consortium"]["partners"]
    (partner,) = [one for one in read if one["id"] == "BKTM"]
    key, _, value = written.partition(": ")
    if label == "Profile":
        assert partner["profile"].split("\n\n") == [*words[:-1], f"{words[-1]}\n"]
    else:
        assert partner[key] == yaml.safe_load(value)
    assert "words of the template" not in told


def test_words_that_cannot_be_written_are_shown(wave: Path) -> None:
    before = texts(wave)
    words = ("Five cluster organisations", "Five clusters, a\\\\*b,")
    path = returned(wave.parent, "application", words)

    status, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert status == 1
    assert texts(wave) == before
    assert "cannot be written into this prose" in told
    assert "a\\\\*b" in told.partition("cannot be written")[0]


def test_what_is_unclear_can_be_closed(wave: Path) -> None:
    path = returned(wave.parent, "term-sheet", ("CEPANI", ""))
    asked = (str(wave), str(path))

    status, told = run("pull", *asked, "--from", "CMA", "--accept", _PLACE)
    assert status == 2
    assert "cannot be written as it stands: its words were taken out" in told

    status, told = run("pull", *asked, "--from", "CMA", "--keep", _PLACE)
    assert status == 0
    assert "1 kept" in told
    assert run("pull", *asked, "--from", "CMA")[0] == 0


def test_what_was_taken_back_can_be_kept(wave: Path) -> None:
    before = texts(wave)
    path = str(returned(wave.parent, "term-sheet", ("CEPANI", "ICC")))
    run("pull", str(wave), path, "--from", "CMA", "--apply")
    run("pull", str(wave), "--undo")

    run("pull", str(wave), path, "--from", "CMA", "--keep", _PLACE)

    assert run("pull", str(wave), path, "--from", "CMA")[0] == 0
    assert texts(wave) == before


def test_a_name_that_nothing_has_is_told_by_its_option(wave: Path) -> None:
    path = returned(wave.parent, "term-sheet")

    status, told = run("pull", str(wave), str(path), "--from", "CMB")
    assert status == 2
    assert "'--from': there is no partner 'CMB'; did you mean CMA?" in told

    status, told = run("pull", str(wave), str(path), "--keep", "agreement")
    assert status == 2
    assert "nothing is proposed for 'agreement', nor for any other key" in told


# --- taken and taken back --------------------------------------------------------------------


def test_undo_gives_the_bytes_back_and_the_file_proposes_again(wave: Path) -> None:
    before = texts(wave)
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"))

    assert run("pull", str(wave), str(path), "--from", "CMA", "--apply")[0] == 0
    assert texts(wave) != before
    assert "nothing is left to decide" in run("pull", str(wave), str(path), "--from", "CMA")[1]
    assert run("pull", str(wave), "--undo")[0] == 0
    assert texts(wave) == before
    assert run("pull", str(wave), str(path), "--from", "CMA")[0] == 1


def test_proposals_are_taken_one_by_one(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"), ("Piraeus", "Athens"))

    status, told = run("pull", str(wave), str(path), "--from", "CMA", "-i", text="n\n" * 99)
    assert status in {0, 1}
    assert "Take this change?" in told
    assert texts(wave) == texts(SPECS / "wave-4i")
    assert run("pull", str(wave), str(path), "--from", "CMA")[0] == 0  # all of it stays


def test_undo_leaves_what_was_changed_since(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"), ("Piraeus", "Athens"))
    run("pull", str(wave), str(path), "--from", "CMA", "--apply")
    run("set", str(wave), "consortium.partners[SGTA].city=Volos")

    status, told = run("pull", str(wave), "--undo")

    after = texts(wave)["consortium.yaml"]
    assert status == 1
    assert "changed since" in told
    assert "city: Matosinhos" in after
    assert "city: Volos" in after


def test_the_verdict_that_changes_is_told(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Ireland", "United States"))

    _, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert "the verdict changes: eligible before, " in told


def test_a_value_that_the_reader_refuses_is_refused_in_its_words(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"), ("BKTM", "C4 Ω"))

    _, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")

    assert "city: Porto" in texts(wave)["consortium.yaml"]
    assert "it cannot be an id" in told


# --- files of others -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"PK\x03\x04 broken", "perhaps cut short"),
        (b"{", "has not the form"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(
    wave: Path, data: bytes, words: str
) -> None:
    bad = wave.parent / "bad.docx"
    bad.write_bytes(data)
    good = returned(wave.parent, "term-sheet", ("CEPANI", "ICC"))

    status, told = run("pull", str(wave), str(bad), str(good), str(wave.parent / "none.docx"))

    assert status == 2
    assert words in told
    assert "there is no such file" in told
    assert "agreement.disputes.institution" in told


def test_a_file_of_another_consortium_is_no_document_of_this_spec(tmp_path: Path) -> None:
    shutil.copy(SPECS / "unfinished.yaml", tmp_path / "soil.yaml")
    path = returned(tmp_path, "questionnaires/CMA")

    status, told = run("pull", str(tmp_path / "soil.yaml"), str(path))

    assert status == 2
    assert "it is no document of this spec" in told


def test_proposals_of_programs_are_taken_like_those_of_people(wave: Path) -> None:
    path = returned(wave.parent, "application", ("Matosinhos", "Porto"))
    _, told = run("pull", str(wave), str(path), "--format", "json")
    program = wave.parent / "proposals.json"
    program.write_text(told)

    assert run("pull", str(wave), str(program), "--from", "SGTA", "--apply")[0] == 1
    assert "city: Porto" not in texts(wave)["consortium.yaml"]
    run("pull", str(wave), str(program), "--from", "CMA", "--apply")
    assert "city: Porto" in texts(wave)["consortium.yaml"]


@pytest.mark.parametrize("value", ["TBD", ["blue biotech", "?"]])
def test_no_program_takes_a_fact_out_by_words_that_say_nothing(wave: Path, value: object) -> None:
    before = texts(wave)
    key = f"consortium.partners[BKTM].{'sectors' if isinstance(value, list) else 'city'}"
    program = wave.parent / "proposals.json"
    program.write_text(json.dumps({"proposals": [{"what": "value", "key": key, "value": value}]}))

    status, told = run("pull", str(wave), str(program), "--from", "BKTM", "--apply")

    assert status == 1
    assert "it says that it is not known yet" in told
    assert texts(wave) == before


# --- nothing, in words -----------------------------------------------------------------------


@pytest.mark.parametrize("said", ["none", "None.", "no", "N/A", "-", "nothing"])
def test_none_in_the_room_for_an_entry_is_no_entry(tmp_path: Path, said: str) -> None:
    spec = tmp_path / "unfinished.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)
    before = spec.read_bytes()
    editor = WordEditor(sending(str(SPECS / "unfinished.yaml"), "questionnaires/CAR").data)
    words = [editor.text(one) for one in editor.paragraphs()]
    room = editor.paragraphs()[words.index("Programme (1)") + 1]
    editor.replace(room, 0, len(editor.text(room)), said)
    key = "consortium.partners[CAR].previous_projects"
    back = tmp_path / "back.docx"
    back.write_bytes(editor.saved())

    _, told = run("pull", str(spec), str(back), "--apply")

    assert f'"{said}" is no entry; if there is none at all, state {key}: []' in told
    assert spec.read_bytes() == before


@pytest.mark.parametrize("said", ["?", "TBD", "to be confirmed by our board", "I don’t know yet"])
def test_what_is_not_known_takes_no_fact_out(tmp_path: Path, said: str) -> None:
    """Nor does it become one, where there is none."""
    spec = tmp_path / "unfinished.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)
    before = spec.read_bytes()
    editor = WordEditor(sending(str(SPECS / "unfinished.yaml"), "questionnaires/PT4").data)
    words = [editor.text(one) for one in editor.paragraphs()]
    stated = yaml.safe_load(before)["consortium"]["partners"][3]
    facts = [words.index(leaves(stated["contribution"])[0].text), words.index("Sectors") + 1]
    asked = next(number for number, one in enumerate(words) if one.startswith("Street address"))
    for place in (*facts, asked + 1):
        room = editor.paragraphs()[place]
        editor.replace(room, 0, len(editor.text(room)), said)
    back = tmp_path / "back.docx"
    back.write_bytes(editor.saved())

    found = proposals(str(spec), str(back))
    status, _ = run("pull", str(spec), str(back), "--apply")

    keys = {"address", "contribution", "sectors"}
    assert {str(one["key"]).rpartition(".")[2] for one in found} == keys
    assert {one["standing"] for one in found} == {"unclear"}
    assert all("it says that it is not known yet" in str(one["why"]) for one in found)
    assert all(said in str(one["theirs"]) for one in found)
    assert (status, spec.read_bytes()) == (1, before)


def waits(spec: Path, key: str, *values: object) -> None:
    """Put additions to a list into the record of a spec, a file for each."""
    folder = spec / "record" / "proposals"
    folder.mkdir(parents=True)
    for number, value in enumerate(values):
        one = {"what": "entry added", "key": key, "value": value, "reason": "it is so"}
        (folder / f"{number}.json").write_text(json.dumps({"proposals": [one]}))


def test_texts_that_several_files_add_to_a_list_are_all_taken(wave: Path) -> None:
    waits(wave, "project.keywords", "kelp farms", "tidal power", "kelp farms")

    _, told = run("pull", str(wave), "--accept", "project.keywords")

    assert "2 taken" in told
    every = "".join(texts(wave).values())
    assert (every.count("kelp farms"), every.count("tidal power")) == (1, 1)
    assert run("pull", str(wave))[0] == 0


def test_entries_that_several_files_add_are_taken_where_they_can_be(wave: Path) -> None:
    risk = {
        "id": "R90",
        "description": "Ice.",
        "likelihood": "low",
        "impact": "low",
        "mitigation": "Wait.",
    }
    waits(wave, "risks", risk, risk | {"id": "R91"}, risk | {"description": "Fog."})

    _, told = run("pull", str(wave), "--accept", "risks")

    assert "2 taken" in told
    assert "1 refused" in told
    every = "".join(texts(wave).values())
    assert [every.count(one) for one in ("R90", "R91", "Fog.")] == [1, 1, 0]


def test_two_values_for_one_key_still_contradict_each_other(wave: Path) -> None:
    folder = wave / "record" / "proposals"
    folder.mkdir(parents=True)
    for city in ("Porto", "Braga"):
        one = {"what": "value", "key": "consortium.partners[CMA].city", "value": city}
        (folder / f"{city}.json").write_text(json.dumps({"proposals": [one]}))

    status, told = run("pull", str(wave), "--accept", "consortium.partners[CMA].city")

    assert status == 2
    key = "consortium.partners[CMA].city"
    assert f"say different things of {key}; accept {key}=Braga.json or {key}=Porto.json" in told


def test_a_conflict_offers_what_can_be_taken_and_says_why_other_words_cannot(
    wave: Path, tmp_path: Path
) -> None:
    key = "consortium.partners[CMA].country"
    files = {name: tmp_path / f"{name}.json" for name in ("a", "b", "c")}
    for (_, path), value in zip(files.items(), ("XQ", "FR", "ES"), strict=True):
        proposal = {"what": "value", "key": key, "value": value}
        path.write_text(json.dumps({"proposals": [proposal]}))

    names = list(map(str, files.values()))
    _, told = run("pull", str(wave), *names)
    _, two = run("pull", str(wave), *names[:2])
    status, refused = run("pull", str(wave), *names, "--accept", f"{key}=a.json")
    _, taken = run("pull", str(wave), *names, "--accept", f"{key}=c.json")

    assert f"take one of them: --accept {key}=b.json or --accept {key}=c.json\n" in told
    assert 'a.json says "XQ", which cannot be taken: ' in told
    assert "2 conflict" not in told
    assert "1 conflict, 1 unclear" in told
    assert f"take it: --accept {key}=b.json\n" in two
    assert (status, "no ISO 3166-1 code" in refused) == (2, True)
    assert "1 taken, 2 kept" in taken


LISTS = (
    {"what": "value", "key": "project.keywords", "value": ["tides", "ports"]},
    {"what": "value", "key": "project.keywords", "value": ["tides", "wind"]},
)


@pytest.mark.parametrize(
    ("theirs", "others", "key"),
    [
        (LISTS[0], LISTS[1], "project.keywords"),
        (
            {"what": "value", "key": "target_countries", "value": [{"country": "JP"}]},
            {"what": "entry added", "key": "target_countries", "value": {"country": "IN"}},
            "target_countries",
        ),
    ],
)
def test_two_files_that_contradict_each_other_are_one_conflict_and_either_can_be_taken(
    wave: Path, tmp_path: Path, theirs: object, others: object, key: str
) -> None:
    files = [str(tmp_path / "a.json"), str(tmp_path / "b.json")]
    for name, one in zip(files, (theirs, others), strict=True):
        Path(name).write_text(json.dumps({"proposals": [one]}))

    _, told = run("pull", str(wave), *files)
    _, unknown = run("pull", str(wave), *files, "--accept", f"{key}=c.json")
    _, taken = run("pull", str(wave), *files, "--accept", f"{key}=b.json")
    status, again = run("pull", str(wave), *files)

    assert "\n1 conflict\n" in told
    assert told.count(" says ") == 2
    assert f"take one of them: --accept {key}=a.json or --accept {key}=b.json" in told
    assert f"  {key}: see above" in told
    assert "did you mean" in unknown
    assert "1 taken, 1 kept" in taken
    assert (status, "conflict" in again) == (0, False)
