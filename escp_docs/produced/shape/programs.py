"""Which program saved a file last, as the file says."""

import re
from typing import Final

from lxml import etree
from pypdf import PdfReader

from escp_docs.produced.archive import Archive

_NAMED: Final = re.compile(r"(LibreOffice|Microsoft|Collabora)\W?(?:Office)?\W?(\w*)")
_VERSION: Final = re.compile(r"\d+\.\d+(?:\.\d+)?")


def program_of(archive: Archive) -> tuple[str, str]:
    """Return the family of the program that saved an Office file, and its name with its version.

    The family is "LibreOffice" or "Microsoft"; empty for any other program, also for ours.
    """
    texts: dict[str, str] = {}
    for part in archive.all(r"docProps/app\.xml"):
        texts |= {etree.QName(one).localname: one.text or "" for one in part}
    application = texts.get("Application", "")
    family = _NAMED.search(application)
    if family is None:
        return "", application[:60]
    version = _VERSION.search(application) or _VERSION.search(texts.get("AppVersion", ""))
    name = application.split("/")[0].split("$")[0].strip()[:60]
    of = "Microsoft" if family[1] == "Microsoft" else "LibreOffice"
    return of, f"{name} {version[0]}" if version else name


def producer_of(reader: PdfReader) -> str:
    """Return the program that wrote a PDF, as it says; ours says nothing."""
    about = reader.metadata
    return " ".join(str(about.get("/Producer", "")).split())[:60] if about else ""
