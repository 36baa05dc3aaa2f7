"""A workspace in a real browser: the program as a process, and Chromium at its address."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.support.places import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE: Final = ROOT / "tests" / "validators" / "node_modules" / "axe-core" / "axe.min.js"
_QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
)
_PATIENCE: Final = 30.0  # seconds that a busy machine may take


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[str]:
    """Yield the address of a workspace; the program ends in order afterwards."""
    command = [sys.executable, "-m", "escp_docs", "serve", *arguments, "--no-open"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=_PATIENCE)
            assert "Traceback" not in said, said


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Yield a browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not of the ordinary tests

    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "install Debian's package chromium"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


class Screen:
    """A page of the workspace, as somebody sees and uses it.

    Args:
        browser: The browser.
        address: The address that the program printed.
        width: Of the window, in points.
        scheme: `light` or `dark`.
        motion: `reduce` or `no-preference`.
        lets_axe_in: Whether scripts of tests may run, which the page forbids.
    """

    def __init__(  # noqa: PLR0913
        self,
        browser: "Browser",
        address: str,
        width: int = 1400,
        *,
        scheme: Any = "light",  # noqa: ANN401  # names of the browser's own
        motion: Any = "reduce",  # noqa: ANN401
        lets_axe_in: bool = False,
    ) -> None:
        self.base = address.partition("/?")[0]
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion=motion,
            bypass_csp=lets_axe_in, accept_downloads=True,
        )  # fmt: skip
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)
        self.page.goto(address)

    def _heard(self, message: Any) -> None:  # noqa: ANN401
        if message.type == "error":
            self.wrong.append(message.text)

    def _asked(self, request: Any) -> None:  # noqa: ANN401
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.wrong.append(f"asked {request.url}")

    def go(self, view: str) -> None:
        """Open a view, and wait until the preview is there."""
        self.page.goto(f"{self.base}/0/{view}")
        self.until(lambda: bool(self.in_preview("document.querySelector('main')?.children.length")))

    def in_preview(self, expression: str) -> Any:  # noqa: ANN401  # whatever a browser gives
        """Return what an expression gives in the document of the preview."""
        return self.page.evaluate(
            "(code) => { const f = document.getElementById('page')?.contentDocument; "
            f"return f ? ((document) => {expression})(f) : null; }}",
            None,
        )

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, which a busy machine may take a while for."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{self.page.url}: {self.wrong}"
            self.page.wait_for_timeout(50)  # the browser is heard meanwhile

    def says(self, place: str, words: str) -> None:
        """Wait until a place of the page says some words."""
        self.until(lambda: words in self._said(place))

    def _said(self, place: str) -> str:
        from playwright.sync_api import Error  # noqa: PLC0415

        try:
            return " ".join(self.page.locator(place).all_inner_texts())
        except Error:  # another page is being loaded
            return ""

    def shows(self, words: str) -> None:
        """Wait until the preview says some words."""
        self.until(lambda: words in (self.in_preview("document.body?.innerText") or ""))

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for one in keys:
            self.page.keyboard.press(one)

    def tab_to(self, place: str) -> None:
        """Go to a control by the Tab key alone."""
        for _ in range(400):
            if self.page.evaluate(f"document.activeElement?.matches({place!r}) ?? false"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never comes to {place}")

    def faults(self) -> list[tuple[str, str]]:
        """Return what axe-core objects to."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert found["passes"]
        return [(one["id"], one["nodes"][0]["html"][:160]) for one in found["violations"]]


def key(name: str) -> str:
    """Return the selector of the control of a key."""
    return f"""[id="i:{name}"]"""
