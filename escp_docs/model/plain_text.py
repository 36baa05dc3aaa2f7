"""The words of a text in Markdown, without its marks."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def plain_text(markdown: str) -> str:
    """Return a text without marks, as one would paste it into a field of a form.

    Each paragraph, entry of a list and cell of a table is one line; a line break inside one counts
    as a space. HTML stays as typed; of a link and an image the words stay.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415  # short texts are judged without it

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return "\n".join(_lines(parser.parse(markdown)))


def _lines(tokens: Sequence["Token"]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_words(token.children or ())).strip()
        elif token.content:
            yield token.content.strip("\n")


def _words(tokens: Sequence["Token"]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _words(token.children)
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield token.content
