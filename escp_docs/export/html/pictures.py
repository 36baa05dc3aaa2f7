"""Pictures in HTML: the bytes of each stand in the file itself."""

from base64 import b64encode

from escp_docs.document import Picture, PictureKind
from escp_docs.export.html.inlines import escaped

_TYPES = {
    PictureKind.PNG: "image/png",
    PictureKind.JPEG: "image/jpeg",
    PictureKind.SVG: "image/svg+xml",
}


def address(picture: Picture) -> str:
    """Return the address under which a picture lies in the file itself."""
    is_text = picture.kind is PictureKind.SVG
    data = b64encode(picture.content.encode()).decode() if is_text else picture.content
    return f"data:{_TYPES[picture.kind]};base64,{data}"


def picture_tag(picture: Picture) -> str:
    """Return the element that shows a picture at its size."""
    size = f"width:{picture.width_mm:.2f}mm"
    words = escaped(picture.alternative)
    return f'<img class="picture" alt="{words}" style="{size}" src="{address(picture)}">'
