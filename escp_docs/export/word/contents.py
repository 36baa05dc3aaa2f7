"""Write the table of contents, with its rows filled in."""

from escp_docs.document import Contents, Deleted, Heading, Inline, Inserted, Text, plain
from escp_docs.export.word.fields import anchored, begin, end, field
from escp_docs.export.word.markup import paragraph, run
from escp_docs.export.word.tracking import with_last_mark
from escp_docs.export.word.writer_state import PlacedHeading, WriterState, tracked

_GALLERY = (
    '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
)


def contents(block: Contents, story: WriterState) -> str:
    """Return the contents as a field that a word processor can compute anew.

    Rows have page numbers only if the pages are known; the field asks for none otherwise. Around
    it stands the frame by which Word knows contents, but for what is sealed.
    """
    rows = [one for one in story.headings if one.heading.level <= block.depth]
    without_pages = r"\n " if story.page_of is None else ""
    start = begin(rf'TOC \o "1-{block.depth}" {without_pages}\h \z')
    lines = [_row(one, story) for one in rows] or [paragraph("TOC1", "")]
    title = paragraph("TOCHeading", run(block.title))
    body = _within(start, with_last_mark("".join(lines)), end())
    if story.document.sealed:
        return title + body
    return f"<w:sdt><w:sdtPr>{_GALLERY}</w:sdtPr><w:sdtContent>{title}{body}</w:sdtContent></w:sdt>"


def contents_key(heading: Heading) -> str:
    """Return the key of the bookmark that a row of the contents leads to."""
    return f"contents:{heading.id}"


def _within(start: str, paragraphs: str, last: str) -> str:
    """Return paragraphs with runs before the first and behind the last of their words."""
    head, end_of_properties, rest = paragraphs.partition("</w:pPr>")
    return f"{head}{end_of_properties}{start}{rest.removesuffix('</w:p>')}{last}</w:p>"


def _row(placed: PlacedHeading, story: WriterState) -> str:
    heading = placed.heading
    if placed.change:
        with story.changed(placed.change) as tracking:
            return tracking.blocks(_line(heading, heading.number, story), placed.change)
    return _line(heading, placed.number_before, story)


def _line(heading: Heading, number_before: str, story: WriterState) -> str:
    bookmark = story.marks.name(story.marks.key(contents_key(heading)))
    row = _words(heading, number_before, story)
    if story.page_of and heading.id in story.page_of:
        page = field(rf"PAGEREF {bookmark} \h", str(story.page_of[heading.id]))
        row += f"<w:r><w:tab/></w:r>{page}"
    return paragraph(f"TOC{heading.level}", anchored(bookmark, row))


def _words(heading: Heading, number_before: str, story: WriterState) -> str:
    words = Text(f"{heading.number} ".lstrip())
    number: tuple[Inline, ...] = (words,)
    if number_before != heading.number:
        number = (Deleted((Text(f"{number_before} ".lstrip()),)), Inserted((words,)))
    found: list[str] = []
    text = ""
    for inline in (*number, *heading.children):
        if isinstance(inline, Inserted | Deleted):
            found.append(run(text) if text else "")
            text = ""
            found.append(tracked(run(plain(inline.children)), inline, story))
        else:
            text += plain((inline,))
    last = text if heading.children else text.rstrip()
    return "".join([*found, run(last) if last or not found else ""])
