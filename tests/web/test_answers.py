"""What the workspace answers: views, values saved, conflicts told; markup of people is text."""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest

from tests.support.many_hands import SPEC
from tests.support.places import SPECS
from tests.support.workspace_visitor import Visitor, visitor

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>&\"'</textarea>"
VIEWS = (
    "overview",
    "form",
    "form/consortium",
    "text",
    "agreement",
    "what-if",
    "returned",
    "history",
)


@pytest.fixture(scope="module")
def wave(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    folder = tmp_path_factory.mktemp("wave") / "wave-4i"
    copytree(SPECS / "wave-4i", folder)
    with visitor(folder) as found:
        yield found


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_a_page_and_a_part_of_one(wave: Visitor, view: str) -> None:
    whole, part = wave.see(f"/0/{view}"), wave.see(f"/0/{view}?part")

    assert whole.startswith("<!DOCTYPE html>")
    assert "<html" not in part
    assert "<h1" in part


def test_every_stated_value_is_on_its_screen(wave: Visitor) -> None:
    workspace = wave.desk.places[0].workspace
    paths = [path for path, _ in workspace.last_good.places.items() if path]
    first = [path for path in paths if not re.search(r"\[[1-9]", path)]  # entries of each list
    keys = {workspace.key_of(path) for path in first}
    screens = [one.key for one in workspace.parts()]
    shown = set(screens)
    for key in screens:  # each leads to further ones
        html = unescape(wave.see(f"/0/form/{key}?part"))
        shown |= set(re.findall(r'id="[felg]:([^"]+)"', html))
        screens += re.findall(
            r'<ol class="cards">\s*<li [^>]*>\s*<a [^>]*data-screen="([^"]+)"', html
        )

    items = re.compile(r".*\[\d+\]")  # of lists of texts, which are one field
    assert {one for one in keys - shown - {*screens} if not items.fullmatch(one)} == set()


def test_markup_of_people_is_text_in_every_view(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(SPEC, encoding="utf-8")
    with visitor(path) as found:
        assert found.set("project.title", HOSTILE, "Title 0")["saved"]
        assert found.set("project.objectives", HOSTILE, "First line.\n\nSecond line.")["saved"]
        assert found.set("consortium.partners[CMC].legal_name", HOSTILE, "Name 0")["saved"]
        pages = [found.see(f"/0/{view}") for view in VIEWS] + [found.see("/0/page/application")]

    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert page.count("</textarea>") == page.count("<textarea")


def test_a_value_is_in_the_file_before_it_is_said_to_be_saved(known: Visitor, spec: Path) -> None:
    answer = known.set("consortium.partners[CMC].city", "Lisboa", "Porto")

    assert answer["saved"]
    assert "Undecided" in answer["verdict"]
    assert spec.read_text(encoding="utf-8") == SPEC.replace("city: Porto", "city: Lisboa")


def test_a_refused_value_names_its_cure(known: Visitor, spec: Path) -> None:
    answer = known.set("consortium.partners[CMC].country", "Portugal", "PT")

    assert not answer["saved"]
    assert answer["faults"][0]["cures"] == [{"label": "use PT", "value": "PT"}]
    assert spec.read_text(encoding="utf-8") == SPEC


def test_a_conflict_tells_both_values(known: Visitor, spec: Path) -> None:
    spec.write_text(SPEC.replace("Title 0", "Theirs"), encoding="utf-8")

    answer = known.set("project.title", "Mine", "Title 0")

    assert not answer["saved"]
    assert (answer["conflicts"][0]["theirs"], answer["conflicts"][0]["mine"]) == ("Theirs", "Mine")
    assert "Theirs" in spec.read_text(encoding="utf-8")


def test_a_text_is_merged_with_what_an_editor_wrote(known: Visitor, spec: Path) -> None:
    spec.write_text(SPEC.replace("# the end", "# the very end"), encoding="utf-8")

    body = {"file": str(spec), "base": SPEC, "text": SPEC.replace("Title 0", "Title 1")}
    assert known.post("/0/write", **body)["saved"]

    text = spec.read_text(encoding="utf-8")
    assert "Title 1" in text
    assert "# the very end" in text


def test_a_text_whose_lines_others_changed_can_be_kept_or_given_up(
    known: Visitor, spec: Path
) -> None:
    theirs = SPEC.replace("Title 0", "Theirs").replace("# the end", "# their end")
    spec.write_text(theirs, encoding="utf-8")
    mine = SPEC.replace("Title 0", "Mine")

    (conflict,) = known.post("/0/write", file=str(spec), base=SPEC, text=mine)["conflicts"]
    before = spec.read_text(encoding="utf-8")
    kept = known.post("/0/write", file=str(spec), base=conflict["theirs"], text=conflict["mine"])

    assert before == conflict["theirs"] == theirs
    assert kept["saved"]
    # What they changed elsewhere stays.
    wanted = theirs.replace("Theirs", "Mine")
    assert spec.read_text(encoding="utf-8") == wanted


def test_a_broken_text_is_not_saved_unless_somebody_is_sure(known: Visitor, spec: Path) -> None:
    body = {"file": str(spec), "base": SPEC, "text": SPEC + "broken: [\n"}

    refused = known.post("/0/write", **body)
    page = known.see("/0/page/application")
    saved = known.post("/0/write", **body, sure=True)

    assert not refused["saved"]
    assert refused["faults"][0]["line"]
    assert saved["saved"]
    assert "Cannot be read" in saved["verdict"]
    assert known.see("/0/page/application") == page  # the last good one
    assert "cannot be read" in known.see("/0/form")


def test_a_file_that_is_gone_is_said_to_be_gone_and_written_again(
    known: Visitor, spec: Path
) -> None:
    known.see("/0/text")
    spec.unlink()

    pages = [known.see(f"/0/{one}") for one in ("overview", "form", "text", "agreement")]
    others = [known.see(f"/0/{one}") for one in ("what-if", "returned", "history")]
    stands = spec.exists()
    answer = known.post("/0/write-again")

    for page in pages:
        assert "<h1>The file is gone</h1>" in page
        assert "Mend what stands below" not in page
    for page in pages + others:
        assert "Cannot be read" not in page
    assert not stands
    assert answer["saved"]
    assert spec.read_text(encoding="utf-8") == SPEC
    assert "is gone" not in known.see("/0/form")
    assert "nothing of" in known.post("/0/write-again")["error"]


def test_only_files_of_the_spec_are_written(known: Visitor, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("theirs", encoding="utf-8")

    answer = known.post("/0/write", file=str(other), base="theirs", text="mine", sure=True)

    assert "no file of" in answer["error"]
    assert other.read_text(encoding="utf-8") == "theirs"


def test_a_file_that_may_not_be_written_is_said(
    known: Visitor, spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    answer = known.set("project.title", "Mine", "Title 0")

    assert not answer["saved"]
    assert "no space left" in answer["error"]
    assert spec.read_text(encoding="utf-8") == SPEC


def test_both_readings_of_a_date_are_offered(known: Visitor) -> None:
    answer = known.set("project.drafting_date", "10/02/2020")

    (fault,) = answer["faults"]
    assert [one["value"] for one in fault["cures"]] == ["2020-02-10", "2020-10-02"]


def test_the_history_says_what_was_and_what_is(known: Visitor) -> None:
    known.set("consortium.partners[CMC].city", "Lisboa", "Porto")

    shown = known.see("/0/history?part")

    assert "<del>Porto</del> <ins>Lisboa</ins>" in shown


def test_undo_and_redo_go_back_and_forth(known: Visitor, spec: Path) -> None:
    known.set("project.title", "Mine", "Title 0")

    assert known.post("/0/undo")["saved"]
    assert spec.read_text(encoding="utf-8") == SPEC
    assert known.post("/0/redo")["saved"]
    assert "Mine" in spec.read_text(encoding="utf-8")
    assert "nothing" not in known.see("/0/history?part")


def test_each_stay_in_a_field_is_undone_by_itself(known: Visitor, spec: Path) -> None:
    titles = ("Title 0", "M", "Mine", "Mine again")
    for stay, (seen, title) in zip("aab", pairwise(titles), strict=True):
        change = {"do": "set", "key": "project.title", "value": title, "seen": seen}
        assert known.post("/0/change", changes=[change], stay=stay)["saved"]

    known.post("/0/undo")
    assert 'title: "Mine"' in spec.read_text(encoding="utf-8")
    known.post("/0/undo")
    assert spec.read_text(encoding="utf-8") == SPEC


def test_a_change_that_others_overwrote_is_no_obstacle_to_undo(known: Visitor, spec: Path) -> None:
    known.set("consortium.partners[CMC].city", "Lisboa", "Porto")
    known.set("project.title", "Mine", "Title 0")
    spec.write_text(spec.read_text("utf-8").replace("Mine", "Theirs"), encoding="utf-8")

    refused = known.post("/0/undo")
    number = re.search(r'data-act="undo" data-number="(\d+)"', refused["verdict"])
    assert number
    known.post("/0/pass-over", number=int(number[1]))
    done = known.post("/0/undo")

    assert "others changed the same lines" in refused["conflicts"][0]["why"]
    assert done["saved"]
    assert "left as it is" in known.see("/0/history?part")
    assert spec.read_text("utf-8") == SPEC.replace("Title 0", "Theirs")


def test_another_id_of_an_entry_stands_wherever_it_is_named(known: Visitor, spec: Path) -> None:
    answer = known.set("consortium.partners[CMC].id", "CMX", "CMC")
    text = spec.read_text(encoding="utf-8")
    taken_back = known.post("/0/undo")["saved"]

    assert answer["saved"]
    assert text == SPEC.replace("CMC", "CMX")
    assert taken_back
    assert spec.read_text(encoding="utf-8") == SPEC


def test_an_id_is_renamed_where_it_may_be_a_name(known: Visitor, spec: Path) -> None:
    more = "agreement:\n  wording: [{clause: notices-form, text: T., by: CMC, status: proposed}]\n"
    text = SPEC.replace("city: 'Genoa'", "city: 'Genoa'\n      controlled_by: [CMC, Somebody]")
    spec.write_text(text + more, encoding="utf-8")

    answer = known.set("consortium.partners[CMC].id", "CMX", "CMC")

    assert answer["saved"], answer
    assert spec.read_text(encoding="utf-8") == (text + more).replace("CMC", "CMX")


@pytest.mark.parametrize("name", ["CMA", "4x", "a b"])
def test_an_id_that_cannot_be_is_refused_with_the_reason(
    known: Visitor, spec: Path, name: str
) -> None:
    answer = known.set("consortium.partners[CMC].id", name, "CMC")

    assert not answer["saved"]
    assert answer["faults"]
    assert spec.read_text(encoding="utf-8") == SPEC


def test_entries_are_added_moved_and_removed(known: Visitor, spec: Path) -> None:
    new = {"do": "add", "key": "consortium.partners", "value": {"id": "NEW", "country": "ES"}}
    move = {"do": "move", "key": "consortium.partners[NEW]", "to": 0}
    gone = {"do": "remove", "key": "consortium.partners[NEW]", "sure": True}

    assert known.post("/0/change", changes=[new])["saved"]
    assert known.post("/0/change", changes=[move])["saved"]
    assert spec.read_text(encoding="utf-8").index("NEW") < spec.read_text(encoding="utf-8").index(
        "CMC\n      country"
    )
    assert known.post("/0/change", changes=[gone])["saved"]
    assert spec.read_text(encoding="utf-8") == SPEC


def test_an_entry_that_others_name_says_who_when_it_is_not_taken_out(
    known: Visitor, spec: Path
) -> None:
    gone = {"do": "remove", "key": "consortium.partners[CMC]", "sure": True}

    answer = known.post("/0/change", changes=[gone])

    assert not answer["saved"]
    assert "consortium.coordinator" in answer["faults"][0]["message"]
    assert spec.read_text(encoding="utf-8") == SPEC


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"changes": 1}', b'{"changes": [1]}', b'{"changes": [{"do": "set"}]}',
     b'{"changes": [{"do": "set", "key": "project.title", "value": 1.5}]}',
     b'{"changes": [{"do": "burn", "key": "project"}]}', b'{"changes": [], "version": "x"}',
     b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_request_is_told_in_words(known: Visitor, spec: Path, body: bytes) -> None:
    headers = {
        "Content-Type": "application/json",
        "Origin": "http://127.0.0.1:8000",
        "Sec-Fetch-Site": "same-origin",
    }

    answer = known.client.post("/0/change", content=body, headers=headers)

    assert answer.status_code == 409
    assert answer.json()["error"]
    assert spec.read_text(encoding="utf-8") == SPEC


def test_only_parts_that_changed_are_sent(wave: Visitor) -> None:
    first = json.loads(wave.see("/0/parts/application"))
    wave.set("project.title", "Another title", "Waves of growth for ocean technology SMEs")
    second = json.loads(wave.see(f"/0/parts/application?since={first['number']}"))
    wave.post("/0/undo")

    assert len(first["html"]) == len(first["order"])
    assert 0 < len(second["html"]) <= 6
    assert set(second["order"]) <= set(first["order"]) | set(second["html"])
    assert any("Another title" in one for one in second["html"].values())


def test_a_value_of_the_preview_leads_to_its_field_and_line(wave: Visitor) -> None:
    assert 'data-path="consortium.partners[1].legal_name"' in wave.see("/0/page/application")

    found = json.loads(wave.see("/0/where?path=consortium.partners[1].legal_name"))

    assert found["key"] == "consortium.partners[BKTM].legal_name"
    assert found["screen"] == "consortium.partners[BKTM]"
    assert found["file"].endswith("consortium.yaml")


def test_a_choice_of_the_agreement_shows_the_clause_of_each_value(wave: Visitor) -> None:
    html = wave.see("/0/choice?key=agreement.governance.majority")

    assert "if more than half of the votes" in html
    assert "if all the votes" in html


def test_what_if_judges_and_writes_nothing(wave: Visitor) -> None:
    before = json.loads(wave.see("/0/texts"))["files"]

    html = wave.see("/0/what-if?without=CMA,BKTM,STK&strand=&call=")

    assert "Not eligible" in html
    assert json.loads(wave.see("/0/texts"))["files"] == before


def test_several_specs_are_a_list(spec: Path, tmp_path: Path) -> None:
    other = tmp_path / "second.yaml"
    other.write_text(SPEC.replace("acronym: WAVE", "acronym: TIDE"), encoding="utf-8")

    with visitor(spec, other) as found:
        html = found.see("/")

    assert "WAVE" in html
    assert "TIDE" in html
    assert html.count("Not eligible") == 2  # they share every partner


def test_texts_that_still_say_the_old_value_are_told(wave: Visitor) -> None:
    wave.post("/0/seen")
    wave.set("project.duration_months", "31", "32")
    told = wave.see("/0/stale")
    wave.post("/0/undo")
    wave.post("/0/seen")

    assert 'data-key="project.abstract"' in told
    assert "32 months" in told
    assert wave.see("/0/stale").strip() == ""


def test_a_spec_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    real, link = tmp_path / "real" / "theirs.yaml", tmp_path / "ours.yaml"
    real.parent.mkdir()
    real.write_text(SPEC, encoding="utf-8")
    link.symlink_to(real)

    with visitor(link) as found:
        answer = found.set("project.title", "Mine", "Title 0")

    assert "it is a link" in answer["error"]
    assert real.read_text(encoding="utf-8") == SPEC


def test_a_spec_of_a_megabyte_is_still_worked_on(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    prose = "  objectives: |\n" + "    Many words that say little.\n" * 32_000
    path.write_text(re.sub(r"  objectives: \|\n(?:    .*\n|\n)+", prose, SPEC), encoding="utf-8")

    with visitor(path) as found:
        assert found.set("project.title", "Mine", "Title 0")["saved"]
        assert "Mine" in found.see("/0/form/project?part")

    assert path.stat().st_size > 900_000


def test_a_name_with_signs_of_addresses_leads_to_its_screen(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    region = "target_countries:\n  - region: 'Asia/Pacific? #1 & \"more\"'\n"
    path.write_text(SPEC + region, encoding="utf-8")

    with visitor(path) as found:
        links = re.findall(
            r'class="card" href="([^"]+)"', found.see("/0/form/target_countries?part")
        )
        html = found.see(unescape(links[0]))

    assert "Asia/Pacific? #1" in html
    assert "<h1>Asia/Pacific? #1" in html


def test_what_is_to_be_typed_is_set_as_code(tmp_path: Path) -> None:
    spec = tmp_path / "ours.yaml"
    spec.write_text(SPEC.replace("Title 0", "Light & <b>shade</b>", 1))
    with visitor(spec) as found:
        html = found.see("/0/overview?part")

    assert "Write <code>and</code> for <code>&amp;</code>" in html
    assert "<b>shade" not in html
