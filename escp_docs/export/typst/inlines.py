"""Write inlines as Typst: every word stands in a string, so nothing of it is ever read as code."""

from typing import Final, assert_never
from unicodedata import category

from msgspec import Struct

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
from escp_docs.language.language import Language

_ESCAPES: Final = str.maketrans({
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"
})  # fmt: skip


class Typesetting(Struct, frozen=True):
    """What words are written on: their language, and the ids to which a reference can lead."""

    language: Language
    ids: frozenset[str]


def quoted(text: str) -> str:
    """Return text as a string of Typst."""
    shown = "".join(one if one.isprintable() or one in "\n\r\t" else _named(one) for one in text)
    return f'"{_escaped(shown)}"'


def _escaped(text: str) -> str:
    parts = text.split("\0")
    return "".join(
        f"\\u{{{part}}}" if index % 2 else part.translate(_ESCAPES)
        for index, part in enumerate(parts)
    )


def _named(character: str) -> str:
    # A lone half of a character can stand in no file.
    is_half = category(character) == "Cs"
    return "\0fffd\0" if is_half else f"\0{ord(character):x}\0"


def words(text: str) -> str:
    """Return text as content of Typst."""
    return f"#{quoted(text)};" if text else ""


def markup(children: tuple[Inline, ...], setting: Typesetting) -> str:
    """Return inlines as content of Typst."""
    return "".join(_inline(child, setting) for child in children)


def _inline(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    inline: Inline, setting: Typesetting
) -> str:
    match inline:
        case Text(text) | Elsewhere(text=text) | Field(text=text) | Checkbox(text=text):
            return words(text)
        case Emphasis(children):
            return f"#emph[{markup(children, setting)}];"
        case Strong(children):
            return f"#strong[{markup(children, setting)}];"
        case Link(url, children):
            return f"#link({quoted(url)})[{markup(children, setting)}];"
        case Reference(target, text) if target in setting.ids:
            return f"#link(label({quoted(target)}))[{words(text)}];"
        case Reference(text=text):
            return words(text)
        case Placeholder(text=text) | AnswerField(text=text):
            return f"#missing[{words(text)}];"
        case Footnote(children=()):
            return f"#super[{words(inline.mark)}];"
        case Footnote():
            return f"#note({quoted(inline.mark)})[{markup(inline.children, setting)}];"
        case LineBreak():
            return "#linebreak();"
        case Inserted(children):
            return f"#underline[{markup(children, setting)}];"
        case Deleted(children):
            return f"#strike[{markup(children, setting)}];"
        case _:
            assert_never(inline)
