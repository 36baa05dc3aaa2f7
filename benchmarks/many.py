"""The rows on many specs: checked in one process, built by two, and by a cluster."""

import tempfile
from pathlib import Path
from typing import Final

from benchmarks import made_specs
from benchmarks.material import Material
from benchmarks.measure import Row, alternately, escp, process, streamed, wall
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


def workers(given: Material) -> list[Row]:
    """Return the row on twenty specs by two workers."""
    specs = made_specs.small(given.folder / "by-two", SPECS)
    build = escp("build", *specs, "-q", "--force", "-o", given.folder / "made", "-j")
    two, one = alternately(process(*build, "2"), process(*build, "1"), 2, wall)
    return [Row("workers", f"{SPECS} specs by two workers, against one", two, one, 1.8, least=True)]


def on_a_cluster(given: Material) -> list[Row]:
    """Return the row on twenty specs by two workers of a Dask cluster."""
    specs = made_specs.small(given.folder / "clustered", SPECS)
    build = escp("build", *specs, "-q", "--force")
    with tempfile.TemporaryDirectory() as folder, cluster(Path(folder)) as begun:
        theirs, ours = alternately(
            process(*build, "-o", given.folder / "far", "--cluster", begun.file),
            process(*build, "-o", given.folder / "near", "-j", "2"),
            runs=2,
            clock=wall,
        )
    work = f"{SPECS} specs by two workers of a Dask cluster, against two of our own"
    return [Row("cluster", work, theirs, ours, 1.15)]
