"""The bytes of a file to a picture that can be printed: within bounds, and cleaned."""

from typing import Final

from msgspec import Struct

from escp_docs.document import PictureKind
from escp_docs.pictures.faults import PictureError

LARGEST: Final = 5_000_000
"""Bytes of a file that is read as a picture."""


class ShownPicture(Struct, frozen=True):
    """A picture as it is to be shown.

    `content` is as in `Picture`; `width_mm` and `height_mm` are the size that the file asks for.
    `lost` names what was in the file and is not shown.
    """

    kind: PictureKind
    content: str
    width_mm: float
    height_mm: float
    lost: tuple[str, ...] = ()


def shown(data: bytes) -> ShownPicture:
    """Return what a file shows; what it is, its first bytes say, and not its name.

    Raises:
        PictureError: it is no PNG, JPEG or SVG, is damaged, or larger than can be shown.
    """
    if len(data) > LARGEST:
        raise PictureError(
            f"it has more than {LARGEST // 1_000_000} MB", "save it smaller: 2,000 dots across do"
        )
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        from escp_docs.pictures.raster import raster  # noqa: PLC0415  # few specs have pictures

        return raster(data)
    from escp_docs.pictures.vector import looks_like_svg, vector  # noqa: PLC0415

    if looks_like_svg(data):
        return vector(data)
    raise PictureError(
        "it is neither PNG nor JPEG nor SVG, by its first bytes",
        "save it as one of these; another ending alone does not do it",
    )
