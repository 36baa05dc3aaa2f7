"""The pages that a document names of others: of PDFs that are there, and none is made for them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from escp_docs import api
from tests.support.program import run
from tests.support.small_builds import specs

PAGE = ", page 1"


class Folder:
    """A folder that is built step by step from a small spec."""

    def __init__(self, home: Path) -> None:
        (self.spec,) = specs(home, "one")
        for name in ("application/application", "partnership-agreement/partnership-agreement"):
            template = home / "templates" / f"{name}.md"
            template.parent.mkdir(exist_ok=True)
            template.write_text("## Title {: answers=CON001}\n\n{{ project.title }}\n")
        self.home = home
        self.path = home / "out" / "one"

    def build(self, *asked: str) -> list[str]:
        """Build some documents; return the names of the files that are there by then."""
        day = ("--as-of", "2020-11-20", "-q", "-o", str(self.home / "out"))
        status, told = run("build", self.spec, *asked, *day)
        assert status == 0, told
        status, told = run("verify", str(self.path), self.spec)
        assert status == 0, told
        return sorted(one.name for one in self.path.iterdir() if one.suffix != ".json")

    @property
    def cites(self) -> bool:
        """Whether the matrix names a page."""
        return PAGE in (self.path / "compliance.html").read_text()


def test_links_do_without_pages_and_name_them_once_the_pdfs_are_there(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    matrix = ("-d", "compliance", "-f", "html")
    assert folder.build(*matrix) == ["compliance.html"]
    assert not folder.cites
    # What was made before the PDFs were agrees still, and names the pages when it is made anew.
    both = ("-d", "application", "-d", "partnership-agreement", "-f", "pdf")
    pdfs = ["application.pdf", "partnership-agreement.pdf"]
    assert folder.build(*both) == sorted(["compliance.html", *pdfs])
    assert not folder.cites
    folder.build(*matrix)
    assert folder.cites


def test_paper_names_pages_and_the_pdfs_are_kept(tmp_path: Path) -> None:
    found = Folder(tmp_path).build("-d", "compliance", "-f", "docx")
    assert found == ["application.pdf", "compliance.docx", "partnership-agreement.pdf"]


class Noted:
    """An executor that notes what it is given to make, batch by batch."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def results(
        self,
        work: Callable[..., Any],
        pieces: Sequence[Any],
        lost: Callable[..., Any],
        given: tuple[object, ...] = (),
        bound: Callable[..., Any] | None = None,
    ) -> Iterator[Any]:
        """Yield what `work` makes of each piece, in order."""
        del lost, bound
        self.batches.append([f"{one.document.name}.{one.format}" for one in pieces])
        yield from (work(*given, piece) for piece in pieces)


def _made(folder: Folder, *formats: str) -> list[list[str]]:
    """Build a matrix and what it cites; return what was made together."""
    noted = Noted()
    asked = ("application", "compliance", "partnership-agreement")
    day = date(2020, 11, 20)
    options = api.BuildOptions(folder.home / "out", asked, formats, as_of=day)
    api.build(folder.spec, options, executor=noted)
    return [batch for batch in noted.batches if batch]


def test_what_else_is_due_of_cited_documents_is_made_beside_their_pdfs(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    cited = ["application.pdf", "partnership-agreement.pdf"]
    cited += ["application.docx", "partnership-agreement.docx"]
    others = ["compliance.pdf", "compliance.docx"]
    assert _made(folder, "pdf", "docx") == [cited, others]
    assert _made(folder, "pdf", "docx") == []


def test_what_is_there_is_not_made_again_beside_a_pdf(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.build("-d", "application", "-d", "partnership-agreement", "-f", "docx")
    first, second = _made(folder, "pdf", "docx")
    assert first == ["application.pdf", "partnership-agreement.pdf"]
    assert second == ["compliance.pdf", "compliance.docx"]
