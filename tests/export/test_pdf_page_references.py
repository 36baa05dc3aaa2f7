"""The references of the pages of a PDF are listed once, and anew when there are more pages."""

import pydyf

from escp_docs.export.pdf.page_references import remember_pages


def test_references_are_remembered_until_a_page_is_added() -> None:
    remember_pages()
    remember_pages()
    pdf = pydyf.PDF()
    assert pdf.page_references == ()
    for number in range(1, 4):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        known = pdf.page_references
        assert len(known) == number
        assert pdf.page_references is known
        assert known[-1] == pdf.objects[-1].reference
