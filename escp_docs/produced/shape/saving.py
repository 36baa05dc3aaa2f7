"""What a file says of how it was saved, where that is not what was written when it was built.

Whoever saves a file may write what they like there, so it is told as what the file says.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from lxml import etree
from pypdf.generic import StreamObject

from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive, parsed
from escp_docs.produced.shape.programs import producer_of

if TYPE_CHECKING:
    from pypdf import PdfReader

_OURS: Final = "WeasyPrint"  # by which we write PDFs; those that are final name no program
_US: Final = "escp-docs"
_DAY: Final = pattern(r"(\d{4})-?(\d\d)-?(\d\d)")
_CHANGED: Final = frozenset({"ModifyDate", "MetadataDate"})
_LONGEST: Final = 60


def of_pdf(reader: "PdfReader", built: date | None) -> str:
    """Return the program and the days that a PDF states and that were not written; mostly empty."""
    about = reader.metadata
    programs = [producer_of(reader)]
    days = [str(about.get("/ModDate", ""))] if about else []
    metadata = reader.root_object.get("/Metadata")
    if isinstance(metadata, StreamObject):
        for name, words in _stated(parsed(metadata.get_data(), "metadata")):
            if name == "Producer":
                programs.append(" ".join(words.split())[:_LONGEST])
            elif name in _CHANGED:
                days.append(words)
    others = [one for one in programs if one and not one.startswith(_OURS)]
    return _said(others, _OURS, days, built)


def of_office(archive: Archive, built: date | None) -> str:
    """Return who changed an Office file and when, as it says, if that was not written."""
    said: dict[str, str] = {}
    for part in archive.all(r"docProps/core\.xml"):
        said |= {etree.QName(one).localname: (one.text or "").strip() for one in part}
    by = said.get("lastModifiedBy", "")[:_LONGEST]
    others = [by] if by not in {_US, said.get("creator", ""), ""} else []
    return _said(others, _US, [said.get("modified", "")], built)


def _said(programs: Sequence[str], ours: str, days: Sequence[str], built: date | None) -> str:
    told = [f"saved by {one} (was {ours})" for one in dict.fromkeys(programs)]
    if built is not None:
        then = built.isoformat()
        found = dict.fromkeys(map(_day, days))
        told += [f"changed on {day} (was {then})" for day in found if day not in {"", then}]
    return ", ".join(told)


def _day(words: str) -> str:
    found = _DAY.search(words)
    return "-".join(found.groups()) if found else words[:_LONGEST]


def _stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    for one in root.iter("{*}*"):
        yield etree.QName(one).localname, (one.text or "").strip()
        for name, value in one.attrib.items():
            yield etree.QName(str(name)).localname, str(value).strip()
