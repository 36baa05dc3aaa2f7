"""The command line is a thin door: arguments in, words and an exit status out."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.places import ROOT

MODULES = sorted((ROOT / "escp_docs" / "cli").glob("*.py"))
LONGEST = 60
USUAL = 25


def lines(path: Path) -> int:
    """Return how many lines do something: neither options nor their list, nor help."""
    return sum(_lines(ast.parse(path.read_text(encoding="utf-8"))))


def _lines(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            first, *rest = node.body
            body = rest if ast.get_docstring(node) else [first, *rest]
            yield (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_of_it_does_much(path: Path) -> None:
    assert lines(path) <= LONGEST


def test_a_command_does_little() -> None:
    from escp_docs.cli import _COMMANDS  # noqa: PLC0415

    each = [lines(ROOT / "escp_docs" / "cli" / f"{name}.py") for name in _COMMANDS]

    assert sum(each) / len(each) <= USUAL
