"""Workbooks: LibreOffice computes what we computed; nothing of a spec becomes a formula."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from escp_docs.files import libreoffice
from escp_docs.workbook import SheetCell, Unit, Workbook, cells
from tests.support.office import Shown, saved, shown
from tests.support.sizes import examples
from tests.support.workbooks import BASE, example, made, written

needs_office = pytest.mark.skipif(
    libreoffice.office() is None, reason="LibreOffice is not installed"
)


def with_wrong_results(book: Workbook) -> bytes:
    """Return a workbook whose formulas lie about what they give: who reads them must compute."""
    sheets = tuple(
        replace(sheet, rows=tuple(tuple(map(_wrong, row)) for row in sheet.rows))
        for sheet in book.sheets
    )
    return written(replace(book, sheets=sheets))


def _wrong(cell: SheetCell) -> SheetCell:
    return replace(cell, value=Decimal("-77.77")) if cell.formula else cell


def differences(book: Workbook, found: Shown) -> list[str]:
    """Return the cells that show something else than they should, to the cent."""
    return [
        f"{sheet.name} {address}: {cell.formula or 'stated'}: {cell.value} is {shown_here!r}"
        for sheet, address, cell in cells(book)
        if not _same(cell, shown_here := found.get((sheet.name, address)))
    ]


def _same(cell: SheetCell, found: object) -> bool:
    if isinstance(cell.value, str):
        return found == cell.value
    if not isinstance(found, int | float):
        return False
    if cell.unit is Unit.EURO:
        return Fraction(round(Fraction(found) * 100), 100) == Fraction(cell.value)
    return abs(Fraction(found) - Fraction(cell.value)) < Fraction(1, 10**9)


def recalculated(books: Mapping[str, Workbook], folder: Path) -> dict[str, list[str]]:
    """Return the differences of each workbook after LibreOffice computed it."""
    found = saved({name: with_wrong_results(book) for name, book in books.items()}, folder)
    return {name: differences(book, shown(found[name])) for name, book in books.items()}


@needs_office
def test_libreoffice_computes_our_figures_for_every_example(tmp_path: Path) -> None:
    names = ("wave-4i", "shield-4i.yaml", "unfinished.yaml")
    books = {f"{name.split('.')[0]}.xlsx": example(name) for name in names}

    assert recalculated(books, tmp_path) == {name: [] for name in books}


_LINE = "    - {{partner: {}, work_package: WP1, category: other, amount_eur: {}.{:02}}}\n"
_EDGES = {
    "rate-0": BASE.replace("2/3", "0").replace("0.07", "0"),
    "rate-1": BASE.replace("2/3", "1").replace("0.07", "1"),
    "amounts-0": BASE.replace("4000.01", "0").replace("333.33", "0").replace("1000", "0"),
    "included": BASE.replace("excludes_subcontracting: true", "excludes_subcontracting: false"),
    "idle": BASE.replace("partners: [", "partners: [{id: C, legal_name: Gamma}, "),
    # what a criterion of SUMIFS would take for a truth and for a date
    "ids": re.sub(r"\bB\b", "MAR-1", re.sub(r"\bA\b", "TRUE", BASE)).replace("strand: TRUE\n", ""),
    "lines": BASE
    + "".join(_LINE.format("AB"[n % 2], n * 7919 % 99991, n % 100) for n in range(1000)),
    "adrift": BASE + "    - {description: Rest, amount_eur: 7}\n",
    "asked": BASE + "  requested_grant_eur: {A: 10.01}\n  incomes: [{partner: A, amount_eur: 3}]\n",
    "own": BASE + "  own_contributions: [{partner: A, amount_eur: 3}, {partner: B}]\n",
    "fine": BASE.replace("4000.01", "4000").replace("0.07", "0.00500050001"),
    "huge": BASE.replace(
        "amount_eur: 1000", "units: 1000000000000\n      unit_cost_eur: 10000000000"
    ),
    "nothing": "",
    "lump": BASE[: BASE.index("  reimbursement_rate")]
    + "  lump_sums:\n"
    + "".join(f"  - {{partner: {one}, work_package: WP1, amount_eur: 99.99}}\n" for one in "ABA"),
    "lump-and-costs": BASE
    + "  lump_sums: [{partner: A, work_package: WP2, amount_eur: 1000.01}]\n",
    "rates": BASE
    + "    - {partner: A, category: third_parties, units: 3, unit_cost_eur: 33.33}\n"
    + "  rates_by_category: {third_parties: 1, travel: 1/3}\n  rates_by_partner: {B: 0.7}\n",
}


@needs_office
def test_libreoffice_computes_our_figures_at_the_edges(tmp_path: Path) -> None:
    books = {f"{name}.xlsx": made(text) for name, text in _EDGES.items()}

    assert recalculated(books, tmp_path) == {name: [] for name in books}


cents = st.integers(0, 10**11).map(lambda n: Decimal(n).scaleb(-2))
small = st.integers(0, 10**6).map(lambda n: Decimal(n).scaleb(-2))
units = st.integers(0, 6).flatmap(
    lambda p: st.integers(0, 10**7).map(lambda n: Decimal(n).scaleb(-p))
)
rates = st.sampled_from(["0", "1", "0.07", "0.9", "2/3", "1/3", "0.0725", "0.333333", "1/7"]) | (
    st.fractions(0, 1, max_denominator=10**6).map(str)
)


def plainly(number: Decimal) -> str:
    """Return a number that reads one way: 6.303 might be six thousand, 6.3030 is not."""
    text = f"{number:f}"
    return f"{text}0" if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text) else text


@st.composite
def budgets(draw: st.DrawFn) -> str:
    """Return a budget of odd rates, amounts of up to a thousand million and open facts."""
    lines = []
    for _ in range(draw(st.integers(1, 8))):
        amount = (
            f"amount_eur: {draw(cents | small):f}"
            if draw(st.booleans())
            else f"units: {plainly(draw(units))}, unit_cost_eur: {draw(small):f}"
        )
        partner, package = draw(st.sampled_from("AB")), draw(st.sampled_from(["WP1", "WP2"]))
        category = draw(
            st.sampled_from(["travel", "subcontracting", "equipment", "personnel", "third_parties"])
        )
        eligible = str(draw(st.booleans())).lower()
        lines.append(
            f"    - {{partner: {partner}, work_package: {package}, category: {category}, "
            f"eligible: {eligible}, {amount}}}\n"
        )
    drawn = {"2.5": plainly(draw(units)), "2/3": draw(rates), "0.07": draw(rates)}
    head = BASE[: BASE.index("  costs:")]
    changed = re.sub("2.5|2/3|0.07", lambda hit: drawn[hit[0]], head)
    if draw(st.booleans()):
        changed += f"  rates_by_category: {{travel: {draw(rates)}, third_parties: {draw(rates)}}}\n"
    if draw(st.booleans()):
        changed += f"  rates_by_partner: {{A: {draw(rates)}}}\n"
    return changed + "  costs:\n" + "".join(lines)


@needs_office
@settings(
    max_examples=examples(2),
    derandomize=True,
    phases=[Phase.generate],  # a run of LibreOffice takes seconds: none is made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(budgets(), min_size=12, max_size=12))
def test_libreoffice_computes_our_figures_whatever_the_budget(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    books = {f"{number}.xlsx": made(text) for number, text in enumerate(texts)}
    found = recalculated(books, tmp_path_factory.mktemp("office"))

    assert {name: (texts[int(name[:-5])], wrong) for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\\t=", "\\r=", "=cmd|' /C calc'!A0", "{=1}"])
def test_no_text_of_a_spec_becomes_a_formula(sign: str) -> None:
    evil = f'"{sign}1+HYPERLINK(1)"'
    text = BASE.replace("Fares", evil).replace("Alpha", evil)
    book = made(text + f"  incomes: [{{partner: A, source: {evil}, amount_eur: 1}}]\n")
    page = load_workbook(BytesIO(written(book)))

    ours = {(sheet.name, address) for sheet, address, cell in cells(book) if cell.formula}
    theirs = {(s.title, c.coordinate) for s in page for row in s for c in row if c.data_type == "f"}
    assert theirs == ours
    texts = [c for s in page for row in s for c in row if "HYPERLINK" in str(c.value)]
    assert len(texts) == 4
    assert all(c.data_type == "s" and c.hyperlink is None for c in texts)
    assert all(c.quotePrefix for c in texts if str(c.value)[0] in "=+-@")


def test_a_program_that_does_not_calculate_shows_our_figures() -> None:
    book = example("wave-4i")

    assert differences(book, shown(written(book))) == []


def test_the_same_workbook_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib;from tests.support.workbooks import example, written;"
        "print(hashlib.sha256(written(example('wave-4i'))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert len(found) == 1


def test_the_file_holds_no_time_of_its_making() -> None:
    with ZipFile(BytesIO(written(made()))) as package:
        core = package.read("docProps/core.xml").decode()
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    assert core.count("2020-11-20T00:00:00Z") == 2


def test_every_page_says_whose_budget_it_is_and_whether_it_is_a_draft() -> None:
    named = BASE.replace("acronym: X", "acronym: R&D")
    drafts = load_workbook(BytesIO(written(made(named, draft=True))))
    finals = load_workbook(BytesIO(written(made(named))))

    for sheet in drafts:
        assert running(sheet) == [
            *("R&&D", "DRAFT", "Budget – R&&D, 20 November 2020"),
            *("&A", None, "Page &P of &N"),
        ]
    assert {running(sheet)[1] for sheet in finals} == {None}


def running(sheet: Worksheet) -> list[str | None]:
    """Return the three parts of the head and of the foot of a page."""
    parts = (
        getattr(line, part)
        for line in (sheet.oddHeader, sheet.oddFooter)
        for part in ("left", "center", "right")
    )
    return [part.text and part.text.strip() for part in parts]


def test_every_sheet_is_set_up_for_paper() -> None:
    for sheet in load_workbook(BytesIO(written(example("wave-4i")))):
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.print_title_rows == "$4:$4"
        assert str(sheet.freeze_panes).endswith("5")
        assert not sheet.protection.sheet


@needs_office
def test_a_cost_line_that_somebody_adds_counts_in_every_sum(tmp_path: Path) -> None:
    book = example("shield-4i.yaml")
    there = load_workbook(BytesIO(written(book)))
    lines: Any = there["Cost lines"]
    head = next(row[0].row for row in lines.iter_rows() if "Further" in str(row[0].value))
    new = ["PTK", "WP1", "Travel", "One trip more", 2, "trip", 500]
    for letter, value in zip("BCDEFGH", new, strict=True):
        lines[f"{letter}{head + 1}"] = value
    changed = BytesIO()
    there.save(changed)

    before = shown(saved({"a.xlsx": written(book)}, tmp_path / "before")["a.xlsx"])
    after = shown(saved({"a.xlsx": changed.getvalue()}, tmp_path / "after")["a.xlsx"])

    def rise(sheet: str, column: str, label: str) -> float:
        rows = [
            address[1:]
            for (name, address), value in before.items()
            if name == sheet and address[0] == "A" and address[1:].isdigit() and value == label
        ]
        here = sheet, f"{column}{rows[0]}"
        return round(float(after[here] or 0) - float(before[here] or 0), 2)  # type: ignore[arg-type]

    assert rise("Cost lines", "L", "Total") == 1000
    assert rise("By partner", "D", "PTK") == 1000
    assert rise("By partner", "I", "PTK") == 1070  # with 7 % of indirect costs
    assert rise("By work package", "I", "WP1") == 1070
    assert rise("Partner and work package", "B", "PTK") == 1070
    assert rise("Grant", "F", "PTK") == 963  # at a rate of 90 %
