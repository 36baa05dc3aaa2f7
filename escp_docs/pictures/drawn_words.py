"""Words in an SVG drawn as dots, so that a picture says nothing that a reader of files would find.

The fonts that they ask for are not here, and those of whoever opens the file are others.
"""

from base64 import b64encode
from typing import Final

from msgspec.structs import replace

from escp_docs.document import PictureKind
from escp_docs.pictures.faults import PictureError
from escp_docs.pictures.reading import ShownPicture

_DOTS_ACROSS: Final = 1600
_FAMILY: Final = "Source Sans Pro"


def with_words_drawn(picture: ShownPicture, fonts: list[str]) -> ShownPicture:
    """Return a picture without letters in it: an SVG that has some as PNG, others as they are.

    Args:
        picture: What was read.
        fonts: The files of the fonts to draw them with.

    Raises:
        PictureError: it cannot be drawn.
    """
    if picture.kind is not PictureKind.SVG or "<text" not in picture.content:
        return picture
    from resvg_py import svg_to_bytes  # noqa: PLC0415  # few pictures have words

    try:
        dots = svg_to_bytes(
            svg_string=picture.content,
            width=_DOTS_ACROSS,
            skip_system_fonts=True,
            font_files=fonts,
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
            serif_family=_FAMILY,
        )
    except ValueError as error:
        raise PictureError("it cannot be drawn", "save it as PNG") from error
    content = b64encode(bytes(dots)).decode()
    lost = (*picture.lost, "the fonts of its words: turn them into outlines to keep them")
    return replace(picture, kind=PictureKind.PNG, content=content, lost=lost)
