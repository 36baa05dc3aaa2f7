"""Random edits of cells come back as exactly these edits, whatever program saved the sheet."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.office import saved
from tests.support.places import EXAMPLES, SPECS
from tests.support.program import run

_FREE = ("legal_name", "address", "postcode", "city", "legal_form", "contact.name", "contact.phone",
         "registration_number")  # fmt: skip


def _built(folder: Path, spec: str, *documents: str) -> tuple[Path, Path]:
    """Return a copy of an example, and the folder of its sheets."""
    source = SPECS / EXAMPLES[spec]
    copy = folder / source.name
    shutil.copytree(source, copy) if source.is_dir() else shutil.copy(source, copy)
    asked = [word for one in documents for word in ("-d", one)]
    status, told = run("build", str(copy), *asked, "--send", "-o", str(folder / "out"))
    assert status == 0, told
    (home,) = (one for one in (folder / "out").iterdir() if not one.name.startswith("."))
    return copy, home


def _edit(page: Any, draw: random.Random) -> dict[str, str]:  # noqa: ANN401
    """Change some cells of an answer sheet; return what is to come of it, by key."""
    rows = [row for row in page.iter_rows(min_row=6) if row[4].value]
    free = [row for row in rows if str(row[4].value).partition("].")[2] in _FREE]
    made: dict[str, str] = {}
    for row in draw.sample(free, min(len(free), draw.randint(1, 4))):
        text = draw.choice(["Ørsted & Søn", "=1+1", "a: b # c", "{{ x }}", "Nr. 5 / 7", "'quoted'"])
        text += str(draw.randint(100, 999))
        row[1].value = text
        row[1].data_type = "s"
        made[str(row[4].value)] = text
    efforts = [row for row in rows if ".effort." in str(row[4].value)]
    for row in draw.sample(efforts, min(len(efforts), 1)):
        number = draw.randint(1, 40) + 0.25
        row[1].value = number
        made[str(row[4].value)] = str(number)
    if draw.random() < 0.5:  # every other time
        page.insert_rows(draw.randint(6, 12))
    if draw.random() < 0.5:
        page.insert_cols(draw.randint(1, 6))
    return made


def _come_back(tmp_path: Path, seeds: range) -> None:
    spec, home = _built(tmp_path, "wave", "sheets")
    names = sorted(one for one in (home / "sheets").glob("*.xlsx") if one.stem != "partners")
    for seed in seeds:
        draw = random.Random(seed)  # the same edits on every run
        path = draw.choice(names)
        book = load_workbook(path)
        made = _edit(book.active, draw)
        back = tmp_path / f"{seed}.xlsx"
        book.save(back)
        _, told = run("pull", str(spec), str(back), "--format", "json")
        found = {one["key"]: one for one in json.loads(told)["proposals"]}
        assert {key: one["theirs"] for key, one in found.items()} == made, seed
        assert {one["standing"] for one in found.values()} == {"proposed"}, seed


def test_random_edits_come_back_as_these_edits(tmp_path: Path) -> None:
    _come_back(tmp_path, range(3))


@pytest.mark.slow
def test_many_random_edits_come_back_as_these_edits(tmp_path: Path) -> None:
    _come_back(tmp_path, range(1000, 1200))


@pytest.mark.slow
@pytest.mark.parametrize("spec", EXAMPLES)
def test_a_mere_save_by_libreoffice_proposes_nothing(tmp_path: Path, spec: str) -> None:
    copy, home = _built(tmp_path, spec, "sheets", "budget")
    given = {one.name: one.read_bytes() for one in home.rglob("*.xlsx")}
    (tmp_path / "back").mkdir()
    paths = []
    for name, data in saved(given, tmp_path).items():
        paths.append(tmp_path / "back" / name)
        paths[-1].write_bytes(data)

    status, told = run("pull", str(copy), *map(str, paths))

    assert (status, told.count("nothing was changed")) == (0, len(given)), told


@pytest.mark.parametrize("spec", EXAMPLES)
def test_what_was_never_filled_in_proposes_nothing(tmp_path: Path, spec: str) -> None:
    copy, home = _built(tmp_path, spec, "sheets", "budget")
    paths = sorted(map(str, home.rglob("*.xlsx")))
    status, told = run("pull", str(copy), *paths)
    assert (status, told.count("nothing was changed")) == (0, len(paths)), told


def test_a_number_in_other_signs_is_the_one_that_was_sent_though_its_line_was_changed(
    tmp_path: Path,
) -> None:
    """A cost line is known by what it states; of one that was changed nothing else is at hand."""
    spec, home = _built(tmp_path, "wave", "budget")
    book = load_workbook(home / "budget.xlsx")
    page = book["Cost lines"]
    row = next(
        one
        for one in page.iter_rows(min_row=5)
        if str(one[-1].value).startswith("budget.costs[") and isinstance(one[7].value, (int, float))
    )
    key = f"{str(row[-1].value).partition('#')[0]}]"
    row[7].value = f"{row[7].value:.2f}".replace(".", ",")
    path = tmp_path / "again.xlsx"
    book.save(path)
    assert run("set", str(spec), f"{key}.description=Something else")[0] == 0

    status, told = run("pull", str(spec), str(path), "--from", "CMA")

    assert (status, "no longer there" in told) == (0, False), told
