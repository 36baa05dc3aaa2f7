"""Files in which words or figures were changed a little: a hyphen, a sign, the order of digits."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf

from escp_docs.document.format_names import FormatName
from tests.support.every_kind import HEBREW
from tests.support.tampering import Tampered, packed, parts_of

CHANGES = (
    ("a sign is gone", "EUR -500", "EUR 500"),
    ("a sign is there", "30 of 40", "-30 of 40"),
    ("a stroke is gone", "step-by-step", "stepby-step"),
    ("a stroke stands elsewhere", "step-by-step", "ste-pby-step"),
    ("months the other way", "months 1-12", "months 12-1"),
    ("digits in another order", "1182/71", "1128/71"),
    ("a digit moved over a stroke", "1182/71", "118/271"),
    ("another digit", "40 000.00", "40 010.00"),
    ("a figure ten times as large", "39 500.00", "395 000.0"),
    ("a comma for a point", "39 500.00", "39 500,00"),
    ("figures around another script", "12 of 34", "34 of 12"),
    ("a figure behind another script", "(56)", "(65)"),
    ("letters in another order", HEBREW, HEBREW.replace("\u05dc\u05d5", "\u05d5\u05dc")),
    ("words in another order", "trade fairs", "fairs trade"),
    ("a word more", "signed.", "not signed."),
)


def changed_words(format_: FormatName, data: bytes) -> Iterator[Tampered]:
    """Yield a file with each of `CHANGES` that its words allow."""
    for what, old, new in CHANGES:
        changed = _WAYS[format_](data, old, new)
        if changed != data:
            yield f"{what}: {new}", changed


def _in_office(data: bytes, old: str, new: str) -> bytes:
    parts = parts_of(data)
    name = "word/document.xml"
    if name not in parts:
        name = "xl/sharedStrings.xml"
    if old not in parts[name].decode():
        name = "word/footnotes.xml" if "word/footnotes.xml" in parts else name
    changed = parts[name].decode().replace(old, new, 1).encode()
    return data if changed == parts[name] else packed({**parts, name: changed})


def _in_page(data: bytes, old: str, new: str) -> bytes:
    head, mark, body = data.decode().partition("</head>")
    return (head + mark + body.replace(old, new, 1)).encode()


_WAYS: dict[FormatName, Callable[[bytes, str, str], bytes]] = {
    "docx": _in_office,
    "html": _in_page,
}


def turned_glyphs(data: bytes) -> Iterator[Tampered]:
    """Yield a PDF in which two neighbours of one shown text stand the other way round."""
    with pikepdf.open(BytesIO(data)) as pdf:
        many = len(pdf.pages)
    for number in range(many):
        with pikepdf.open(BytesIO(data)) as pdf:
            page = pdf.pages[number]
            found = list(pikepdf.parse_content_stream(page))
            if not _turn(found):
                continue
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(found))
            buffer = BytesIO()
            pdf.save(buffer)
        yield f"letters of page {number + 1} in another order", buffer.getvalue()


def _turn(found: list[Any]) -> bool:
    for one in found:
        if str(one.operator) != "TJ":
            continue
        for index, piece in enumerate(one.operands[0]):
            if isinstance(piece, pikepdf.String) and len(bytes(piece)) >= 4:
                drawn = bytes(piece)
                if drawn[0:2] != drawn[2:4]:
                    turned = drawn[2:4] + drawn[0:2] + drawn[4:]
                    one.operands[0][index] = pikepdf.String(turned)
                    return True
    return False
