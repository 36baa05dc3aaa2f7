"""The rows on the working loop: checked, nothing changed, one profile changed."""

import json
import shutil
import sys
from pathlib import Path

from benchmarks.material import ROOT, Material
from benchmarks.measure import Row, Work, alternately, by_the_clock, escp, process

_NOTHING = '`python -c "import click, yaml"`'


def checks(given: Material) -> list[Row]:
    """Return the rows on `check` of one spec."""
    tool = Path(sys.executable).with_name("check-jsonschema")
    rows = []
    for name, path in (("10 kB", given.small), ("100 kB", given.large)):
        ours = process(*escp("check", "-q", path))
        theirs = process(tool, "--schemafile", given.schema, path)
        key, work = f"check-{name.replace(' ', '')}", f"`check` of {name}, against"
        rows += [
            Row(key, f"{work} check-jsonschema", *alternately(ours, theirs, 7), 0.45),
            Row(f"{key}-start", f"{work} {_NOTHING}", *alternately(ours, _nothing(), 7), 3.0),
        ]
    return rows


def _nothing() -> Work:
    return process(sys.executable, "-c", "import click, yaml")


def unchanged(given: Material) -> list[Row]:
    """Return the row on a build with nothing to do."""
    build = process(*escp("build", given.large, "-q", "-o", given.folder, "--all"))
    build()
    work = f"`build --all` with nothing changed, against {_NOTHING}"
    return [Row("unchanged", work, *alternately(build, _nothing(), 9), 2.0)]


def one_profile(given: Material) -> list[Row]:
    """Return the row on a build after one partner's profile changed."""
    spec, output = given.folder / "profile", given.folder / "profile-output"
    shutil.copytree(ROOT / "specs" / "wave-4i", spec)
    build = escp("build", spec, "-q", "-o", output, "--all")
    process(*build)()
    consortium = spec / "consortium.yaml"

    def changed() -> None:
        text = consortium.read_text("utf-8")
        said = text.replace("profile: |\n", "profile: |\n        Newly said.\n", 1)
        consortium.write_text(said, "utf-8")
        process(*build)()

    before = _hashes(output)
    changed()
    after = _hashes(output)
    anew = sum(before[name] != after[name] for name in after)
    ours, theirs = by_the_clock(changed, process(*build, "--force"))
    work = f"`build --all` after one profile changed ({anew} of {len(after)} files), against all"
    return [Row("profile", work, ours, theirs)]


def _hashes(output: Path) -> dict[str, str]:
    manifest = json.loads((output / "wave-4i" / "manifest.json").read_text())
    return {name: entry["sha256"] for name, entry in manifest["files"].items()}
