"""The closed shape of our files: whatever else stands in one is named, whoever put it there."""

import re
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from escp_docs.build.product import sha256
from escp_docs.document.format_names import FormatName
from escp_docs.export.formats import export
from escp_docs.produced.shape.categories import category, is_editing
from escp_docs.produced.shape.digests import digests
from escp_docs.produced.shape.foreign import ForeignKind
from escp_docs.produced.shape.grammar import UnknownNode
from escp_docs.produced.shape.judged import AsBuilt, Shape, shape
from tests.support import tampering
from tests.support.look import look
from tests.support.repacked import repacked
from tests.support.sample import sample
from tests.support.signing import field_names, signed
from tests.support.workbooks import made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@cache
def built(format_: FormatName) -> bytes:
    tree = made() if format_ == "xlsx" else sample(draft=False)
    return export(tree, format_, look()).data


@cache
def known(format_: FormatName) -> AsBuilt:
    data = built(format_)
    return AsBuilt(digests(format_, data), sha256(data))


@cache
def judged(format_: FormatName, data: bytes) -> Shape:
    return shape(format_, data, known(format_), is_as_built=data == built(format_))


@cache
def tampered() -> tuple[tuple[FormatName, str, bytes], ...]:
    """Return every file that somebody tampered with: its format, what was done, and the file."""
    makers: tuple[tuple[FormatName, Callable[[bytes], Iterator[tampering.Tampered]]], ...] = (
        ("docx", tampering.word_files),
        ("html", tampering.pages),
        ("pdf", tampering.pdfs),
    )
    return tuple(
        (format_, what, data) for format_, maker in makers for what, data in maker(built(format_))
    )


def agrees(format_: FormatName, data: bytes) -> bool:
    return not judged(format_, data).foreign


@pytest.mark.parametrize("format_", ["docx", "pdf", "html", "xlsx"])
def test_a_file_as_it_was_built_holds_nothing_foreign(format_: FormatName) -> None:
    bare = AsBuilt({}, "")

    assert shape(format_, built(format_), bare, is_as_built=True) == Shape()


# --- saved again, signed -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    ],
)
def test_a_pdf_that_was_saved_again_is_called_so(options: Any) -> None:  # noqa: ANN401
    buffer = BytesIO()
    with pikepdf.open(BytesIO(built("pdf"))) as pdf:
        pdf.save(buffer, **options)

    assert judged("pdf", buffer.getvalue()) == Shape(remark="saved again, nothing else")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("/Producer", "Acrobat 9", "saved by Acrobat 9 (was WeasyPrint)"),
        ("/ModDate", "D:20300101000000Z", "changed on 2030-01-01 (was 2020-11-20)"),
    ],
)
def test_what_a_pdf_says_of_being_saved_is_told_as_what_it_says(
    key: str, value: str, said: str
) -> None:
    data, buffer = built("pdf"), BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo[key] = value
        pdf.save(buffer)
    before = AsBuilt(digests("pdf", data), sha256(data), date(2020, 11, 20))

    assert shape("pdf", buffer.getvalue(), before, is_as_built=False) == Shape(
        remark=f"saved again, nothing else, and it says of itself: {said}"
    )


@pytest.mark.parametrize("format_", ["docx", "xlsx"])
def test_what_an_office_file_says_of_being_changed_is_told_with_what_it_said(
    format_: FormatName,
) -> None:
    data = built(format_)
    core = tampering.parts_of(data)["docProps/core.xml"].decode()
    day = re.search(r'W3CDTF">([\d-]+)T00:00:00Z</dcterms:modified>', core)
    assert day
    other = core.replace(day[0], day[0].replace(day[1], "2030-01-01"))
    changed = repacked(data, {"docProps/core.xml": other.encode()})
    before = AsBuilt(digests(format_, data), sha256(data), date.fromisoformat(day[1]))

    (found,) = shape(format_, changed, before, is_as_built=False).foreign

    assert f"and says: changed on 2030-01-01 (was {day[1]})" in found.what


