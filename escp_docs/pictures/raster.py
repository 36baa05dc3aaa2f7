"""Pictures of dots, read and written anew: no more dots than print needs, and nothing besides.

What a camera or an editor adds (place, time, names, a smaller picture) is not taken along.
"""

import warnings
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from escp_docs.document import PictureKind
from escp_docs.pictures.faults import PictureError
from escp_docs.pictures.reading import ShownPicture

MOST_DOTS: Final = 40_000_000
"""Dots of a picture that is unpacked: 160 MB."""
_WIDEST: Final = 2000  # dots across in print: 300 to the inch of a text that is 162 mm wide
_USUAL_DPI: Final = 150.0
_LEAST_DPI: Final = 30.0
_MM_PER_INCH: Final = 25.4
_QUALITY: Final = 88
_FORMATS: Final = ("PNG", "JPEG")


def raster(data: bytes) -> ShownPicture:
    """Return a PNG or JPEG as it is printed.

    Raises:
        PictureError: it is damaged, or unpacks to more than `MOST_DOTS`.
    """
    try:
        with _whole_alone(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is too large is refused below, with its cure
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                return _shown(opened)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, ArithmeticError) as error:
        raise PictureError("it is damaged", "save it again from the program it is from") from error
    except Image.DecompressionBombError as error:
        raise _too_many_dots() from error


@contextmanager
def _whole_alone() -> Iterator[None]:
    """Refuse pictures whose end is missing, whatever other libraries, as WeasyPrint, ask for."""
    usual = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = usual


def _too_many_dots() -> PictureError:
    return PictureError(
        f"it has more than {MOST_DOTS // 1_000_000} million dots",
        f"save it smaller: {_WIDEST:,} dots across do",
    )


def _shown(opened: Image.Image) -> ShownPicture:
    if opened.width * opened.height > MOST_DOTS:
        raise _too_many_dots()
    dpi = _dpi(opened)
    is_photo = opened.format == "JPEG"
    turned = ImageOps.exif_transpose(opened)
    width, height = turned.size
    plain = _plain(turned, with_alpha=not is_photo)
    if max(plain.size) > _WIDEST:
        plain.thumbnail((_WIDEST, _WIDEST), Image.Resampling.LANCZOS)
    target = BytesIO()
    if is_photo:
        plain.save(target, "JPEG", quality=_QUALITY, optimize=True)
    else:
        plain.save(target, "PNG", optimize=True)
    return ShownPicture(
        PictureKind.JPEG if is_photo else PictureKind.PNG,
        b64encode(target.getvalue()).decode(),
        width / dpi * _MM_PER_INCH,
        height / dpi * _MM_PER_INCH,
    )


def _dpi(opened: Image.Image) -> float:
    """Return how many dots of the file make an inch, as it says if that can be meant."""
    stated = opened.info.get("dpi")
    across = float(stated[0]) if isinstance(stated, tuple) and stated else _USUAL_DPI
    return across if across >= _LEAST_DPI else _USUAL_DPI


def _plain(opened: Image.Image, *, with_alpha: bool) -> Image.Image:
    """Return the dots alone, in red, green and blue, and in how far they can be seen through."""
    is_clear = with_alpha and ("A" in opened.getbands() or "transparency" in opened.info)
    found = opened.convert("RGBA" if is_clear else "RGB")
    bare = Image.new(found.mode, found.size)
    bare.paste(found)
    return bare
