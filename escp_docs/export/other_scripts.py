"""Letters of Asian scripts in files that carry their fonts: by fonts of this machine, or named."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from typing import Final
from urllib.parse import quote

from fontTools.ttLib import TTFont

from escp_docs.compose.markdown.glyphs import unshipped
from escp_docs.document.asian_scripts import by_code_point, is_asian
from escp_docs.export.look import FALLBACK, OTHER, Look
from escp_docs.export.style import families

_FONTS: Final = ("text", "display")
_IN_FIGURES: Final = f'{FALLBACK[0].family}"'  # how the families of words in a figure end


def covered(look: Look) -> frozenset[str]:
    """Return the letters of Asian scripts for which a look has a font."""
    return frozenset(letter for data in look.others.values() for letter in _letters(data))


@lru_cache(maxsize=16)
def _letters(font: bytes) -> frozenset[str]:
    with TTFont(BytesIO(font), lazy=True) as face:
        return frozenset(map(chr, face.getBestCmap()))


def other_style(look: Look) -> str:
    """Return the CSS that puts the fonts of Asian scripts behind those of the look, for print."""
    return _style(look, {name: f"look:{quote(OTHER + name)}" for name in look.others})


def other_web_style(look: Look, html: str) -> str:
    """Return the same for a browser: the fonts stand in the file, if a letter of theirs does."""
    return _style(
        look,
        {
            name: f"data:font/ttf;base64,{b64encode(data).decode()}"
            for name, data in look.others.items()
            if any(letter in html for letter in _letters(data) if is_asian(letter))
        },
    )


def _style(look: Look, addresses: dict[str, str]) -> str:
    if not addresses:
        return ""
    faces = "".join(
        f'@font-face{{font-family:"{name}";src:url("{address}")}}\n'
        for name, address in addresses.items()
    )
    others = "".join(f',"{name}"' for name in addresses)
    properties = "".join(f"--font-{name}:{families(look.design, name)}{others};" for name in _FONTS)
    return f"{faces}:root{{{properties}}}\n"


def with_other_scripts(html: str, look: Look) -> str:
    """Return a page for print whose letters of Asian scripts can be printed; others are named."""
    names = "".join(f",{name}" for name in look.others)
    return named_without_font(html.replace(_IN_FIGURES, f'{FALLBACK[0].family}{names}"'), look)


def named_without_font(text: str, look: Look) -> str:
    """Return a text in which letters of Asian scripts that no font of a look has are named."""
    return by_code_point(text, unshipped(text) - covered(look))
