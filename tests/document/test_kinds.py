"""Every kind of block and inline is handled by name wherever kinds are told apart."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from escp_docs.document.tree_json import KINDS

PACKAGE = Path(__file__).parents[2] / "escp_docs"
_PACKAGES = ("build", "comparing", "compose", "document", "export", "model", "produced", "prose")
FILES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] in _PACKAGES
)


def matches_on_kinds(source: str) -> Iterator[ast.Match]:
    """Yield each match that tells kinds of blocks or inlines apart."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Match) and any(_kinds(case.pattern) for case in node.cases):
            yield node


def _kinds(pattern: ast.pattern) -> bool:
    patterns = pattern.patterns if isinstance(pattern, ast.MatchOr) else [pattern]
    return any(
        isinstance(one, ast.MatchClass) and isinstance(one.cls, ast.Name) and one.cls.id in KINDS
        for one in patterns
    )


def is_exhaustive(match: ast.Match) -> bool:
    """Whether the last case is `assert_never`, so that mypy names a kind that has no case."""
    last = match.cases[-1]
    is_wildcard = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
    return is_wildcard and "assert_never" in ast.unparse(last.body[0])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_new_kind_is_dropped_nowhere(path: Path) -> None:
    lines = [one.lineno for one in matches_on_kinds(path.read_text()) if not is_exhaustive(one)]

    assert lines == [], "name every kind, and end with `case _: assert_never(...)`"


def test_what_drops_a_kind_is_found() -> None:
    quiet = "match block:\n    case Heading() | Clause():\n        x\n    case _:\n        pass\n"
    (found,) = matches_on_kinds(quiet)

    assert not is_exhaustive(found)
