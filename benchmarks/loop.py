"""The rows on the working loop: nothing changed, one profile changed, twenty specs."""

import json
import shutil
import sys
from pathlib import Path

from benchmarks.material import ROOT, Material
from benchmarks.measure import Row, escp, process, seconds

SPECS = 20


def unchanged(given: Material) -> list[Row]:
    """Return the row on a build with nothing to do."""
    build = process(*escp("build", given.large, "-q", "-o", given.folder, "--all"))
    build()
    nothing = seconds(process(sys.executable, "-c", "import click, yaml"), 9)
    work = '`build --all` with nothing changed, against `python -c "import click, yaml"`'
    return [Row("unchanged", work, seconds(build, 9), nothing, 3.0)]


def one_profile(given: Material) -> list[Row]:
    """Return the row on a build after one partner's profile changed."""
    spec, output = given.folder / "profile", given.folder / "profile-output"
    shutil.copytree(ROOT / "specs" / "wave-4i", spec)
    build = process(*escp("build", spec, "-q", "-o", output, "--all"))
    whole = seconds(build, 1)
    before = _hashes(output)
    consortium = spec / "consortium.yaml"
    text = consortium.read_text()
    consortium.write_text(text.replace("profile: |\n", "profile: |\n        Newly said.\n", 1))
    changed = seconds(build, 1)
    after = _hashes(output)
    anew = sum(before[name] != after[name] for name in after)
    work = f"`build --all` after one profile changed ({anew} of {len(after)} files), against all"
    return [Row("profile", work, changed, whole)]


def _hashes(output: Path) -> dict[str, str]:
    manifest = json.loads((output / "wave-4i" / "manifest.json").read_text())
    return {name: entry["sha256"] for name, entry in manifest["files"].items()}


def many(given: Material) -> list[Row]:
    """Return the row on twenty specs by two workers."""
    folder = given.folder / "many"
    folder.mkdir()
    text = (ROOT / "specs" / "unfinished.yaml").read_text()
    specs = [folder / f"s{number}.yaml" for number in range(SPECS)]
    for path in specs:
        path.write_text(text.replace("acronym: SOIL-4i", f"acronym: {path.stem}", 1))
    times = [
        seconds(process(*escp("build", *specs, "-q", "-o", folder / jobs, "-j", jobs)), 1)
        for jobs in ("1", "2")
    ]
    work = f"{SPECS} specs by two workers, against one worker"
    return [Row("workers", work, times[1], times[0], 1.8, least=True)]
