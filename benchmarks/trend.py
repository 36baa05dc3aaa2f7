"""What each run of all measurements found, kept from commit to commit, and drawn."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, TypedDict

from benchmarks.measure import Row

KEPT: Final = Path(__file__).with_name("ratios.json")
_WORSE: Final = 1.2
_ACROSS: Final = 4  # small plots in a row


class Run(TypedDict):
    """One run: of which commit, when, how busy the machine was, and each ratio by its key."""

    commit: str
    day: str
    load: float
    ratios: dict[str, float]


def runs() -> list[Run]:
    """Return all runs that were kept, the oldest first."""
    found: list[Run] = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else []
    return found


def slower(rows: Sequence[Row]) -> list[str]:
    """Return what is more than a fifth worse than when it was last measured."""
    before: dict[str, float] = {}
    for run in runs():
        before |= run["ratios"]
    found = []
    for row in rows:
        old = before.get(row.key)
        worse = old and (old / row.ratio if row.least else row.ratio / old)
        if worse and worse > _WORSE:
            found.append(f"{row.work}: {row.ratio:.2f}, it was {old:.2f}")
    return found


def keep(rows: Sequence[Row], load: float) -> None:
    """Add a run to those that were kept, in place of one of the same commit."""
    commit = _commit()
    before = [one for one in runs() if one["commit"] != commit]
    ratios = {row.key: round(row.ratio, 3) for row in sorted(rows, key=lambda row: row.key)}
    now = Run(commit=commit, day=_today(), load=round(load, 1), ratios=ratios)
    KEPT.write_text(json.dumps([*before, now], indent=1) + "\n", encoding="utf-8")


def plot(rows: Sequence[Row], path: Path) -> None:
    """Draw each ratio that has a target over the commits, with its target as a line."""
    import matplotlib as mpl  # noqa: PLC0415  # the group `bench` alone has it

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "escp-docs", "svg.fonttype": "none", "font.size": 7}
    from matplotlib import pyplot as plt  # noqa: PLC0415

    promised = [row for row in rows if row.target is not None]
    known = runs()
    down = -(-len(promised) // _ACROSS)
    figure, axes = plt.subplots(
        down, _ACROSS, figsize=(8, 1.25 * down), layout="constrained", squeeze=False, sharex=True
    )
    for axis, row in zip(axes.flat, promised, strict=False):
        _draw(axis, row, known)
    for axis in axes.flat[len(promised) :]:
        axis.set_axis_off()
    figure.savefig(path, metadata={"Date": None, "Creator": None})


def _draw(axis: Any, row: Row, known: Sequence[Mapping[str, Any]]) -> None:  # noqa: ANN401  # of matplotlib
    points = [(index, run["ratios"].get(row.key)) for index, run in enumerate(known)]
    there = [(index, ratio) for index, ratio in points if ratio is not None]
    axis.plot(*zip(*there, strict=True), marker="o", markersize=3, linewidth=1.4, color="#1f5fa8")
    axis.axhline(row.target, color="#b03030", linewidth=0.8, linestyle="--")
    axis.set_title(row.key, fontsize=7, loc="left")
    axis.set_ylim(0, 1.15 * max(row.target or 0, *(ratio for _, ratio in there)))
    axis.set_xlim(-0.3, len(known) - 0.7)
    axis.set_xticks(range(len(known)), [run["commit"] for run in known], rotation=60, fontsize=5)
    axis.grid(alpha=0.3)


def _commit() -> str:
    asked = subprocess.run(
        ["git", "rev-parse", "--short=7", "HEAD"],  # noqa: S607  # that of the checkout
        cwd=KEPT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() or "none"


def _today() -> str:
    return date.today().isoformat()  # noqa: TID251, DTZ011  # when it was measured
