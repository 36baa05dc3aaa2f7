"""Write inlines as HTML, for the screen and for print."""

import re
from enum import StrEnum
from html import escape
from typing import assert_never
from unicodedata import bidirectional

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.errors import ExportError

_SCHEMES = ("http:", "https:", "mailto:")
_AROUND_LINKS = (Emphasis, Strong, Footnote, LineBreak)
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
# The printer knows no <bdi>; these two characters keep the direction of a name to itself.
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


class Medium(StrEnum):
    """Where HTML goes: to a browser, or to the printer that makes pages of it."""

    SCREEN = "screen"
    PRINT = "print"


# A word without end takes the printer seconds: each line of it is set anew to its last letter.
_ENDLESS = re.compile(r"\S{200,}")
_PIECE = re.compile(r".{1,100}", re.DOTALL)


def escaped(text: str) -> str:
    """Return text for the content of an element or for an attribute in double quotes."""
    return escape(text, quote=True)


def markup(children: tuple[Inline, ...], medium: Medium) -> str:
    """Return inlines as HTML.

    Raises:
        ExportError: a link leads elsewhere than to the web or a mail address.
    """
    return "".join(_inline(child, medium) for child in children)


def _inline(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    inline: Inline, medium: Medium
) -> str:
    match inline:
        case Text(text):
            return _words(text, medium)
        case Emphasis(children):
            return f"<em>{markup(children, medium)}</em>"
        case Strong(children):
            return f"<strong>{markup(children, medium)}</strong>"
        case Link(url, children):
            return _link(_safe(url), children, medium)
        case Reference(target, text):
            return f'<a class="reference" href="#{escaped(target)}">{escaped(text)}</a>'
        case Elsewhere():
            return _elsewhere(inline, medium)
        case Field():
            return _field(inline, medium)
        case Placeholder():
            return _placeholder(inline, medium)
        case AnswerField(path, text):
            return (
                f'<mark class="missing" data-path="{escaped(path)}">{_words(text, medium)}</mark>'
            )
        case Checkbox():
            return f'<span class="tick">{inline.text}</span>'
        case Footnote():
            return _mark(inline, medium)
        case LineBreak():
            return "<br>"
        case _:
            assert_never(inline)


def _words(text: str, medium: Medium) -> str:
    if medium is Medium.SCREEN or not _ENDLESS.search(text):
        return escaped(text)
    pieces = _ENDLESS.sub(lambda word: "\n".join(_PIECE.findall(word[0])), text.replace("\n", " "))
    return escaped(pieces).replace("\n", "<wbr>")


def _link(url: str, children: tuple[Inline, ...], medium: Medium) -> str:
    """Return a link; on paper the marks of its words stand around it.

    The printer makes a link of its own of each mark within one, and leaves it without a tag.
    """
    if medium is Medium.SCREEN or not any(isinstance(one, _AROUND_LINKS) for one in children):
        return f'<a href="{escaped(url)}">{markup(children, medium)}</a>'
    return "".join(_linked(url, one, medium) for one in children)


def _linked(url: str, inline: Inline, medium: Medium) -> str:
    if isinstance(inline, Emphasis):
        return f"<em>{_link(url, inline.children, medium)}</em>"
    if isinstance(inline, Strong):
        return f"<strong>{_link(url, inline.children, medium)}</strong>"
    if isinstance(inline, Footnote | LineBreak):
        return _inline(inline, medium)
    return _link(url, (inline,), medium)


def _safe(url: str) -> str:
    if not url.lower().startswith(_SCHEMES):
        raise ExportError(f"the link {url!r} leads neither to a web page nor to a mail address")
    return url


def _elsewhere(inline: Elsewhere, medium: Medium) -> str:
    words = _words(inline.text, medium)
    if medium is Medium.PRINT:
        return words  # a page of paper leads nowhere, and a PDF knows no other file's headings
    return f'<a href="{escaped(inline.address)}">{words}</a>'


def _field(field: Field, medium: Medium) -> str:
    if medium is Medium.SCREEN:
        return f'<bdi data-path="{escaped(field.path)}">{escaped(field.text)}</bdi>'
    if any(bidirectional(character) in _RIGHT_TO_LEFT for character in field.text):
        return f"{_ISOLATE}{escaped(field.text)}{_END_OF_ISOLATE}"
    return _words(field.text, medium)


def _placeholder(placeholder: Placeholder, medium: Medium) -> str:
    question = f"Missing: {placeholder.question} (to be answered by {placeholder.ask})"
    return (
        f'<mark class="missing" data-path="{escaped(placeholder.path)}"'
        f' title="{escaped(question)}">{_words(placeholder.text, medium)}</mark>'
    )


def _mark(note: Footnote, medium: Medium) -> str:
    number = note.number
    if medium is Medium.PRINT:
        words = markup(note.children, medium)
        text = f'<span class="footnote" data-tag="Note" data-number="{number}">{words}</span>'
        return f'<span class="mark">{number}</span>{text if note.children else ""}'
    place = f' id="mark:{number}"' if note.children else ""
    return (
        f'<sup class="mark"><a href="#note:{number}"{place} role="doc-noteref"'
        f' aria-label="Note {number}">{number}</a></sup>'
    )
