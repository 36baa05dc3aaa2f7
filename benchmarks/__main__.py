"""`make bench`: measure, write docs/benchmarks.md and its plot, show what has become slower.

Nothing here is a test. `python -m benchmarks loop` measures one group alone and writes nothing.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import growth, loop, page, workspace
from benchmarks.material import ROOT, Material, material, two_versions
from benchmarks.measure import Row, escp, process, seconds
from escp_docs.comparing.trees.merging import merged
from escp_docs.export.word.writer import to_docx, to_tracked_docx
from escp_docs.versions.redline_proof import prove


def checks(given: Material) -> list[Row]:
    """Return the rows on `check`."""
    tool = Path(sys.executable).with_name("check-jsonschema")
    rows = []
    for name, path in (("10 kB", given.small), ("100 kB", given.large)):
        ours = seconds(process(*escp("check", "-q", path)))
        theirs = seconds(process(tool, "--schemafile", given.schema, path))
        work = f"`check` of {name}, against check-jsonschema"
        rows.append(Row(f"check-{name.replace(' ', '')}", work, ours, theirs, 1.0))
    return rows


def documents(given: Material) -> list[Row]:
    """Return the rows on one document and on the whole bundle."""
    import pypandoc  # noqa: PLC0415

    theirs = seconds(
        process(pypandoc.get_pandoc_path(), given.html, "-o", given.folder / "pandoc.docx")
    )
    build = escp("build", given.large, "-q", "--force", "-o", given.folder / "documents")
    whole = seconds(process(*build, "-d", "application", "-f", "docx"))
    inside = seconds(given.compose_and_write)
    bundle = seconds(process(*build, "--all"), 3)
    alone = seconds(process(*build, "--all", "-j", "1"), 2)
    bare = seconds(
        process(sys.executable, "-m", "benchmarks.bare_weasyprint", *given.print_pages), 2
    )
    count = len(given.print_pages)
    return [
        Row("docx", "application DOCX after import, against pandoc's process", inside, theirs, 1.0),
        Row("docx-process", "application DOCX, whole process, against pandoc", whole, theirs, 3.0),
        Row(
            "bundle",
            f"`build --all`, against bare WeasyPrint on the HTML of its {count} PDFs",
            bundle,
            bare,
            1.15,
        ),
        Row("bundle-alone", "`build --all -j 1`, one process, against the same", alone, bare),
    ]


def redlines(_: Material) -> list[Row]:
    """Return the row on the redline of two composed versions, with its proof."""
    old, new, look = two_versions()
    plain = seconds(lambda: to_docx(new, look))

    def redline() -> None:
        prove(to_tracked_docx(merged(old, new), look, "escp-docs").data, old, new)

    work = (
        "redline of two applications with its proof, after composing, against writing the new one"
    )
    return [Row("redline", work, seconds(redline), plain, 1.5)]


GROUPS: dict[str, tuple[Callable[[Material], list[Row]], ...]] = {
    "check": (checks,),
    "documents": (documents, redlines),
    "loop": (loop.unchanged, loop.one_profile, loop.many),
    "workspace": (workspace.typed,),
}


def told(row: Row) -> Row:
    """Say how a measurement came out, since all of them take minutes; return it."""
    print(f"{row.ratio:8.2f}  {row.work}", file=sys.stderr)
    return row


def main() -> None:
    """Measure and write."""
    load = os.getloadavg()
    chosen = sys.argv[1:] or list(GROUPS)
    with tempfile.TemporaryDirectory() as folder:
        given = material(Path(folder))
        rows = [told(row) for name in chosen for measure in GROUPS[name] for row in measure(given)]
    if sys.argv[1:]:
        print(page.table(rows))
        return
    found = growth.points()
    rows += growth.rows(found)
    growth.plot(found, ROOT / "docs" / "benchmarks.svg")
    text = page.written(rows, growth.table(found), load)
    (ROOT / "docs" / "benchmarks.md").write_text(text)
    print(text)
    for line in page.regressions(rows):
        print(f"slower than before: {line}")


if __name__ == "__main__":
    main()
