"""Write blocks as HTML, for the screen and for print."""

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.counting import ARABIC, Count
from escp_docs.document import (
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
    Reference,
    ResetBlock,
    Signature,
    Style,
    Table,
    all_inlines,
    plain,
    walk,
    with_inlines,
    within,
)
from escp_docs.errors import ExportError
from escp_docs.export.change import ChangeMark, change_of
from escp_docs.export.clause_indent import inset
from escp_docs.export.html.inlines import Medium, Surface, data_path, escaped, marked, markup
from escp_docs.export.html.pictures import picture_tag
from escp_docs.export.html.redlines import (
    caption_number,
    changed,
    label_of,
    named,
    wholly,
    with_newer_words,
    with_remark,
)
from escp_docs.export.html.tables import content, scrollable, signature, table
from escp_docs.export.keep_together import kept_with_next
from escp_docs.export.svg import inline_svg
from escp_docs.language.languages import language_of

_TYPES = {
    Count.DECIMAL: "1",
    Count.LOWER_LETTER: "a",
    Count.UPPER_LETTER: "A",
    Count.LOWER_ROMAN: "i",
    Count.UPPER_ROMAN: "I",
}
"""How the lists of HTML count."""
_LABEL = 2  # letters of a label for which every list has room


class Writing(Struct, frozen=True):
    """What the blocks of one document have in common.

    `shift` is 1 if the title on the cover is the heading of all, so that a heading of level 1 is
    an h2; otherwise 0.
    """

    surface: Surface
    headings: tuple[Heading, ...]
    shift: int

    def where(self, change: ChangeMark) -> "Writing":
        """Return the same for blocks that came or went."""
        return replace(self, surface=replace(self.surface, change=change))


def body(document: Document, medium: Medium, *, is_redline: bool = False) -> str:
    """Return the blocks of a document as HTML, in reading order.

    Raises:
        ExportError: a figure or a link cannot be written, or a reference leads nowhere.
    """
    return _blocks(*_begun(document, medium, is_redline=is_redline))


def screen_parts(document: Document) -> Iterator[str]:
    """Yield each block of a document as HTML for the screen, in reading order.

    Blocks that were written lately are not written again.

    Raises:
        ExportError: as `body`.
    """
    blocks, writing = _begun(document, Medium.SCREEN, is_redline=False)
    alone = replace(writing, headings=())
    for block, is_kept, is_inset in _set(blocks):
        needs_headings = any(isinstance(one, Contents) for one in walk((block,)))
        yield _part(block, writing if needs_headings else alone, is_kept, is_inset)


