"""The bones of every table: grid, rows and cells."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from escp_docs.export.word.markup import paragraph, safe, twips
from escp_docs.pattern import pattern

# Word would join two tables that nothing parts, and knows no space below a table.
SPACE = paragraph("TableSpace", "")
_STYLED = pattern(r"(<w:pPr><w:pStyle [^>]*/>)(?!<w:keepNext/>)")
# The last thing in a cell has to be a paragraph; this one is too low to be seen.
_END_OF_CELL = paragraph("CellEnd", "")


class TableGrid(Struct, frozen=True):
    """How a table is set.

    Args:
        style: Its table style.
        widths_mm: The width of each column.
        indent_mm: How far its left edge is set in.
        title: What it is called, to a screen reader.
        summary: What it shows, to a screen reader.
        head: Whether the first row is a head, repeated on each page.
        row_heads: Whether the first column is a head.
        total: Whether the last row is a total.
    """

    style: str
    widths_mm: Sequence[float]
    indent_mm: float = 0
    title: str = ""
    summary: str = ""
    head: bool = False
    row_heads: bool = False
    total: bool = False


def table(grid: TableGrid, rows: Iterable[str]) -> str:
    """Return a table of rows, with the space below it."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in grid.widths_mm)
    return (
        f"<w:tbl><w:tblPr>{_properties(grid)}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>{SPACE}"
    )


def row(
    cells: Iterable[str],
    *,
    head: bool = False,
    height_mm: float = 0,
    keep: bool = False,
    splits: bool = False,
) -> str:
    """Return a row.

    Args:
        cells: The cells.
        head: Whether the row is repeated on each page.
        height_mm: The least height.
        keep: Whether it stays on the page of the row below it.
        splits: Whether a page may end in it; Word would cut off what is higher than a page.
    """
    content = "".join(cells)
    if keep:
        content = _STYLED.sub(r"\1<w:keepNext/>", content)
    height = f'<w:trHeight w:val="{twips(height_mm)}" w:hRule="atLeast"/>' if height_mm else ""
    repeated = "<w:tblHeader/>" if head else ""
    whole = "" if splits else "<w:cantSplit/>"
    properties = f"{whole}{height}{repeated}"
    set_so = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{set_so}{content}</w:tr>"


def cell(width_mm: float, content: str, properties: str = "") -> str:
    """Return a cell; `properties` follow the width in its w:tcPr."""
    end = "" if content.endswith("</w:p>") else _END_OF_CELL
    width = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{content}{end}</w:tc>"


def _properties(grid: TableGrid) -> str:
    width = sum(twips(width) for width in grid.widths_mm)
    indent = f'<w:tblInd w:w="{twips(grid.indent_mm)}" w:type="dxa"/>' if grid.indent_mm else ""
    title = f'<w:tblCaption w:val="{safe(grid.title)}"/>' if grid.title else ""
    summary = f'<w:tblDescription w:val="{safe(grid.summary)}"/>' if grid.summary else ""
    return (
        f'<w:tblStyle w:val="{grid.style}"/><w:tblW w:w="{width}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/>{_look(grid)}{title}{summary}'
    )


def _look(grid: TableGrid) -> str:
    """Return which parts of its style a table uses; bands never."""
    bits = 0x20 * grid.head + 0x40 * grid.total + 0x80 * grid.row_heads + 0x600
    return (
        f'<w:tblLook w:val="{bits:04X}" w:firstRow="{grid.head:d}" w:lastRow="{grid.total:d}"'
        f' w:firstColumn="{grid.row_heads:d}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
