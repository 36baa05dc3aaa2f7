"""Pictures as files of their own."""

from base64 import b64decode

from escp_docs.document import Picture, PictureKind


def picture_bytes(picture: Picture) -> bytes:
    """Return what a picture's file holds."""
    if picture.kind is PictureKind.SVG:
        return picture.content.encode("utf-8", "replace")
    return b64decode(picture.content)
