"""What pictures look like from afar: whether one is another that a program drew anew."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from PIL import Image

_PIXELS: Final = 50_000_000
_FIELDS: Final = 16  # across and down
_OTHER_FIELDS: Final = 32  # of 256; LibreOffice 25.2, which draws them anew, changes 21 at most


def look_of(data: bytes) -> str:
    """Return what a picture looks like from afar, as hexadecimal digits: see `closest`.

    Each bit says whether one of 16 by 16 fields is lighter than the next one to the right. Programs
    that draw a picture anew in another size change few of them. Empty if it is no picture.
    """
    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > _PIXELS:
                return ""
            layers = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""
    paper = Image.new("RGBA", layers.size, "white")
    grey = Image.alpha_composite(paper, layers).convert("L").resize((_FIELDS + 1, _FIELDS))
    rows = [grey.crop((0, row, _FIELDS + 1, row + 1)).tobytes() for row in range(_FIELDS)]
    bits = "".join(str(int(row[x] > row[x + 1] + 1)) for row in rows for x in range(_FIELDS))
    return f"{int(bits, 2):0{_FIELDS * _FIELDS // 4}x}"


def closest(look: str, others: Mapping[str, str]) -> str | None:
    """Return the name of the picture that looks most like one from afar; None if none does.

    `look` and the values of `others` are what `look_of` says of them.
    """
    apart = {
        name: (int(look, 16) ^ int(other, 16)).bit_count()
        for name, other in others.items()
        if look and other
    }
    best = min(apart, key=lambda name: apart[name], default=None)
    return best if best is not None and apart[best] <= _OTHER_FIELDS else None
