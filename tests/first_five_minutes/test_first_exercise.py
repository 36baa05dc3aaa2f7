"""The first exercise with an example changes one clause, and what prints it."""

import re
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.support.places import ROOT, SPECS
from tests.support.program import run

README = (ROOT / "README.md").read_text(encoding="utf-8")


def words(home: Path, name: str) -> list[str]:
    page = (home / "wave-4i" / f"{name}.html").read_text(encoding="utf-8")
    text = re.sub(r"<[^>]+>", "\n", page)
    foot = re.compile(r"\d+ \w+ \d{4}, [0-9a-f]{6}")
    return [line.strip() for line in text.splitlines() if line.strip() and not foot.search(line)]


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the lines that the exercise changes in each document, as a diff of the words."""
    home = tmp_path_factory.mktemp("exercise")
    shutil.copytree(SPECS / "wave-4i", home / "spec")
    found = re.search(r"change `(.+?)` to `(.+?)` in `specs/wave-4i/(.+?)`", README)
    assert found is not None
    before, after, file = found.groups()
    path = home / "spec" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(f"  {before}\n") == 1
    build = ("build", str(home / "spec"), "-f", "html", "--as-of", "2020-11-20")
    run(*build, "-o", str(home / "before"))
    path.write_text(text.replace(f"  {before}\n", f"  {after}\n"), encoding="utf-8")
    run(*build, "-o", str(home / "after"))
    return {
        name: [
            line
            for line in unified_diff(words(home / "before", name), words(home / "after", name))
            if line[0] in "+-" and line[:3] not in ("+++", "---")
        ]
        for name in ("application", "partnership-agreement")
    }


@pytest.mark.parametrize("name", ["application", "partnership-agreement"])
def test_it_changes_one_sentence(changes: dict[str, list[str]], name: str) -> None:
    gone, come = changes[name]

    assert (gone[0], come[0]) == ("-", "+")
    assert "at least two thirds" in gone
    assert "more than half" in come
