"""`make bench`: print the table of ratios as Markdown; nothing here is a test.

Every figure is the fastest of several runs of a whole process, unless said otherwise, and every
ratio has both of its sides measured in this run.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.material import Material, material

RUNS = 5


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the wall time of the fastest of several runs."""
    best = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def process(*command: str | Path) -> Callable[[], object]:
    """Return the work of running a command to its end."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def escp(*arguments: str | Path) -> tuple[str | Path, ...]:
    """Return the command line of the program."""
    return (sys.executable, "-m", "escp_docs", *arguments)


def checks(given: Material) -> list[tuple[str, float, float, float]]:
    """Return the rows on `check`: name, ours, theirs, target ratio."""
    tool = Path(sys.executable).with_name("check-jsonschema")
    rows = []
    for name, path in (("10 kB", given.small), ("100 kB", given.large)):
        ours = seconds(process(*escp("check", "-q", path)))
        theirs = seconds(process(tool, "--schemafile", given.schema, path))
        rows.append((f"`check` of {name}, against check-jsonschema", ours, theirs, 1.0))
    return rows


def documents(given: Material) -> list[tuple[str, float, float, float]]:
    """Return the rows on `build`."""
    import pypandoc  # noqa: PLC0415

    pandoc = process(pypandoc.get_pandoc_path(), given.html, "-o", given.folder / "pandoc.docx")
    theirs = seconds(pandoc)
    whole = seconds(
        process(
            *escp("build", given.large, "-q", "--force", "-o", given.folder),
            *("-d", "application", "-f", "docx"),
        )
    )
    inside = seconds(given.compose_and_write)
    bundle = seconds(
        process(*escp("build", given.large, "-q", "--force", "-o", given.folder, "--all")), 3
    )
    bare = seconds(
        process(sys.executable, "-m", "benchmarks.bare_weasyprint", *given.print_pages), 3
    )
    same = seconds(process(*escp("build", given.large, "-q", "-o", given.folder, "--all")))
    nothing = seconds(process(sys.executable, "-c", "import click, yaml"))
    return [
        ("application DOCX after import, against the process of pandoc", inside, theirs, 1.0),
        ("application DOCX, whole process, against pandoc", whole, theirs, 3.0),
        ("`build --all`, against bare WeasyPrint on the same HTML", bundle, bare, 1.15),
        ("`build --all` with nothing changed, against an empty process", same, nothing, 3.0),
    ]


def growth(given: Material) -> list[tuple[str, float, float, float]]:
    """Return the row on ten times the pages: the ratio of the two times."""
    return [
        (
            "PDF of ten times the pages, against once",
            seconds(given.pdf_of(10), 1),
            seconds(given.pdf_of(1), 2),
            11.0,
        )
    ]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        given = material(Path(folder))
        rows = checks(given) + documents(given) + growth(given)
    print("| work | ours | other | ratio | target | met |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, ours, theirs, target in rows:
        ratio = ours / theirs
        met = "yes" if ratio <= target else "no"
        print(f"| {name} | {ours:.3f} s | {theirs:.3f} s | {ratio:.2f} | {target:g} | {met} |")


if __name__ == "__main__":
    main()
