"""Prose of a spec to blocks: paragraphs, emphasis, lists, links and simple tables, nothing else."""

from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from escp_docs.compose.markdown.inline import inlines_of
from escp_docs.document import (
    Block,
    Cell,
    Column,
    Inline,
    LineBreak,
    List,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
    walk,
)

_WIDE: Final = 60  # characters beyond which a column gets no more room
DEEPEST: Final = 8
"""Levels of lists; what is nested deeper goes on at the last of them."""
_NESTING: Final = 100  # of the parser, two for each level of a list; it drops what is deeper


@cache
def _parser() -> MarkdownIt:
    # Raw HTML is off: it is printed as the text typed. Headings are kept out of the outline.
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")


def prose_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in Markdown; at least one.

    Text that is nested beyond all reason is printed as it was typed.
    """
    tokens = _parser().parse(text.strip())
    if any(token.level >= _NESTING - 1 for token in tokens):
        return (Paragraph(_lines(text.strip().split("\n"))),)
    return _blocks(SyntaxTreeNode(tokens).children, 1) or (Paragraph((Text(""),)),)


def list_levels(text: str) -> int:
    """Return how many levels the deepest list of a text in Markdown has."""
    level = deepest = 0
    for token in _parser().parse(text.strip()):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            level += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            level -= 1
        deepest = max(deepest, level)
    return deepest


def prose_inlines(text: str) -> tuple[Inline, ...]:
    """Return the words of a text in Markdown as one line, paragraphs parted by line breaks."""
    words: list[Inline] = []
    for block in walk(prose_blocks(text)):
        if isinstance(block, Paragraph):
            words += [LineBreak(), *block.children] if words else [*block.children]
    return tuple(words)


def _blocks(nodes: list[SyntaxTreeNode], level: int) -> tuple[Block, ...]:
    found: list[Block] = []
    for node in nodes:
        found.extend(_block(node, level))
    return tuple(found)


def _block(node: SyntaxTreeNode, level: int) -> tuple[Block, ...]:
    match node.type:
        case "paragraph":
            return (Paragraph(inlines_of(node.children[0])),)
        case "heading":
            # A partner's heading must not upset the outline of the document.
            return (Paragraph((Strong(inlines_of(node.children[0])),)),)
        case "bullet_list" | "ordered_list":
            items = [_blocks(item.children, level + 1) for item in node.children]
            if level > DEEPEST:
                return tuple(block for item in items for block in item)
            return (
                List(
                    tuple(item or (Paragraph((Text(""),)),) for item in items),
                    node.type == "ordered_list",
                ),
            )
        case "blockquote":
            return _blocks(node.children, level)
        case "code_block" | "fence":
            lines = node.content.rstrip("\n").split("\n")
            return (Paragraph(_lines(lines)),)
        case "table":
            return (_table(node),)
        case _:
            return ()


def _lines(lines: list[str]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for line in lines:
        found += [LineBreak(), Text(line)] if found else [Text(line)]
    return tuple(found)


def _shares(
    heads: list[tuple[Inline, ...]], rows: tuple[tuple[Cell, ...], ...]
) -> tuple[float, ...]:
    """Return the share of the width that each column gets: more words, more room."""
    longest = [
        max(len(plain(head)), *(len(_words(row[index])) for row in rows), 4)
        for index, head in enumerate(heads)
    ]
    weights = [min(length, _WIDE) ** 0.7 for length in longest]
    return tuple(weight / sum(weights) for weight in weights)


def _words(cell: Cell) -> str:
    return " ".join(plain(one.children) for one in _flat(cell.blocks))


def _table(node: SyntaxTreeNode) -> Table:
    heads = [inlines_of(cell.children[0]) for cell in node.children[0].children[0].children]
    body = node.children[1].children if len(node.children) > 1 else []
    rows = tuple(
        tuple(Cell((Paragraph(inlines_of(cell.children[0])),)) for cell in row.children)
        for row in body
    )
    columns = tuple(
        Column(head, share) for head, share in zip(heads, _shares(heads, rows), strict=True)
    )
    summary = "Table with the columns " + ", ".join(plain(head) for head in heads)
    return Table(columns, rows, summary)
