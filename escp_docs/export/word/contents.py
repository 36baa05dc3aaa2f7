"""Write the table of contents, with its rows filled in."""

from escp_docs.document import Contents, Heading, plain
from escp_docs.export.word.fields import anchored, begin, end, field
from escp_docs.export.word.markup import paragraph, run
from escp_docs.export.word.writer_state import WriterState

_GALLERY = (
    '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
)


def contents(block: Contents, story: WriterState) -> str:
    """Return the contents as a field that a word processor can compute anew.

    Rows have page numbers only if the pages are known; the field asks for none otherwise. Around
    it stands the frame by which Word knows contents, but for what is sealed.
    """
    rows = [heading for heading in story.headings if heading.level <= block.depth]
    without_pages = r"\n " if story.page_of is None else ""
    start = begin(rf'TOC \o "1-{block.depth}" {without_pages}\h \z')
    lines = [_row(heading, story) for heading in rows] or [""]
    lines = [start + lines[0], *lines[1:]]
    lines[-1] += end()
    styles = [f"TOC{heading.level}" for heading in rows] or ["TOC1"]
    title = paragraph("TOCHeading", run(block.title))
    body = "".join(paragraph(style, line) for style, line in zip(styles, lines, strict=True))
    if story.document.sealed:
        return title + body
    return f"<w:sdt><w:sdtPr>{_GALLERY}</w:sdtPr><w:sdtContent>{title}{body}</w:sdtContent></w:sdt>"


def contents_key(heading: Heading) -> str:
    """Return the key of the bookmark that a row of the contents leads to."""
    return f"contents:{heading.id}"


def _row(heading: Heading, story: WriterState) -> str:
    bookmark = story.marks.name(contents_key(heading))
    row = run(f"{heading.number} {plain(heading.children)}".strip())
    if story.page_of and heading.id in story.page_of:
        page = field(rf"PAGEREF {bookmark} \h", str(story.page_of[heading.id]))
        row += f"<w:r><w:tab/></w:r>{page}"
    return anchored(bookmark, row)
