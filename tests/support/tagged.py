"""Read a tagged PDF as a screen reader does: by its tree, not by its pages."""

from io import BytesIO
from pathlib import Path

from page import validate_pdf
from pypdf import PdfReader

from escp_docs.produced import tagged
from escp_docs.produced.tagged import TagNode

__all__ = ["TagNode", "faults", "texts", "tree"]


def tree(data: bytes) -> TagNode:
    """Return the tree of a PDF.

    The head of a table that goes on from the page before says nothing a second time.
    """
    reader = PdfReader(BytesIO(data))
    node, last = tagged.tree(reader, tagged.pages(reader)), ""
    for table in node.all("Table"):
        heads = list(table.all("THead"))
        said = " ".join(head.words() for head in heads)
        for head in heads:
            head.is_silent = said == last and not list(table.all("Caption"))
        last = said
    return node


def texts(data: bytes) -> list[str]:
    """Return the words of each page, running heads and all."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def faults(data: bytes, folder: Path) -> list[str]:
    """Return what a validator of PDF/UA-1 and PDF/A-3a objects to; `folder` is to write in."""
    path = folder / "validated.pdf"
    path.write_bytes(data)
    reports = [validate_pdf(path, profile=profile) for profile in ("ua1", "3a")]
    return [failure.message for report in reports for failure in report.failures]
