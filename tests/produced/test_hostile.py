"""Hostile files: nothing is run, fetched or unpacked beyond its limits; each has its message."""

import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.export.html.writer import to_html
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.produced import pdf_file, sheet_file, web_file, word_file
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.extracted import Cells, ExtractedText
from tests.support.look import look
from tests.support.repacked import packed, part, repacked
from tests.support.sample import sample
from tests.support.sizes import examples
from tests.support.workbooks import made, written

_RELATIONS = "word/_rels/document.xml.rels"
_SPACE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@lru_cache(maxsize=1)
def word() -> bytes:
    return to_docx(sample(), look()).data


@lru_cache(maxsize=1)
def pdf() -> bytes:
    return to_pdf(sample(), look()).data


@lru_cache(maxsize=1)
def web() -> bytes:
    return to_html(sample(), look())


@lru_cache(maxsize=1)
def sheet() -> bytes:
    return written(made())


READERS: dict[str, tuple[Callable[[bytes], ExtractedText | Cells], Callable[[], bytes]]] = {
    "docx": (word_file.read, word),
    "pdf": (pdf_file.read, pdf),
    "html": (web_file.read, web),
    "xlsx": (sheet_file.read, sheet),
}


@pytest.mark.parametrize("format_", READERS)
def test_our_own_files_hold_nothing_foreign(format_: str) -> None:
    read, data = READERS[format_]

    assert read(data()).dangers == ()


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\0" * 5000, b"%PDF-1.7\n%%EOF", b"<a>"])
def test_another_file_is_refused(format_: str, data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        READERS[format_][0](data)


@pytest.mark.parametrize("format_", ["docx", "xlsx", "pdf"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_is_refused(format_: str, share: float) -> None:
    read, data = READERS[format_]
    cut = data()[: int(len(data()) * share)]
    try:
        found = read(cut)
    except UnreadableFileError:
        return
    assert found != read(data())


@pytest.mark.parametrize("format_", READERS)
@settings(max_examples=examples(40))
@given(st.data())
def test_changed_bytes_never_lead_to_a_traceback(format_: str, data: st.DataObject) -> None:
    read, whole = READERS[format_]
    changed = bytearray(whole())
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFileError):
        read(bytes(changed))


def test_a_bomb_is_not_unpacked() -> None:
    bomb = repacked(word(), {"word/media/x.svg": b"0" * 2**25})

    with pytest.raises(UnreadableFileError, match="too much"):
        word_file.read(bomb)


def test_many_bombs_together_are_one() -> None:
    parts = {f"word/media/{n}.svg": bytes(2**20) for n in range(210)}

    with pytest.raises(UnreadableFileError, match="200 MB"):
        word_file.read(repacked(word(), parts))


def test_too_many_parts_are_not_read() -> None:
    with pytest.raises(UnreadableFileError, match="parts"):
        word_file.read(packed({f"{n}": b"" for n in range(2001)}))


def test_a_size_that_is_a_lie_is_noticed() -> None:
    data = packed({"word/document.xml": b"0" * 5000})
    honest, lie = (5000).to_bytes(4, "little"), (50).to_bytes(4, "little")

    with pytest.raises(UnreadableFileError):
        word_file.read(data.replace(honest, lie))


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("word/document.xml", "<b/>")

    with pytest.raises(UnreadableFileError, match="two parts"):
        word_file.read(buffer.getvalue())


@pytest.mark.parametrize("name", ["word/document.xml", "word/footnotes.xml"])
def test_a_document_type_is_refused(name: str) -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'

    with pytest.raises(UnreadableFileError, match=r"document type|no XML"):
        word_file.read(repacked(word(), {name: laughs}))


def test_a_document_type_in_a_workbook_is_refused() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'

    with pytest.raises(UnreadableFileError, match="document type"):
        sheet_file.read(repacked(sheet(), {"xl/worksheets/sheet1.xml": laughs}))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"word/vbaProject.bin": b"x"}, "it holds code: word/vbaProject.bin"),
        ({"word/activeX/activeX1.xml": b"<x/>"}, "it holds code: word/activeX/activeX1.xml"),
        ({"word/embeddings/a.xlsx": b"x"}, "it holds something foreign: word/embeddings/a.xlsx"),
    ],
)
def test_code_and_embedded_files_are_named(changed: dict[str, bytes], said: str) -> None:
    assert said in word_file.read(repacked(word(), changed)).dangers


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://evil.example/a.dotm"),
        ("oleObject", "file:///c:/a.xls"),
        ("image", "https://evil.example/pixel.png"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:alert(1)"),
    ],
)
def test_what_is_loaded_from_outside_is_named(kind: str, target: str) -> None:
    link = (
        b'<Relationship Id="rX" Type="'
        + _SPACE
        + kind.encode()
        + b'" Target="'
        + target.encode()
        + b'" TargetMode="External"/></Relationships>'
    )
    relations = part(word(), _RELATIONS).replace(b"</Relationships>", link)
    (danger,) = word_file.read(repacked(word(), {_RELATIONS: relations})).dangers

    assert target in danger
    assert kind in danger


