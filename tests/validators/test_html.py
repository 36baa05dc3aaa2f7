"""axe-core, run in Chromium, finds no fault of accessibility in the HTML files."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.every_document import made, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

pytestmark = pytest.mark.slow
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)


def _note(asked: "list[Request]", request: "Request") -> None:
    asked.append(request)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not of the ordinary tests

    with sync_playwright() as play:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        assert path, "install Debian's package chromium"
        yield play.chromium.launch(executable_path=path, args=list(QUIET))


@pytest.mark.parametrize("width", [400, 1200])
def test_no_page_has_a_fault(built: Path, browser: "Browser", width: int) -> None:
    found = {}
    for path in made(built, "html"):
        # The page forbids scripts, ours among them; axe has to be let in.
        page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
        asked: list[Request] = []
        page.on("request", partial(_note, asked))
        page.goto(path.as_uri())
        page.evaluate(AXE.read_text())
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert result["passes"]
        assert [one.url for one in asked if not one.url.startswith(("file:", "data:"))] == []
        if result["violations"]:
            found[shown(built, path)] = [
                (one["id"], one["nodes"][0]["html"][:120]) for one in result["violations"]
            ]
        page.close()

    assert found == {}
