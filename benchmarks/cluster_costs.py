"""What one spec costs on a cluster, unit by unit: the numbers of docs/how-to/cluster.md.

Run as `python -m benchmarks.cluster_costs`, on a quiet machine, under Linux.
"""

import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from benchmarks import made_specs
from benchmarks.measure import escp, peak, streamed
from escp_docs.build.options import STATE, BuildOptions
from escp_docs.build.parcel import Parcels, built_there
from escp_docs.executing.cluster import Cluster
from escp_docs.files.shared_folder import shared_folder
from tests.executing import far_work
from tests.support.dask_cluster import Begun, cluster

FEW, SPECS, TASKS = 4, 20, 400
CHECKED: Final = (200, 1_200)  # the prose of the first hundred is kept, whatever comes after
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_SENT, _BACK, _NAMED = 200_000, 1_900_000, 4_000


def main() -> None:
    """Print a line for each cost."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for line in chain(
            _of_checking(home), _of_a_worker(home), _of_a_client(home), _of_tasks(home)
        ):
            print(line, flush=True)


def _of_checking(home: Path) -> Iterator[str]:
    made_specs.written(home / "few", CHECKED[0])
    made_specs.written(home / "many", CHECKED[1])
    few, many = (streamed(*escp("check", home / name)) for name in ("few", "many"))
    more = CHECKED[1] - CHECKED[0]
    yield f"check: {(many.seconds - few.seconds) / more * 1000:.1f} ms of the processor"


def _of_a_worker(home: Path) -> Iterator[str]:
    specs = [str(one) for one in made_specs.whole(home / "there", 3)]
    options = BuildOptions(home / "out", today=date(2020, 11, 20))
    parcels = Parcels(specs, options)
    built_there(parcels[0])  # loads all that it needs
    begin = time.process_time()
    by_bytes = [built_there(parcels[index]) for index in (1, 2)]
    yield f"worker: {(time.process_time() - begin) / 2:.2f} s of the processor"
    with shared_folder(options.state) as shared:
        parcel = parcels[1]
        by_name = built_there(replace(parcel, shared=shared))
        yield f"sent there: {len(pickle.dumps(parcel)) / 1000:.0f} kB"
        yield f"sent back: {len(pickle.dumps(by_bytes[0])) / 1000:.0f} kB"
        yield f"sent back by a shared disk: {len(pickle.dumps(by_name)) / 1000:.1f} kB"


def _of_a_client(home: Path) -> Iterator[str]:
    specs = made_specs.whole(home / "far", FEW + SPECS)
    with cluster(home) as begun:
        few = _built(home / "a", specs[:FEW], begun)
        many = _built(home / "b", specs[FEW:], begun)
    used = many.ru_utime + many.ru_stime - few.ru_utime - few.ru_stime
    yield f"client: {used / (SPECS - FEW):.3f} s of the processor"
    peaks = (one.ru_maxrss // 1024 for one in (few, many))
    yield "client: {} MB at the peak of {}, {} MB of {}".format(
        *(one for pair in zip(peaks, (FEW, SPECS), strict=True) for one in pair)
    )
    sizes = [one.stat().st_size for one in (home / "b").rglob("*") if STATE not in one.parts]
    yield f"on the disk: {sum(sizes) / SPECS / 1e6:.2f} MB of a bundle of two documents"


def _built(output: Path, specs: list[Path], begun: Begun) -> resource.struct_rusage:
    command = escp("build", *specs, "-q", "-o", output, "--cluster", begun.file)
    running = subprocess.Popen(command)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        sys.exit("a build failed")
    return used


def _of_tasks(home: Path) -> Iterator[str]:
    """Yield what the scheduler and a client take for work that does nothing, by what is sent."""
    for what, size in (("bytes", _BACK), ("names", _NAMED)):
        folder = home / what
        folder.mkdir()
        with cluster(folder) as begun, Cluster(begun.file, far_work.traits) as held:
            scheduler = begun.processes[0].pid
            used, own = _processor(scheduler), time.process_time()
            pieces = [(bytes(_SENT), size)] * TASKS
            for result in held.results(far_work.answered, pieces, lambda _: b""):
                assert len(result) == size
            there = (_processor(scheduler) - used) / TASKS * 1000
            here = (time.process_time() - own) / TASKS * 1000
            megabytes = peak(scheduler)
            took = f"scheduler {there:.1f} ms, {megabytes:.0f} MB; client {here:.1f} ms"
            yield f"a task by {what}: {took}"


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


if __name__ == "__main__":
    main()
