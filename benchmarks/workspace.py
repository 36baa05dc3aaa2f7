"""The rows on the workspace: from a key that is pressed in Chromium to what is seen of it."""

import shutil
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from benchmarks.material import ROOT, Material
from benchmarks.measure import Row
from tests.support.workspace_browser import Screen, chromium, key, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

_KEYS: Final = "abcdefghijklmno"
_WARM: Final = 4  # keys that are pressed before it counts
_IS_SET: Final = "Boolean(document.querySelector('#pages img')?.naturalWidth)"
_WATCH: Final = """
(by_pages) => {
  const seen = (window.seen = {});
  const note = (name) => () => (seen[name] ??= performance.now() - seen.key);
  const begin = () => Object.assign(seen, { key: performance.now(), verdict: null, page: null });
  addEventListener("keydown", begin, true);
  const verdict = document.getElementById("verdict");
  new MutationObserver(note("verdict")).observe(verdict, { childList: true });
  const text = document.getElementById("page").contentDocument.querySelector("main");
  const pages = document.getElementById("pages");
  const changes = { childList: true, attributeFilter: ["data-name"], subtree: by_pages };
  new MutationObserver(note("page")).observe(by_pages ? pages : text, changes);
}
"""


def typed(given: Material) -> list[Row]:
    """Return the rows on the title of WAVE-4i, typed letter by letter."""
    folder = given.folder / "typed"
    shutil.copytree(ROOT / "specs" / "wave-4i", folder / "wave-4i")
    with chromium() as browser, served(folder, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/project")
        verdict, section = _followed(screen.page, by_pages=False)
        screen.page.get_by_label("pages", exact=True).check()
        screen.until(lambda: screen.page.evaluate(_IS_SET))
        _, page = _followed(screen.page, by_pages=True)
    told = "a key pressed in Chromium to"
    return [
        Row("key-verdict", f"{told} the verdict, against 0.1 s", verdict, 0.1, 1.0),
        Row(
            "key-page",
            f"{told} the changed section of the preview, against 0.3 s",
            section,
            0.3,
            1.0,
        ),
        Row("key-sheet", f"{told} the changed page that Typst sets, against 1 s", page, 1),
    ]


def _followed(page: "Page", *, by_pages: bool) -> tuple[float, float]:
    """Return the seconds from a key to the verdict, and to what is shown of the document."""
    page.focus(key("project.title"))
    page.evaluate(_WATCH, by_pages)
    found = [_pressed(page, letter) for letter in _KEYS][_WARM:]
    verdict, shown = (median(one[name] for one in found) / 1000 for name in ("verdict", "page"))
    return verdict, shown


def _pressed(page: "Page", letter: str) -> dict[str, Any]:
    """Press a key and return the milliseconds after which the verdict and the page followed."""
    page.keyboard.press(letter)
    while not page.evaluate("window.seen.page"):
        page.wait_for_timeout(20)
    page.wait_for_timeout(400)
    found: dict[str, Any] = page.evaluate("window.seen")
    return found
