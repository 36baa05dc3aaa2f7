"""Write inlines as HTML, for the screen and for print."""

import re
from enum import StrEnum
from html import escape
from typing import assert_never
from unicodedata import bidirectional

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.errors import ExportError
from escp_docs.export.change import ChangeMark, change_of
from escp_docs.language.language import Language
from escp_docs.pattern import pattern

_SCHEMES = ("http:", "https:", "mailto:")
_AROUND_LINKS = (Emphasis, Strong, Footnote, LineBreak)
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
# The printer knows no <bdi>; these two characters keep the direction of a name to itself.
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


class Medium(StrEnum):
    """Where HTML goes: to a browser, or to the printer that makes pages of it."""

    SCREEN = "screen"
    PRINT = "print"


class Surface(Struct, frozen=True):
    """What words are written on, and in which language the writer's own words are.

    Of a redline, `change` says what became of the words that are being written.
    """

    medium: Medium
    language: Language
    is_redline: bool = False
    change: ChangeMark | None = None


# A word without end takes the printer seconds: each line of it is set anew to its last letter.
_ENDLESS = pattern(r"\S{200,}")
_PLACE_TO_BREAK = "<wbr>"
_PIECE = pattern(r".{1,100}", re.DOTALL)


def escaped(text: str) -> str:
    """Return text for the content of an element or for an attribute in double quotes."""
    return escape(text, quote=True)


def markup(children: tuple[Inline, ...], surface: Surface) -> str:
    """Return inlines as HTML.

    Raises:
        ExportError: a link leads elsewhere than to the web or a mail address.
    """
    return "".join(_inline(child, surface) for child in children)


def _inline(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    inline: Inline, surface: Surface
) -> str:
    match inline:
        case Text(text):
            return _words(text, surface)
        case Emphasis(children):
            return f"<em>{markup(children, surface)}</em>"
        case Strong(children):
            return f"<strong>{markup(children, surface)}</strong>"
        case Link(url, children):
            return _link(_safe(url), children, surface)
        case Reference(text=text) if surface.change is ChangeMark.WENT:
            return escaped(text)  # what it led to may be gone as well
        case Reference(target, text):
            return f'<a class="reference" href="#{escaped(target)}">{escaped(text)}</a>'
        case Elsewhere():
            return _elsewhere(inline, surface)
        case Field():
            return _field(inline, surface)
        case Placeholder():
            return _placeholder(inline, surface)
        case AnswerField(path, text):
            return (
                f'<mark class="missing" data-path="{escaped(path)}">{_words(text, surface)}</mark>'
            )
        case Checkbox():
            return f'<span class="tick">{inline.text}</span>'
        case Footnote():
            return _mark(inline, surface)
        case LineBreak():
            return "<br>"
        case Inserted() | Deleted():
            return _changed(inline, surface)
        case _:
            assert_never(inline)


def _changed(inline: Inserted | Deleted, surface: Surface) -> str:
    change = change_of(inline)
    words = markup(inline.children, replace(surface, change=change))
    return marked(words, change, surface) if words else ""


def marked(words: str, change: ChangeMark, surface: Surface) -> str:
    """Return words as ones that came or went, said in words to those who listen."""
    told = surface.language.redlines
    came = change is ChangeMark.CAME
    start, end = (told.came_start, told.came_end) if came else (told.went_start, told.went_end)
    return (
        f'<{change} data-tag="{change}"><span class="told">{escaped(start)}</span>{words}'
        f'<span class="told">{escaped(end)}</span></{change}>'
    )


def _words(text: str, surface: Surface) -> str:
    if surface.medium is Medium.SCREEN or not _ENDLESS.search(text):
        return escaped(text)
    pieces = _ENDLESS.sub(lambda word: "\n".join(_PIECE.findall(word[0])), text.replace("\n", " "))
    return escaped(pieces).replace("\n", _PLACE_TO_BREAK)


def _link(url: str, children: tuple[Inline, ...], surface: Surface) -> str:
    """Return a link; on paper the marks of its words stand around it.

    The printer makes a link of its own of each mark within one, and leaves it without a tag.
    """
    if surface.medium is Medium.SCREEN or not any(
        isinstance(one, _AROUND_LINKS) for one in children
    ):
        # Not even a place to break can stand in a link of the printer's.
        pieces = markup(children, surface).split(_PLACE_TO_BREAK)
        return _PLACE_TO_BREAK.join(f'<a href="{escaped(url)}">{piece}</a>' for piece in pieces)
    return "".join(_linked(url, one, surface) for one in children)


def _linked(url: str, inline: Inline, surface: Surface) -> str:
    if isinstance(inline, Emphasis):
        return f"<em>{_link(url, inline.children, surface)}</em>"
    if isinstance(inline, Strong):
        return f"<strong>{_link(url, inline.children, surface)}</strong>"
    if isinstance(inline, Footnote | LineBreak):
        return _inline(inline, surface)
    return _link(url, (inline,), surface)


def _safe(url: str) -> str:
    if not url.lower().startswith(_SCHEMES):
        raise ExportError(f"the link {url!r} leads neither to a web page nor to a mail address")
    return url


def _elsewhere(inline: Elsewhere, surface: Surface) -> str:
    words = _words(inline.text, surface)
    if surface.medium is Medium.PRINT:
        return words  # a page of paper leads nowhere, and a PDF knows no other file's headings
    return f'<a href="{escaped(inline.address)}">{words}</a>'


def _field(field: Field, surface: Surface) -> str:
    if surface.medium is Medium.SCREEN:
        return f"<bdi{data_path(field.path)}>{escaped(field.text)}</bdi>"
    if any(bidirectional(character) in _RIGHT_TO_LEFT for character in field.text):
        return f"{_ISOLATE}{escaped(field.text)}{_END_OF_ISOLATE}"
    return _words(field.text, surface)


def data_path(path: str) -> str:
    """Return the attribute by which a value is found again; none for what is sealed."""
    return f' data-path="{escaped(path)}"' if path else ""


def _placeholder(placeholder: Placeholder, surface: Surface) -> str:
    words = surface.language.questions
    asked = words.answered_by.format(question=placeholder.question, ask=placeholder.ask)
    question = words.missing.format(question=asked)
    return (
        f'<mark class="missing" data-path="{escaped(placeholder.path)}"'
        f' title="{escaped(question)}">{_words(placeholder.text, surface)}</mark>'
    )


def note_number(note: Footnote, surface: Surface) -> str:
    """Return what a note is called in addresses; one that went has its own."""
    return f"{'was-' * (surface.change is ChangeMark.WENT)}{note.number}"


def note_words(note: Footnote, surface: Surface) -> str:
    """Return the words of a note; with its mark they came or went."""
    words = markup(note.children, surface)
    return marked(words, surface.change, surface) if surface.change and words else words


def _mark(note: Footnote, surface: Surface) -> str:
    number = note_number(note, surface)
    if surface.medium is Medium.PRINT:
        words = note_words(note, surface)
        text = f'<span class="footnote" data-tag="Note" data-mark="{note.mark}">{words}</span>'
        return f'<span class="mark">{note.mark}</span>{text if note.children else ""}'
    place = f' id="mark:{number}"' if note.children else ""
    label = escaped(surface.language.pages.note.format(number=note.mark))
    return (
        f'<sup class="mark"><a href="#note:{number}"{place} role="doc-noteref"'
        f' aria-label="{label}">{note.mark}</a></sup>'
    )
