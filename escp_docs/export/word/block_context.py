"""Where blocks stand: how wide the place is, and in which styles they are set there."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import Align, Block, Style


class BlockContext(Struct, frozen=True):
    """A place for blocks: the page, a cell, a box, an item of a list.

    Args:
        width_mm: The width for tables and pictures.
        styles: The paragraph style for each way to set a paragraph.
        list_style: The paragraph style of the items of lists.
        step_mm: How far each level of a list is set in.
        inset_mm: How far all that stands here is set in besides.
        depth: How many lists the place stands in.
        item: The w:numPr of the first paragraph, at the start of an item.
        bold: Whether the words are bold here already.
    """

    width_mm: float
    styles: Mapping[Style, str]
    list_style: str
    step_mm: float
    inset_mm: float = 0
    depth: int = 0
    item: str = ""
    bold: bool = False

    @property
    def body(self) -> str:
        """The style of plain paragraphs."""
        return self.list_style if self.depth else self.styles[Style.BODY]

    @property
    def indent_mm(self) -> float:
        """How far this place is set in, by the lists around it among others."""
        return self.inset_mm + self.depth * self.step_mm

    def below_clause(self, inset_mm: float) -> "BlockContext":
        """Return the place for text that goes on with a clause, whose words are set in so far."""
        return replace(self, styles={**self.styles, Style.BODY: "ClauseText"}, inset_mm=inset_mm)

    def within_item(self, item: str) -> "BlockContext":
        """Return the place one list deeper."""
        return replace(self, depth=self.depth + 1, item=item)


Write = Callable[[tuple[Block, ...], BlockContext], str]
"""Writes blocks in a frame."""

_SET = {Align.LEFT: "", Align.RIGHT: "Right", Align.CENTRE: "Centred"}


def page(width_mm: float) -> BlockContext:
    """Return the place for the running text of a page."""
    styles = {
        Style.BODY: "BodyText",
        Style.LEAD: "Lead",
        Style.SMALL: "Small",
        Style.CENTRED: "Centred",
    }
    return BlockContext(width_mm, styles, "ListParagraph", step_mm=6)


def cell(width_mm: float, align: Align, kind: str = "TableText") -> BlockContext:
    """Return the place in a cell of a table; `kind` is its style: TableText, TableHead or so."""
    aligned = f"{kind}{_SET[align]}"
    styles = {
        Style.BODY: aligned,
        Style.LEAD: aligned,
        Style.SMALL: "TableSmall",
        Style.CENTRED: f"{kind}Centred",
    }
    return BlockContext(width_mm, styles, "TableList", step_mm=4, bold=kind != "TableText")


def box(width_mm: float) -> BlockContext:
    """Return the place for the one paragraph of a box that is drawn around it."""
    return BlockContext(width_mm, dict.fromkeys(Style, "NoteText"), "ListParagraph", step_mm=6)
