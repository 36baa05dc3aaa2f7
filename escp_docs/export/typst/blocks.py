"""Write blocks as Typst, with the words that the other writers have."""

from dataclasses import dataclass, field
from typing import assert_never

from escp_docs.counting import ARABIC
from escp_docs.document import (
    Align,
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Document,
    Figure,
    Heading,
    Inline,
    InsertedBlock,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    PictureRow,
    ResetBlock,
    Signature,
    Style,
    Table,
    walk,
)
from escp_docs.export.look import WHOLE
from escp_docs.export.svg import inline_svg
from escp_docs.export.typst.inlines import Page, markup, quoted, words
from escp_docs.export.typst.pictures import picture_bytes
from escp_docs.language.languages import language_of

_NAMED = (Heading, Clause, Table, Figure)
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


@dataclass(frozen=True, slots=True)
class Writing:
    """What the blocks of a document have in common; `files` are its pictures, by their names."""

    page: Page
    headings: tuple[Heading, ...]
    files: dict[str, bytes] = field(default_factory=dict)

    def file(self, data: bytes, ending: str) -> str:
        """Return the name, as a string of Typst, under which a picture is found."""
        name = f"picture-{len(self.files)}.{ending}"
        self.files[name] = data
        return quoted(name)


def body(document: Document) -> tuple[str, dict[str, bytes]]:
    """Return the blocks of a document as Typst, and the pictures that it names.

    Raises:
        ExportError: a figure cannot be written.
    """
    every = tuple(walk(document.blocks))
    ids = frozenset(one.id for one in every if isinstance(one, _NAMED) and one.id)
    headings = tuple(one for one in every if isinstance(one, Heading))
    writing = Writing(Page(language_of(document.language), ids), headings)
    return _blocks(document.blocks, writing), writing.files


def _blocks(blocks: tuple[Block, ...], writing: Writing) -> str:
    return "\n\n".join(_block(block, writing) for block in blocks)


def _block(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    block: Block, writing: Writing
) -> str:
    page = writing.page
    match block:
        case Heading():
            label = f"{words(f'{block.number}  ')}" if block.number else ""
            named = _named(block.id)
            return f"#heading(level: {block.level})[{label}{markup(block.children, page)}]{named}"
        case Paragraph(children, Style.BODY):
            return f"#par[{markup(children, page)}]"
        case Paragraph(children, style):
            return f"#styled({quoted(style.value)})[{markup(children, page)}]"
        case Clause():
            return _clause(block, page)
        case List():
            return _list(block, writing)
        case Table():
            return _table(block, writing)
        case Figure():
            return _figure(block, writing)
        case PictureRow():
            return _pictures(block, writing)
        case Passage(blocks=blocks):
            return _blocks(blocks, writing)
        case Contents():
            return _contents(block, writing)
        case Cover():
            return _cover(block, writing)
        case Note(blocks):
            return f"#aside[{_blocks(blocks, writing)}]"
        case Landscape(blocks):
            return f"#page(flipped: true)[{_blocks(blocks, writing)}]"
        case PageBreak():
            return "#pagebreak(weak: true)"
        case Signature():
            return _signature(block, page)
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return _block(block.block, writing)
        case _:
            assert_never(block)


def _named(name: str) -> str:
    return f"#label({quoted(name)})" if name else ""


def _clause(block: Clause, page: Page) -> str:
    remark = f'#styled("annotation")[{words(block.remark)}]\n\n' if block.remark else ""
    number, text = words(f"{block.number} "), markup(block.children, page)
    return f"{remark}#clause({block.level}, [{number}], [{text}]){_named(block.id)}"


def _list(block: List, writing: Writing) -> str:
    items = [f"[{_blocks(item, writing)}]" for item in block.items]
    if not block.ordered:
        return f"#list({', '.join(items)})"
    labels = [
        f"{index + 1}." if block.numbers == ARABIC else block.numbers.label(index)
        for index in range(len(items))
    ]
    pairs = (f"[{words(label)}], {item}" for label, item in zip(labels, items, strict=True))
    return f"#numbered({', '.join(pairs)})"


def _table(block: Table, writing: Writing) -> str:
    page = writing.page
    caption = _caption(page.language.captions.table, block.number, block.caption, page)
    widths = ", ".join(f"{max(one.width, 0.01):.4f}fr" for one in block.columns)
    aligns = ", ".join(_ALIGNS[one.align] for one in block.columns)
    head = [f"[#strong[{markup(one.head, page)}]]" for one in block.columns]
    cells = [f"table.header({', '.join(head)})"] if block.has_head else []
    for index, row in enumerate(block.rows):
        is_total = block.total and index == len(block.rows) - 1
        for column, cell in enumerate(row):
            inner = _blocks(cell.blocks, writing)
            is_head = column == 0 and (block.row_heads or not block.has_head)
            cells.append(f"[#strong[{inner}]]" if is_total or is_head else f"[{inner}]")
    made = f"#table(columns: ({widths},), align: ({aligns},), {', '.join(cells)})"
    return f"{caption}\n{made}{_named(block.id)}"


def _figure(block: Figure, writing: Writing) -> str:
    page = writing.page
    svg = inline_svg(block)
    for own, whole in WHOLE.items():  # what the fonts call themselves
        svg = svg.replace(own, whole)
    name = writing.file(svg.encode("utf-8", "replace"), "svg")
    alternative = quoted(block.alternative)
    picture = f"#image({name}, width: {block.width_mm:.2f}mm, alt: {alternative}){_named(block.id)}"
    caption = _caption(page.language.captions.figure, block.number, block.caption, page)
    return f"#block(breakable: false)[{picture}\n\n{caption}]"


def _caption(label: str, number: int, caption: tuple[Inline, ...], page: Page) -> str:
    if not caption:
        return ""
    return f'#styled("caption")[{words(f"{label} {number}. ")}{markup(caption, page)}]'


def _pictures(block: PictureRow, writing: Writing) -> str:
    shown = (
        f"#image({writing.file(picture_bytes(one), one.kind.value)}, "
        f"width: {one.width_mm:.2f}mm, alt: {quoted(one.alternative)})"
        for one in block.items
    )
    boxes = " ".join(f"#box[{one}]" for one in shown)
    return f"#align({_ALIGNS[block.align]})[{boxes}]"


def _contents(block: Contents, writing: Writing) -> str:
    rows = [
        f"#row({one.level}, {quoted(one.id)})[{words(f'{one.number} ' if one.number else '')}"
        f"{markup(one.children, writing.page)}]"
        for one in writing.headings
        if one.level <= block.depth and one.id
    ]
    title = f"#heading(level: 1, outlined: false)[{words(block.title)}]"
    return "\n\n".join([title, *rows])


def _cover(block: Cover, writing: Writing) -> str:
    page = writing.page
    lines = (
        f"#styled({quoted(style)})[{markup(children, page)}]"
        for style, children in (
            ("kicker", block.kicker),
            ("title", block.title),
            ("subtitle", block.subtitle),
        )
        if children
    )
    return "\n\n".join([*lines, _blocks(block.blocks, writing)])


def _signature(block: Signature, page: Page) -> str:
    party = f"#par[#strong[{markup(block.party, page)}]]\n\n" if block.party else ""
    rows = [*block.rows, (block.sign_here, ())]
    cells = ", ".join(f"[{words(label)}], [{markup(content, page)}]" for label, content in rows)
    return f"{party}#table(columns: (1fr, 2fr), {cells})"