def test_a_value_behind_other_words_is_named() -> None:
    fields = part(word(), "customXml/item1.xml")
    start = fields.index(b"<", fields.index(b"<fields") + 10)
    first = fields.index(b">", start) + 1
    hidden = fields[:first] + b"Hidden" + fields[fields.index(b"<", first) :]

    assert any(
        '"Hidden"' in one
        for one in word_file.read(repacked(word(), {"customXml/item1.xml": hidden})).dangers
    )


def test_a_workbook_with_macros_and_links_is_named() -> None:
    types = part(sheet(), "[Content_Types].xml").replace(
        b"spreadsheetml.sheet.main+xml", b"macroEnabled.main+xml"
    )
    parts = {"[Content_Types].xml": types, "xl/vbaProject.bin": b"x"}
    dangers = word_dangers(repacked(sheet(), parts))

    assert "it holds code: xl/vbaProject.bin" in dangers
    assert "it says that it holds macros" in dangers


def word_dangers(data: bytes) -> tuple[str, ...]:
    from escp_docs.produced.archive import opened  # noqa: PLC0415

    return opened(data).dangers


@pytest.mark.parametrize(
    "text",
    [
        "<script>1</script>",
        '<img src="https://evil.example/a.png">',
        '<p onclick="x()">a</p>',
        '<a href="javascript:x()">a</a>',
        '<iframe src="a"></iframe>',
        '<meta http-equiv="Refresh" content="0;url=https://evil.example">',
    ],
)
def test_what_runs_or_loads_in_a_page_is_named(text: str) -> None:
    found = web_file.read(web().replace(b"</main>", text.encode() + b"</main>"))

    assert found.dangers != ()


def changed_pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as file:
        change(file)
        file.save(buffer)
    return buffer.getvalue()


def test_a_pdf_that_was_saved_again_says_the_same() -> None:
    again = changed_pdf(lambda _: None)

    assert again != pdf()
    assert pdf_file.read(again) == pdf_file.read(pdf())


def _run_on_opening(file: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    file.Root.OpenAction = action


def _attach(file: pikepdf.Pdf) -> None:
    file.attachments["evil.exe"] = b"x"


def _write_on(file: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], Contents="9"
    )
    page = file.pages[0]
    page.Annots = pikepdf.Array([*page.get("/Annots", []), file.make_indirect(note)])


@pytest.mark.parametrize(
    ("change", "said"),
    [(_run_on_opening, "/JavaScript"), (_attach, "evil.exe"), (_write_on, "/FreeText")],
)
def test_what_was_put_into_a_pdf_is_named(change: Callable[[pikepdf.Pdf], None], said: str) -> None:
    assert any(said in danger for danger in pdf_file.read(changed_pdf(change)).dangers)


def test_words_drawn_over_a_page_are_seen_beside_its_head() -> None:
    def draw(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources.Font["/Fx"] = file.make_indirect(font)
        page.contents_add(b"q BT /Fx 12 Tf 50 400 Td (EUR 999) Tj ET Q")

    before, after = pdf_file.read(pdf()), pdf_file.read(changed_pdf(draw))

    assert after.text == before.text
    assert after.heads[1:] == before.heads[1:]
    assert "EUR999" in after.heads[0]
    assert "EUR999" not in before.heads[0]


def test_a_locked_pdf_is_refused() -> None:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as file:
        file.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))

    with pytest.raises(UnreadableFileError, match="locked"):
        pdf_file.read(buffer.getvalue())


@pytest.mark.parametrize(("here", "there"), [(b"startxref", b"startxxxx"), (b"%%EOF", b"")])
def test_a_pdf_with_a_damaged_skeleton_is_refused_and_not_mended(here: bytes, there: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        pdf_file.read(pdf().replace(here, there))


def test_a_pdf_that_unpacks_to_far_too_much_is_refused() -> None:
    def bomb(file: pikepdf.Pdf) -> None:
        packed_once = zlib.compress(b" " * 2**28, 9)
        stream = file.make_stream(b"")
        stream.write(packed_once, filter=pikepdf.Name.FlateDecode)
        file.pages[0].Contents = stream

    with pytest.raises(UnreadableFileError):
        pdf_file.read(changed_pdf(bomb))
