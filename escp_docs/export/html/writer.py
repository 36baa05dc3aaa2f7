"""Write a document tree as one HTML file that needs nothing else."""

from msgspec.structs import replace

from escp_docs.document import Document, Footnote
from escp_docs.export.change import ChangeMark, notes_in
from escp_docs.export.html.blocks import body, screen_parts
from escp_docs.export.html.fonts import font_faces
from escp_docs.export.html.inlines import Medium, Surface, escaped, note_number, note_words
from escp_docs.export.html.page import page
from escp_docs.export.html.pictures import picture_tag
from escp_docs.export.look import WEB, Look
from escp_docs.export.other_scripts import other_web_style
from escp_docs.export.style import screen_style
from escp_docs.language.languages import language_of
from escp_docs.language.running_heads import draft_mark, foot, head

# The browser itself is told to ask for nothing: neither scripts nor pictures nor fonts of others.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'"
)


def to_html(document: Document, look: Look, *, is_redline: bool = False) -> bytes:
    """Return a document as one HTML file in UTF-8: the same bytes for the same arguments.

    A redline shows what came and went, in words to those who listen.

    Raises:
        ExportError: a block cannot be written, or the look lacks something.
    """
    notes = _notes(document, is_redline=is_redline)
    main = f"{body(document, Medium.SCREEN, is_redline=is_redline)}{notes}"
    kind = escaped(document.name.replace("/", "-"))
    content = (
        f'{_running_head(document)}<main id="main:start" class="{kind}" tabindex="-1">\n'
        f"{main}</main>\n{_running_foot(document)}"
    )
    rules = screen_style(look, is_redline=is_redline)
    rules = f"{font_faces(content, look)}{rules}{other_web_style(look, content)}"
    style = f"<style>{rules}</style>\n"
    head_ = (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}">\n{style}'
    )
    return page(document, head_, content).encode()


def preview_parts(document: Document) -> tuple[str, ...]:
    """Return the blocks of a document as HTML, one by one, and its notes last of all.

    Raises:
        ExportError: a block cannot be written.
    """
    notes = _notes(document, is_redline=False)
    return (*screen_parts(document), *([notes] if notes else []))


def preview_style(look: Look, address: str) -> str:
    """Return the style sheet of previews, whose fonts are files of their own.

    Args:
        look: Design values, style sheets and fonts.
        address: Where the fonts lie: `{file}` stands for the name of one.

    Raises:
        ExportError: the look lacks something.
    """
    faces = "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};'
        f"font-style:{'italic' if face.italic else 'normal'};font-display:swap;"
        f'src:url("{address.format(file=web.file.rpartition("/")[2])}")format("woff")}}\n'
        for face, web in WEB.items()
    )
    return faces + screen_style(look)


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


def _notes(document: Document, *, is_redline: bool) -> str:
    surface = Surface(Medium.SCREEN, language_of(document.language), is_redline)
    rows = "".join(
        _note(note, replace(surface, change=change)) for note, change in _sorted(document)
    )
    if not rows:
        return ""
    label = escaped(surface.language.pages.notes)
    return f'<section class="notes" role="doc-endnotes" aria-label="{label}">{rows}</section>\n'


def _sorted(document: Document) -> list[tuple[Footnote, ChangeMark | None]]:
    """Return the notes in the order of their numbers, those that went after those that stand."""
    found = [one for one in notes_in(document.blocks) if one[0].children]
    return sorted(found, key=lambda one: (one[0].number, one[1] is ChangeMark.WENT))


def _note(note: Footnote, surface: Surface) -> str:
    number = note_number(note, surface)
    label = escaped(surface.language.pages.back_to_note.format(number=note.mark))
    back = f'<a class="back" href="#mark:{number}" role="doc-backlink" aria-label="{label}"></a>'
    words = note_words(note, surface)
    return f'<p id="note:{number}"><span class="number">{note.mark}</span> {words} {back}</p>\n'
