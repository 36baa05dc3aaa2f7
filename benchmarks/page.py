"""What a run leaves: docs/benchmarks.md, the plot beside it, and the ratios for the next run."""

import json
import os
import platform
import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Row

RATIOS = Path(__file__).with_name("ratios.json")
WORSE = 1.2
_PEERS = ("weasyprint", "check-jsonschema", "pypandoc-binary", "docxtpl", "typst")
_BUSY = (
    " **The machine was busy with other work throughout**, so the ratios say little, least of all "
    "that of two workers; run it again on a quiet one."
)
_HEAD = """\
# Benchmarks

Made by `make bench`. Each figure is the wall time of a whole process, the fastest of several runs
where one is short; each ratio has both of its sides measured in this run. All Python modules are
compiled beforehand, as an installation does it. The machine is shared, so a ratio may be off by a
fifth.

"""
_GROWTH = """
## Documents that grow

The same headings, prose and tables, from ten to three hundred pages. Seconds after the import, and
the most memory that the process had, the making of our tree included. Not all do the same: our PDF
and WeasyPrint's are tagged and for the archive (PDF/A-3a), Typst's is that too, of the words alone
without our layout; pandoc makes a Word file of our HTML, docxtpl fills paragraphs into a template
without tables or numbers.

![Seconds of each engine by pages](benchmarks.svg)

"""


def written(rows: Sequence[Row], growth: str, load: Sequence[float]) -> str:
    """Return the page as Markdown.

    Args:
        rows: What was measured.
        growth: The table of documents that grow.
        load: The load of the machine when the run began.
    """
    return f"{_HEAD}{_machine(load)}\n{table(rows)}{_GROWTH}{growth}"


def table(rows: Sequence[Row]) -> str:
    """Return the ratios as Markdown."""
    lines = [
        "| work | ours | other | ratio | target | met |",
        "| --- | ---: | ---: | ---: | --- | --- |",
    ]
    for row in rows:
        sign = "at least" if row.least else "at most"
        target = f"{sign} {row.target:g}" if row.target else "–"
        met = "" if row.target is None else "yes" if row.is_met else "no"
        lines.append(
            f"| {row.work} | {row.ours:.3f} s | {row.other:.3f} s | {row.ratio:.2f} "
            f"| {target} | {met} |"
        )
    return "\n".join(lines) + "\n"


def regressions(rows: Sequence[Row]) -> list[str]:
    """Return what is more than a fifth worse than in the run before, and keep the new ratios."""
    before = json.loads(RATIOS.read_text()) if RATIOS.exists() else {}
    found = []
    for row in rows:
        old = before.get(row.key)
        worse = old and (old / row.ratio if row.least else row.ratio / old)
        if worse and worse > WORSE:
            found.append(f"{row.work}: {row.ratio:.2f}, it was {old:.2f}")
    ratios = {row.key: round(row.ratio, 3) for row in rows}
    RATIOS.write_text(json.dumps(ratios, indent=1, sort_keys=True) + "\n")
    return found


def _machine(load: Sequence[float]) -> str:
    busy = _BUSY if load[0] > (os.cpu_count() or 1) else ""
    peers = ", ".join(f"{name} {version(name)}" for name in _PEERS)
    return (
        f"{_processor()}, {os.cpu_count()} processors, {platform.system()} "
        f"{platform.release().split('-')[0]}, Python {platform.python_version()}; "
        f"escp-docs {version('escp-docs')}, {peers}. "
        f"Load when the run began: {load[0]:.1f}.{busy}\n"
    )


def _processor() -> str:
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()
