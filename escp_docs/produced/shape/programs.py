"""Which program saved a file last, as the file says."""

from typing import TYPE_CHECKING, Final

from lxml import etree

from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive

if TYPE_CHECKING:
    from pypdf import PdfReader

_NAMED: Final = pattern(r"(LibreOffice|Microsoft|Collabora)\W?(?:Office)?\W?(\w*)")
_VERSION: Final = pattern(r"\d+\.\d+(?:\.\d+)?")


def application_of(archive: Archive) -> tuple[str, str]:
    """Return what an Office file says of the program that saved it: its name, its version."""
    texts: dict[str, str] = {}
    for part in archive.all(r"docProps/app\.xml"):
        texts |= {etree.QName(one).localname: one.text or "" for one in part}
    return texts.get("Application", ""), texts.get("AppVersion", "")


def program_of(archive: Archive) -> tuple[str, str]:
    """Return the family of the program that saved an Office file, and its name with its version.

    The family is "LibreOffice" or "Microsoft"; empty for any other program, also for ours.
    """
    application, stated = application_of(archive)
    family = _NAMED.search(application)
    if family is None:
        return "", application[:60]
    version = _VERSION.search(application) or _VERSION.search(stated)
    name = application.split("/")[0].split("$")[0].strip()[:60]
    of = "Microsoft" if family[1] == "Microsoft" else "LibreOffice"
    return of, f"{name} {version[0]}" if version else name


def producer_of(reader: "PdfReader") -> str:
    """Return the program that wrote a PDF, as it says."""
    about = reader.metadata
    return " ".join(str(about.get("/Producer", "")).split())[:60] if about else ""
