"""Write the body: runs of pages, upright or sideways, with their running heads."""

from escp_docs.document import Block, Document, Landscape, PageBreak, bare
from escp_docs.export.word.block_context import page
from escp_docs.export.word.body import blocks
from escp_docs.export.word.markup import paragraph, twips
from escp_docs.export.word.style_parts import text_width_mm
from escp_docs.export.word.tracking import with_last_mark
from escp_docs.export.word.writer_state import WriterState

Section = tuple[bool, tuple[Block, ...]]
"""Whether its pages lie sideways, and what stands on them."""


def body(story: WriterState) -> str:
    """Return all pages of a document as the content of w:body.

    Raises:
        ExportError: a block cannot be written.
    """
    design = story.look.design
    *before, last = sections(story.document)
    parts: list[str] = []
    for sideways, content in before:
        parts.append(blocks(content, page(text_width_mm(design, sideways=sideways)), story))
        parts.append(paragraph("SectionEnd", "", _setting(story, sideways=sideways)))
    sideways, content = last
    last_pages = blocks(content, page(text_width_mm(design, sideways=sideways)), story)
    parts.append(with_last_mark(last_pages))
    parts.append(_setting(story, sideways=sideways))
    return "".join(parts)


def sections(document: Document) -> list[Section]:
    """Return the runs of pages of a document, none of them empty, at least one."""
    parts: list[tuple[bool, list[Block]]] = [(False, [])]
    for block in document.blocks:
        if isinstance(block, Landscape):
            parts += [(True, list(block.blocks)), (False, [])]
        else:
            parts[-1][1].append(block)
    kept = [(sideways, _without_idle_breaks(content)) for sideways, content in parts]
    return [section for section in kept if section[1]] or [(False, ())]


def heads(*, sideways: bool) -> tuple[str, str]:
    """Return the names of the header and the footer of such pages."""
    number = 2 if sideways else 1
    return f"header{number}.xml", f"footer{number}.xml"


def _without_idle_breaks(content: list[Block]) -> tuple[Block, ...]:
    # A run of pages begins and ends a page by itself; a break beside would leave one empty.
    first, last = 0, len(content)
    while first < last and isinstance(bare(content[first]), PageBreak):
        first += 1
    while first < last and isinstance(bare(content[last - 1]), PageBreak):
        last -= 1
    return tuple(content[first:last])


def _setting(story: WriterState, *, sideways: bool) -> str:
    def length(name: str) -> int:
        return twips(story.look.design.number("page", name))

    header, footer = heads(sideways=sideways)
    paper = f'w:w="{length("width")}" w:h="{length("height")}"'
    if sideways:
        paper = f'w:w="{length("height")}" w:h="{length("width")}" w:orient="landscape"'
    return (
        f'<w:sectPr><w:headerReference w:type="default"'
        f' r:id="{story.relations.to("header", header)}"/>'
        f'<w:footerReference w:type="default" r:id="{story.relations.to("footer", footer)}"/>'
        # LibreOffice takes the letters of notes from here, not from the settings of the file.
        f'<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>'
        f'<w:type w:val="nextPage"/><w:pgSz {paper}/>'
        f'<w:pgMar w:top="{length("top")}" w:right="{length("right")}"'
        f' w:bottom="{length("bottom")}" w:left="{length("left")}" w:header="{length("head")}"'
        f' w:footer="{length("foot")}" w:gutter="0"/></w:sectPr>'
    )
