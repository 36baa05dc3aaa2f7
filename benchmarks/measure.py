"""Seconds of work and of processes."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RUNS: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement against another of the same run.

    Args:
        key: By which the ratio is kept from run to run.
        work: What was measured, in words.
        ours: Seconds.
        other: Seconds of what it is compared with.
        target: What the ratio shall be at most, None where nothing is promised.
        least: Whether it shall be at least that, and is other by ours.
    """

    key: str
    work: str
    ours: float
    other: float
    target: float | None = None
    least: bool = False

    @property
    def ratio(self) -> float:
        """How the two compare."""
        return self.other / self.ours if self.least else self.ours / self.other

    @property
    def is_met(self) -> bool:
        """Whether the target is kept, if there is one."""
        if self.target is None:
            return True
        return self.ratio >= self.target if self.least else self.ratio <= self.target


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the wall time of the fastest of several runs."""
    best = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def process(*command: str | Path) -> Callable[[], object]:
    """Return the work of running a command to its end."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def escp(*arguments: str | Path) -> tuple[str | Path, ...]:
    """Return the command line of the program."""
    return (sys.executable, "-m", "escp_docs", *arguments)
