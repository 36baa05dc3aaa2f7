"""The sheet of what is negotiated in the agreement: a row for each point, to be filled in."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.partner_sheets.answer_cells import value_cell
from escp_docs.compose.partner_sheets.sheet_rows import Row, workbook
from escp_docs.compose.values.negotiated import negotiated_points
from escp_docs.document import Document
from escp_docs.language.language import Language
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Workbook

_KEYS: Final = ("text", "by", "reason")
_ANSWERS: Final = ("answer", "status")
_WIDTHS: Final = (24, 50, 50, 12, 40, 40, 40, 14)
_LONGEST: Final = 30_000  # letters; a cell takes 32,767


def negotiation_sheet(  # noqa: PLR0913  # what a workbook is made from
    name: str,
    spec: Spec,
    call: Call,
    printed: date,
    agreement: Document,
    *,
    draft: bool,
    language: Language,
) -> Workbook:
    """Return the sheet; `agreement` has the standard words. See `answer_sheet`."""
    words = language.negotiation
    acronym = printable(spec.project.acronym)
    points = (words.clause, words.standard, words.wanted, words.by, words.why)
    heads = (*points, words.comments, words.answer, words.state)
    top: tuple[Row, ...] = (
        (SheetCell(words.sheet_title.format(acronym=acronym), Role.TITLE),),
        (SheetCell(words.note, Role.NOTE),),
        (),
        tuple(SheetCell(one, Role.HEAD) for one in heads),
    )

    def cells(index: int, keys: Sequence[str]) -> Row:
        paths = (f"agreement.wording[{index}].{key}" for key in keys)
        return tuple(value_cell(spec, path, language) or EMPTY for path in paths)

    rows = tuple(
        (
            SheetCell(one.clause),
            SheetCell(one.standard[:_LONGEST]),
            *cells(one.index, _KEYS),
            SheetCell("\n".join(spec.agreement.wording[one.index].comments)[:_LONGEST]),
            *cells(one.index, _ANSWERS),
        )
        for one in negotiated_points(spec, agreement)
    )
    sheet = Sheet(words.sheet, (*top, *rows), _WIDTHS, len(top))
    return workbook(name, spec, call, printed, (sheet,), draft=draft, language=language)
