"""Office files as archives: unpacked within limits, searched for what no writer of ours puts in."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree
from msgspec import Struct

from escp_docs.pattern import pattern

_MEMBERS: Final = 2000
_LARGEST: Final = 200 * 2**20  # bytes of all parts together
_PART: Final = 64 * 2**20
_RATIO: Final = 200  # our own parts shrink to a fifteenth at most
_SMALL: Final = 2**20

_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CODE: Final = pattern(r"vba|activex|macrosheets|dialogsheets|\.bin$|\.exe$|\.js$", re.IGNORECASE)
_EMBEDDED: Final = pattern(
    r"xl/(drawings|media|charts|connections)|embeddings/|oleobject|externallinks/", re.IGNORECASE
)
_NOTES: Final = pattern(r"xl/drawings/vmlDrawing[0-9]+\.vml")  # frames of cell notes
_ENTITY: Final = pattern(rb"&(apos|quot|amp|lt|gt);")
_NUMBERS: Final = {b"apos": 39, b"quot": 34, b"amp": 38, b"lt": 60, b"gt": 62}
_WEB: Final = ("http:", "https:", "mailto:")


class UnreadableFileError(Exception):
    """A produced file cannot be read as what its name says; the message says why."""


class Archive(Struct, frozen=True):
    """The parts of an Office file by name, what is suspicious about them, what lies beside them."""

    parts: Mapping[str, bytes]
    dangers: tuple[str, ...]
    beside: str = ""

    def xml(self, name: str) -> etree._Element:
        """Return a part, parsed.

        Raises:
            UnreadableFileError: there is no such part, or it is no plain XML.
        """
        if name not in self.parts:
            raise UnreadableFileError(f"it has no part {name}")
        return parsed(self.parts[name], name)

    def mended(self, name: str) -> etree._Element:
        """Return a part, parsed; of one that is no XML what can be told (LibreOffice 7.4).

        Raises:
            UnreadableFileError: there is nothing to be told of it.
        """
        try:
            return self.xml(name)
        except UnreadableFileError:
            return parsed(self.parts.get(name, b""), name, is_lenient=True)

    def all(self, pattern: str) -> Iterator[etree._Element]:
        """Yield the parts whose whole name a pattern matches, parsed, in the order of names."""
        for name in sorted(self.parts):
            if re.fullmatch(pattern, name):
                yield self.xml(name)


def opened(data: bytes) -> Archive:
    """Return the parts of an archive.

    Raises:
        UnreadableFileError: it is no archive, is cut short, or would unpack to too much.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
            _refuse_bombs(infos)
            beside = _beside(infos, package, data)
            parts = {info.filename: _read(package, info) for info in infos}
    except (BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(_why_not(data, error)) from error
    except Exception as error:  # a broken stream raises the errors of its decompressor
        if isinstance(error, UnreadableFileError):
            raise
        raise UnreadableFileError(f"it is damaged: {str(error).lower()}") from error
    return Archive(parts, tuple(_dangers(parts)), beside)


_KINDS: Final = {
    b"%PDF-": "it is a PDF",
    b"\xd0\xcf\x11\xe0": "it is a file of Word or Excel 97, or one locked with a password",
    b"{\\rtf": "it is a file in Rich Text Format",
    b"<": "it is a page of HTML or XML",
}


def _why_not(data: bytes, error: Exception) -> str:
    """Return why a file is no archive: what it is instead, or what is wrong with it."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "it is empty"
    kind = next((words for mark, words in _KINDS.items() if start.startswith(mark)), "")
    if kind:
        return f"{kind}, not an Office file"
    if not start.startswith(b"PK"):
        return "it is no Office file"
    return f"it is damaged, perhaps cut short: {str(error).lower()}"


def _refuse_bombs(infos: list[ZipInfo]) -> None:
    if len(infos) > _MEMBERS:
        raise UnreadableFileError(f"it has {len(infos)} parts; more than {_MEMBERS} are not read")
    if len({info.filename for info in infos}) < len(infos):
        raise UnreadableFileError("it has two parts of one name")
    if sum(info.file_size for info in infos) > _LARGEST:
        raise UnreadableFileError("it would unpack to more than 200 MB")
    for info in infos:
        shrunk = info.file_size / max(1, info.compress_size)
        if info.file_size > _PART or (info.file_size > _SMALL and shrunk > _RATIO):
            raise UnreadableFileError(f"its part {info.filename!r} would unpack to far too much")


_HEADER: Final = 30  # bytes before the name of a part
_DESCRIPTOR: Final = 24  # bytes that may say its size behind a part
_LISTED: Final = 46  # bytes of a part in the list, before its name
_LOCAL_EXTRA: Final = 64  # bytes that programs pad a part with
_DIRECTORY: Final = 22  # bytes at the end that say where the list of parts begins


def _beside(infos: list[ZipInfo], package: ZipFile, data: bytes) -> str:
    """Return what stands before, between or behind the parts of an archive; empty for nothing."""
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset > end + _DESCRIPTOR:
            return "data beside its parts"
        named = len(info.filename.encode()) + len(info.extra)
        end = info.header_offset + _HEADER + named + info.compress_size
    listed = sum(
        _LISTED + len(one.filename.encode()) + len(one.extra) + len(one.comment) for one in infos
    )
    rest = len(data) - end - listed - _DIRECTORY - len(package.comment)
    is_end = data[-_DIRECTORY:].startswith(b"PK\x05\x06")
    if package.comment or not is_end or rest > _DESCRIPTOR + _LOCAL_EXTRA * len(infos):
        return "data behind its parts"
    return ""


def _read(package: ZipFile, info: ZipInfo) -> bytes:
    with package.open(info) as part:
        # What the archive says of sizes may be a lie: no more is unpacked than it said.
        data = part.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise UnreadableFileError(f"its part {info.filename!r} is larger than it says")
    return data


def parsed(data: bytes, name: str, *, is_lenient: bool = False) -> etree._Element:
    """Return XML without a document type: no entity is expanded, nothing is fetched.

    A lenient reader takes broken XML as far as it can be told what is meant.

    Raises:
        UnreadableFileError: it is no XML, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=is_lenient
    )
    if is_lenient:
        # After its first fault the reader drops entities, but for those that are numbers.
        data = _ENTITY.sub(lambda found: b"&#%d;" % _NUMBERS[found[1]], data)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(f"its part {name} is no XML: {error}") from error
    if root is None:
        raise UnreadableFileError(f"its part {name} is no XML")
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise UnreadableFileError(f"its part {name} declares a document type; ours have none")
    return root


def _dangers(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name in sorted(parts):
        if _CODE.search(name):
            yield f"it holds code: {name}"
        elif _EMBEDDED.search(name) and not _NOTES.fullmatch(name):
            yield f"it holds something foreign: {name}"
        elif name.endswith(".rels"):
            yield from _foreign_links(parsed(parts[name], name), name)
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types:
        yield "it says that it holds macros"


def _foreign_links(relations: etree._Element, name: str) -> Iterator[str]:
    for one in relations.iter(_RELATIONS):
        if one.get("TargetMode") != "External":
            continue
        kind, target = (one.get("Type") or "").rpartition("/")[2], one.get("Target") or ""
        if kind != "hyperlink" or not target.lower().startswith(_WEB):
            yield f"it loads {kind or 'something'} from outside: {target[:200]} ({name})"


def links(archive: Archive) -> set[str]:
    """Return the addresses that a reader can click on."""
    return {
        one.get("Target") or ""
        for name, data in archive.parts.items()
        if name.endswith(".rels")
        for one in parsed(data, name).iter(_RELATIONS)
        if one.get("TargetMode") == "External"
    }
