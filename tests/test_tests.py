"""The tests themselves: what two files need is in tests/support, and none leans on another."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.places import ROOT

TESTS = ROOT / "tests"


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the tests that a file imports."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.startswith("tests."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests"):
            yield from (f"{node.module}.{one.name}" for one in node.names)


def is_allowed(module: str, path: Path) -> bool:
    """Whether a file may import this: of tests/support, or a helper of its own folder."""
    own = ".".join(path.parent.relative_to(ROOT).parts)
    homes = ("tests.support.",) if path.parent == TESTS else ("tests.support.", f"{own}.")
    is_test = any(part.startswith("test_") for part in module.split("."))
    return not is_test and module.startswith(homes)


def test_no_test_leans_on_another() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {module}"
        for path in TESTS.rglob("*.py")
        for module in imported(path)
        if not is_allowed(module, path)
    }

    assert not found, "move what they share to tests/support"


def test_one_conftest_serves_all() -> None:
    assert list(TESTS.rglob("conftest.py")) == [TESTS / "conftest.py"]


def test_the_readme_names_every_folder() -> None:
    text = (TESTS / "README.md").read_text(encoding="utf-8")
    table = text[: text.index("## Which to run")]
    folders = {path.parent.relative_to(TESTS).parts[0] for path in TESTS.glob("*/*.py")} | {"cases"}

    assert set(re.findall(r"`(\w+)/`", table)) == folders


def test_the_readme_names_helpers_that_are_there() -> None:
    text = (TESTS / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`(support/\w+\.py)`", text)

    assert named
    assert [name for name in named if not (TESTS / name).is_file()] == []
