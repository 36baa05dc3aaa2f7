"""Objects of a PDF read in one go: the same as pypdf reads, or they are left to it."""

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, read_object

from escp_docs.produced.pdf_objects import PdfFile, plain_object
from tests.support.verifying import built

_SINGLE = st.sampled_from([
    *(b"/Type", b"/A.b-c+1", b"/Name:1", b"12", b"-3", b"+4", b"0", b"1.5", b"-.25", b"3.", b"007"),
    *(b"12 0 R", b"7 2 R", b"true", b"false", b"null", b"(words)", b"()", b"(a\\(b\\)\\\\c)"),
    *(b"<feff00e9>", b"<>", b"<48656C>", b"(\xfe\xff\x00\xe9)", b"(two\r\nlines)", b"(\xe9)"),
])  # fmt: skip
_ODD = st.sampled_from([
    *(b"/A#42", b"/\xe9", b"(a(b)c)", b"(\\n\\101)", b"<4>", b"< 48 65>", b"% note\n", b"12 0 Rx"),
    *(b"1 0 obj", b"12345678901234567890", b"--5", b"1.2.3", b"endobj", b">>", b"]", b"<<", b"["),
])  # fmt: skip
_BLANKS = st.sampled_from([b" ", b"\n", b"\r\n", b"  "])


def _around(inner: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    array = st.builds(
        lambda items, blank: b"[" + blank.join(items) + b"]", st.lists(inner, max_size=4), _BLANKS
    )
    keys = st.sampled_from([b"/K", b"/S", b"/Pg", b"/P"])
    table = st.builds(
        lambda pairs, blank: b"<<" + blank.join(blank.join(one) for one in pairs) + b">>",
        st.lists(st.tuples(keys, inner), max_size=4),
        _BLANKS,
    )
    return array | table


_OBJECT = st.recursive(_SINGLE | _SINGLE | _ODD, _around, max_leaves=12)


def _shown(value: Any) -> str:  # noqa: ANN401  # what PDFs hold
    """Return an object with its kinds, but for the reader that an indirect one names."""
    if isinstance(value, DictionaryObject):
        return f"{type(value)}{[(_shown(key), _shown(value.raw_get(key))) for key in value]}"
    if isinstance(value, list):
        return f"{type(value)}{[_shown(one) for one in value]}"
    return re.sub(r", \d+\)$", ")", f"{type(value)}{value!r}")


@given(_OBJECT)
@example(b"<</S/P/K[1 2<</Type/MCR>>]/Pg 12 0 R>>")
@example(b"<</K 1/K 2>>")
@example(b"[1 0 R 2 0 R]")
def test_what_is_read_in_one_go_is_what_pypdf_reads(data: bytes) -> None:
    reader = PdfReader(BytesIO(built("pdf").data), strict=True)
    found = plain_object(data, reader, {})
    if found is not None:
        assert _shown(found) == _shown(read_object(BytesIO(data + b" "), reader))


@pytest.mark.parametrize(
    "data",
    [
        *(b"12", b"/Name", b"[1", b"[1]]", b"[1>>", b"<</A>>", b"<</A 1/A 2>>", b"<<1 2>>", b""),
        *(b"[1] [2]", b"[1] 2", b"[/A#42]", b"[(a(b))]", b"[<4>]", b"[% note\n1]", b"[" * 99),
        *(b"[" * 60 + b"]" * 60, b"[" + b"1 " * 10_001 + b"]", b"[12345678901234567890]", b"]"),
        *(
            b"[(" + b"x" * 200_000 + b")]",
            b"[1 (a]",
            b"[1 <4 ]",
            b"[1 2",
            b"<</A 1]",
            b"[+]",
            b"[.]",
        ),
    ],
)
def test_what_is_not_plain_is_left_to_pypdf(data: bytes) -> None:
    assert plain_object(data, PdfReader(BytesIO(built("pdf").data)), {}) is None


def test_all_of_our_own_objects_are_plain_and_say_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = built("pdf").data
    theirs = PdfReader(BytesIO(data), strict=True)
    shown = {number: _shown(theirs.get_object(number)) for number in theirs.xref_objStm}
    assert len(shown) > 100
    monkeypatch.setattr(PdfReader, "_get_object_from_stream", None)
    ours = PdfFile(BytesIO(data), strict=True)
    assert shown == {number: _shown(ours.get_object(number)) for number in ours.xref_objStm}


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda head: head.replace(b" ", b" x", 1),
        lambda head: head.replace(b" ", b" 9", 1),
        lambda head: b" ".join(head.split()[2:] + head.split()[:2]) + b" ",
        lambda head: b"%" + head[1:],
    ],
)
def test_a_stream_out_of_order_is_read_as_pypdf_reads_it(spoiled: Any) -> None:  # noqa: ANN401
    with pikepdf.open(BytesIO(built("pdf").data)) as pdf:
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=False)
    data = out.getvalue()
    found = re.search(rb"/First (\d+).*?stream\r?\n", data, re.DOTALL)
    assert found
    begin, first = found.end(), int(found[1])
    head = data[begin : begin + first]
    new = spoiled(head)[:first].ljust(first)
    data = data[:begin] + new + data[begin + first :]
    assert _words(PdfFile, data) == _words(PdfReader, data)


def _words(kind: type[PdfReader], data: bytes) -> list[str] | str:
    try:
        return [page.extract_text() for page in kind(BytesIO(data), strict=True).pages]
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError, AssertionError) as error:
        return type(error).__name__
