"""Write blocks as paragraphs and tables, and pages upright and sideways."""

from functools import partial
from typing import assert_never

from msgspec.structs import replace

from escp_docs.document import (
    Align,
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
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
    Table,
    bare,
)
from escp_docs.errors import ExportError
from escp_docs.export.change import ChangeMark, change_of
from escp_docs.export.clause_indent import inset
from escp_docs.export.keep_together import kept_with_next
from escp_docs.export.word.block_context import BlockContext
from escp_docs.export.word.bookmarks import clause_key
from escp_docs.export.word.captions import figure_caption
from escp_docs.export.word.contents import contents, contents_key
from escp_docs.export.word.inlines import Tone, inlines
from escp_docs.export.word.markup import paragraph, run, twips
from escp_docs.export.word.tables import note, signature, table
from escp_docs.export.word.writer_state import WriterState
from escp_docs.pattern import pattern

_ALIGNED = {Align.CENTRE: "center", Align.RIGHT: "right"}
_BOLD = Tone(bold_around=True)
_START = pattern(r'(<w:pPr><w:pStyle w:val="\w+"/>)')
_NEXT = pattern(rf"{_START.pattern[:-1]}(?:<w:keepNext/>)?)")


def blocks(children: tuple[Block, ...], frame: BlockContext, story: WriterState) -> str:
    """Return blocks in reading order.

    Raises:
        ExportError: a block cannot be written where it stands, or says what Word would not.
    """
    parts: list[str] = []
    on_new_page = False
    below = frame.below_clause(story.look.design.number("clause", "level_1"))
    each = zip(children, kept_with_next(children), inset(children), strict=True)
    for child, is_kept, is_inset in each:
        if isinstance(bare(child), PageBreak):
            on_new_page = on_new_page or not isinstance(child, DeletedBlock)
            continue
        part = _block(child, below if is_inset else frame, story)
        if is_kept:
            part = _kept(part)
        if on_new_page:
            part = _NEXT.sub(r"\1<w:pageBreakBefore/>", part, count=1)
        on_new_page = False
        frame = replace(frame, item="") if frame.item else frame
        parts.append(part)
    return "".join(parts)


def _kept(part: str) -> str:
    """Return a block whose last paragraph stays with what follows."""
    *_, last = _START.finditer(part)
    return f"{part[: last.end()]}<w:keepNext/>{part[last.end() :]}"


def _block(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    block: Block, frame: BlockContext, story: WriterState
) -> str:
    write = partial(blocks, story=story)
    if frame.item and not isinstance(bare(block), Paragraph | Passage):
        # The label of an item stands on a line of its own above a block that is no paragraph.
        return _paragraph(Paragraph(()), frame, story) + _block(
            block, replace(frame, item=""), story
        )
    match block:
        case Heading():
            return _heading(block, story)
        case Paragraph():
            return _paragraph(block, frame, story)
        case Clause():
            words = story.marks.around(clause_key(block), inlines(block.children, story))
            label = story.labels.clause(block, is_old=story.change is ChangeMark.WENT)
            if block.remark:
                words = story.comments.remark(block.remark, words)
            return paragraph(f"Clause{block.level}", words, label)
        case List():
            return _list(block, frame, story)
        case Table():
            return table(block, frame, story, write)
        case Figure():
            return _figure(block, frame, story)
        case InsertedBlock() | DeletedBlock():
            return _changed(block, frame, story)
        case ResetBlock():
            return _reset(block, frame, story)
        case PictureRow():
            return _pictures(block, frame, story)
        case Passage():
            story.controls.keep(block)
            return write(block.blocks, frame) or paragraph(frame.body, "")
        case Contents():
            return contents(block, story)
        case Cover():
            return _cover(block, frame, story)
        case Note():
            return note(block, frame, write)
        case Signature():
            return signature(block, frame, story)
        case Landscape() | PageBreak():
            raise ExportError(f"a {type(block).__name__} can only stand at the top of a document")
        case _:
            assert_never(block)


