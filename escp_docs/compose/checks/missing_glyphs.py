"""Characters that no shipped font has: which values hold them."""

import unicodedata
from collections.abc import Iterator
from typing import Final, assert_never

from escp_docs.compose.checks.flaw import GLYPH, Flaw, called
from escp_docs.compose.markdown.glyphs import printable, replaced
from escp_docs.document import (
    AnswerField,
    Block,
    Checkbox,
    Deleted,
    Document,
    Elsewhere,
    Emphasis,
    Field,
    Figure,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Passage,
    Placeholder,
    Reference,
    Strong,
    Text,
    inlines,
    plain,
    spread,
    within,
)
from escp_docs.finding import Severity
from escp_docs.model.schema import texts
from escp_docs.model.spec import Spec
from escp_docs.workbook import Workbook, cells

_MOST_NAMED: Final = 6


def missing_glyphs(document: Document) -> Iterator[Flaw]:
    """Yield one warning for each value with such characters, and one for words of no value."""
    found: dict[str, dict[str, None]] = {}
    blocks: dict[str, str] = {}
    for block, path in with_paths(document.blocks):
        for place, text in _printed(block, path):
            if characters := replaced(text):
                found.setdefault(place, {}).update(dict.fromkeys(characters))
                blocks.setdefault(place, called(block))
    for place, held in found.items():
        yield glyph(tuple(held), document.name, blocks[place], place)


def missing_in_cells(workbook: Workbook) -> Iterator[Flaw]:
    """Yield one warning for each value with such characters in the cells of a workbook."""
    found = {
        cell.path or address: glyph(
            characters, workbook.name, f"{sheet.name}, {address}", cell.path
        )
        for sheet, address, cell in cells(workbook)
        if isinstance(cell.value, str) and (characters := replaced(cell.value))
    }
    yield from found.values()


def glyph(characters: tuple[str, ...], document: str, block: str, path: str) -> Flaw:
    """Return the warning that no font has some characters of a value."""
    shown = ", ".join(map(_named, characters))
    return Flaw(
        GLYPH,
        f"no shipped font has {shown}; printed by code point",
        "write it in other letters",
        document,
        block,
        path,
        Severity.WARNING,
        characters,
    )


def without_font(letters: tuple[str, ...], path: str) -> Flaw:
    """Return the warning that a PDF prints some letters of a value by their code points."""
    shown = ", ".join(map(_named, letters[:_MOST_NAMED]))
    more = f" and {len(letters) - _MOST_NAMED} more" if len(letters) > _MOST_NAMED else ""
    return Flaw(
        GLYPH,
        f"no font of this machine has {shown}{more}; a PDF prints them by code point",
        "install a font that has them, such as Noto Sans CJK, or hand out Word and HTML",
        "",
        "",
        path,
        Severity.WARNING,
        letters,
    )


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _printed(block: Block, path: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that a block itself prints, each with its path, or an empty one."""
    if isinstance(block, Passage):
        yield block.path, block.value
    if isinstance(block, Figure):
        yield "", block.svg
    for inline in spread(inlines(block)):
        yield from _of_inline(inline, path)


def _of_inline(inline: Inline, path: str) -> Iterator[tuple[str, str]]:
    match inline:
        case Field():
            yield inline.path, inline.text
        case Placeholder():
            yield "", inline.text
        case Link():
            yield path, inline.url
        case (
            Text()
            | Emphasis()
            | Strong()
            | Reference()
            | Elsewhere()
            | AnswerField()
            | Checkbox()
            | Footnote()
            | LineBreak()
            | Inserted()
            | Deleted()
        ):
            yield path, plain((inline,))
        case _:
            assert_never(inline)


def traced(flaw: Flaw, spec: Spec) -> tuple[Flaw, ...]:
    """Return a warning of characters once for each value of the spec that holds them.

    A computed list prints words without saying where they came from; they are looked for here.
    """
    if flaw.name != GLYPH or flaw.path:
        return (flaw,)
    wanted = set(flaw.characters)
    held = ((path, replaced(printable(text))) for path, text in texts(spec))
    found = (
        glyph(characters, flaw.document, flaw.block, path)
        for path, characters in held
        if wanted.intersection(characters)
    )
    return tuple(found) or (flaw,)


def with_paths(blocks: tuple[Block, ...], path: str = "") -> Iterator[tuple[Block, str]]:
    """Yield every block with the path of the passage around it, empty if there is none."""
    for block in blocks:
        inner = block.path if isinstance(block, Passage) else path
        yield block, inner
        yield from with_paths(within(block), inner)
