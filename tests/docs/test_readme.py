"""The tables of the README against the program."""

import re

import pytest
from click import Command, Context

from escp_docs.build.install_hints import PANGO, SUBSET
from escp_docs.cli import main
from escp_docs.compose.document_types import DOCUMENT_TYPES
from tests.support.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SYSTEMS = {"Debian, Ubuntu": "debian", "Fedora": "fedora", "macOS": "darwin", "Windows": "windows"}


def rows(head: str) -> list[list[str]]:
    """Return the cells of each row of the table that begins with a head."""
    table = README[README.index(f"\n| {head} |") + 1 :].partition("\n\n")[0]
    lines = table.splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def command(name: str) -> Command:
    found = main.get_command(Context(main), name)
    assert found is not None
    return found


def test_every_command_has_a_row() -> None:
    named = [cells[0].strip("`").split()[1] for cells in rows("command")]

    assert sorted(named) == sorted(main.list_commands(Context(main)))


@pytest.mark.parametrize("cells", rows("command"), ids=lambda cells: cells[0])
def test_a_row_names_options_that_its_command_has(cells: list[str]) -> None:
    known = {opt for one in command(cells[0].strip("`").split()[1]).params for opt in one.opts}
    named = set(re.findall(r"`(--?[a-z]+)`", cells[1]))

    assert named <= known


def test_every_document_has_a_row_with_its_formats() -> None:
    kinds: dict[str, set[str]] = {}
    for name, kind in DOCUMENT_TYPES.items():
        kinds.setdefault(name.split("/")[0], set()).update(kind.formats)
    told = {
        cells[0].strip("`"): set(re.findall("[a-z]+", cells[2].partition(";")[0].lower()))
        for cells in rows("`-d`")
    }

    assert told == kinds


@pytest.mark.parametrize("cells", rows("system"), ids=lambda cells: cells[0])
def test_what_a_system_lacks_is_what_doctor_says(cells: list[str]) -> None:
    wanted = re.findall(r"[a-z0-9.+-]+", f"{PANGO[SYSTEMS[cells[0]]]} {SUBSET[SYSTEMS[cells[0]]]}")
    told = set(re.findall(r"[a-z0-9.+-]+", cells[1]))
    # Windows and macOS bring the subsetter with Pango.
    needed = {one for one in wanted if "pango" in one or cells[0] in ("Debian, Ubuntu", "Fedora")}

    assert needed - {"harfbuzz-subset"} <= told
