"""Pages as they are set: nothing breaks in a table, no heading is alone, no page nearly empty."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from escp_docs.document import Document, Landscape, Table, headings, plain, walk
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.table_measure import TableMeasure
from escp_docs.export.table_setting import set_tables
from tests.support.documents import PAGED, document
from tests.support.look import look
from tests.support.odd_specs import Odd, some
from tests.support.places import EXAMPLES
from tests.support.sizes import examples

_UPRIGHT_MM: Final = 162.0
_SIDEWAYS_MM: Final = 249.0
_TOP_PT: Final = 26 / 25.4 * 72 - 6
_FOOT_PT: Final = 22 / 25.4 * 72 - 2
_LEAST_FULL: Final = 0.2
_SPARE_MM: Final = 0.05
_LETTERS: Final = re.compile(r"\W+")


# --- tables ----------------------------------------------------------------------------------


def broken(found: Document) -> list[str]:
    """Return the columns in which a figure, or a word without a hyphen, would break."""
    measure, faults = TableMeasure(look()), []
    for block in set_tables(found, look()).blocks:
        room = _SIDEWAYS_MM if isinstance(block, Landscape) else _UPRIGHT_MM
        for table in (one for one in walk((block,)) if isinstance(one, Table)):
            least = measure.least_mm(table)
            if sum(least) > room - 20:
                continue  # words of hundreds of letters: they are broken where the line ends
            for column, need in zip(table.columns, least, strict=True):
                if column.width * room + _SPARE_MM < min(need, room):
                    faults.append(f"{table.summary}: {plain(column.head)} {need:.1f} mm")
    return faults


@pytest.mark.parametrize("kind", PAGED)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_word_and_no_figure_breaks_in_a_table_of_an_example(kind: str, name: str) -> None:
    assert broken(document(kind, name)) == []


@pytest.mark.parametrize("odd", tuple(some(examples(20))), ids=lambda odd: str(odd.seed))
def test_no_word_and_no_figure_breaks_in_a_table_of_an_odd_spec(odd: Odd) -> None:
    read = odd.reading()
    assert read is not None

    assert broken(document("application", "shield", read.spec)) == []


# --- pages -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Page:
    """The lines of a page between its head and its foot, and how full it is, from 0 to 1."""

    lines: tuple[str, ...]
    fill: float
    is_sideways: bool


def _pages(data: bytes, folder: Path) -> list[_Page]:
    file = folder / "pages.pdf"
    file.write_bytes(data)
    ran = subprocess.run(
        ["pdftotext", "-bbox-layout", str(file), "-"], capture_output=True, check=True
    )
    parser = etree.HTMLParser()
    return [_page(one) for one in etree.fromstring(ran.stdout, parser).iter("page")]


def _page(page: etree._Element) -> _Page:
    high, wide = float(str(page.get("height"))), float(str(page.get("width")))
    inside = [
        one
        for one in page.iter("line")
        if float(str(one.get("ymin"))) > _TOP_PT and float(str(one.get("ymax"))) < high - _FOOT_PT
    ]
    inside.sort(key=lambda one: float(str(one.get("ymin"))))
    low = max((float(str(one.get("ymax"))) for one in inside), default=_TOP_PT)
    lines = tuple(" ".join(str(word.text) for word in one.iter("word")) for one in inside)
    return _Page(lines, (low - _TOP_PT) / (high - _FOOT_PT - _TOP_PT), wide > high)


def bare(text: str) -> str:
    return _LETTERS.sub("", text)


@cache
def _made(kind: str, name: str) -> Document:
    return document(kind, name)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("kind", ["application", "partnership-agreement"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_is_nearly_empty_and_no_heading_ends_one(
    kind: str, name: str, tmp_path: Path
) -> None:
    found = _made(kind, name)
    pages = _pages(to_pdf(found, look()).data, tmp_path)
    titles = {bare(f"{one.number}{plain(one.children)}") for one in headings(found)}
    parts = {
        bare(f"{one.number}{plain(one.children)}") for one in headings(found) if one.level == 1
    }
    faults = []
    for number, (page, following) in enumerate(pairwise(pages), start=1):
        begins = bare("".join(following.lines[:3]))
        is_last_of_part = (
            following.is_sideways
            or page.is_sideways
            or any(
                begins.startswith(one) or one.startswith(bare(following.lines[0])) for one in parts
            )
        )
        if page.fill < _LEAST_FULL and not is_last_of_part:
            faults.append(f"page {number} is {page.fill:.0%} full: {page.lines[:2]}")
        last = page.lines[-1] if page.lines else ""
        if bare(last) in titles and not last.endswith((";", ".")) and number > 2:
            faults.append(f"page {number} ends in a heading: {last}")
    assert faults == []