@pytest.mark.parametrize(
    ("format_", "doubt", "kind"),
    [
        ("xlsx", UnknownNode("x:sheet", "state", "visible"), ForeignKind.FOREIGN),
        ("xlsx", UnknownNode("x:sheet", "state", "veryHidden"), ForeignKind.HIDDEN),
        ("xlsx", UnknownNode("x:row", "hidden", "1"), ForeignKind.HIDDEN),
        ("xlsx", UnknownNode("r", "leads to", "/xl/worksheets/sheet#.xml"), ForeignKind.FOREIGN),
        ("xlsx", UnknownNode("r", "leads to", "//host/share.xml"), ForeignKind.ACTIVE),
        ("xlsx", UnknownNode("r", "leads to", "https://x.example/a.xml"), ForeignKind.ACTIVE),
        ("xlsx", UnknownNode("r", "leads to", "../../a.xml"), ForeignKind.ACTIVE),
        ("xlsx", UnknownNode("xl/worksheets/sheet#.xml x:evenFooter"), ForeignKind.FOREIGN),
        ("xlsx", UnknownNode("x:firstHeader", is_words=True), ForeignKind.HIDDEN),
        ("docx", UnknownNode("r", "TargetMode", "External"), ForeignKind.ACTIVE),
        ("pdf", UnknownNode("/Page", "/Annots", "ref"), ForeignKind.FOREIGN),
        ("pdf", UnknownNode("/Annot/FreeText"), ForeignKind.HIDDEN),
        ("pdf", UnknownNode("/Annot/Link./A/URI"), ForeignKind.ACTIVE),
    ],
)
def test_what_does_no_harm_is_no_more_than_foreign(
    format_: FormatName, doubt: UnknownNode, kind: ForeignKind
) -> None:
    assert category(format_, doubt) is kind


def test_a_link_is_no_remark_of_a_reviewer() -> None:
    assert not is_editing(UnknownNode("/Annot/Link./A/URI"))
    assert is_editing(UnknownNode("/Annot/Text"))


def test_a_page_that_is_gone_or_new_is_called_so() -> None:
    data = built("pdf")
    shorter, longer = BytesIO(), BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        del pdf.pages[-1]
        pdf.save(shorter)
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.save(longer)

    gone = {one.what for one in judged("pdf", shorter.getvalue()).foreign}
    new = {one.what for one in judged("pdf", longer.getvalue()).foreign}

    assert f"page {pages} is gone" in gone
    assert not any("not as" in one and f"page {pages}" in one for one in gone)
    assert f"page {pages + 1} was not there" in new


def test_a_signed_pdf_is_called_so_and_by_whom() -> None:
    data = signed(built("pdf"), field_names(built("pdf"))[0], who="Ana Sousa")

    assert judged("pdf", data) == Shape(remark="signed by Ana Sousa, nothing else")
    assert judged("pdf", signed(built("pdf"))).foreign == ()


def test_what_was_changed_after_signing_is_named() -> None:
    data = signed(built("pdf"), field_names(built("pdf"))[0])
    for what, changed in list(tampering.pdfs(data))[::4]:
        assert not agrees("pdf", changed), what


def test_an_office_file_that_was_packed_again_is_called_so() -> None:
    again = tampering.packed(tampering.parts_of(built("docx")))

    assert judged("docx", again) == Shape(remark="packed again, nothing else")


@pytest.mark.parametrize(("format_", "ends"), [("html", b"\r\n"), ("html", b"\n")])
def test_lines_may_end_otherwise(format_: FormatName, ends: bytes) -> None:
    data = b"\xef\xbb\xbf" + built(format_).replace(b"\n", ends)

    assert judged(format_, data) == Shape(remark="saved again, nothing else")


# --- what it means -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("field DDEAUTO c:", ForeignKind.ACTIVE),
        ("part word/vbaProject.bin", ForeignKind.ACTIVE),
        ("relation attachedTemplate", ForeignKind.ACTIVE),
        ("look <w:vanish/>", ForeignKind.HIDDEN),
        ('look <w:color w:val="FFFFFF"/>', ForeignKind.HIDDEN),
        ('look <w:sz w:val="2"/>', ForeignKind.HIDDEN),
        ("into the body <mc:Alt", ForeignKind.HIDDEN),
        ("head <script>", ForeignKind.ACTIVE),
        ("head <style>@import", ForeignKind.ACTIVE),
        ("before main <p>Other words", ForeignKind.HIDDEN),
        ('style="display:none" of p', ForeignKind.HIDDEN),
        ("a white box over the words", ForeignKind.HIDDEN),
        ("a script in a bookmark", ForeignKind.ACTIVE),
        ("an action behind an action", ForeignKind.ACTIVE),
        ("a small page", ForeignKind.HIDDEN),
    ],
)
def test_what_it_means_is_said_and_where(what: str, kind: ForeignKind) -> None:
    found = [(format_, data) for format_, name, data in tampered() if name.startswith(what)]

    assert found
    for format_, data in found:
        assert kind in {one.kind for one in judged(format_, data).foreign}


def test_a_remark_or_a_change_is_foreign_and_pull_is_named() -> None:
    edited = [data for _, what, data in tampered() if "<w:ins" in what or "<w:del" in what]

    assert edited
    assert all(any(one.is_editing for one in judged("docx", data).foreign) for data in edited)
