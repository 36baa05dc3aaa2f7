"""A name means one thing in the whole program."""

import ast
from collections import defaultdict

from tests.support.places import ROOT


def test_no_two_public_classes_have_one_name() -> None:
    where = defaultdict(list)
    for path in (ROOT / "escp_docs").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where[node.name].append(path.relative_to(ROOT).as_posix())

    assert {name: paths for name, paths in where.items() if len(paths) > 1} == {}
