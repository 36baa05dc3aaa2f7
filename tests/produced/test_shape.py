"""The closed shape of our files: whatever else stands in one is named, whoever put it there."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from escp_docs.build.product import sha256
from escp_docs.document.format_names import FormatName
from escp_docs.export.formats import export
from escp_docs.produced.shape.digests import digests
from escp_docs.produced.shape.foreign import ForeignKind
from escp_docs.produced.shape.judged import AsBuilt, Shape, shape
from tests.support import tampering
from tests.support.look import look
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

    assert judged("pdf", buffer.getvalue()) == Shape(
        remark="saved again by WeasyPrint 70.0, nothing else"
    )


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
