"""The smallest pieces of WordprocessingML: text, runs and paragraphs, as strings."""

from collections.abc import Iterator
from html import escape

from escp_docs.pattern import pattern

_TWIPS_PER_MM = 1440 / 25.4

# Hebrew, Arabic and their neighbours, by blocks of Unicode 15.
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RIGHT_TO_LEFT = pattern(_LETTER)
# From the first such letter to the last one that no letter of another script parts from it.
_RUN = pattern(rf"{_LETTER}(?:(?:[^\w\n]|[\d_])*{_LETTER})*")
_MARK = "<w:rtl/>"

# XML refuses these characters; a carriage return would come back as a new line.
_REFUSED = pattern("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """Return text for an element or an attribute; what XML refuses is printed as [U+XXXX]."""
    return escape(_REFUSED.sub(lambda found: f"[U+{ord(found[0]):04X}]", text))


def words(text: str) -> str:
    """Return the content of a run, with a break for each new line."""
    lines = text.split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{safe(line)}</w:t>' for line in lines)


def run(text: str, properties: str = "") -> str:
    """Return words in one run; `properties` is its w:rPr or empty.

    Words that are written from right to left have a run of their own, marked so: Word sets a run
    in one direction, and takes font and language of such words from the mark.
    """
    if not is_right_to_left(text):
        return f"<w:r>{properties}{words(text)}</w:r>"
    marked = properties.replace("</w:rPr>", f"{_MARK}</w:rPr>") or f"<w:rPr>{_MARK}</w:rPr>"
    return "".join(
        f"<w:r>{marked if is_right_to_left(part) else properties}{words(part)}</w:r>"
        for part in _parts(text)
    )


def is_right_to_left(text: str) -> bool:
    """Whether any letter of a text is written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a text that go from right to left, and those between them."""
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield found[0]
        end = found.end()
    if end < len(text):
        yield text[end:]


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in a named style; `properties` follow the style in its w:pPr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)
