"""A Dask cluster as people begin one: a scheduler and two workers, each a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from distributed import Client

from tests.support.places import ROOT

UNWATCHED: Final = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
"""As the page on clusters says."""

_PATIENCE: Final = 60.0  # seconds until it is there


@dataclass(frozen=True)
class Begun:
    """A scheduler and its workers; `file` is where it says how it is reached."""

    file: str
    processes: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Begun]:
    """Hold a cluster; all of its processes end with it."""
    file = folder / "scheduler.json"
    wanted = [["scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--no-show"]]
    wanted += [["worker", "--nthreads", "1", "--local-directory", str(folder), "--no-dashboard"]]
    begun: list[subprocess.Popen[bytes]] = []
    try:
        for command in (wanted[0], *[wanted[1]] * workers):
            begun.append(
                subprocess.Popen(
                    [sys.executable, "-m", "dask", *command, "--scheduler-file", str(file)],
                    cwd=folder,
                    env={**os.environ, **UNWATCHED, "PYTHONPATH": str(ROOT)},
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            _wait_for(file)
        with Client(scheduler_file=str(file)) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(workers, timeout=_PATIENCE)
        yield Begun(str(file), tuple(begun))
    finally:
        for several in (begun[1:], begun[:1]):  # the scheduler waits for none that has gone
            for one in several:
                one.terminate()
            for one in several:
                one.wait(_PATIENCE)


def _wait_for(file: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not file.exists():
        assert time.monotonic() < end, "no scheduler has begun"
        time.sleep(0.05)