def _changed(block: InsertedBlock | DeletedBlock, frame: BlockContext, story: WriterState) -> str:
    """Return a block that came or went; one that was moved has a remark that says from where."""
    change = change_of(block)
    with story.changed(change) as tracking:
        content = _block(block.block, frame, story)
        if block.moved:
            words = story.language.redlines
            remark = words.moved_from if change is ChangeMark.CAME else words.moved_to
            content = _remarked(content, remark.format(place=block.moved), story)
        return tracking.blocks(content, change)


def _remarked(content: str, words: str, story: WriterState) -> str:
    """Return paragraphs with a remark about the first of them."""
    head, start, rest = content.partition("</w:pPr>")
    first, end, others = rest.partition("</w:p>")
    return f"{head}{start}{story.comments.remark(words, first)}{end}{others}"


def _reset(block: ResetBlock, frame: BlockContext, story: WriterState) -> str:
    """Return a block that was numbered or drawn otherwise; headings are counted by Word."""
    new, old = block.block, block.was
    if isinstance(new, Table) and isinstance(old, Table):
        return table(new, frame, story, partial(blocks, story=story), old.number)
    if isinstance(new, Figure) and isinstance(old, Figure):
        return _figure(new, frame, story, old)
    return _block(new, frame, story)


def _heading(block: Heading, story: WriterState) -> str:
    words = inlines(block.children, story, _BOLD)
    words = story.marks.around(block.id, words)
    words = story.marks.around(contents_key(block), words, always=True)
    label = story.labels.heading(block, is_old=story.change is ChangeMark.WENT)
    return paragraph(f"Heading{block.level}", words, label)


def _paragraph(block: Paragraph, frame: BlockContext, story: WriterState) -> str:
    words = inlines(block.children, story, Tone(bold_around=frame.bold))
    if not frame.depth:
        return paragraph(frame.styles[block.style], words)
    going_on = f'<w:ind w:left="{twips(frame.indent_mm)}" w:firstLine="0"/>'
    return paragraph(frame.list_style, words, frame.item or going_on)


def _list(block: List, frame: BlockContext, story: WriterState) -> str:
    depth = frame.depth + 1
    ordered = story.lists.ordered(depth, frame, block.numbers) if block.ordered else None
    item = story.lists.item(depth, frame, ordered)
    inner = frame.within_item(item)
    items = "".join(blocks(content or (Paragraph(()),), inner, story) for content in block.items)
    if frame.depth:
        return items
    # The last item of all parts the list from the text below.
    start, style, end = items.rpartition('"ListParagraph"')
    return f'{start}"ListEnd"{end}' if style else items


def _figure(
    block: Figure, frame: BlockContext, story: WriterState, was: Figure | None = None
) -> str:
    room = frame.width_mm - frame.indent_mm
    drawing = story.pictures.drawing(block, room, story.relations)
    if was and story.tracking and was.svg != block.svg:
        before = story.pictures.drawing(was, room, story.relations)
        track = story.tracking.words
        drawing = track(before, ChangeMark.WENT) + track(drawing, ChangeMark.CAME)
    return paragraph("Picture", drawing) + figure_caption(block, story, was.number if was else 0)


def _pictures(block: PictureRow, frame: BlockContext, story: WriterState) -> str:
    room = frame.width_mm - frame.indent_mm
    runs = [story.pictures.shown(one, room, story.relations) for one in block.items]
    align = "" if block.align is Align.LEFT else f'<w:jc w:val="{_ALIGNED[block.align]}"/>'
    return paragraph("Pictures", run("   ").join(runs), align)


def _cover(block: Cover, frame: BlockContext, story: WriterState) -> str:
    lines = (("CoverKicker", block.kicker), ("Title", block.title), ("Subtitle", block.subtitle))
    head = [
        paragraph(style, inlines(children, story, _BOLD)) for style, children in lines if children
    ]
    return "".join(head) + blocks(block.blocks, frame, story)
