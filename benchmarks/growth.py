"""The rows and the plot on documents that grow from ten to three hundred pages."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.engines import ENGINES
from benchmarks.measure import Row

PAGES = (10, 30, 100, 300)


@dataclass(frozen=True, slots=True)
class Point:
    """What one engine took for a document of that many pages, as our PDF has them."""

    engine: str
    pages: int
    seconds: float
    megabytes: float


def points() -> list[Point]:
    """Return every engine at every size."""
    per_part = _run("escp-docs PDF", 4)["pages"] / 4
    return [
        _point(name, pages, max(1, round(pages / per_part))) for pages in PAGES for name in ENGINES
    ]


def _point(engine: str, pages: int, times: int) -> Point:
    found = _run(engine, times)
    point = Point(engine, pages, found["seconds"], found["megabytes"])
    print(f"{point.seconds:8.2f} s  {engine}, {pages} pages", file=sys.stderr)
    return point


def _run(engine: str, times: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.engines", engine, str(times)]
    made = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(made.stdout.splitlines()[-1])
    return found


def rows(found: list[Point]) -> list[Row]:
    """Return the row on ten times the pages, and on our writer against WeasyPrint itself."""
    at = {(one.engine, one.pages): one.seconds for one in found}
    ours, bare = "escp-docs PDF", "bare WeasyPrint PDF"
    return [
        Row("growth", "PDF of 300 pages, against 30", at[ours, 300], at[ours, 30], 11.0),
        Row("pdf-100", "PDF of 100 pages, against bare WeasyPrint", at[ours, 100], at[bare, 100]),
    ]


def table(found: list[Point]) -> str:
    """Return seconds and megabytes of each engine at each size, as Markdown."""
    lines = [
        "| engine | " + " | ".join(f"{pages} pages" for pages in PAGES) + " |",
        "| --- |" + " ---: |" * len(PAGES),
    ]
    at = {(one.engine, one.pages): one for one in found}
    for name in ENGINES:
        cells = (at[name, pages] for pages in PAGES)
        shown = (f"{one.seconds:.2f} s, {one.megabytes:.0f} MB" for one in cells)
        lines.append(f"| {name} | " + " | ".join(shown) + " |")
    return "\n".join(lines) + "\n"


def plot(found: list[Point], path: Path) -> None:
    """Write the seconds of every engine as a picture."""
    import matplotlib as mpl  # noqa: PLC0415  # the group `bench` alone has it

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "escp-docs", "svg.fonttype": "none", "font.size": 9}
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(7, 4.2), layout="constrained")
    for name in ENGINES:
        mine = [one for one in found if one.engine == name]
        style = {"linewidth": 2.2} if name.startswith("escp-docs") else {"linestyle": "--"}
        axes.plot([one.pages for one in mine], [one.seconds for one in mine], marker="o",
                  markersize=4, label=name, **style)  # fmt: skip
    axes.set(xscale="log", yscale="log", xlabel="pages", ylabel="seconds")
    axes.set_xticks(PAGES, [str(pages) for pages in PAGES])
    axes.minorticks_off()
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    figure.savefig(path, metadata={"Date": None, "Creator": None})
