"""Write a document tree as one HTML file that needs nothing else."""

from escp_docs.document import Document, Footnote, all_inlines
from escp_docs.export.html.blocks import body
from escp_docs.export.html.fonts import font_faces
from escp_docs.export.html.inlines import Medium, Surface, escaped, markup
from escp_docs.export.html.page import page
from escp_docs.export.html.pictures import picture_tag
from escp_docs.export.look import Look
from escp_docs.export.other_scripts import other_web_style
from escp_docs.export.style import screen_style
from escp_docs.language.languages import language_of
from escp_docs.language.running_heads import draft_mark, foot, head

# The browser itself is told to ask for nothing: neither scripts nor pictures nor fonts of others.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'"
)


def to_html(document: Document, look: Look) -> bytes:
    """Return a document as one HTML file in UTF-8: the same bytes for the same arguments.

    Raises:
        ExportError: a block cannot be written, or the look lacks something.
    """
    main = f"{body(document, Medium.SCREEN)}{_notes(document)}"
    kind = escaped(document.name.replace("/", "-"))
    content = (
        f'{_running_head(document)}<main id="main:start" class="{kind}" tabindex="-1">\n'
        f"{main}</main>\n{_running_foot(document)}"
    )
    rules = f"{font_faces(content, look)}{screen_style(look)}{other_web_style(look, content)}"
    style = f"<style>{rules}</style>\n"
    head_ = (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}">\n{style}'
    )
    return page(document, head_, content).encode()


def _running_head(document: Document) -> str:
    mark = draft_mark(document)
    draft = f'<strong class="draft">{mark}</strong>' if mark else ""
    logo = "".join(map(picture_tag, document.logos))
    skip = language_of(document.language).pages.skip
    return (
        f'<a class="skip" href="#main:start">{escaped(skip)}</a>\n'
        f'<header class="running">{logo}<span>{escaped(document.acronym)}</span>{draft}'
        f"<span>{escaped(head(document))}</span></header>\n"
    )


def _running_foot(document: Document) -> str:
    words = foot(document)
    return f'<footer class="foot">{escaped(words)}</footer>\n' if words else ""


def _notes(document: Document) -> str:
    notes = {
        inline.number: inline
        for inline in all_inlines(document)
        if isinstance(inline, Footnote) and inline.children
    }
    if not notes:
        return ""
    surface = Surface(Medium.SCREEN, language_of(document.language))
    rows = "".join(_note(note, surface) for _, note in sorted(notes.items()))
    label = escaped(surface.language.pages.notes)
    return f'<section class="notes" role="doc-endnotes" aria-label="{label}">{rows}</section>\n'


def _note(note: Footnote, surface: Surface) -> str:
    number = note.number
    label = escaped(surface.language.pages.back_to_note.format(number=note.mark))
    back = f'<a class="back" href="#mark:{number}" role="doc-backlink" aria-label="{label}"></a>'
    words = markup(note.children, surface)
    return f'<p id="note:{number}"><span class="number">{note.mark}</span> {words} {back}</p>\n'
