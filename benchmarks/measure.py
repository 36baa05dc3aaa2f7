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
MOST: Final = int(os.environ.get("BENCH_ROUNDS", "100"))
"""How often each work is done at the most: 1 on a machine that is busy anyway."""

Work = Callable[[], object]


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


@dataclass(frozen=True, slots=True)
class Taken:
    """The least that a work took: seconds of the processor, and of the clock."""

    processor: float = float("inf")
    wall: float = float("inf")

    def least(self, other: "Taken") -> "Taken":
        """Return the lesser of each."""
        return Taken(min(self.processor, other.processor), min(self.wall, other.wall))


def in_turn(*works: Work, runs: int = RUNS) -> tuple[Taken, ...]:
    """Return the least that each work took, one after the other, so that all meet the same load."""
    least = [Taken() for _ in works]
    for _ in range(min(runs, MOST)):
        for index, work in enumerate(works):
            least[index] = least[index].least(_taken(work))
    return tuple(least)


def _taken(work: Work) -> Taken:
    used, begin = _processor(), time.perf_counter()
    work()
    return Taken(_processor() - used, time.perf_counter() - begin)


def _processor() -> float:
    """Return the seconds that this process and those it has waited for had a processor."""
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + below.ru_utime + below.ru_stime


def alternately(ours: Work, other: Work, runs: int = RUNS) -> tuple[float, float]:
    """Return the least seconds of the processor that each of two works took, in turn."""
    one, two = in_turn(ours, other, runs=runs)
    return one.processor, two.processor


def by_the_clock(ours: Work, other: Work, runs: int = 2) -> tuple[float, float]:
    """Return the least seconds of the clock of two works of several processes each, in turn."""
    one, two = in_turn(ours, other, runs=runs)
    return one.wall, two.wall


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
    at the peak, until the last of them came.
    """

    first: float
    seconds: float
    megabytes: float


def streamed(*command: str | Path) -> Streamed:
    """Return how a command tells what it finds."""
    begin, first, megabytes = time.perf_counter(), 0.0, 0.0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as running:
        assert running.stdout is not None
        while os.read(running.stdout.fileno(), 65_536):
            first = first or time.perf_counter() - begin
            # What the system tells of it at the end is at least what this process had.
            megabytes = max(megabytes, peak(running.pid))
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    whole = time.perf_counter() - begin
    return Streamed(first / whole, used.ru_utime + used.ru_stime, megabytes)


def peak(process: int) -> float:
    """Return the most megabytes that a process has had, 0 once it has ended."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next((int(one.split()[1]) / 1024 for one in lines if one.startswith("VmHWM")), 0)
