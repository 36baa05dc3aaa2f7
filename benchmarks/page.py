"""The page that a run leaves: docs/benchmarks.md."""

import os
import platform
import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Row

_PEERS = ("weasyprint", "check-jsonschema", "pypandoc-binary", "docxtpl", "typst")
_BUSY = (
    " **The machine was busy with other work throughout**, so the ratios say little, least of all "
    "that of two workers; run it again on a quiet one."
)
_HEAD = """\
# Benchmarks

Made by `make bench`. Both sides of a ratio are run in turn, in the same minutes, and the least of
each counts: seconds of the processor, of whole processes, or of the clock where several work at
once. All Python modules are compiled beforehand, as an installation does it. The machine is shared,
so a ratio may be off by a fifth.

"""
_TREND = """
## From commit to commit

Each ratio that has a target, in every run that was committed; the broken line is the target. The
first three runs measured by the clock, one side after the other.

![Each ratio over the commits, with its target](benchmarks-trend.svg)
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
    return f"{_HEAD}{_machine(load)}\n{table(rows)}{_TREND}{_GROWTH}{growth}"


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
            f"| {row.work} | {_told(row.ours, row)} | {_told(row.other, row)} | {row.ratio:.2f} "
            f"| {target} | {met} |"
        )
    return "\n".join(lines) + "\n"


def _told(number: float, row: Row) -> str:
    digits = 0 if row.unit == "MB" else 3
    return f"{number:.{digits}f} {row.unit}".rstrip()


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
