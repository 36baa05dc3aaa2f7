"""`watch`: what it shows and makes on each change, and that nothing of it is left."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import sleep

import pytest

from escp_docs.build.options import BuildOptions
from escp_docs.build.watcher import Watched, Watcher
from escp_docs.cli.watch import screen
from tests.support.process_groups import is_gone
from tests.support.reading import HEAD


class Session:
    """A watched spec with short templates, and all screens that were shown."""

    def __init__(self, home: Path) -> None:
        self.spec = home / "x.yaml"
        self.template = home / "templates" / "application" / "application.md"
        self.template.parent.mkdir(parents=True)
        self.template.write_text("## Title\n\n{% include 'application/part.md' %}\n")
        self.part = self.template.with_name("part.md")
        self.part.write_text("{{ project.title }}\n")
        self.write("first")
        self.product = home / "output" / "x" / "application.html"
        self.screens: list[str] = []
        options = BuildOptions(
            home / "output", documents=("application",), today=date(2020, 11, 20)
        )

        def show(watched: Watched) -> None:
            self.screens.append(screen(watched))

        self.watcher = Watcher(str(self.spec), options, show)

    def write(self, title: str) -> None:
        """Write a spec that can be read."""
        self.spec.write_text(f"{HEAD}project: {{acronym: X, title: {title}}}\n")

    def until_all(self) -> Iterator[None]:
        """Yield ticks until the slow formats are made."""
        shown = len(self.screens)
        while not any("all in" in one for one in self.screens[shown:]):
            yield
            sleep(0.02)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


def test_html_comes_first_and_the_rest_after_it(session: Session) -> None:
    session.watcher.run(session.until_all())

    first, last = session.screens[0], session.screens[-1]
    assert "application.html" in first
    assert "application.docx" not in first
    assert "application.docx" in last
    assert session.product.with_suffix(".docx").exists()
    assert "first" in session.product.read_text()


def test_a_change_of_spec_template_or_included_file_is_seen(session: Session) -> None:
    def ticks() -> Iterator[None]:
        yield
        session.write("second")
        yield
        assert "second" in session.product.read_text()
        session.part.write_text("In a part: {{ project.title }}\n")
        yield
        assert "In a part" in session.product.read_text()
        session.template.write_text("## Other words\n{# not application/part.md #}\n")
        yield
        assert "Other words" in session.product.read_text()

    session.watcher.run(ticks())


def test_a_broken_state_shows_its_place_and_keeps_the_last_good_documents(
    session: Session,
) -> None:
    def ticks() -> Iterator[None]:
        yield
        good = session.product.read_bytes()
        for broken in ("project: {acronym: [", "\t", "", "projct: {acronym: X}\n"):
            session.spec.write_text(HEAD + broken)
            yield
            assert "x.yaml:" in session.screens[-1]
            assert "error" in session.screens[-1]
            assert "as they were" in session.screens[-1]
            assert session.product.read_bytes() == good
        session.spec.unlink()
        yield
        assert "there is no file" in session.screens[-1]
        session.write("mended")
        yield
        assert "mended" in session.product.read_text()

    session.watcher.run(ticks())


BROKEN_TEMPLATES = (
    b"{% for",
    b"{{ 1 / 0 }}",
    b"{{ 9 ** 9 ** 9 }}",
    b"{{ project.nothing }}",
    b"{% include 'application/none.md' %}",
    b"{% include 'application/application.md' %}",
    b"{% for a in range(99999999) %}{{ a }}{% endfor %}",
    b"{{ ''.__class__.__mro__ }}",
    b"[^a]\n\n[^a]: [^a]",
    b"| a |\n| --- |\n| 1 | {: widths=x }",
    b"\xff\xfe",
    b"",
)


def test_a_broken_template_shows_its_place_and_the_watch_lives_on(session: Session) -> None:
    def ticks() -> Iterator[None]:
        yield
        good, words = session.product.read_bytes(), session.template.read_bytes()
        for broken in BROKEN_TEMPLATES:
            session.template.write_bytes(b"{# application/part.md #}" + broken)
            yield
            if "error" in session.screens[-1]:
                assert "application.md" in session.screens[-1], broken
                assert session.product.read_bytes() == good, broken
        session.template.unlink()
        yield
        session.template.write_bytes(words + b"\nMended.\n")
        yield
        assert "Mended." in session.product.read_text()

    session.watcher.run(ticks())

    assert sum("error" in one for one in session.screens) > len(BROKEN_TEMPLATES) // 2


def test_nothing_is_made_when_nothing_changed(session: Session) -> None:
    def ticks() -> Iterator[None]:
        yield from session.until_all()
        shown = len(session.screens)
        os.utime(session.spec, (0, 0))
        session.spec.write_bytes(session.spec.read_bytes())
        yield
        assert len(session.screens) == shown

    session.watcher.run(ticks())


def test_a_new_change_ends_what_is_being_made(session: Session) -> None:
    def ticks() -> Iterator[None]:
        yield
        session.write("second")
        yield from session.until_all()

    before = multiprocessing.active_children()  # what other tests left is not ours to judge
    session.watcher.run(ticks())

    assert sum("all in" in one for one in session.screens) == 1
    assert set(multiprocessing.active_children()) <= set(before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("sent", "status"), [("SIGINT", 0), ("SIGTERM", 143), ("SIGHUP", 129)])
@pytest.mark.parametrize("after", ["watched", "all in"])
def test_a_signal_ends_the_command_in_order(
    sent: str, status: int, after: str, session: Session
) -> None:
    command = ["watch", str(session.spec), "-o", str(session.spec.parent / "output")]
    process = subprocess.Popen(
        [sys.executable, "-m", "escp_docs", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    while after not in process.stdout.readline():
        assert process.poll() is None
    os.killpg(process.pid, signal.Signals[sent])
    _, errors = process.communicate(timeout=60)

    assert (process.returncode, errors) == (status, "")
    assert is_gone(process.pid)
