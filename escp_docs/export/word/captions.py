"""Write the captions of tables and figures."""

from escp_docs.document import Figure, Table
from escp_docs.export.change import ChangeMark
from escp_docs.export.word.fields import sequence
from escp_docs.export.word.inlines import inlines
from escp_docs.export.word.markup import paragraph, run
from escp_docs.export.word.writer_state import WriterState

_LABEL = '<w:rPr><w:rStyle w:val="CaptionLabel"/></w:rPr>'


def table_caption(table: Table, story: WriterState, number_before: int = 0) -> str:
    """Return the caption above a table, which stays with it; without one, a mere bookmark."""
    if not table.caption:
        return story.marks.around(table.id, "")
    words = _caption(table, story.language.captions.table, "Table", story, number_before)
    return paragraph("TableCaption", words)


def figure_caption(figure: Figure, story: WriterState, number_before: int = 0) -> str:
    """Return the caption below a figure."""
    words = _caption(figure, story.language.captions.figure, "Figure", story, number_before)
    return paragraph("Caption", words)


def _caption(
    block: Table | Figure, label: str, kind: str, story: WriterState, number_before: int
) -> str:
    # The bookmark holds the number alone, so that a reference may say "Tables 3 and 4".
    counted = sequence(kind, block.number, _LABEL)
    if story.tracking and number_before not in {0, block.number}:
        before = sequence(kind, number_before, _LABEL)
        counted = story.tracking.words(before, ChangeMark.WENT) + story.tracking.words(
            counted, ChangeMark.CAME
        )
    number = story.marks.around(block.id, counted)
    words = inlines(block.caption, story)
    return f"{run(f'{label} ', _LABEL)}{number}{run('. ', _LABEL)}{words}"
