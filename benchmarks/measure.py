"""What work takes: two things alternately in the same minutes, the least of each."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RUNS: Final = 5

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement against another of the same run.

    Args:
        key: By which the ratio is kept from run to run.
        work: What was measured, in words.
        ours: What it took.
        other: What that is compared with took; or what it may take.
        target: What the ratio shall be at most, None where nothing is promised.
        least: Whether it shall be at least that, and is other by ours.
        unit: Of both, seconds unless it says otherwise.
    """

    key: str
    work: str
    ours: float
    other: float
    target: float | None = None
    least: bool = False
    unit: str = "s"

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


def processor() -> float:
    """Return the seconds that this process and those it has waited for had a processor."""
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + below.ru_utime + below.ru_stime


def wall() -> float:
    """Return the seconds of the clock."""
    return time.perf_counter()


def alternately(
    ours: Work, other: Work, runs: int = RUNS, clock: Clock = processor
) -> tuple[float, float]:
    """Return the least that each of two works took, in turn, so that both meet the same load."""
    least = [float("inf"), float("inf")]
    for _ in range(runs):
        for index, work in enumerate((ours, other)):
            begin = clock()
            work()
            least[index] = min(least[index], clock() - begin)
    return least[0], least[1]


def process(*command: str | Path, cwd: Path | None = None) -> Work:
    """Return the work of running a command to its end."""
    return lambda: subprocess.run(command, check=True, capture_output=True, cwd=cwd)


def escp(*arguments: str | Path) -> tuple[str | Path, ...]:
    """Return the command line of the program."""
    return (sys.executable, "-m", "escp_docs", *arguments)


@dataclass(frozen=True, slots=True)
class Streamed:
    """A process that tells results one by one.

    `first` is when the first came, as a share of the whole; `seconds` of the processor, `megabytes`
    at the peak.
    """

    first: float
    seconds: float
    megabytes: float


def streamed(*command: str | Path) -> Streamed:
    """Return how a command tells what it finds."""
    begin, first = time.perf_counter(), 0.0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as running:
        assert running.stdout is not None
        while os.read(running.stdout.fileno(), 65_536):
            first = first or time.perf_counter() - begin
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    whole = time.perf_counter() - begin
    return Streamed(first / whole, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
