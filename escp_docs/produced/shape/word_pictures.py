"""The pictures of a Word file: whether they are those that were built, in their order."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from escp_docs.produced.archive import Archive
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.produced.shape.picture_looks import closest, look_of

_BODY: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_LOOK: Final = "look of "
_MEDIA: Final = "word/media/"


def other_pictures(
    archive: Archive, built: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[ForeignContent]:
    """Yield the pictures that were not built, and those that stand in another's place.

    Args:
        archive: A file that some program saved again.
        built: The hashes of its parts as it was built.
        now: Those of its parts as they are.
    """
    media = {name: digest for name, digest in built.items() if name.startswith(_MEDIA)}
    digests = list(media.values())
    looks = {name: digest for name, digest in built.items() if name.startswith(_LOOK)}
    of_look: dict[str, str] = {}
    for name, data in archive.parts.items():
        if not name.startswith(_MEDIA) or now.get(name) in digests:
            continue
        look = look_of(data)
        near = closest(look, looks)
        if near is None:
            yield ForeignContent(ForeignKind.FOREIGN, "a picture that was not built", name)
        elif list(looks.values()).count(looks[near]) == 1:
            of_look[name] = near.removeprefix(_LOOK)
    # The same picture may stand in several places: it says nothing of the order.
    names = {digest: name for name, digest in media.items() if digests.count(digest) == 1}
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
    for blip in archive.mended(_BODY).iter(_BLIP):
        yield targets.get(blip.get(_EMBED) or "", "")


def _number(name: str) -> int:
    return int("".join(filter(str.isdigit, PurePosixPath(name).name)) or 0)
