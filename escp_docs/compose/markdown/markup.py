"""Rendered template text to blocks of the tree.

Markdown with a few additions (docs/templates.md); markers become the values that were set aside.
Numbers and cross references are settled later, in numbering.py.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.compose.markdown.attributes import Attributes, cut
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.markdown.inline import Hooks, inlines_of, web_link
from escp_docs.compose.templates.binder import MARKER, Binder
from escp_docs.document import (
    Align,
    Block,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    Figure,
    Footnote,
    Heading,
    Inline,
    Landscape,
    List,
    Note,
    Numbering,
    PageBreak,
    Paragraph,
    Reference,
    Style,
    Table,
    Text,
    plain,
)
from escp_docs.language.language import Language
from escp_docs.pattern import pattern

Draw = Callable[[str], Figure]
CLAUSE: Final = pattern(r"(§{1,3})\s+")
_CONTAINERS: Final = ("note", "small", "lead", "landscape", "contents", "cover")
_ALIGN: Final = {"l": Align.LEFT, "r": Align.RIGHT, "c": Align.CENTRE}


class MarkupError(Exception):
    """The text of a template cannot become a document; `near` are words to find the place by."""

    def __init__(self, message: str, near: str) -> None:
        super().__init__(message)
        self.near = near


class _Parser(MarkdownIt):
    """Keeps the addresses of links to the letter."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the parser's own name
        return url


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": 60}).enable("table")
    footnote_plugin(parser)
    for name in _CONTAINERS:
        container_plugin(parser, name)
    return parser


def blocks_of(
    text: str, binder: Binder, draw: Draw, numbering: Numbering, language: Language
) -> tuple[Block, ...]:
    """Return the blocks of a rendered template.

    Args:
        text: Markdown with markers.
        binder: What the markers stand for.
        draw: Makes the figure of a name; its caption, number and id are set here and later.
        numbering: The list that numbers a heading without a class.
        language: Whose words stand over contents that have no title.

    Raises:
        MarkupError: an attribute, a directive or a table that cannot be.
    """
    return _Converter(binder, draw, numbering, language).blocks(_parsed(text).children)


