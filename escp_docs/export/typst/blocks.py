"""Write blocks as Typst, with the words that the other writers have."""

from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

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
from escp_docs.export.look import WHOLE, Look
from escp_docs.export.other_scripts import named_without_font
from escp_docs.export.svg import inline_svg
from escp_docs.export.typst.inlines import LINE, Typesetting, markup, words
from escp_docs.export.typst.medium import DraftMedium
from escp_docs.export.typst.pictures import picture_bytes
from escp_docs.export.typst.strings import quoted
from escp_docs.language.languages import language_of

_NAMED = (Heading, Clause, Table, Figure)
_SMALLER = 10 / 8.5  # letters of tables, to those of the page
_INSET = 2  # letters that the lines of a cell keep free
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


class Sources(Struct, frozen=True):
    """What the blocks of a document have in common; `files` are its pictures, by their names.

    `is_inside` are blocks of a list, a box or a cell: there Typst turns no page.
    """

    setting: Typesetting
    headings: tuple[Heading, ...]
    look: Look
    files: dict[str, bytes] = field(default_factory=dict)
    is_inside: bool = False

    def file(self, data: bytes, ending: str) -> str:
        """Return the name, as a string of Typst, under which a picture is found."""
        name = f"picture-{len(self.files)}.{ending}"
        self.files[name] = data
        return quoted(name)


def body(document: Document, medium: DraftMedium, look: Look) -> tuple[str, dict[str, bytes]]:
    """Return the blocks of a document as Typst, and the pictures that it names.

    Raises:
        ExportError: a figure cannot be written.
    """
    every = tuple(walk(document.blocks))
    ids = frozenset(one.id for one in every if isinstance(one, _NAMED) and one.id)
    headings = tuple(one for one in every if isinstance(one, Heading))
    sources = Sources(Typesetting(language_of(document.language), ids, medium), headings, look)
    return _blocks(document.blocks, sources), sources.files


def _blocks(blocks: tuple[Block, ...], sources: Sources) -> str:
    return "\n\n".join(_block(block, sources) for block in blocks)


def _block(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    block: Block, sources: Sources
) -> str:
    setting = sources.setting
    match block:
        case Heading():
            number = words(f"{block.number}  ") if block.number else ""
            shown = setting.medium.place(block.id, f"{number}{markup(block.children, setting)}")
            return f"#heading(level: {block.level})[{shown}]{_named(block.id)}"
        case Paragraph(children, Style.BODY):
            return f"#par[{markup(children, setting)}]"
        case Paragraph(children, style):
            return f"#styled({quoted(style.value)})[{markup(children, setting)}]"
        case Clause():
            return _clause(block, setting)
        case List():
            return _list(block, sources)
        case Table():
            return _table(block, sources)
        case Figure():
            return _figure(block, sources)
        case PictureRow():
            return _pictures(block, sources)
        case Passage(path, blocks=blocks):
            return setting.medium.value(path, _blocks(blocks, sources))
        case Contents():
            return _contents(block, sources)
        case Cover():
            return _cover(block, sources)
        case Note(blocks):
            return f"#aside[{_inside(blocks, sources)}]"
        case Landscape(blocks) if sources.is_inside:
            return _blocks(blocks, sources)
        case Landscape(blocks):
            return f"#page(flipped: true)[{_blocks(blocks, sources)}]"
        case PageBreak():
            return "#colbreak(weak: true)"  # of a page with one column; it may stand anywhere
        case Signature():
            return _signature(block, setting)
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return _block(block.block, sources)
        case _:
            assert_never(block)


def _inside(blocks: tuple[Block, ...], sources: Sources, setting: Typesetting | None = None) -> str:
    return _blocks(blocks, replace(sources, is_inside=True, setting=setting or sources.setting))


def _named(name: str) -> str:
    return f"#label({quoted(name)})" if name else ""


def _clause(block: Clause, setting: Typesetting) -> str:
    remark = f'#styled("annotation")[{words(block.remark)}]\n\n' if block.remark else ""
    number = setting.medium.place(block.id, words(f"{block.number} "))
    text = markup(block.children, setting)
    return f"{remark}#clause({block.level}, [{number}], [{text}]){_named(block.id)}"


