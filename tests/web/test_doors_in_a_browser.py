"""In a real browser: a folder that is asked for, and a proposal that is taken."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from escp_docs import api
from tests.support.many_hands import SPEC
from tests.support.places import SPECS
from tests.support.workspace_browser import Screen, chromium, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("width", [400, 1400])
def test_a_folder_is_found_and_opened_by_clicks(
    browser: "Browser", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    folder = tmp_path / "Documents" / "Our wave & more"
    folder.mkdir(parents=True)
    shutil.copy(SPECS / "oak-4i.yaml", folder)
    monkeypatch.setenv("HOME", str(tmp_path))

    with served(tmp_path, "--choose") as address:
        screen = Screen(browser, address, width, lets_axe_in=True)
        screen.says("h1", "Open a partnership")
        outside = screen.faults()
        screen.page.click("text=Our wave & more")
        screen.says("main", "Open this folder")
        inside = screen.faults()
        wide = screen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        screen.page.click("text=Open this folder")
        screen.says("h1", "Overview")

        assert outside == inside == []
        assert wide <= 0
        assert screen.wrong == []


def test_a_proposal_is_read_and_taken(browser: "Browser", spec: Path) -> None:
    kind, key = api.ProposalKind.SET, "consortium.partners[CMA].city"
    wanted = api.Suggestion(kind, key, "Nantes", "it moved", ("project.title",))
    api.assistant(spec).propose(wanted, "assistant (a client)")

    with served(spec.parent, spec.name) as address:
        screen = Screen(browser, address, 400, lets_axe_in=True)
        screen.page.click("text=1 proposal waits for you")
        screen.says("main", "Rests on: project.title")
        faults = screen.faults()
        screen.page.click("[data-take]")
        screen.says(".proposals", "taken")

        assert faults == []
        assert screen.wrong == []

    assert spec.read_text() == SPEC.replace("Brest", "Nantes")
