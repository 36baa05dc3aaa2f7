"""Learn the closed shape of our files: what our writers write, what programs add that save them.

    python -m scripts.shapes [--with COMMAND]...

All documents of the examples and of twenty odd specs are built, and every node of them is known.
Word files and workbooks are saved again by LibreOffice, as COMMAND or as it is on this machine,
and PDFs are signed; what comes of that is added to what was learned from other versions before.
"""

import argparse
import json
import shlex
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from pypdf import PdfReader

from escp_docs.document import headings
from escp_docs.document.format_names import FormatName
from escp_docs.export.formats import export
from escp_docs.files import libreoffice
from escp_docs.produced.archive import opened
from escp_docs.produced.shape import office_nodes, pdf_nodes, web_nodes
from escp_docs.produced.shape.grammar import Grammar
from escp_docs.produced.shape.known import OURS, WORDS
from escp_docs.produced.shape.office_nodes import PlacedNode
from escp_docs.produced.web_page import page_of
from tests.support import every_kind
from tests.support.every_document import build_all
from tests.support.look import look
from tests.support.sample import sample
from tests.support.signing import signed

FOLDER: Final = Path(__file__).parent.parent / "escp_docs" / "produced" / "shape" / "grammars"
_FORMATS: Final[tuple[FormatName, ...]] = ("docx", "xlsx", "html", "pdf")
_PAPERS: Final = 12
_SIGNED: Final = ("partnership-agreement.pdf", "term-sheet.pdf")


def write_samples(folder: Path) -> None:
    """Write documents with every kind of block, as drafts and final, and a workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    pages: tuple[FormatName, ...] = ("docx", "pdf", "html")
    for draft in (True, False):
        for name, document in (("sample", sample), ("every-kind", every_kind.document)):
            for format_ in pages:
                data = export(document(draft=draft), format_, look()).data
                (folder / f"{name}-{draft}.{format_}").write_bytes(data)
            pages_of = {one.id: number for number, one in enumerate(headings(document()), 1)}
            data = export(document(draft=draft), "docx", look(), pages_of).data
            (folder / f"{name}-{draft}-paginated.docx").write_bytes(data)
        book = export(every_kind.book(draft=draft), "xlsx", look()).data
        (folder / f"sample-{draft}.xlsx").write_bytes(book)


def nodes(path: Path) -> Iterator[PlacedNode]:
    """Yield the nodes of a produced file."""
    data = path.read_bytes()
    match path.suffix:
        case ".docx" | ".xlsx":
            yield from office_nodes.nodes(opened(data))
        case ".html":
            yield from web_nodes.nodes(page_of(data))
        case _:
            yield from pdf_nodes.nodes(PdfReader(BytesIO(data), strict=True))


def learned(paths: Iterable[Path], format_: FormatName) -> Grammar:
    """Return the grammar of files of one format."""
    grammar = Grammar(WORDS[format_])
    for path in paths:
        grammar.learn(one.node for one in nodes(path))
    return grammar


def write(name: str, format_: FormatName, grammar: Grammar, *, adds: bool) -> None:
    """Write a grammar; one that `adds` keeps what was known before."""
    path = FOLDER / f"{name}.{format_}.json"
    if adds and path.exists():
        before = Grammar.of(json.loads(path.read_text(encoding="utf-8")), WORDS[format_])
        grammar = before.joined(grammar)
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(grammar.as_json(), indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def saved(command: list[str], paths: list[Path], folder: Path) -> list[Path]:
    """Return files as a LibreOffice saves them."""
    for path in paths:
        name = "__".join(path.parts[-4:])
        (folder / "in").mkdir(parents=True, exist_ok=True)
        (folder / "in" / name).write_bytes(path.read_bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffix in ("docx", "xlsx"):
        given = sorted((folder / "in").glob(f"*.{suffix}"))
        to = ["--headless", "--convert-to", suffix, "--outdir", str(folder / "out")]
        subprocess.run([*command, profile, *to, *map(str, given)], check=True, capture_output=True)
    return sorted((folder / "out").iterdir())


def main() -> None:
    """Learn all grammars and write them where the program finds them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--with", dest="commands", action="append", default=[])
    parser.add_argument("--built", type=Path, help="a folder that was built before")
    asked = parser.parse_args()
    commands = [shlex.split(one) for one in asked.commands] or [[str(libreoffice.office())]]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        built = asked.built or home / "built"
        if not asked.built:
            built.mkdir()
            build_all(built)
        write_samples(built / "samples")
        for format_ in _FORMATS:
            write(OURS, format_, learned(sorted(built.rglob(f"*.{format_}")), format_), adds=False)
        papers = [path for one in _SIGNED for path in sorted(built.rglob(one))][:_PAPERS]
        papers += sorted((built / "samples").glob("*.pdf"))
        for number, path in enumerate(papers):
            who = "A signatory" if number % 2 else ""
            (home / f"{number}.pdf").write_bytes(signed(path.read_bytes(), who=who))
        write("signature", "pdf", learned(sorted(home.glob("*.pdf")), "pdf"), adds=True)
        office = sorted(path for path in built.rglob("*") if path.suffix in {".docx", ".xlsx"})
        for number, command in enumerate(commands):
            again = saved(command, office, home / f"office-{number}")
            for format_ in ("docx", "xlsx"):
                of_one = [path for path in again if path.suffix == f".{format_}"]
                write("libreoffice", format_, learned(of_one, format_), adds=True)


if __name__ == "__main__":
    main()
