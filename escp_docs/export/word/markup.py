"""The smallest pieces of WordprocessingML: text, runs and paragraphs, as strings."""

import re
from html import escape

_TWIPS_PER_MM = 1440 / 25.4

# XML refuses these characters; a carriage return would come back as a new line.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """Return text for an element or an attribute; what XML refuses is printed as [U+XXXX]."""
    return escape(_REFUSED.sub(lambda found: f"[U+{ord(found[0]):04X}]", text))


def words(text: str) -> str:
    """Return the content of a run, with a break for each new line."""
    lines = text.split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{safe(line)}</w:t>' for line in lines)


def run(text: str, properties: str = "") -> str:
    """Return words in one run; `properties` is its w:rPr or empty."""
    return f"<w:r>{properties}{words(text)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in a named style; `properties` follow the style in its w:pPr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)
