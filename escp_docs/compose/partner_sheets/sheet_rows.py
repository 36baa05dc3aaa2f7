"""What the sheets of partners have in common."""

from collections.abc import Callable
from datetime import date

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.language.language import Language
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.workbook import Sheet, SheetCell, Workbook

Anchor = Callable[[str], str]
"""Returns the anchor of a path: the same place, with entries named by their ids."""
Row = tuple[SheetCell, ...]


def workbook(  # noqa: PLR0913  # what a workbook is made from
    name: str,
    spec: Spec,
    call: Call,
    printed: date,
    sheets: tuple[Sheet, ...],
    *,
    draft: bool,
    language: Language,
) -> Workbook:
    """Return sheets as a workbook with its title and what it belongs to."""
    acronym = printable(spec.project.acronym)
    coordinator = spec.partner(spec.consortium.coordinator)
    return Workbook(
        name=name,
        title=str(sheets[0].rows[0][0].value),
        acronym=acronym,
        date=printed,
        language=language.tag,
        author=printable((coordinator and coordinator.legal_name) or acronym),
        draft=draft,
        sheets=sheets,
        subject=f"{call.title}, {call.number}",
    )
