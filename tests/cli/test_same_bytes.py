"""The same input gives the same bytes: any hash seed, folder, day and number of processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.places import SPECS

RUNS = {
    # hash seed: (time zone, what the clock shows, processes)
    "1": ("UTC", None, "1"),
    "2": ("Asia/Tokyo", None, "3"),
    "3": ("UTC", "2031-02-03 04:05:06", "2"),
}


def begun(tmp_path: Path, seed: str) -> tuple[Path, subprocess.Popen[bytes]]:
    zone, clock, jobs = RUNS[seed]
    home = tmp_path / f"folder {seed}"
    home.mkdir()
    spec = home / "spec.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)
    os.utime(spec, (int(seed) * 10**8, int(seed) * 10**8))
    arguments = ["build", "spec.yaml", "--all", "-q", "--as-of", "2020-11-20", "-j", jobs]
    made = subprocess.Popen(
        [*(["faketime", clock] if clock else []), sys.executable, "-m", "escp_docs", *arguments],
        cwd=home,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
    )
    return home / "output" / "soil-4i", made


def test_every_file_of_a_build(tmp_path: Path) -> None:
    begins = [begun(tmp_path, seed) for seed in RUNS]
    assert [process.wait(timeout=600) for _, process in begins] == [0] * len(RUNS)

    first, *others = [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder, _ in begins
    ]
    assert {"manifest.json", "application.docx", "partnership-agreement.pdf"} <= first.keys()
    for other in others:
        assert other.keys() == first.keys()
        assert {name for name in first if first[name] != other[name]} == set()
