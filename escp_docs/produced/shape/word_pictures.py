"""The pictures of a Word file: whether they are those that were built, in their order."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from escp_docs.produced.archive import Archive, UnreadableFileError, parsed
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.produced.shape.picture_looks import are_alike, look_of

_BODY: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_LOOK: Final = "look of "


def other_pictures(
    archive: Archive, built: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[ForeignContent]:
    """Yield the pictures that were not built, and those that stand in another's place.

    Args:
        archive: A file that some program saved again.
        built: The hashes of its parts as it was built.
        now: Those of its parts as they are.
    """
    ours = {digest for name, digest in built.items() if "/media/" in name}
    looks = {name: digest for name, digest in built.items() if name.startswith(_LOOK)}
    of_look: dict[str, str] = {}
    for name, data in archive.parts.items():
        if "/media/" not in name or now.get(name) in ours:
            continue
        look = look_of(data)
        near = next((one for one, other in looks.items() if are_alike(look, other)), None)
        if near is None:
            yield ForeignContent(ForeignKind.FOREIGN, "a picture that was not built", name)
        else:
            of_look[name] = near.removeprefix(_LOOK)
    names = {digest: name for name, digest in built.items() if "/media/" in name}
    order = [of_look.get(name) or names.get(now.get(name, ""), "") for name in _in_order(archive)]
    numbers = [_number(one) for one in order if one]
    if numbers != sorted(numbers):
        yield ForeignContent(ForeignKind.FOREIGN, "pictures that stand in each other's places")


def _in_order(archive: Archive) -> Iterator[str]:
    """Yield the pictures as they stand in the text."""
    if _RELATIONS not in archive.parts:
        return
    targets = {
        str(one.get("Id")): str(PurePosixPath("word") / str(one.get("Target")))
        for one in archive.xml(_RELATIONS)
    }
    for blip in _body(archive).iter(_BLIP):
        yield targets.get(blip.get(_EMBED) or "", "")


def _body(archive: Archive) -> etree._Element:
    try:
        return archive.xml(_BODY)
    except UnreadableFileError:
        return parsed(archive.parts[_BODY], _BODY, is_lenient=True)


def _number(name: str) -> int:
    return int("".join(filter(str.isdigit, PurePosixPath(name).name)) or 0)