def _begun(
    document: Document, medium: Medium, *, is_redline: bool
) -> tuple[tuple[Block, ...], Writing]:
    """Return the blocks of a document that are written, and what they have in common."""
    if not is_redline:  # the references of two versions lead to what either of them has
        _check_references(document)
    has_cover = any(isinstance(block, Cover) for block in walk(document.blocks))
    surface = Surface(medium, language_of(document.language), is_redline)
    writing = Writing(surface, tuple(_headings(document.blocks)), int(has_cover))
    return _without_idle_breaks(document.blocks), writing


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Yield the headings in reading order, of a redline those of its newer version."""
    for block in blocks:
        if isinstance(block, Heading):
            yield with_newer_words(block)
        elif not isinstance(block, DeletedBlock):
            yield from _headings(within(block))


def _check_references(document: Document) -> None:
    named = (Heading, Clause, Table, Figure)
    ids = {block.id for block in walk(document.blocks) if isinstance(block, named)}
    for inline in all_inlines(document):
        if isinstance(inline, Reference) and inline.target not in ids:
            raise ExportError(
                f"{document.name}: the reference {inline.text!r} leads to {inline.target!r}, "
                "which the document does not have"
            )


def _blocks(blocks: tuple[Block, ...], writing: Writing) -> str:
    return "".join(
        _set_in(_block(block, writing, leads_in=is_kept), is_inset=is_inset)
        for block, is_kept, is_inset in _set(blocks)
    )


def _set(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, bool, bool]]:
    """Yield each block, whether it stays with the next one, and whether it is set in."""
    return zip(blocks, kept_with_next(blocks), inset(blocks), strict=True)


@lru_cache(maxsize=2_000)  # some documents; a block that is equal is written as the same words
def _part(block: Block, writing: Writing, leads_in: bool, is_inset: bool) -> str:  # noqa: FBT001
    return _set_in(_block(block, writing, leads_in=leads_in), is_inset=is_inset)


def _set_in(html: str, *, is_inset: bool) -> str:
    return f'<div class="inset">{html}</div>\n' if is_inset else html


def _without_idle_breaks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    # Sideways pages begin and end a page by themselves; a break beside them would leave one empty.
    kept: list[Block] = []
    for block in blocks:
        new_page = not kept or isinstance(kept[-1], Landscape | PageBreak)
        if isinstance(block, Landscape) and kept and isinstance(kept[-1], PageBreak):
            kept.pop()
        if not (isinstance(block, PageBreak) and new_page):
            kept.append(block)
    return tuple(kept[:-1] if kept and isinstance(kept[-1], PageBreak) else kept)


def _block(  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    block: Block, writing: Writing, *, leads_in: bool
) -> str:
    write = partial(_blocks, writing=writing)
    if writing.surface.change:
        block = with_inlines(block, partial(wholly, writing.surface.change))
    match block:
        case Heading():
            return _heading(block, writing)
        case Paragraph():
            return _paragraph(block, writing, leads_in=leads_in)
        case Clause():
            return _clause(block, writing, leads_in=leads_in)
        case List():
            return _list(block, writing)
        case Table():
            return table(block, writing.surface, write)
        case Figure():
            return _figure(block, writing)
        case PictureRow():
            return _pictures(block)
        case Passage(path, blocks=blocks):
            return f"<div{data_path(path)}>{write(blocks)}</div>\n"
        case Contents():
            return _contents(block, writing)
        case Cover():
            return _cover(block, writing)
        case Note(blocks):
            return f'<div class="note" role="note">{write(blocks)}</div>\n'
        case Landscape(blocks):
            return f'<div class="landscape">{write(blocks)}</div>\n'
        case PageBreak():
            return '<div class="page-break"></div>\n'
        case InsertedBlock() | DeletedBlock():
            return _changed(block, writing, leads_in=leads_in)
        case ResetBlock():
            return _reset(block, writing, leads_in=leads_in)
        case Signature():
            return signature(block, writing.surface, leads_in=leads_in)
        case _:
            assert_never(block)


def _changed(block: InsertedBlock | DeletedBlock, writing: Writing, *, leads_in: bool) -> str:
    """Return a block that came or went; one that was moved says from or to where."""
    change = change_of(block)
    if change is ChangeMark.WENT and isinstance(block.block, PageBreak):
        return ""
    inner = _block(block.block, writing.where(change), leads_in=leads_in)
    if not block.moved:
        return inner
    words = writing.surface.language.redlines
    remark = words.moved_from if change is ChangeMark.CAME else words.moved_to
    return with_remark(inner, remark.format(place=block.moved))


def _reset(block: ResetBlock, writing: Writing, *, leads_in: bool) -> str:
    """Return a block with the number that it had; one that was drawn anew says so."""
    new, old = block.block, block.was
    if isinstance(new, Heading) and isinstance(old, Heading):
        return _heading(new, writing, old.number)
    if isinstance(new, Clause) and isinstance(old, Clause):
        return _clause(new, writing, old.number, leads_in=leads_in)
    if isinstance(new, Table) and isinstance(old, Table):
        return table(new, writing.surface, partial(_blocks, writing=writing), old.number)
    if isinstance(new, Figure) and isinstance(old, Figure):
        return _figure(new, writing, old)
    return _block(new, writing, leads_in=leads_in)


def _heading(block: Heading, writing: Writing, number_before: str | None = None) -> str:
    tag = f"h{block.level + writing.shift}"
    label = escaped(_label(with_newer_words(block)))
    shown = "" if writing.surface.change is ChangeMark.WENT else f' data-label="{label}"'
    kind = f"level-{block.level} {block.numbering}"
    number = label_of(block.number, number_before, writing.surface)
    return (
        f"<{tag}{named(block.id, writing.surface)}"
        f' class="{kind}{changed(block.children, number, writing.surface)}"'
        f"{shown}>{number}{markup(block.children, writing.surface)}</{tag}>\n"
    )


def _label(block: Heading) -> str:
    return f"{block.number} {plain(block.children)}".strip()


def _paragraph(block: Paragraph, writing: Writing, *, leads_in: bool) -> str:
    kinds = ["lead-in"] * leads_in + [block.style.value] * (block.style is not Style.BODY)
    kinds += changed(block.children, "", writing.surface).split()
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<p{kind}>{markup(block.children, writing.surface)}</p>\n"


def _clause(
    block: Clause, writing: Writing, number_before: str | None = None, *, leads_in: bool
) -> str:
    number = label_of(block.number, number_before, writing.surface)
    kind = f"clause clause-{block.level}{' lead-in' * leads_in}"
    kind += changed(block.children, number, writing.surface)
    words = markup(block.children, writing.surface)
    html = f'<p{named(block.id, writing.surface)} class="{kind}">{number}{words}</p>\n'
    if not block.remark:
        return html
    about = f'<p class="annotation">{escaped(block.remark)}</p>'
    return f'<div class="annotated">{about}\n{html}</div>\n'


def _list(block: List, writing: Writing) -> str:
    items = (_item(item, writing) for item in block.items)
    if not block.ordered:
        return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>\n"
    numbers = block.numbers
    if numbers == ARABIC:
        return f"<ol>{''.join(f'<li>{item}</li>' for item in items)}</ol>\n"
    labels = [numbers.label(index) for index in range(len(block.items))]
    rows = "".join(
        f'<li style="{escaped(_marker(label))}">{item}</li>'
        for label, item in zip(labels, items, strict=True)
    )
    # A label stands left of its words: a long one needs more room there than the lists have.
    longest = max(map(len, labels))
    room = f' style="padding-left:{longest / 2 + 0.5:g}em"' if longest > _LABEL else ""
    return f'<ol type="{_TYPES[numbers.count]}" start="{numbers.first}"{room}>{rows}</ol>\n'


def _marker(label: str) -> str:
    # The label as typed: browsers count in letters, too, but write a full stop behind each.
    return f"list-style-type:'{label} '"


def _item(blocks: tuple[Block, ...], writing: Writing) -> str:
    html = content(blocks, partial(_blocks, writing=writing))
    # The printer would leave the body of an item of blocks without the tag for it.
    has_blocks = len(blocks) > 1 or html.startswith("<p")
    is_framed = writing.surface.medium is Medium.PRINT and has_blocks
    return f'<div data-tag="LBody">{html}</div>' if is_framed else html


def _figure(block: Figure, writing: Writing, was: Figure | None = None) -> str:
    surface = writing.surface
    label = surface.language.captions.figure
    number = caption_number(label, block.number, was.number if was else None, surface)
    caption = f"{number}{markup(block.caption, surface)}"
    redrawn = was is not None and was.svg != block.svg
    if redrawn:
        caption += marked(
            f" ({escaped(surface.language.redlines.redrawn)})", ChangeMark.CAME, surface
        )
    picture = inline_svg(block)
    if surface.medium is Medium.SCREEN:
        picture = scrollable(picture, f"{label} {block.number}")
    kind = "changed" if redrawn else changed(block.caption, number, surface).strip()
    shown = f' class="{kind}"' if kind else ""
    return (
        f"<figure{named(block.id, surface)}{shown}>{picture}"
        f"<figcaption>{caption}</figcaption></figure>\n"
    )


def _pictures(block: PictureRow) -> str:
    """Return pictures side by side; each stands in the file itself."""
    row = "\n".join(picture_tag(one) for one in block.items)
    return f'<div class="pictures {block.align}">{row}</div>\n'


def _contents(block: Contents, writing: Writing) -> str:
    tag = f"h{1 + writing.shift}"
    rows = (_contents_row(h) for h in writing.headings if h.level <= block.depth)
    return (
        f'<nav class="contents" aria-labelledby="contents:title"><{tag} id="contents:title"'
        f' class="level-1" data-label="{escaped(block.title)}">{escaped(block.title)}</{tag}>\n'
        f'<ul data-tag="TOC" role="list">{"".join(rows)}</ul></nav>\n'
    )


def _contents_row(block: Heading) -> str:
    target = f"#{escaped(block.id)}"
    link = f'<a href="{target}">{escaped(_label(block))}</a>'
    return f'<li class="row-{block.level}" data-tag="TOCI" data-target="{target}">{link}</li>\n'


def _cover(block: Cover, writing: Writing) -> str:
    def line(tag: str, kind: str, children: tuple[Inline, ...]) -> str:
        words = markup(children, writing.surface)
        return f'<{tag} class="{kind}">{words}</{tag}>\n' if children else ""

    return (
        f'<div class="cover"><div class="cover-head">{line("p", "kicker", block.kicker)}'
        f"{line('h1', 'title', block.title)}{line('p', 'subtitle', block.subtitle)}</div>"
        f"{_blocks(block.blocks, writing)}</div>\n"
    )
