"""Write inlines as Typst: every word stands in a string, so nothing of it is ever read as code."""

from typing import Final, assert_never

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
from escp_docs.export.typst.medium import DraftMedium
from escp_docs.export.typst.strings import quoted
from escp_docs.language.language import Language
from escp_docs.pattern import pattern

LINE: Final = 90
"""Small letters in a line of a page, about."""

_WIDE: Final = 0.6  # a capital letter is wider by so much
_WORD: Final = pattern(r"[^\s/-]{6,}")  # Typst breaks lines behind such signs itself
_SEAM: Final = pattern(r"(?<=[]._,;:?&=#@+)])(?=\w)")
_INSIDE: Final = pattern(r"(?<=[!-~À-ʯͰ-ӿ])(?=[!-~À-ʯͰ-ӿ])")  # letters that do not join
_BREAK: Final = "\u200b"


class Typesetting(Struct, frozen=True):
    """What words are written on: their language, the ids one can refer to, the medium, the line."""

    language: Language
    ids: frozenset[str]
    medium: DraftMedium
    line: float = LINE


def words(text: str, line: float = LINE) -> str:
    """Return text as content of Typst; a word that no line has room for may be broken."""
    shown = _WORD.sub(lambda found: _broken(found[0], line), text)
    return f"#{quoted(shown)};" if text else ""


def _broken(word: str, line: float) -> str:
    if _length(word) <= line:
        return word
    parts = _SEAM.split(word)
    return _BREAK.join(one if _length(one) <= line else _INSIDE.sub(_BREAK, one) for one in parts)


def _length(word: str) -> float:
    return len(word) + _WIDE * sum(map(str.isupper, word))


def markup(children: tuple[Inline, ...], setting: Typesetting) -> str:
    """Return inlines as content of Typst."""
    return "".join(_inline(child, setting) for child in children)


def _inline(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    inline: Inline, setting: Typesetting
) -> str:
    match inline:
        case Text(text) | Elsewhere(text=text):
            return words(text, setting.line)
        case Field(path, text=text) | Checkbox(path=path, text=text):
            return setting.medium.value(path, words(text, setting.line))
        case Emphasis(children):
            return f"#emph[{markup(children, setting)}];"
        case Strong(children):
            return f"#strong[{markup(children, setting)}];"
        case Link(url, children):
            return setting.medium.web(url, markup(children, setting))
        case Reference(target, text) if target in setting.ids:
            return setting.medium.within(target, words(text, setting.line))
        case Reference(text=text):
            return words(text, setting.line)
        case Placeholder(path, text) | AnswerField(path, text):
            return setting.medium.value(path, f"#missing[{words(text, setting.line)}];")
        case Footnote(children=()):
            return f"#super[{words(inline.mark)}];"
        case Footnote():
            below = replace(setting, line=LINE)  # at the foot of the page, wherever its mark is
            return f"#note({quoted(inline.mark)})[{markup(inline.children, below)}];"
        case LineBreak():
            return "#linebreak();"
        case Inserted(children):
            return f"#underline[{markup(children, setting)}];"
        case Deleted(children):
            return f"#strike[{markup(children, setting)}];"
        case _:
            assert_never(inline)
