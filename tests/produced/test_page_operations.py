"""Pages read in one go: the same words as pypdf finds, or the page is left to it."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DecodedStreamObject, DictionaryObject, NameObject

from escp_docs.produced.page_operations import operations, with_few_operations
from tests.support.verifying import built

_WORDS = frozenset(b"BT ET q Q cm Do BDC BMC EMC Tc Tw Tz TL Tf Td TD Tm T* Tj TJ".split())
_PLAIN = (
    *(b"BT", b"ET", b"q", b"Q", b"1 0 0 1 5 5 cm", b"/X1 Do", b"/Artifact BMC", b"EMC"),
    *(b"/P <</MCID 3>> BDC", b"/P<</MCID 12>>BDC", b"/F1 9 Tf", b".5 -3 Td", b"T*", b"(words) Tj"),
    *(b"1. 0 0 +1 70 700 Tm", b"<00480065> Tj", b"[<0048>-20 3<65>]TJ", b"[ <41>  .5 ] TJ"),
    *(b"[<0048>0<0065>0 <00480065> 0<0048>0]TJ", b"[<41>0<0042>] TJ", b"[0<0048> 0 0<0049>] TJ"),
    *(b"[] TJ", b"0 0 m 9 9 l S", b"1 0 0 RG", b"/a1.0 gs", b"[3 3] 0 d", b"5 5 9 9 re W* n"),
    *(b"0 Tr", b"0.2 w", b"4 5"),
)
_ODD = (
    *(b"(a\\)b) Tj", b"((a)) Tj", b"<004> Tj", b"[(a) -3 (b)] TJ", b"% beside\nBT", b"--5 0 Td"),
    *(b"/Span <</ActualText (x) /MCID 1>> BDC", b"BI /W 1 ID x EI", b"/A#42 gs", b"/P /MC0 BDC"),
    *(
        b"12345678901234567890 w",
        b"1 (x) '",
        b"foo",
        b"\xff\xfe",
        b"BT (",
        b"BT <",
        b"BT [",
        b"BT\0ET",
    ),
)
_PIECES = st.sampled_from((*_PLAIN, *_PLAIN, *_ODD))
_BLANKS = st.sampled_from([b" ", b"\n", b"\r\n", b"\t", b"  "])


def _plain(value: Any) -> Any:  # noqa: ANN401  # what PDFs hold
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return bytes(value) if isinstance(value, bytes) else value


def _by_pypdf(data: bytes) -> list[tuple[Any, bytes]]:
    stream = DecodedStreamObject()
    stream.set_data(data)
    found = ContentStream(stream, None, "bytes").operations
    return [
        ([_joined(_plain(one)) for one in operands], operator)
        for operands, operator in found
        if operator in _WORDS
    ]


def _joined(operand: Any) -> Any:  # noqa: ANN401
    """Return what is drawn, letters of two bytes without the gaps of nothing between them."""
    if not isinstance(operand, list) or any(
        isinstance(one, bytes) and len(one) % 2 for one in operand
    ):
        return operand
    found: list[Any] = []
    for one in operand:
        if isinstance(one, bytes) and found[-1:] == [0] and isinstance(found[-2:][0], bytes):
            found[-2:] = [found[-2] + one]
        else:
            found.append(one)
    return found


@given(st.lists(st.tuples(_PIECES, _BLANKS), max_size=30))
@example([(b"BT", b"\n"), (b"[<0048>-20 3<65>]TJ", b"\n"), (b"ET", b"\n")])
def test_what_is_read_in_one_go_is_what_pypdf_reads(pieces: list[tuple[bytes, bytes]]) -> None:
    data = b"".join(piece + blank for piece, blank in pieces)
    found = operations(data)
    if found is not None:
        assert [(_plain(operands), operator) for operands, operator in found] == _by_pypdf(data)


@pytest.mark.parametrize("data", [one for one in _ODD if b"/MC0" not in one])
def test_what_is_not_plain_is_left_to_pypdf(data: bytes) -> None:
    assert operations(data) is None


def test_our_own_pages_are_plain_and_say_the_same() -> None:
    reader = PdfReader(BytesIO(built("pdf").data))
    for page in reader.pages:
        same = with_few_operations(page)
        assert same is not page
        assert _words(same) == _words(page) != []


def _words(page: PageObject) -> list[str]:
    found: list[str] = []
    page.extract_text(visitor_text=lambda words, *_: found.append(words))
    return found


def test_a_page_without_a_stream_is_left_as_it_is() -> None:
    page = PdfReader(BytesIO(built("pdf").data)).pages[0]
    page[NameObject("/Contents")] = DictionaryObject()
    assert with_few_operations(page) is page
    del page["/Contents"]
    assert with_few_operations(page) is page