def _list(block: List, sources: Sources) -> str:
    items = [f"[{_inside(item, sources)}]" for item in block.items]
    if not block.ordered:
        return f"#list({', '.join(items)})"
    labels = [
        f"{index + 1}." if block.numbers == ARABIC else block.numbers.label(index)
        for index in range(len(items))
    ]
    pairs = (f"[{words(label)}], {item}" for label, item in zip(labels, items, strict=True))
    return f"#numbered({', '.join(pairs)})"


def _table(block: Table, sources: Sources) -> str:
    setting = sources.setting
    caption = _caption(setting.language.captions.table, block, setting)
    shares = [max(one.width, 0.01) for one in block.columns]
    widths = ", ".join(f"{one:.4f}fr" for one in shares)
    lines = [replace(setting, line=LINE * one / sum(shares) * _SMALLER - _INSET) for one in shares]
    aligns = ", ".join(_ALIGNS[one.align] for one in block.columns)
    head = [
        f"[#strong[{markup(one.head, line)}]]"
        for one, line in zip(block.columns, lines, strict=True)
    ]
    cells = [f"table.header({', '.join(head)})"] if block.has_head else []
    for index, row in enumerate(block.rows):
        is_total = block.total and index == len(block.rows) - 1
        for column, cell in enumerate(row):
            inner = _inside(cell.blocks, sources, lines[column])
            is_head = column == 0 and (block.row_heads or not block.has_head)
            cells.append(f"[#strong[{inner}]]" if is_total or is_head else f"[{inner}]")
    made = f"#table(columns: ({widths},), align: ({aligns},), {', '.join(cells)})"
    return f"{caption}\n{made}{_named(block.id)}"


def _figure(block: Figure, sources: Sources) -> str:
    setting = sources.setting
    svg = setting.medium.figure(named_without_font(inline_svg(block), sources.look))
    for own, whole in WHOLE.items():  # what the fonts call themselves
        svg = svg.replace(own, whole)
    name = sources.file(svg.encode("utf-8", "replace"), "svg")
    alternative = quoted(block.alternative)
    picture = f"#image({name}, width: {block.width_mm:.2f}mm, alt: {alternative}){_named(block.id)}"
    caption = _caption(setting.language.captions.figure, block, setting)
    return f"#block(breakable: false)[{picture}\n\n{caption}]"


def _caption(label: str, block: Table | Figure, setting: Typesetting) -> str:
    if not block.caption:
        return ""
    number = setting.medium.place(block.id, words(f"{label} {block.number}. "))
    return f'#styled("caption")[{number}{markup(block.caption, setting)}]'


def _pictures(block: PictureRow, sources: Sources) -> str:
    shown = (
        f"#image({sources.file(picture_bytes(one), one.kind.value)}, "
        f"width: {one.width_mm:.2f}mm, alt: {quoted(one.alternative)})"
        for one in block.items
    )
    boxes = " ".join(f"#box[{one}]" for one in shown)
    return f"#align({_ALIGNS[block.align]})[{boxes}]"


def _contents(block: Contents, sources: Sources) -> str:
    rows = [
        sources.setting.medium.within(one.id, _row(one, sources.setting))
        for one in sources.headings
        if one.level <= block.depth and one.id
    ]
    title = f"#heading(level: 1, outlined: false)[{words(block.title)}]"
    return "\n\n".join([title, *rows])


def _row(heading: Heading, setting: Typesetting) -> str:
    number = words(f"{heading.number} ") if heading.number else ""
    shown = f"{number}{markup(heading.children, setting)}"
    return f"#row({heading.level}, {quoted(heading.id)})[{shown}]"


def _cover(block: Cover, sources: Sources) -> str:
    setting = sources.setting
    lines = (
        f"#styled({quoted(style)})[{markup(children, setting)}]"
        for style, children in (
            ("kicker", block.kicker),
            ("title", block.title),
            ("subtitle", block.subtitle),
        )
        if children
    )
    return "\n\n".join([*lines, _blocks(block.blocks, sources)])


def _signature(block: Signature, setting: Typesetting) -> str:
    party = f"#par[#strong[{markup(block.party, setting)}]]\n\n" if block.party else ""
    rows = [*block.rows, (block.sign_here, ())]
    cells = ", ".join(f"[{words(label)}], [{markup(content, setting)}]" for label, content in rows)
    return f"{party}#table(columns: (1fr, 2fr), {cells})"
