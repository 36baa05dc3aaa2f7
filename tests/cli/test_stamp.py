"""A build with nothing to do: told at once, and never told when there is something."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from escp_docs.build.build_stamp import unchanged
from escp_docs.build.options import STATE, BuildOptions
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.reading import CALL_ID, HEAD

TODAY = date(2026, 11, 22)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a small spec, short templates, and what was built of it."""
    template = tmp_path / "templates" / "application" / "application.md"
    template.parent.mkdir(parents=True)
    template.write_text("## Title\n\n{{ project.title }}\n")
    (tmp_path / "x.yaml").write_text(f"{HEAD}project: {{acronym: X, drafting_date: 2020-11-20}}\n")
    build(tmp_path)
    return tmp_path


def build(home: Path, *more: str) -> str:
    name, output = str(home / "x.yaml"), str(home / "out")
    status, told = run("build", name, "-o", output, "-d", "application", "-f", "html", *more)
    assert status == 0, told
    return told


def options(home: Path, today: date = TODAY) -> BuildOptions:
    return BuildOptions(home / "out", documents=("application",), formats=("html",), today=today)


def nothing_to_do(home: Path) -> bool:
    return unchanged(str(home / "x.yaml"), options(home)) is not None


def test_nothing_heavy_is_loaded_and_the_same_is_said(home: Path) -> None:
    arguments = ["build", str(home / "x.yaml"), "-o", str(home / "out")]
    arguments += ["-d", "application", "-f", "html"]
    code = (
        "import sys\nfrom escp_docs.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "print(*sorted(sys.modules))"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    *said, modules = made.stdout.splitlines()
    heavy = {"pydantic", "yaml", "jinja2", "lxml", "weasyprint", "babel", "markdown_it", "filelock"}
    heavy |= {"subprocess", "email", "zipfile", "tempfile", "importlib.metadata", "shutil"}
    assert heavy & set(modules.split()) == set()
    assert "\n".join(said) + "\n" == build(home)
    assert said[0].endswith("x.yaml: undecided, draft")
    assert "unchanged" in said[-1]


def rewritten(path: Path, old: str, new: str) -> None:
    """Change a file and set its time back, as a clock that jumps would."""
    times = path.stat()
    path.write_text(path.read_text().replace(old, new))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def call_beside(home: Path) -> None:
    (home / "calls").mkdir()
    shutil.copy(SPECS / "calls" / f"{CALL_ID}.yaml", home / "calls")


CHANGES: dict[str, Callable[[Path], object]] = {
    "the spec": lambda home: rewritten(home / "x.yaml", "2020-11-20", "2020-11-21"),
    "a template": lambda home: rewritten(
        home / "templates" / "application" / "application.md", "Title", "Tilte"
    ),
    "a new template": lambda home: (home / "templates" / "application" / "impact.md").write_text(
        ""
    ),
    "a call beside the spec": call_beside,
    "an edited product": lambda home: rewritten(
        home / "out" / "x" / "application.html", "Title", "Tilte"
    ),
    "a product that is gone": lambda home: (home / "out" / "x" / "application.html").unlink(),
    "the manifest": lambda home: rewritten(home / "out" / "x" / "manifest.json", "draft", "darft"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_seen_whatever_the_clock_says(
    home: Path, change: Callable[[Path], object]
) -> None:
    assert nothing_to_do(home)
    change(home)
    assert not nothing_to_do(home)

    build(home)
    assert nothing_to_do(home)


def test_another_version_of_anything_installed_is_seen(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site" / "somelib-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))

    assert not nothing_to_do(home)


@pytest.mark.parametrize("more", [("--as-of", "2020-11-22"), ("-f", "docx"), ("--depfile",)])
def test_other_options_are_another_build(home: Path, more: tuple[str, ...]) -> None:
    build(home, *more)

    assert not (home / "out" / "x" / "application.edited-1.html").exists()
    assert "unchanged" in build(home, *more)


def test_a_date_of_the_clock_is_another_one_tomorrow(home: Path) -> None:
    (home / "x.yaml").write_text(f"{HEAD}project: {{acronym: X}}\n")
    build(home)
    (path,) = (home / "out" / STATE).glob("*.stamp.json")
    printed = date.fromisoformat(json.loads(path.read_text())["clock"])

    spec = str(home / "x.yaml")
    assert unchanged(spec, options(home, printed))
    assert not unchanged(spec, options(home, date(1999, 1, 1)))


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"inputs": 1}',
        "null",
        "\x00",
        '{"inputs": "", "named": [], "clock": null, "files": {"../x": ""}, "built": {}}',
    ],
)
def test_a_damaged_stamp_costs_one_ordinary_build(home: Path, damage: str) -> None:
    (path,) = (home / "out" / STATE).glob("*.stamp.json")
    path.write_text(damage)

    assert not nothing_to_do(home)
    build(home)
    assert nothing_to_do(home)


def test_a_stamp_of_a_stranger_looks_at_no_file_outside_and_moves_no_cursor(home: Path) -> None:
    (path,) = (home / "out" / STATE).glob("*.stamp.json")
    found = json.loads(path.read_text())
    path.write_text(json.dumps(found | {"said": "\x1b[2Jx: undecided\n\x1b]0;title\x07"}))
    assert "\x1b" not in build(home)

    path.write_text(json.dumps(found | {"files": {"../../../etc/passwd": ""}}))
    assert not nothing_to_do(home)


# --- what is made anew -----------------------------------------------------------------------


def test_a_profile_changes_the_documents_that_show_it_and_no_other(tmp_path: Path) -> None:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "spec")
    build_all = ("build", str(tmp_path / "spec"), "-o", str(tmp_path / "out"), "-f", "html", "-v")
    run(*build_all)
    consortium = tmp_path / "spec" / "consortium.yaml"
    text = consortium.read_text()
    consortium.write_text(text.replace("profile: |\n", "profile: |\n        Newly said.\n", 1))

    _, told = run(*build_all)

    assert "application.html  (its words changed)" in told
    assert "partnership-agreement.html  (" in told.partition("eligible")[2]
    assert "s  partnership-agreement.html" not in told


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda _: None, "--force"),
        (CHANGES["the spec"], "its words changed"),
        (CHANGES["an edited product"], "someone edited it"),
        (CHANGES["a product that is gone"], "it was not there"),
        (
            lambda home: [
                (home / "templates" / "look").mkdir(),
                (home / "templates" / "look" / "screen.css").write_text("p { margin: 0 }"),
            ],
            "the look changed",
        ),
    ],
)
def test_verbose_says_why(home: Path, change: Callable[[Path], object], why: str) -> None:
    change(home)

    assert f"application.html  ({why})" in build(home, "-v", *["--force"] * (why == "--force"))
