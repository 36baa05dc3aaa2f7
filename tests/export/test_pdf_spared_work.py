"""What WeasyPrint and its libraries are spared changes nothing of what they say."""

import re

import pydyf
import pytest
from weasyprint import tinyhtml5

from escp_docs.export.pdf.spared_work import spare_work


@pytest.fixture(autouse=True)
def _spared() -> None:
    spare_work()
    spare_work()


def test_references_are_remembered_until_a_page_is_added() -> None:
    pdf, other = pydyf.PDF(), pydyf.PDF()
    assert pdf.page_references == ()
    for number in range(1, 4):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        known = pdf.page_references
        assert len(known) == number
        assert pdf.page_references is known
        assert known[-1] == pdf.objects[-1].reference
    assert other.page_references == ()


@pytest.mark.parametrize("opposite", [True, False])
@pytest.mark.parametrize("letters", [("<", "&"), ("]", "^", "-", "\\"), frozenset(" \n\t")])
def test_html_is_cut_where_it_was(letters: tuple[str, ...], opposite: bool) -> None:  # noqa: FBT001
    text = "a b<c&d]e^f-g\\h\n"
    found = tinyhtml5.inputstream.characters_until_regex[letters, opposite]
    assert found is tinyhtml5.inputstream.characters_until_regex[letters, opposite]
    inside = "".join(map(re.escape, letters))
    assert found.findall(text) == re.findall(f"[{'' if opposite else '^'}{inside}]+", text)


@pytest.mark.parametrize(
    ("item", "data"),
    [
        *((b"a", b"a"), ("a", b"a"), (1, b"1"), (1.0, b"1"), (0.25, b"0.25"), (True, b"True")),
        *((pydyf.String("a"), b"(a)"), (pydyf.Array([1, "/A", b"x"]), b"[1 /A x]")),
    ],
)
def test_pieces_are_written_as_they_were(item: object, data: bytes) -> None:
    assert pydyf._to_bytes(item) == data  # noqa: SLF001