@lru_cache(maxsize=4)  # another value stands behind the same marker, in the same text
def _parsed(text: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(_parser().parse(text))


class _Converter(Struct):
    """The state of one conversion: the attributes that wait for the table they belong to."""

    binder: Binder
    draw: Draw
    numbering: Numbering
    language: Language
    waiting: tuple[tuple[Inline, ...], Attributes] | None = None
    notes: tuple[SyntaxTreeNode, ...] = ()
    open_notes: list[int] = field(default_factory=list)

    def blocks(self, nodes: list[SyntaxTreeNode]) -> tuple[Block, ...]:
        for node in nodes:
            if node.type == "footnote_block":
                self.notes = tuple(node.children)
        found: list[Block] = []
        for node in nodes:
            found.extend(self._block(node))
        return tuple(found)

    def _block(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        match node.type:
            case "heading":
                return (self._heading(node),)
            case "paragraph":
                return self._paragraph(node.children[0])
            case "bullet_list" | "ordered_list":
                items = tuple(self.blocks(item.children) for item in node.children)
                return (List(items, node.type == "ordered_list"),)
            case "table":
                return (self._table(node),)
            case "hr":
                return (PageBreak(),)
            case "blockquote":
                return self.blocks(node.children)
            case "code_block" | "fence":
                raise MarkupError("a line is indented like code", node.content.strip()[:40])
            case kind if kind.startswith("container_"):
                return self._container(node)
            case _:
                return ()

    # --- inlines ---

    def _inlines(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        return inlines_of(node, Hooks(self._words, self._target, self._note))

    def _note(self, number: int) -> tuple[Inline, ...]:
        if number in self.open_notes:
            paragraph = self.notes[number].children[0].children[0].content
            raise MarkupError("a footnote leads to itself", paragraph.strip()[:40])
        self.open_notes.append(number)
        paragraphs = self.notes[number].children
        children = tuple(inline for one in paragraphs for inline in self._inlines(one.children[0]))
        self.open_notes.pop()
        return (Footnote(0, children),)

    def _words(self, text: str) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for index, piece in enumerate(MARKER.split(text)):
            if index % 2:
                found.extend(self.binder.bound(piece).inlines)
            elif piece:
                found.append(Text(printable(piece)))
        return tuple(found)

    def _target(self, href: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if href.startswith("#"):
            return (Reference(href[1:], plain(children), ""),)
        label = MARKER.sub(lambda found: self.binder.bound(found[1]).label, href)
        return web_link(label, children)

    # --- paragraphs ---

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        children, attributes = cut(self._inlines(node.children[0]))
        numbering = self.numbering
        if attributes.flag("plain"):
            numbering = Numbering.NONE
        elif attributes.flag("annex"):
            numbering = Numbering.ANNEX
        return Heading(
            level=int(node.tag[1:]),
            children=children,
            id=attributes.id,
            numbering=numbering,
            answers=attributes.words("answers"),
            official=not attributes.flag("addition"),
        )

    def _paragraph(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        alone = MARKER.fullmatch(node.content.strip())
        if alone:
            bound = self.binder.bound(alone[1])
            if bound.blocks is not None:
                return bound.blocks
        children = self._inlines(node)
        first = children[0].text if children and isinstance(children[0], Text) else ""
        if CLAUSE.match(first):
            return self._clauses(children)
        if first.startswith(("Table: ", "Figure: ")):
            return self._caption(first.split(":")[0], children)
        return (Paragraph(children),) if children else ()

    def _clauses(self, children: tuple[Inline, ...]) -> tuple[Block, ...]:
        """Return the clauses of a paragraph: one per sign, also if they follow line by line."""
        found: list[list[Inline]] = []
        for inline in children:
            pieces = re.split(r"\s+(?=§)", inline.text) if isinstance(inline, Text) else [inline]
            for piece in pieces:
                one = Text(piece) if isinstance(piece, str) else piece
                begins = isinstance(one, Text) and CLAUSE.match(one.text)
                if begins or not found:
                    found.append([])
                found[-1].append(one)
        return tuple(self._clause(tuple(one)) for one in found)

    def _clause(self, children: tuple[Inline, ...]) -> Clause:
        words, attributes = cut(children)
        first = words[0]
        assert isinstance(first, Text)
        mark = CLAUSE.match(first.text)
        if mark is None:
            raise MarkupError("a clause begins with §, §§ or §§§ and a space", first.text[:40])
        rest = first.text[mark.end() :]
        words = ((Text(rest),) if rest else ()) + words[1:]
        return Clause(len(mark[1]), words, "", "", attributes.id)

    def _caption(self, kind: str, children: tuple[Inline, ...]) -> tuple[Block, ...]:
        words, attributes = cut(children)
        first = words[0]
        assert isinstance(first, Text)
        rest = first.text[len(kind) + 1 :].lstrip()
        caption = ((Text(rest),) if rest else ()) + words[1:]
        if kind == "Table":
            self.waiting = (caption, attributes)
            return ()
        figure = self.draw(attributes.text("draw"))
        return (replace(figure, caption=caption, id=attributes.id),)

    # --- tables ---

    def _table(self, node: SyntaxTreeNode) -> Table:
        caption, attributes = self.waiting or ((), Attributes())
        self.waiting = None
        heads = [self._inlines(cell.children[0]) for cell in node.children[0].children[0].children]
        columns = self._columns(heads, attributes)
        body = node.children[1].children if len(node.children) > 1 else []
        rows = tuple(tuple(self._cell(cell) for cell in row.children) for row in body)
        has_head = any(plain(head) for head in heads)
        summary = attributes.text("summary") or plain(caption)
        if not summary:
            raise MarkupError("a table has neither caption nor summary", plain(heads[0])[:40])
        return Table(
            columns=columns,
            rows=rows,
            summary=summary,
            caption=caption,
            id=attributes.id,
            has_head=has_head,
            row_heads=attributes.flag("row-heads") or not has_head,
            total=attributes.flag("total"),
        )

    def _columns(
        self, heads: list[tuple[Inline, ...]], attributes: Attributes
    ) -> tuple[Column, ...]:
        shares = [float(one) for one in _filled(attributes.words("widths") or ("1*",), len(heads))]
        aligns = _filled(attributes.words("align") or ("l*",), len(heads))
        if len(shares) != len(heads) or len(aligns) != len(heads):
            raise MarkupError(
                f"widths and align give {len(shares)} and {len(aligns)} columns of {len(heads)}",
                attributes.id or plain(heads[0]),
            )
        if odd := next((one for one in aligns if one not in _ALIGN), None):
            raise MarkupError(
                f"align is l, r or c for each column, not {odd!r}", attributes.id or plain(heads[0])
            )
        whole = sum(shares)
        return tuple(
            Column(head, share / whole, _ALIGN[align])
            for head, share, align in zip(heads, shares, aligns, strict=True)
        )

    def _cell(self, node: SyntaxTreeNode) -> Cell:
        return Cell(self._paragraph(node.children[0]) or (Paragraph((Text(""),)),))

    # --- containers ---

    def _container(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        name = node.type.removeprefix("container_")
        inner = self.blocks(node.children)
        match name:
            case "note":
                return (Note(inner),)
            case "landscape":
                return (Landscape(inner),)
            case "small" | "lead":
                style = Style.SMALL if name == "small" else Style.LEAD
                return tuple(
                    replace(block, style=style) if isinstance(block, Paragraph) else block
                    for block in inner
                )
            case "contents":
                attributes = Attributes.of(node.info.removeprefix("contents"))
                depth = int(attributes.text("depth") or "2")
                title = attributes.text("title") or self.language.captions.contents
                return (Contents(title, depth),)
            case _:
                return (_cover(inner),)


def _filled(words: tuple[str, ...], wanted: int) -> list[str]:
    """Return one word per column; a word with a star is repeated to fill what is left."""
    left = wanted - sum(not word.endswith("*") for word in words)
    found: list[str] = []
    for word in words:
        found += [word.removesuffix("*")] * left if word.endswith("*") else [word]
    return found


def _cover(inner: tuple[Block, ...]) -> Cover:
    match inner:
        case (
            Paragraph(children=kicker),
            Heading(children=title),
            Paragraph(children=subtitle),
            *rest,
        ):
            return Cover(kicker, title, subtitle, tuple(rest))
        case _:
            raise MarkupError("a cover is a line, a first-level heading, a line, then the rest", "")
