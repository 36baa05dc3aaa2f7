"""Which documents in which formats `-d` and `-f` stand for."""

import pytest

from escp_docs.build.selection import DocumentSelection
from escp_docs.errors import UnknownNameError
from tests.support.documents import example

SPEC = example("wave").spec


def files(documents: tuple[str, ...], formats: tuple[str, ...]) -> list[str]:
    return [one.file for one in DocumentSelection.of(documents, formats).of_spec(SPEC)]


def test_without_either_it_is_application_and_agreement() -> None:
    assert files((), ()) == ["application.docx", "partnership-agreement.pdf"]


def test_formats_alone_are_of_both() -> None:
    assert files((), ("html", "pdf")) == [
        "application.html",
        "application.pdf",
        "partnership-agreement.html",
        "partnership-agreement.pdf",
    ]


def test_of_both_each_document_is_in_each_format_that_it_has() -> None:
    found = files(("application", "budget", "checklist"), ("docx", "xlsx"))

    assert found == ["application.docx", "budget.xlsx", "checklist.docx"]


@pytest.mark.parametrize(
    ("document", "formats"), [("budget", ("docx", "html")), ("application", ("xlsx",))]
)
def test_a_document_that_has_none_of_the_formats_is_refused(
    document: str, formats: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownNameError, match=f"{document} has no format {formats[0]}"):
        files((document,), formats)


def test_paper_brings_the_pdfs_along_whose_pages_it_names() -> None:
    cited = ["application.pdf", "partnership-agreement.pdf"]
    assert files(("compliance",), ("pdf",)) == ["compliance.pdf", *cited]
    assert files(("compliance",), ("html",)) == files(("compliance",), ()) == ["compliance.html"]
    assert files(("application", "compliance"), ("pdf",)) == [cited[0], "compliance.pdf", cited[1]]
