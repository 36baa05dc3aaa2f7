"""Prose as an outline: how each block is set, with its words."""

from collections.abc import Iterator

from escp_docs.compose.markdown.prose import prose_blocks
from escp_docs.document import (
    Block,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    PictureRow,
    Strong,
    Table,
    Text,
)
from escp_docs.prose.pictures import typed


def outline(text: str) -> list[str]:
    """Return a line for each block of a prose, set in by its level.

    Words in italics stand in /slashes/, in bold in *stars*; a break is ⏎, a link [words→address],
    a note {words}; an item begins with its label, • for a bullet; a row of a table is a | b, its
    head a ‖ b.
    """
    return list(_blocks(prose_blocks(text), ""))


def words(inlines: tuple[Inline, ...]) -> str:
    """Return the words of a line in the same signs."""
    found = []
    for inline in inlines:
        match inline:
            case Text():
                found.append(inline.text)
            case Emphasis():
                found.append(f"/{words(inline.children)}/")
            case Strong():
                found.append(f"*{words(inline.children)}*")
            case Link():
                found.append(f"[{words(inline.children)}→{inline.url}]")
            case Footnote():
                found.append(f"{{{words(inline.children)}}}")
            case LineBreak():
                found.append("⏎")
            case _:
                raise AssertionError(f"prose makes no {type(inline).__name__}")
    return "".join(found)


def _blocks(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield indent + words(block.children)
            case List():
                yield from _items(block, indent)
            case Table():
                if block.has_head:
                    yield indent + " ‖ ".join(words(column.head) for column in block.columns)
                for row in block.rows:
                    cells = ["⏎".join(_blocks(cell.blocks, "")) for cell in row]
                    yield indent + " | ".join(cells)
            case PictureRow():
                yield indent + " ".join(map(typed, block.items))
            case _:
                raise AssertionError(f"prose makes no {type(block).__name__}")


def _items(items: List, indent: str) -> Iterator[str]:
    for index, item in enumerate(items.items):
        label = items.numbers.label(index) if items.ordered else "•"
        first, *others = _blocks(item, "")
        yield f"{indent}{label} {first}"
        yield from (f"{indent}  {one}" for one in others)
