"""Files of other programs that are handed in for a spec: what they are, and what reads them."""

from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place

_PULL: Final = "a spec is a text in YAML; what came back in this file is read by `escp-docs pull`"
_SAVE_AS_WORD: Final = "save it as Word (.docx) or Excel (.xlsx); `escp-docs pull` reads these"
_VERIFY: Final = (
    "a spec is a text in YAML; whether PDFs still say what it says is told by `escp-docs verify` "
    "of their folder"
)
_NAME: Final = "name a YAML file or a folder of such files"
_UNPACK: Final = "unpack it, and name the YAML file or the folder that was in it"
_PICTURE: Final = f"{_NAME}; pictures are named in prose, and as `logo`"
_ZIP: Final = b"PK\x03\x04"
_BEGINNINGS: Final = (
    (b"%PDF", "a PDF file", _VERIFY),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word or Excel", _SAVE_AS_WORD),
    (b"{\\rtf", "a file in Rich Text", _SAVE_AS_WORD),
    (b"\x89PNG", "a picture", _PICTURE),
    (b"\xff\xd8\xff", "a picture", _PICTURE),
    (b"GIF8", "a picture", _PICTURE),
    (b"Rar!", "an archive", _UNPACK),
    (b"7z\xbc\xaf", "an archive", _UNPACK),
    (b"\x1f\x8b", "an archive", _UNPACK),
    (b"<!doctype html", "a web page", _NAME),
    (b"<html", "a web page", _NAME),
)
_WITHIN_ZIP: Final = (
    (b"application/vnd.oasis.opendocument", "a file of LibreOffice", _SAVE_AS_WORD),
    (b"word/", "a Word file", _PULL),
    (b"xl/", "an Excel file", _PULL),
    (b"ppt/", "a PowerPoint file", _NAME),
)


def foreign(file: str, data: bytes) -> Fault | None:
    """Return the fault of a file that another program wrote, None if it may be a text."""
    what = _what(data)
    if what is None:
        return None
    kind, cure = what
    return Fault(f"this is {kind}, and no spec", cure, Place(file, 1, 1))


def _what(data: bytes) -> tuple[str, str] | None:
    if data.startswith(_ZIP):
        found = next((rest for part, *rest in _WITHIN_ZIP if part in data), None)
        return (found[0], found[1]) if found else ("a zip archive", _UNPACK)
    begins = data[:64].lstrip().lower()
    for beginning, kind, cure in _BEGINNINGS:
        if data.startswith(beginning) or begins.startswith(beginning):
            return kind, cure
    return None
