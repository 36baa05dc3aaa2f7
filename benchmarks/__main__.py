"""`make bench`: measure, write docs/benchmarks.md and its plots, show what has become slower.

Nothing here is a test. `python -m benchmarks loop` measures one group alone and writes nothing.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import documents, growth, loop, many, page, trend, workspace
from benchmarks.material import ROOT, Material, material
from benchmarks.measure import Row

GROUPS: dict[str, tuple[Callable[[Material], list[Row]], ...]] = {
    "check": (loop.checks,),
    "loop": (loop.unchanged, loop.one_profile),
    "workspace": (workspace.typed,),
    "documents": (
        documents.word_file,
        documents.bundle,
        documents.compliance,
        documents.verified,
        documents.redlines,
        documents.opened,
    ),
    "machines": (many.machines,),
    "many": (many.checked,),
}


def told(row: Row) -> Row:
    """Say how a measurement came out, since all of them take minutes; return it."""
    print(f"{row.ratio:8.2f}  {row.work}", file=sys.stderr)
    return row


def main() -> None:
    """Measure and write."""
    load = os.getloadavg()
    chosen = sys.argv[1:] or list(GROUPS)
    with tempfile.TemporaryDirectory() as folder:
        given = material(Path(folder))
        rows = [told(row) for name in chosen for measure in GROUPS[name] for row in measure(given)]
    if sys.argv[1:]:
        print(page.table(rows))
    else:
        found = growth.points()
        rows += growth.rows(found)
        _write(rows, found, load)
    for line in trend.slower(rows):
        print(f"slower than before: {line}")
    if not sys.argv[1:]:
        trend.keep(rows, load[0])
        trend.plot(rows, ROOT / "docs" / "benchmarks-trend.svg")


def _write(rows: list[Row], found: list[growth.Point], load: tuple[float, float, float]) -> None:
    growth.plot(found, ROOT / "docs" / "benchmarks.svg")
    text = page.written(rows, growth.table(found), load)
    (ROOT / "docs" / "benchmarks.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
