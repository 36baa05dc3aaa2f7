"""The same input gives the same bytes: under any hash seed, in any folder, at any time."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.test_check import SPECS


def begun(tmp_path: Path, seed: str) -> tuple[Path, subprocess.Popen[bytes]]:
    home = tmp_path / f"folder {seed}"
    home.mkdir()
    spec = home / "spec.yaml"
    shutil.copy(SPECS / "unfinished.yaml", spec)
    os.utime(spec, (int(seed) * 10**8, int(seed) * 10**8))
    arguments = ["build", "spec.yaml", "--all", "-q", "--as-of", "2020-11-20"]
    made = subprocess.Popen(
        [sys.executable, "-m", "escp_docs", *arguments],
        cwd=home,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "2" else "UTC"},
    )
    return home / "output" / "soil-4i", made


def test_every_file_of_a_build(tmp_path: Path) -> None:
    begins = [begun(tmp_path, seed) for seed in "123"]
    assert [process.wait(timeout=300) for _, process in begins] == [0, 0, 0]

    first, *others = [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder, _ in begins
    ]
    assert first.keys() == {"manifest.json", *json.loads(first["manifest.json"])["files"]}
    for other in others:
        assert {name for name in first if first[name] != other.get(name)} == set()
