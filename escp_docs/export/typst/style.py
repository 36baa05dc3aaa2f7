"""How drafts look: the families of the documents, and DRAFT on every page."""

from escp_docs.document import Document
from escp_docs.export.look import SANS, SERIF, WHOLE
from escp_docs.export.typst.inlines import words
from escp_docs.export.typst.medium import DraftMedium
from escp_docs.export.typst.strings import quoted
from escp_docs.language.languages import language_of

_HEAD = """\
#set document(title: {title}, author: {author}, date: none)
#set page("a4", margin: (x: 22mm, y: 24mm),
  header: align(right, text(9pt, fill: rgb("#b03030"))[{draft}]),
  background: rotate(-54deg, text(110pt, fill: rgb("#00000012"))[{draft}]),
  footer: context align(center, text(8pt)[#counter(page).display()]))
#set text(font: ({serif}, "DejaVu Sans"), size: 10pt, lang: {language}, hyphenate: false)
#set par(justify: false, leading: 0.6em)
#set list(marker: [•])
#set table(stroke: 0.4pt + luma(160), inset: 4pt)
#show heading: set text(font: ({sans}, "DejaVu Sans"), weight: 600)
#show heading: set block(above: 1.4em, below: 0.7em)
#show table: set text(8.5pt)
#let missing(body) = highlight(fill: rgb("#fff0b3"), body)
#let note(mark, body) = footnote(numbering: _ => mark, body)
#let aside(body) = block(fill: luma(242), inset: 8pt, width: 100%, body)
#let clause(level, number, body) = pad(left: (level - 1) * 8mm,
  grid(columns: (14mm, 1fr), number, body))
#let numbered(..items) = grid(columns: (auto, 1fr),
  column-gutter: 0.6em, row-gutter: 0.6em, ..items)
#let row(level, id, body) = grid(columns: (1fr, auto),
  pad(left: (level - 1) * 5mm, body),
  context counter(page).at(label(id)).map(str).join())
#let sizes = (title: 26pt, subtitle: 15pt, kicker: 11pt, caption: 8.5pt, annotation: 8.5pt)
#let styled(style, body) = block(text(sizes.at(style, default: 10pt), body))
"""


def head(document: Document, medium: DraftMedium) -> str:
    """Return what stands before the blocks of a document."""
    return medium.rules + _HEAD.format(
        title=quoted(document.title),
        author=quoted(document.author),
        draft=words(language_of(document.language).pages.draft),
        serif=quoted(WHOLE[SERIF]),
        sans=quoted(WHOLE[SANS]),
        language=quoted(document.language.split("-")[0]),
    )
