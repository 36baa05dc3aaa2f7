"""The rows on many specs: checked in one process, built by two, and by a cluster."""

import tempfile
from pathlib import Path
from typing import Final

from benchmarks import made_specs
from benchmarks.material import Material
from benchmarks.measure import Row, escp, in_turn, process, streamed
from tests.support.dask_cluster import cluster

SPECS: Final = 20
_MANY, _VERY_MANY = 1_000, 10_000


def checked(given: Material) -> list[Row]:
    """Return the rows on a thousand and ten thousand specs of 47 kB with different partners."""
    for number in (_MANY, _VERY_MANY):
        made_specs.written(given.folder / f"checked-{number}", number)
    few, many = (
        streamed(*escp("check", given.folder / f"checked-{number}"))
        for number in (_MANY, _VERY_MANY)
    )
    work = "1,000 specs of 47 kB checked in one process"
    return [
        Row("each", f"{work}: the processor for each, against 10 ms",
            few.seconds, _MANY * 0.010, 1.0),
        Row("each-memory", f"{work}: memory, against 150 MB", few.megabytes, 150, 1.0, unit="MB"),
        Row("each-first", f"{work}: the first result, against the whole",
            few.first, 1, 0.2, unit=""),
        Row("very-many", "10,000 of them: the processor for each, against that of 1,000",
            many.seconds / 10, few.seconds, 1.2),
        Row("very-many-memory", "10,000 of them: memory, against 300 MB",
            many.megabytes, 300, 1.0, unit="MB"),
    ]  # fmt: skip


def machines(given: Material) -> list[Row]:
    """Return the rows on twenty specs by two workers, of ours and of a Dask cluster."""
    specs = made_specs.small(given.folder / "specs", SPECS)
    build = escp("build", *specs, "-q", "--force")
    with tempfile.TemporaryDirectory() as folder, cluster(Path(folder)) as begun:
        two, one, far = in_turn(
            process(*build, "-o", given.folder / "two", "-j", "2"),
            process(*build, "-o", given.folder / "one", "-j", "1"),
            process(*build, "-o", given.folder / "far", "--cluster", begun.file),
            runs=2,
        )
    by = f"{SPECS} specs by two workers"
    return [
        Row("workers", f"{by}, against one", two.wall, one.wall, 1.8, least=True),
        Row("cluster", f"{by} of a Dask cluster, against two of our own", far.wall, two.wall, 1.15),
    ]
