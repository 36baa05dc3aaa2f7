"""Make the pictures of docs/workspace.md, with the scripts of the tests.

    python -m scripts.workspace_pictures [FOLDER]

Needs Chromium and what `make slow` installs. With a FOLDER every view is drawn there, light and
dark, at 400 and 1400 points, to be looked at.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Final

from PIL import Image

from escp_docs import api
from tests.support.places import ROOT, SPECS
from tests.support.word_editor import filled_in
from tests.support.workspace_browser import Screen, chromium, key, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES: Final = ROOT / "docs" / "pictures"
COLOURS: Final = 96
VIEWS: Final = (
    "overview", "form/project", "form/consortium", "form/consortium.partners[CAR]", "text",
    "agreement", "what-if", "returned", "history",
)  # fmt: skip


def overview(screen: Screen, _: Path) -> None:
    """Show what decides."""
    screen.go("overview")


def form(screen: Screen, _: Path) -> None:
    """Show a field, and where it is printed."""
    screen.go("form/consortium.partners[CAR]")
    screen.page.focus(key("consortium.partners[CAR].legal_name"))


def text(screen: Screen, _: Path) -> None:
    """Show the file at its partners."""
    screen.go("text#line-23")


def pages(screen: Screen, _: Path) -> None:
    """Show the pages of a document, and a field on one of them."""
    screen.go("form/consortium.partners[CAR]")
    screen.page.get_by_label("pages", exact=True).check()
    screen.page.wait_for_selector("#pages img")
    screen.page.focus(key("consortium.partners[CAR].legal_name"))


def agreement(screen: Screen, _: Path) -> None:
    """Show a choice, and the agreement beside it."""
    screen.go("agreement/agreement.governance.majority")
    screen.page.select_option("#document", "partnership-agreement")


def returned(screen: Screen, folder: Path) -> None:
    """Show what an answered questionnaire proposes."""
    screen.go("returned")
    screen.page.set_input_files("#upload", folder / "answered.docx")
    screen.says(".proposals", "71199")


SHOWN: Final = (overview, form, text, pages, agreement, returned)


def drawn(screen: Screen, path: Path) -> None:
    """Draw what a screen shows, in few colours."""
    screen.page.wait_for_timeout(1500)
    screen.page.screenshot(path=path)
    with Image.open(path) as found:
        found.convert("RGB").quantize(COLOURS).save(path, optimize=True)


def begun(screen: Screen) -> None:
    """Answer the first questions of a new partnership."""
    screen.page.fill("#acronym", "TIDE-4i")
    screen.page.get_by_label("Strand A").check()
    for number, (name, country) in enumerate((("CMC", "Portugal"), ("CMA", "France"))):
        row = screen.page.locator("#partners li").nth(number)
        row.locator("input").nth(0).fill(name)
        row.locator("input").nth(1).fill(country)
    screen.page.locator("#targets input").first.fill("Japan")
    screen.says("#verdict", "Undecided")


def prepared(folder: Path) -> None:
    """Lay down an example, a questionnaire that came back, and an empty folder."""
    spec = copy(SPECS / "unfinished.yaml", folder)
    options = api.BuildOptions(folder / "output", ("questionnaires/CAR",))
    (sent,) = api.build(spec, options).files
    answered = filled_in(sent.path.read_bytes(), ("71121 => 71199",))
    (folder / "answered.docx").write_bytes(answered)
    (folder / "new").mkdir()


def main() -> None:
    """Draw the pictures of the documentation, or all views into a folder."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        prepared(Path(name))
        if len(sys.argv) > 1:
            views(browser, Path(name), Path(sys.argv[1]))
        else:
            of_the_documentation(browser, Path(name))


def views(browser: "Browser", folder: Path, out: Path) -> None:
    """Draw every view into a folder, in light and dark, narrow and wide."""
    out.mkdir(parents=True, exist_ok=True)
    with served(folder, "unfinished.yaml") as address:
        for width, scheme in product((400, 1400), ("light", "dark")):
            screen = Screen(browser, address, width, scheme=scheme)
            for view in VIEWS:
                screen.go(view)
                drawn(screen, out / f"{view.replace('/', '-')}-{width}-{scheme}.png")


def of_the_documentation(browser: "Browser", folder: Path) -> None:
    """Draw the pictures that docs/workspace.md shows."""
    with served(folder, "unfinished.yaml") as address:
        for show in SHOWN:
            screen = Screen(browser, address)
            show(screen, folder)
            drawn(screen, PICTURES / f"workspace-{show.__name__}.png")
    with served(folder / "new") as address:
        screen = Screen(browser, address)
        begun(screen)
        drawn(screen, PICTURES / "workspace-new.png")


if __name__ == "__main__":
    main()
