"""Lines of a prose to inlines of the tree."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from escp_docs.document import Emphasis, Footnote, Inline, LineBreak, Link, Strong, Text, plain
from escp_docs.pattern import pattern
from escp_docs.prose.lines import BREAK, Line
from escp_docs.prose.marks import unescaped
from escp_docs.prose.structure import Words
from escp_docs.prose.tokens import tokens_of

if TYPE_CHECKING:
    from markdown_it.token import Token

Guard = Callable[[str], str]
"""Returns a text as it can be printed."""

_NESTED: Final = 20  # marks within marks; the writers go as deep as the tree does
_MARKED: Final = pattern(r"[*\[<&\\!`]| \n")  # where there are none, nothing is to be parsed
_SPACES: Final = pattern(r"[\t\r\n]+")
_BREAKS: Final = pattern(f" *{BREAK} *")
_LETTERS: Final = str.maketrans(
    {
        **dict(
            zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "ſt", "st"), strict=True)
        ),
        **dict(zip(range(0xFB13, 0xFB18), ("մն", "մե", "մի", "վն", "մխ"), strict=True)),
        0xF0B7: "•",
    }
)
"""Ligatures, which PDFs leave in the clipboard, and Word's bullet, as what they stand for."""


def in_signs(letter: str) -> str:
    """Return what is printed of a letter as typed; a blank of any kind is one."""
    return _SPACES.sub(" ", letter.translate(_LETTERS).replace(BREAK, "\n"))


class Inliner(Struct):
    """Makes inlines of the lines of one prose.

    Args:
        guard: What becomes of each text.
        notes: The inlines of each footnote, by its label.
        used: The labels of the footnotes that were marked, to be read afterwards.
    """

    guard: Guard
    notes: dict[str, tuple[Inline, ...]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def words(self, words: Words) -> tuple[Inline, ...]:
        """Return the words of a paragraph."""
        if words.is_verbatim:
            return self._verbatim(words.lines)
        texts = [unescaped(line.text) for line in words.lines]
        if words.keeps_lines:
            return self.text(BREAK.join(text.rstrip() for text in texts))
        return self.text("\n".join(texts).rstrip())

    def text(self, text: str) -> tuple[Inline, ...]:
        """Return the words of a text in Markdown without marks at the starts of lines."""
        if not _MARKED.search(text):
            return self.printed(text)
        return _Tree(self).of(tokens_of(text, frozenset(self.notes)))

    def _verbatim(self, lines: Sequence[Line]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for line in lines:
            found += [*([LineBreak()] if found else []), *self.printed(line.text)]
        return tuple(found)

    def printed(self, text: str) -> tuple[Inline, ...]:
        """Return a text as typed, with its line breaks."""
        found: list[Inline] = []
        for index, piece in enumerate(_BREAKS.split(text)):
            if index:
                found.append(LineBreak())
            if words := self.guard(_SPACES.sub(" ", piece.translate(_LETTERS))):
                found.append(Text(words))
        return tuple(found)


class _Tree:
    """The inlines of one text, made of its tokens; `around` are those that are not closed."""

    def __init__(self, inliner: Inliner) -> None:
        self.inliner = inliner
        self.around: list[tuple[str, str, list[Inline]]] = [("", "", [])]
        self.flat = 0  # marks that are open, too deep to be read

    def of(self, tokens: Sequence["Token"]) -> tuple[Inline, ...]:
        for token in tokens:
            self._take(token)
        return joined(self.around[0][2])

    def _take(self, token: "Token") -> None:
        match token.type:
            case "softbreak":
                self._add(Text(" "))
            case "hardbreak":
                self._add(LineBreak())
            case "em_open" | "strong_open" | "link_open":
                self._open(token)
            case "em_close" | "strong_close" | "link_close":
                self._close(token)
            case "note":
                self.inliner.used.add(token.content)
                self._add(Footnote(0, self.inliner.notes[token.content]))
            case _:
                self._add(*self.inliner.printed(token.content))

    def _add(self, *inlines: Inline) -> None:
        self.around[-1][2].extend(inlines)

    def _open(self, token: "Token") -> None:
        if self.flat or len(self.around) > _NESTED:
            self.flat += 1
            self._add(*self.inliner.printed(token.markup or "["))
        else:
            self.around.append((token.tag, str(token.attrs.get("href", "")), []))

    def _close(self, token: "Token") -> None:
        if self.flat:
            self.flat -= 1
            self._add(*self.inliner.printed(token.markup))
            return
        tag, url, found = self.around.pop()
        children = joined(found)
        match tag:
            case "em":
                self._add(Emphasis(children))
            case "strong":
                self._add(Strong(children))
            case _ if plain(children).strip():
                # The title of a link stands behind its words, for paper shows no other.
                title = self.inliner.printed(f" {token.content}") if token.content else ()
                self._add(Link(url, children), *title)
            case _:
                self._add(*self.inliner.printed("["), *children)
                self._add(*self.inliner.printed(token.markup))


def joined(found: Sequence[Inline]) -> tuple[Inline, ...]:
    """Join neighbouring texts, so that words are not cut where the parser cut them."""
    result: list[Inline] = []
    for inline in found:
        last = result[-1] if result else None
        if isinstance(inline, Text) and isinstance(last, Text):
            result[-1] = Text(last.text + inline.text)
        else:
            result.append(inline)
    return tuple(result)
