"""Sheets that go out and come back: what is changed in their cells, and nothing else."""

import csv
import json
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sheet_editor import answered, edited

_BUILT: dict[str, Path] = {}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of an example and its sheets."""
    folder = tmp_path_factory.mktemp("sheets")
    shutil.copytree(SPECS / "wave-4i", folder / "wave")
    arguments = ("-d", "sheets", "-d", "budget", "-f", "xlsx", "-f", "csv")
    status, told = run("build", str(folder / "wave"), *arguments, "-o", str(folder / "out"))
    assert status == 0, told
    return folder


@pytest.fixture
def wave(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built / "wave", tmp_path / "wave")
    return tmp_path / "wave"


def sheet(built: Path, name: str) -> Path:
    return built / "out" / "wave-4i" / name


def proposals(*arguments: str) -> dict[str, dict[str, Any]]:
    """Return what files propose by key; of new entries the last."""
    _, told = run("pull", *arguments, "--format", "json")
    return {one["key"]: one for one in json.loads(told)["proposals"]}


# --- out ---------------------------------------------------------------------------------------


def test_a_sheet_says_what_is_known_and_has_lists_notes_and_the_words_on_personal_data(
    built: Path,
) -> None:
    page: Any = load_workbook(sheet(built, "sheets/CMA.xlsx")).active
    rows = {str(row[4].value): row for row in page.iter_rows(min_row=6)}

    assert rows["consortium.partners[CMA].city"][1].value == "Matosinhos"
    assert rows["consortium.partners[CMA].city"][1].comment.text == "In which city is the partner?"
    assert rows["consortium.partners[CMA].contact.phone"][1].data_type == "s"
    lists = [one.formula1 for one in page.data_validations.dataValidation]
    assert '"yes,no"' in lists
    top = " ".join(str(row[0].value) for row in page.iter_rows(max_row=4))
    for words in ("collects these data", "kept for", "erase data", "24 November 2020"):
        assert words in top


def test_the_table_says_first_that_it_holds_everybodys_data(built: Path) -> None:
    page: Any = load_workbook(sheet(built, "sheets/partners.xlsx")).active
    assert "Everybody's data" in page["A1"].value
    ids = [row[0].value for row in page.iter_rows(min_row=6)]
    assert ids == ["CMA", "BKTM", "SGTA", "STK", "MINI"]


@pytest.mark.parametrize("name", ["sheets/CMA.csv", "sheets/CMA.xlsx", "sheets/partners.csv"])
def test_no_value_becomes_a_formula(tmp_path: Path, name: str) -> None:
    text = (SPECS / "shield-4i.yaml").read_text()
    spec = tmp_path / "spec.yaml"
    spec.write_text(text)
    for key, value in (("city", "=1+1"), ("address", "+44 road"), ("legal_form", "@SUM(A1)")):
        status, told = run("set", str(spec), f"consortium.partners[0].{key}={value}")
        assert status == 0, told
    name = name.replace("CMA", _first_partner(spec))
    out = tmp_path / "out"
    status, told = run(
        "build", str(spec), "-d", "sheets", "-f", name[-4:].strip("."), "-o", str(out)
    )
    assert status == 0, told
    (path,) = out.glob(f"*/{name}")
    if name.endswith("xlsx"):
        page: Any = load_workbook(path).active
        cells = [cell for row in page.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        assert "=1+1" in [cell.value for cell in cells]
    else:
        cells_ = [one for row in csv.reader(StringIO(path.read_text("utf-8-sig"))) for one in row]
        assert not [one for one in cells_ if one[:1] in tuple("=+-@")]
        assert "'=1+1" in cells_
    assert run("pull", str(spec), str(path), "--from", _first_partner(spec))[0] == 0


def _first_partner(spec: Path) -> str:
    line = next(one for one in spec.read_text().splitlines() if "- id:" in one)
    return line.split("id:")[1].strip().strip("\"'")


def test_what_was_sent_is_kept_in_the_record(built: Path) -> None:
    kept = [json.loads(one.read_text()) for one in (built / "wave/record/sent").glob("*.json")]
    names = {(one["document"], one["partner"]) for one in kept}
    assert ("sheets/CMA", "CMA") in names
    assert ("sheets/partners", "") in names
    assert ("budget", "") not in names


# --- back --------------------------------------------------------------------------------------


def test_unedited_sheets_propose_nothing_and_apply_changes_no_byte(built: Path, wave: Path) -> None:
    before = {one.name: one.read_bytes() for one in wave.glob("*.yaml")}
    files = [str(one) for one in sorted(sheet(built, "").rglob("*.xlsx"))]
    files += [str(one) for one in sorted(sheet(built, "sheets").glob("*.csv"))]
    assert len(files) == 13

    status, told = run("pull", str(wave), *files, "--from", "CMA", "--apply")

    assert (status, told.count("nothing was changed")) == (0, 13)
    assert {one.name: one.read_bytes() for one in wave.glob("*.yaml")} == before


def test_answers_come_home_from_a_sheet_with_rows_and_columns_moved(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    entry = "consortium.partners[BKTM]"

    def change(book: Any) -> None:  # noqa: ANN401
        page = book.active
        answered(page, f"{entry}.city", "Bilbo")
        answered(page, f"{entry}.country", "France")
        answered(page, f"{entry}.founded", "yes", column=4)
        answered(page, "roadmap.work_packages[WP1].effort.BKTM", 2.125)
        answered(page, f"{entry}.postcode", "is this asked of all?", column=3)
        page.insert_rows(8)
        page.move_range("E1:E300", cols=4)
        page.insert_cols(1)

    path = edited(sheet(built, "sheets/BKTM.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path))

    assert {key: one["theirs"] for key, one in found.items()} == {
        f"{entry}.city": "Bilbo",
        f"{entry}.country": "FR",
        f"{entry}.confirmed": "founded",
        "roadmap.work_packages[WP1].effort.BKTM": "2.1250",
    }
    assert {one["standing"] for one in found.values()} == {"proposed"}
    status, told = run("pull", str(wave), str(path), "--apply")
    assert status == 0, told
    assert "is this asked of all?" in told or "asked" in told
    assert "BKTM: 2.1250" in (wave / "roadmap.yaml").read_text()


def _without_keys(page: Any) -> None:  # noqa: ANN401
    page.delete_cols(5)


def _without_answers(page: Any) -> None:  # noqa: ANN401
    page.delete_cols(2)


def _renamed_and_moved(page: Any) -> None:  # noqa: ANN401
    for row in range(1, page.max_row + 1):
        page.cell(row, 9).value = page.cell(row, 2).value
    head = next(row for row in range(1, 12) if page.cell(row, 9).value == "Your answer")
    page.cell(head, 9).value = "What we say"
    page.delete_cols(2)


def _without_words(page: Any) -> None:  # noqa: ANN401
    page.delete_cols(5)
    for row in range(6, page.max_row + 1):
        page.cell(row, 1).value = None


def _without_most_words(page: Any) -> None:  # noqa: ANN401
    page.delete_cols(5)
    for row in range(8, page.max_row + 1):
        page.cell(row, 1).value = None


@pytest.mark.parametrize(
    ("change", "city", "told"),
    [
        (_without_keys, "Bilbo", ""),
        (_renamed_and_moved, "Bilbo", ""),
        (_without_answers, None, "no column is headed"),
        (_without_words, None, "no column says which row is which"),
        (_without_most_words, None, 'row 10: "Bilbo"; no row that was sent is known by'),
    ],
)
def test_columns_that_are_gone_or_have_other_heads_are_found_or_told(  # noqa: PLR0913, PLR0917
    built: Path,
    wave: Path,
    tmp_path: Path,
    change: Callable[[Any], None],
    city: str | None,
    told: str,
) -> None:
    entry = "consortium.partners[BKTM]"

    def whole(book: Any) -> None:  # noqa: ANN401
        answered(book.active, f"{entry}.city", "Bilbo")
        change(book.active)

    path = edited(sheet(built, "sheets/BKTM.xlsx"), whole, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path))

    assert {key: one["theirs"] for key, one in found.items()} == (
        {f"{entry}.city": city} if city else {}
    )
    status, text = run("pull", str(wave), str(path))
    assert status == 1
    assert ("could not be read: " in text) == bool(told)
    assert told in text


def test_a_sheet_that_is_gone_is_told(built: Path, wave: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        del book["Cost lines"]

    path = edited(sheet(built, "budget.xlsx"), change, tmp_path / "back.xlsx")

    status, text = run("pull", str(wave), str(path), "--from", "CMA")

    assert status == 1
    assert 'could not be read: the sheet "Cost lines", which is not there any more' in text


def test_a_formula_and_an_error_are_not_taken_for_values(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        answered(book.active, "consortium.partners[CMA].founded", "=2000+10")
        answered(book.active, "consortium.partners[CMA].city", "#REF!")

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path))

    assert {one["standing"] for one in found.values()} == {"unclear"}
    assert run("pull", str(wave), str(path), "--apply")[0] == 1


def test_a_partner_may_not_speak_for_another_in_the_table(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        book.active["B6"] = "Own"
        book.active["B7"] = "Not own"
        book.active.append(["NEW", "NP", "New Partner", "Italy"])

    path = edited(sheet(built, "sheets/partners.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path), "--from", "BKTM")

    standing = {one["theirs"]: one["standing"] for one in found.values()}
    assert standing["Own"] == "not its own to say"
    assert standing["Not own"] == "proposed"
    new = "id: NEW, short_name: NP, legal_name: New Partner, country: IT"
    assert standing[new] == "not its own to say"
    assert proposals(str(wave), str(path), "--from", "CMA")["consortium.partners"]["standing"] == (
        "proposed"
    )


def test_a_csv_comes_back_with_semicolons_and_columns_in_another_order(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    rows = list(csv.reader(StringIO(sheet(built, "sheets/STK.csv").read_text("utf-8-sig"))))
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";")
    for row in rows:
        cells = [*row, *[""] * (5 - len(row))]
        if cells[4].endswith("[STK].city"):
            cells[1] = "Ulaanbaatar"
        writer.writerow([cells[4], cells[1], cells[0], *cells[2:4]] if len(row) == 5 else row)
    path = tmp_path / "stk.csv"
    path.write_bytes(buffer.getvalue().encode("utf-16"))

    found = proposals(str(wave), str(path))

    assert {one["theirs"] for one in found.values()} == {"Ulaanbaatar"}


def test_our_own_notes_are_no_remarks_though_a_program_forgot_who_wrote_them(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        for row in book.active.iter_rows():
            for cell in row:
                if cell.comment is not None:
                    cell.comment = Comment(f"{cell.comment.text}\n", " ")

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    status, told = run("pull", str(wave), str(path))
    assert (status, "nothing was changed" in told) == (0, True), told


def test_a_note_that_somebody_wrote_at_a_cell_is_a_remark(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        book.active["B7"].comment = Comment("who needs this?", "Ana")

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    status, told = run("pull", str(wave), str(path))
    assert status == 0
    assert "by Ana: who needs this?" in told


def test_no_in_place_of_a_tick_is_told(built: Path, wave: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        answered(book.active, "consortium.partners[CMA].founded", "no", column=4)

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    (one,) = proposals(str(wave), str(path)).values()

    assert (one["label"], one["theirs"]) == ("year of foundation", "no")
    assert one["standing"] == "unclear"


@pytest.mark.parametrize(
    ("document", "page", "first"),
    [("sheets/CMA.xlsx", "Answers", "City"), ("budget.xlsx", "Effort", "CMA")],
)
def test_a_row_of_facts_that_is_gone_is_told(  # noqa: PLR0913, PLR0917
    built: Path, wave: Path, tmp_path: Path, document: str, page: str, first: str
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        rows = book[page].iter_rows()
        book[page].delete_rows(next(row[0].row for row in rows if row[0].value == first))

    path = edited(sheet(built, document), change, tmp_path / "back.xlsx")
    status, told = run("pull", str(wave), str(path), "--from", "CMA")

    assert status == 1
    assert f'the sheet "{page}": not there any more: "{first}"; what was sent' in told


def test_a_remark_over_a_column_is_told(built: Path, wave: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        head = next(row[3] for row in book.active.iter_rows() if row[3].value == "Correct?")
        head.value = "Correct? We did not look at all."

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    status, told = run("pull", str(wave), str(path))

    assert status == 1
    assert 'says "Correct? We did not look at all."' in told


def test_a_note_at_an_empty_cell_is_a_remark_too(built: Path, wave: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        empty = next(row[1] for row in book.active.iter_rows(min_row=6) if row[1].value is None)
        empty.comment = Comment("ask Bela", "Ana")

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")

    assert "by Ana: ask Bela" in run("pull", str(wave), str(path))[1]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("operating_grant", "=TRUE()"),
        ("operating_grant", "=TRUE"),
        ("own_legal_entity", "=false()"),
    ],
)
def test_a_truth_that_a_program_saved_as_a_formula_is_a_value(
    built: Path, wave: Path, tmp_path: Path, name: str, typed: str
) -> None:
    key = f"consortium.partners[CMA].{name}"

    def change(book: Any) -> None:  # noqa: ANN401
        (row,) = (row for row in book.active.iter_rows(min_row=6) if row[4].value == key)
        row[1].value = typed

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path))

    assert {one: (it["theirs"], it["standing"]) for one, it in found.items()} == {
        key: (typed.strip("=()").lower(), "proposed")
    }


def test_words_struck_by_their_look_are_no_answer(built: Path, wave: Path, tmp_path: Path) -> None:
    away = Font(strike=True)

    def change(book: Any) -> None:  # noqa: ANN401
        cells = {str(row[4].value): row[1] for row in book.active.iter_rows(min_row=6)}
        cells["consortium.partners[CMA].city"].font = away
        postcode = cells["consortium.partners[CMA].postcode"]
        postcode.value = CellRichText(TextBlock(InlineFont(strike=True), "4000-001"), " 4000-002")
        mixed = CellRichText("Rua Velha 1", TextBlock(InlineFont(), "Rua Nova 2"))
        address = cells["consortium.partners[CMA].address"]
        address.value, address.font = mixed, away

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path))

    assert {key.rpartition(".")[2]: one["theirs"] for key, one in found.items()} == {
        "city": "",
        "postcode": "4000-002",
        "address": "Rua Nova 2",
    }
    assert found["consortium.partners[CMA].city"]["standing"] == "unclear"


# --- the budget --------------------------------------------------------------------------------


def test_input_cells_of_the_budget_come_back_and_computed_ones_do_not(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        lines = book["Cost lines"]
        own = [row for row in lines.iter_rows() if str(row[14].value).startswith("budget.costs[0")]
        own[0][5].value, own[0][4].value = 9, "Another description"
        last = max(r[0].row for r in lines.iter_rows() if str(r[14].value).startswith("budget.co"))
        lines.insert_rows(last)
        new = ["CMA", "WP1", "Travel", "A new trip", 2, "trip", 350.5]
        for letter, value in zip("BCDEFGH", new, strict=True):
            lines[f"{letter}{last}"] = value
        book["Effort"]["C5"] = 11
        book["Rates"]["B5"] = 0.85
        book["Grant"]["F5"] = 1  # a computed cell, written over

    path = edited(sheet(built, "budget.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path), "--from", "CMA")

    assert {key: one["theirs"] for key, one in found.items()} == {
        "budget.reimbursement_rate": "0.85",
        "roadmap.work_packages[WP1].effort.CMA": "11",
        "budget.costs[0].units": "9",
        "budget.costs[0].description": "Another description",
        "budget.costs": "partner: CMA, work_package: WP1, category: travel, "
        "description: A new trip, units: 2, unit: trip, unit_cost_eur: 350.5",
    }
    status, told = run("pull", str(wave), str(path), "--from", "CMA", "--apply")
    assert "words of the template were changed" in told
    assert status == 0, told
    assert "A new trip" in (wave / "budget.yaml").read_text()


def test_a_cost_line_written_into_the_room_for_more_comes_home(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        lines = book["Cost lines"]
        head = next(row[0].row for row in lines.iter_rows() if "Further" in str(row[0].value))
        for letter, value in zip("BCDEI", ["CMA", "WP1", "Other", "A hall", 900], strict=True):
            lines[f"{letter}{head + 2}"] = value

    path = edited(sheet(built, "budget.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path), "--from", "CMA")

    assert {key: one["theirs"] for key, one in found.items()} == {
        "budget.costs": "partner: CMA, work_package: WP1, category: other, "
        "description: A hall, amount_eur: 900, eligible: true"
    }


def test_a_cost_line_that_is_gone_is_proposed_to_be_taken_out(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        lines = book["Cost lines"]
        row = next(r[0].row for r in lines.iter_rows() if str(r[14].value).startswith("budget.co"))
        lines.delete_rows(row)

    path = edited(sheet(built, "budget.xlsx"), change, tmp_path / "back.xlsx")
    found = proposals(str(wave), str(path), "--from", "CMA")
    assert [one["what"] for one in found.values()] == ["entry removed"]


# --- lists of others ---------------------------------------------------------------------------

_LIST = (
    "Organisation;Participant code;State;Street;Zip code;Town;E-mail;Remarks\r\n"
    'Mar;999900201;Spain;"Rua Nova, 1";1000-001;Porto;a@b.example;x\r\n'
    "Nova Rede;123456789;France;Rue 2;75001;Paris;;\r\n"
)


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ";")],
)
def test_a_list_of_partners_is_read_by_the_closest_heads(
    wave: Path, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    buffer = StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(csv.reader(StringIO(_LIST), delimiter=";"))
    path = tmp_path / "list.csv"
    path.write_bytes(buffer.getvalue().replace("Nova", "Nóva").encode(encoding))

    found = proposals(str(wave), str(path), "--from", "CMA")

    entry = "consortium.partners[CMA]"
    assert found[f"{entry}.legal_name"]["theirs"] == "Mar"
    assert found[f"{entry}.country"]["theirs"] == "ES"
    assert found[f"{entry}.address"]["theirs"] == "Rua Nóva, 1"
    assert found[f"{entry}.contact.email"]["theirs"] == "a@b.example"
    assert found["consortium.partners"]["theirs"].startswith("id: N")
    _, told = run("pull", str(wave), str(path))
    assert '"Organisation" as legal_name' in told
    assert 'not read: "Remarks"' in told


def test_map_says_which_key_a_head_is_and_a_wrong_one_is_told(wave: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(_LIST)

    found = proposals(str(wave), str(path), "--map", "Remarks=legal_form", "--map", "Town=-")

    assert found["consortium.partners[CMA].legal_form"]["theirs"] == "x"
    assert "consortium.partners[CMA].city" not in found
    for wrong, said in (("Nix=city", "no head of a column"), ("Town=cty", "did you mean city?"),
                        ("Town", "HEAD=KEY")):  # fmt: skip
        status, told = run("pull", str(wave), str(path), "--map", wrong)
        assert status == 2
        assert said in told


# --- hostile -----------------------------------------------------------------------------------


def _with_part(path: Path, name: str, data: bytes, to: Path) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        new.writestr(name, data)
    return to


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("xl/vbaProject.bin", b"x", "macros"),
        ("xl/media/bomb.xml", b"\0" * 80_000_000, "far too much"),
        ("xl/worksheets/sheet9.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
    ],
)
def test_a_dangerous_workbook_is_refused(  # noqa: PLR0913, PLR0917
    built: Path, wave: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = _with_part(sheet(built, "sheets/CMA.xlsx"), name, data, tmp_path / "bad.xlsx")
    status, told = run("pull", str(wave), str(path))
    assert status == 2
    assert "cannot be read" in told
    assert said in told
    assert "Traceback" not in told


def test_a_cell_at_the_very_end_of_a_sheet_takes_no_time(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        book.active["XFD1048576"] = "far"

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "far.xlsx")
    status, told = run("pull", str(wave), str(path))
    assert (status, 'Answers XFD1048576 says "far"; no key' in told) == (1, True)


def test_a_computed_figure_that_was_written_over_is_counted_at_the_end(
    built: Path, wave: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        book["Grant"]["F5"] = 100_000

    path = edited(sheet(built, "budget.xlsx"), change, tmp_path / "back.xlsx")
    status, told = run("pull", str(wave), str(path), "--from", "CMA")

    assert status == 0
    assert told.endswith(
        "\nnothing is proposed, 1 change that no key states\n"
        "  read what no key states; where it is meant, change the spec by hand\n"
    )


@pytest.mark.parametrize(("written", "counted"), [(51, 0), (3_004, 4)])
def test_every_word_beside_the_answers_is_told_but_for_thousands(
    built: Path, wave: Path, tmp_path: Path, written: int, counted: int
) -> None:
    said = [f"remark {number}" for number in range(written)]

    def change(book: Any) -> None:  # noqa: ANN401
        for row, words in enumerate(said, 6):
            book.active.cell(row, 9).value = words

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    told = run("pull", str(wave), str(path))[1]
    (unread,) = json.loads(run("pull", str(wave), str(path), "--format", "json")[1])["files"]

    for words in (told, " ".join(unread["unread"])):
        assert [one for one in said if f'"{one}"' not in words] == said[written - counted :]
        assert (f"and {counted} more" in words) == bool(counted)


_NONE_AT_ALL = (b"", b"\0\0\0", b"a", b"PK\x03\x04xl/workbook.xml", b"\xd0\xcf\x11\xe0old", b'"')


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "xls"])
def test_what_is_no_sheet_is_told_in_words(wave: Path, tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{number}.{suffix}" for number in range(len(_NONE_AT_ALL))]
    for path, data in zip(paths, _NONE_AT_ALL, strict=True):
        path.write_bytes(data)
    status, told = run("pull", str(wave), *map(str, paths))
    assert status == 2
    assert told.count("cannot be read") == len(paths)
    assert "Traceback" not in told


def test_yaml_and_jinja_in_a_cell_are_text(built: Path, wave: Path, tmp_path: Path) -> None:
    words = "x: {{ 7*7 }} # - &a *b !!python"

    def change(book: Any) -> None:  # noqa: ANN401
        answered(book.active, "consortium.partners[CMA].city", words)

    path = edited(sheet(built, "sheets/CMA.xlsx"), change, tmp_path / "back.xlsx")
    assert run("pull", str(wave), str(path), "--apply")[0] == 0
    assert f'city: "{words}"' in (wave / "consortium.yaml").read_text()


def test_a_sheet_of_another_consortium_is_no_document_of_this_spec(
    built: Path, tmp_path: Path
) -> None:
    spec = tmp_path / "spec.yaml"
    shutil.copy(SPECS / "shield-4i.yaml", spec)
    status, told = run("pull", str(spec), str(sheet(built, "sheets/CMA.xlsx")))
    assert (status, "no document of this spec" in told) == (2, True)


def test_a_plain_zip_is_no_sheet(wave: Path, tmp_path: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.txt", "hello")
    path = tmp_path / "a.xlsx"
    path.write_bytes(buffer.getvalue())
    assert run("pull", str(wave), str(path))[0] == 2
