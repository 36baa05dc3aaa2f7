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
_WATCH: Final = """
() => {
  const seen = (window.seen = {});
  const note = (name) => () => (seen[name] ??= performance.now() - seen.key);
  const begin = () => Object.assign(seen, { key: performance.now(), verdict: null, page: null });
  addEventListener("keydown", begin, true);
  const verdict = document.getElementById("verdict");
  new MutationObserver(note("verdict")).observe(verdict, { childList: true });
  const page = document.getElementById("page").contentDocument.querySelector("main");
  new MutationObserver(note("page")).observe(page, { childList: true });
}
"""


def typed(given: Material) -> list[Row]:
    """Return the rows on the title of WAVE-4i, typed letter by letter."""
    folder = given.folder / "typed"
    shutil.copytree(ROOT / "specs" / "wave-4i", folder / "wave-4i")
    with chromium() as browser, served(folder, "wave-4i") as address:
        screen = Screen(browser, address)
        screen.go("form/project")
        screen.page.focus(key("project.title"))
        screen.page.evaluate(_WATCH)
        found = [_pressed(screen.page, letter) for letter in _KEYS][_WARM:]
    verdict, page = (median(one[name] for one in found) / 1000 for name in ("verdict", "page"))
    told = "a key pressed in Chromium to"
    return [
        Row("key-verdict", f"{told} the verdict, against 0.1 s", verdict, 0.1, 1.0),
        Row(
            "key-page", f"{told} the changed section of the preview, against 0.3 s", page, 0.3, 1.0
        ),
    ]


def _pressed(page: "Page", letter: str) -> dict[str, Any]:
    """Press a key and return the milliseconds after which the verdict and the page followed."""
    page.keyboard.press(letter)
    while not page.evaluate("window.seen.page"):
        page.wait_for_timeout(20)
    page.wait_for_timeout(400)
    found: dict[str, Any] = page.evaluate("window.seen")
    return found
