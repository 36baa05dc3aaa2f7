"""Files that came back broken or forged are refused with a reason, or are plain text."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from escp_docs.produced.sent import Sent, dump, load
from escp_docs.pull import word_reader
from escp_docs.pull.changes import ProseChange
from escp_docs.pull.file_reading import file_reading
from escp_docs.pull.prose_merging import merged
from escp_docs.pull.returned import Returned, UnreadableReturnError
from tests.support.places import SPECS
from tests.support.sendings import sending
from tests.support.word_editor import WordEditor

WAVE = str(SPECS / "wave-4i")
BODY = "word/document.xml"


def with_part(name: str, change: bytes | None, old: bytes = b"", new: bytes = b"") -> bytes:
    """Return a file in which a part is another, or has other bytes in one place."""
    source = sending(WAVE, "term-sheet").data
    out = BytesIO()
    with ZipFile(BytesIO(source)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == name:
                assert old in data
                data = change if change is not None else data.replace(old, new, 1)
            after.writestr(info, data)
        if name not in before.namelist():
            after.writestr(name, change or b"")
    return out.getvalue()


def changes(sent: Sent, returned: Returned) -> list[object]:
    """Return what a file says otherwise than it was sent."""
    return [
        one
        for one in file_reading(sent, returned).changes
        if not isinstance(one, ProseChange) or merged(one, one.base) is not None
    ]


def opendocument() -> bytes:
    """Return the beginning of a file as LibreOffice writes it by its own habit."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<office:document-content/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"PK\x03\x04", "perhaps cut short"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"\xef\xbb\xbf<html>", "it is a page of HTML"),
        (b"\xd0\xcf\x11\xe0", "locked with a password"),
        (b"Dear all,", "it is no Office file"),
        (opendocument(), "it is an OpenDocument file"),
        (with_part(BODY, b"<w:document"), "so that no program can read it whole"),
        (with_part(BODY, b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "saved"),
        (with_part("bomb.bin", b"\0" * 70_000_000), "unpack"),
    ],
    ids=[
        "empty",
        "cut short",
        "PDF",
        "HTML",
        "Word 97",
        "text",
        "OpenDocument",
        "malformed",
        "entities",
        "bomb",
    ],
)
def test_a_file_that_is_not_whole_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableReturnError, match=words):
        word_reader.read("back.docx", data)


def test_a_broken_file_names_the_program_that_saved_it() -> None:
    app = "docProps/app.xml"
    data = with_part(app, None, b"<Application>escp-docs", b"<Application>LibreOffice/7.4.7.2$x")
    broken = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(broken, "w") as after:
        for info in before.infolist():
            after.writestr(info, b"<w:p>" if info.filename == BODY else before.read(info))

    with pytest.raises(UnreadableReturnError, match=r"LibreOffice/7\.4\.7\.2 so that"):
        word_reader.read("back.docx", broken.getvalue())


def test_macros_and_foreign_parts_say_nothing() -> None:
    sent = sending(WAVE, "term-sheet").sent
    returned = word_reader.read("back.docx", with_part("word/vbaProject.bin", b"Sub AutoOpen()"))

    assert changes(sent, returned) == []


def test_controls_of_others_are_passed_over() -> None:
    sent = sending(WAVE, "term-sheet")
    tag = b'<w:tag w:val="agreement.governing_law"/>'
    data = with_part(BODY, None, tag, b'<w:tag w:val="goog_rdk_1"/>')

    assert changes(sent.sent, word_reader.read("back.docx", data)) == []


def test_what_a_field_says_is_plain_text() -> None:
    sent = sending(WAVE, "term-sheet")
    editor = WordEditor(sent.data)
    for words in ("{{ spec }}", "a: [b", "=cmd()", "&lead *x", "<b>"):
        for paragraph in editor.paragraphs():
            at = editor.text(paragraph).find("CEPANI")
            if at >= 0:
                editor.replace(paragraph, at, at + len("CEPANI"), words)
                reading = file_reading(sent.sent, word_reader.read("b.docx", editor.saved()))
                assert words in [getattr(one, "text", "") for one in reading.changes]
                editor.replace(paragraph, at, at + len(words), "CEPANI")
                break
        else:
            pytest.fail("no such words")


def test_comments_are_kept_with_who_and_where() -> None:
    sent = sending(WAVE, "term-sheet")
    editor = WordEditor(sent.data)
    place = next(one for one in editor.paragraphs() if "CEPANI" in editor.text(one))
    editor.comment(place, "We would rather have the ICC.")

    reading = file_reading(sent.sent, word_reader.read("back.docx", editor.saved()))

    (remark,) = reading.remarks
    assert remark.comment.text == "We would rather have the ICC."
    assert remark.comment.hand.who == "Inês Duarte"
    assert remark.comment.answers == ""
    assert "CEPANI" in remark.quoted
    assert remark.key.startswith("agreement.")
    assert changes(sent.sent, word_reader.read("back.docx", editor.saved())) == []


def test_a_comment_of_many_pages_is_kept_whole() -> None:
    sent = sending(WAVE, "term-sheet")
    editor = WordEditor(sent.data)
    words = " ".join(f"word{number}" for number in range(3_000))
    editor.comment(next(one for one in editor.paragraphs() if "CEPANI" in editor.text(one)), words)

    (remark,) = file_reading(sent.sent, word_reader.read("back.docx", editor.saved())).remarks

    assert remark.comment.text == words


def test_what_was_sent_is_read_back_as_it_was_kept() -> None:
    for document in ("application", "partnership-agreement", "questionnaires/CMA"):
        sent = sending(WAVE, document).sent

        assert load(dump(sent)) == sent
        assert load(dump(sent)).id == sent.id


@pytest.mark.parametrize("text", ["", "[]", "{", '{"sent_version": 2}', '{"sent_version": 1}'])
def test_what_was_never_sent_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        load(text.encode())
