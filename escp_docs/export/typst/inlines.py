"""Write inlines as Typst: every word stands in a string, so nothing of it is ever read as code."""

from typing import assert_never

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
from escp_docs.export.typst.medium import DraftMedium
from escp_docs.export.typst.strings import quoted
from escp_docs.language.language import Language


class Typesetting(Struct, frozen=True):
    """What words are written on: their language, the ids one can refer to, the medium."""

    language: Language
    ids: frozenset[str]
    medium: DraftMedium


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
        case Text(text) | Elsewhere(text=text):
            return words(text)
        case Field(path, text=text) | Checkbox(path=path, text=text):
            return setting.medium.value(path, words(text))
        case Emphasis(children):
            return f"#emph[{markup(children, setting)}];"
        case Strong(children):
            return f"#strong[{markup(children, setting)}];"
        case Link(url, children):
            return setting.medium.web(url, markup(children, setting))
        case Reference(target, text) if target in setting.ids:
            return setting.medium.within(target, words(text))
        case Reference(text=text):
            return words(text)
        case Placeholder(path, text) | AnswerField(path, text):
            return setting.medium.value(path, f"#missing[{words(text)}];")
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
