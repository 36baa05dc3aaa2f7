"""Write the captions of tables and figures."""

from escp_docs.document import Figure, Table
from escp_docs.export.word.fields import sequence
from escp_docs.export.word.inlines import inlines
from escp_docs.export.word.markup import paragraph, run
from escp_docs.export.word.writer_state import WriterState

_LABEL = '<w:rPr><w:rStyle w:val="CaptionLabel"/></w:rPr>'


def table_caption(table: Table, story: WriterState) -> str:
    """Return the caption above a table, which stays with it; without one, a mere bookmark."""
    if not table.caption:
        return story.marks.around(table.id, "")
    return paragraph("TableCaption", _caption(table, story.language.captions.table, "Table", story))


def figure_caption(figure: Figure, story: WriterState) -> str:
    """Return the caption below a figure."""
    return paragraph("Caption", _caption(figure, story.language.captions.figure, "Figure", story))


def _caption(block: Table | Figure, label: str, kind: str, story: WriterState) -> str:
    # The bookmark holds the number alone, so that a reference may say "Tables 3 and 4".
    number = story.marks.around(block.id, sequence(kind, block.number, _LABEL))
    words = inlines(block.caption, story)
    return f"{run(f'{label} ', _LABEL)}{number}{run('. ', _LABEL)}{words}"
