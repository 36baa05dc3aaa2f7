"""Write tables and signature blocks as HTML."""

from collections.abc import Callable

from escp_docs.document import (
    Align,
    Block,
    Cell,
    Column,
    Inline,
    Paragraph,
    Signature,
    Table,
    plain,
)
from escp_docs.export.html.inlines import Medium, Surface, escaped, marked, markup
from escp_docs.export.html.redlines import caption_number, changed, named
from escp_docs.export.keep_together import keeps_with_next

Write = Callable[[tuple[Block, ...]], str]


def table(block: Table, surface: Surface, write: Write, number_before: int | None = None) -> str:
    """Return a table as HTML; `write` writes the blocks of a cell.

    `number_before` is the number that it has in the older version of a redline.
    """
    rows = [_row(block, row, write, _kinds(block, index)) for index, row in enumerate(block.rows)]
    name = named(block.id, surface)
    kind = "data" if block.has_head else "facts"
    # The caption names a table that has one; the summary would hide it from a screen reader.
    label = "" if block.caption else f' aria-label="{escaped(block.summary)}"'
    caption = _caption(block, surface, number_before)
    html = (
        f'<table{name} class="{kind}"{label}>{caption}{_widths(block)}'
        f"{_head(block, surface)}<tbody>{''.join(rows)}</tbody></table>\n"
    )
    return html if surface.medium is Medium.PRINT else scrollable(html, block.summary)


def scrollable(html: str, name: str) -> str:
    """Return wide content in a frame that scrolls sideways, by keyboard too, on narrow screens."""
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-label="{escaped(name)}">{html}</div>'
    )


def _caption(block: Table, surface: Surface, number_before: int | None) -> str:
    if not block.caption:
        return ""
    label = surface.language.captions.table
    number = caption_number(label, block.number, number_before, surface)
    kind = changed(block.caption, number, surface).strip()
    shown = f' class="{kind}"' if kind else ""
    return f"<caption{shown}>{number}{markup(block.caption, surface)}</caption>"


def _widths(block: Table) -> str:
    widths = (f'<col style="width:{column.width * 100:.4g}%">' for column in block.columns)
    return f"<colgroup>{''.join(widths)}</colgroup>"


def _head(block: Table, surface: Surface) -> str:
    if not block.has_head:
        return ""
    cells = [_head_cell(one, surface, index) for index, one in enumerate(block.columns)]
    return f"<thead><tr>{''.join(cells)}</tr></thead>"


def _head_cell(column: Column, surface: Surface, index: int) -> str:
    # A corner without words would name nothing: to a screen reader it is an ordinary cell.
    tag, scope = ("th", ' scope="col"') if column.head or index else ("td", "")
    return f"<{tag}{scope}{_class(column.align)}>{markup(column.head, surface)}</{tag}>"


def _kinds(block: Table, index: int) -> str:
    is_total = block.total and index == len(block.rows) - 1
    is_tall = index in block.tall_rows
    kinds = ("total" * is_total, "kept" * keeps_with_next(block, index), "tall" * is_tall)
    return " ".join(kind for kind in kinds if kind)


def _row(block: Table, row: tuple[Cell, ...], write: Write, kinds: str) -> str:
    has_row_head = block.row_heads or not block.has_head
    cells: list[str] = []
    for index, (column, cell) in enumerate(zip(block.columns, row, strict=True)):
        tag, scope = ("th", ' scope="row"') if has_row_head and index == 0 else ("td", "")
        cells.append(f"<{tag}{scope}{_class(column.align)}>{content(cell.blocks, write)}</{tag}>")
    start = f'<tr class="{kinds}">' if kinds else "<tr>"
    return f"{start}{''.join(cells)}</tr>\n"


def content(blocks: tuple[Block, ...], write: Write) -> str:
    """Return the content of a cell or list item; one plain paragraph stands there bare."""
    written = write(blocks)
    # Half the boxes, half the time; a paragraph with a style of its own keeps its tag.
    is_bare = len(blocks) == 1 and isinstance(blocks[0], Paragraph) and written.startswith("<p>")
    return written.removeprefix("<p>").removesuffix("</p>\n") if is_bare else written


def _class(align: Align) -> str:
    return "" if align is Align.LEFT else f' class="{align}"'


def signature(block: Signature, surface: Surface, *, leads_in: bool) -> str:
    """Return the block in which one person signs, with a box for the signature."""
    party = f'<p class="party">{markup(block.party, surface)}</p>' if block.party else ""
    rows = "".join(_line(label, content, surface) for label, content in block.rows)
    space = _signing_space(block, surface)
    here = _label(block.sign_here, surface)
    last = f'<tr class="sign"><th scope="row">{here}</th><td>{space}</td></tr>'
    label = escaped(f"{block.sign_here}: {plain(block.signer)}")
    kind = "signature" if party else "signature continued"
    return (
        f'<div class="{kind}{" lead-in" * leads_in}">{party}'
        f'<table aria-label="{label}"><tbody>{rows}{last}</tbody></table></div>\n'
    )


def _line(label: str, content: tuple[Inline, ...], surface: Surface) -> str:
    cell = f"<td>{markup(content, surface)}</td>" if content else '<td class="blank"></td>'
    return f'<tr><th scope="row">{_label(label, surface)}</th>{cell}</tr>'


def _label(label: str, surface: Surface) -> str:
    words = escaped(label)
    return marked(words, surface.change, surface) if surface.change and label else words


def _signing_space(block: Signature, surface: Surface) -> str:
    if surface.medium is Medium.SCREEN or surface.is_redline:
        return ""
    # The printer knows no signature fields: it makes a check box, which pdf.py turns into one.
    title = escaped(f"{block.sign_here}: {plain(block.signer)}")
    return f'<input type="checkbox" name="sig-{escaped(block.field)}" title="{title}">'
