"""How a single value is written: in the style that it has, or in the plainest that reads as it."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.model.schema import Scalar
from escp_docs.pattern import pattern

_INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@`"
_PARTING: Final = pattern(r"[\[\]{},]")
_OTHERS_READ: Final = pattern(
    r"~|null|true|false|[-+]?(?:0[xo])?[0-9._]*[0-9][0-9._]*(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[0-9]+(?::[0-9]+)+|=|<<",
    re.IGNORECASE,
)
"""What YAML takes for something else than words; our reader does so for a null alone."""

_WORDS: Final = ("text", "prose", "id")
_SEEN_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


_UNSAFE: Final = pattern(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def can_stand(text: str) -> bool:
    """Whether a text may stand on one line as it is, without escapes."""
    return not _UNSAFE.search(text)


def is_plain(text: str, shape: object, *, flow: bool) -> bool:
    """Whether a text needs no quotes where a value of a form stands, in brackets or not."""
    if not text or text != text.strip() or not can_stand(text) or text[0] in _INDICATORS:
        return False
    if ": " in text or " #" in text or text.endswith((":", ",")):
        return False
    if flow and (_PARTING.search(text) or ":" in text):
        return False
    is_words = not isinstance(shape, Scalar) or (shape.kind in _WORDS and not shape.options)
    return not (_OTHERS_READ.fullmatch(text) and (is_words or text in ("~", "null")))


def on_one_line(text: str, shape: object, *, flow: bool) -> str:
    """Return a text as it is written anew on a line of its own, or between brackets."""
    return next(_ways(text, shape, "", flow=flow))


def ways(text: str, shape: object, style: str, *, flow: bool) -> Iterator[str]:
    """Yield the ways to write a text on one line, that of `style` first; some may not read so."""
    yield from dict.fromkeys(_ways(text, shape, style, flow=flow))


def _ways(text: str, shape: object, style: str, *, flow: bool) -> Iterator[str]:
    single = text.replace("'", "''")
    is_line = "\n" not in text
    if style == "'" and is_line:
        yield f"'{single}'"
    if style == '"':
        yield _escaped(text)
    if is_plain(text, shape, flow=flow):
        yield text
    if is_line and can_stand(text) and ('"' in text or "\\" in text):
        yield f"'{single}'"
    yield _escaped(text)
    if is_line:
        yield f'"{text}"' if '"' not in text and "\\" not in text else f"'{single}'"
        yield f"'{single}'"


def _escaped(text: str) -> str:
    return '"' + "".join(_SEEN_ESCAPES.get(one) or _escape(one) for one in text) + '"'


def _escape(character: str) -> str:
    if can_stand(character):
        return character
    number = ord(character)
    if number > 0xFFFF:  # noqa: PLR2004  # what four digits can say
        return f"\\U{number:08x}"
    return f"\\u{number:04x}" if number > 0xFF else f"\\x{number:02x}"  # noqa: PLR2004  # two
