"""The pages of a document in a real browser: looked at, led back from, and heard."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from tests.support.places import SPECS
from tests.support.workspace_browser import Screen, chromium, key, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
TITLE = ".area[data-to='project.title']"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    copytree(SPECS / "wave-4i", tmp_path / "wave-4i")
    with served(tmp_path, "wave-4i") as found:
        yield found


def paged(screen: Screen, view: str) -> None:
    """Open a view with pages beside it."""
    screen.page.goto(f"{screen.base}/0/{view}")
    if not screen.page.get_by_label("pages", exact=True).is_visible():
        screen.page.get_by_role("button", name="Preview").click()
    screen.page.get_by_label("pages", exact=True).check()
    screen.until(lambda: loaded(screen) > 0)


def loaded(screen: Screen) -> int:
    """Return how many pages have their picture."""
    code = "[...document.querySelectorAll('#pages img')].filter((one) => one.naturalWidth).length"
    found: int = screen.page.evaluate(code)
    return found


def test_a_page_changes_while_one_types_and_leads_to_the_field(
    browser: "Browser", address: str
) -> None:
    screen = Screen(browser, address)
    paged(screen, "form/project")
    first = screen.page.locator("#pages li").first
    before = first.get_attribute("data-name")
    last = screen.page.locator("#pages li").last.get_attribute("data-name")

    screen.page.fill(key("project.title"), "Tides of growth")
    screen.until(lambda: first.get_attribute("data-name") != before)
    screen.says("#saved", "Saved")
    screen.page.locator("[data-view=overview]").click()
    screen.page.locator(TITLE).first.click()
    screen.until(lambda: screen.page.locator(key("project.title")).is_visible())

    assert screen.page.locator("#pages li").last.get_attribute("data-name") == last
    assert screen.page.locator(key("project.title")).input_value() == "Tides of growth"
    assert screen.wrong == []


def test_the_field_that_one_is_in_is_shown_and_only_pages_near_it_are_loaded(
    browser: "Browser", address: str
) -> None:
    screen = Screen(browser, address)
    paged(screen, "form/budget")
    pages = screen.page.locator("#pages li").count()
    screen.page.goto(f"{screen.base}/0/form/project")
    screen.until(lambda: loaded(screen) > 0)
    few = loaded(screen)
    screen.page.focus(key("project.objectives"))
    here = screen.page.locator("#pages .here").first
    screen.until(here.is_visible)
    sight = screen.page.locator("#pages").bounding_box()
    box = here.bounding_box()
    top = screen.page.evaluate("document.scrollingElement.scrollTop")

    assert few < pages / 2
    assert sight
    assert box
    assert sight["y"] <= box["y"] <= sight["y"] + sight["height"]
    assert top == 0
    assert screen.wrong == []


def test_pages_are_reached_and_turned_by_the_keyboard_and_back_to_the_text(
    browser: "Browser", address: str
) -> None:
    screen = Screen(browser, address)
    screen.go("overview")
    screen.tab_to("[name=shown-as]")
    screen.press("ArrowRight")
    screen.until(lambda: loaded(screen) > 0)
    screen.tab_to("#pages")
    screen.press("PageDown", "PageDown")
    screen.until(lambda: bool(screen.page.evaluate("document.getElementById('pages').scrollTop")))
    heard = screen.page.locator("#pages img").nth(2).get_attribute("alt")
    screen.page.get_by_label("text", exact=True).check()
    screen.shows("Waves of growth")

    assert heard
    assert heard.startswith("Page 3 of ")
    assert "begins here: Summary" in heard
    assert not screen.page.locator("#pages").is_visible()
    assert screen.wrong == []


def test_the_clause_of_a_choice_is_turned_to(browser: "Browser", address: str) -> None:
    screen = Screen(browser, address)
    paged(screen, "overview")
    screen.page.goto(f"{screen.base}/0/agreement/agreement.governance.majority")
    screen.until(lambda: loaded(screen) > 0)
    clause = screen.page.locator(".stated [data-clause]").first.get_attribute("data-clause")
    code = f"document.querySelector('.area[data-kind=place][data-to={clause}]')?.isConnected"
    screen.until(lambda: bool(screen.page.evaluate(code)))
    screen.until(lambda: bool(screen.page.evaluate("document.getElementById('pages').scrollTop")))

    assert screen.page.locator("#document").input_value() == "partnership-agreement"
    assert screen.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_axe_finds_nothing_in_pages(
    browser: "Browser", address: str, width: int, scheme: str
) -> None:
    screen = Screen(browser, address, width, scheme=scheme, lets_axe_in=True)
    paged(screen, "form/project")

    wide = screen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    assert screen.faults() == []
    assert screen.wrong == []
