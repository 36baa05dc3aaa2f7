"""The pages that a document names of others: of PDFs that are there, and none is made for them."""

from pathlib import Path

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
