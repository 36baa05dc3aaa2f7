"""Other browsers than the one that the stories are told in, and one that was asleep."""

from pathlib import Path

import pytest

from escp_docs import api
from tests.support.firefox import firefox
from tests.support.workspace_browser import Screen, chromium, key, served

pytestmark = pytest.mark.slow
TITLE = key("project.title")
IN_PREVIEW = "return document.getElementById('page').contentDocument.body.textContent"


def test_firefox_saves_what_is_typed_and_shows_it(spec: Path, tmp_path: Path) -> None:
    with served(tmp_path, spec.name) as address, firefox(tmp_path / "profile") as found:
        found.do("WebDriver:Navigate", url=address)
        found.do("WebDriver:Navigate", url=f"{address.partition('/?')[0]}/0/form/project")
        found.until(f"{IN_PREVIEW}.includes('Title 0')")
        field = found.do("WebDriver:FindElement", using="css selector", value=TITLE)["value"]
        (name,) = field.values()
        found.do("WebDriver:ElementSendKeys", id=name, text=" by the sea")
        found.until("return document.getElementById('saved').textContent.includes('Saved')")
        found.until(f"{IN_PREVIEW}.includes('Title 0 by the sea')")

    assert api.open_spec(spec).spec.project.title == "Title 0 by the sea"


def test_a_browser_that_was_asleep_shows_what_came_meanwhile(spec: Path, tmp_path: Path) -> None:
    with served(tmp_path, spec.name) as address, chromium() as browser:
        screen = Screen(browser, address)
        screen.go("form/project")
        screen.page.context.set_offline(True)
        screen.page.fill(TITLE, "Typed while nothing answered")
        screen.page.wait_for_timeout(1500)
        text = spec.read_text(encoding="utf-8")
        spec.write_text(text.replace("acronym: WAVE", "acronym: TIDE"), encoding="utf-8")
        screen.page.context.set_offline(False)
        screen.shows("Typed while nothing answered")
        screen.shows("TIDE")

    found = api.open_spec(spec).spec.project
    assert (found.acronym, found.title) == ("TIDE", "Typed while nothing answered")
