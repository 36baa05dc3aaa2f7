"""The coordinator's table: a row for each partner, a column for each single value."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.partner_sheets.answer_cells import value_cell
from escp_docs.compose.partner_sheets.sheet_rows import Row, workbook
from escp_docs.compose.values.privacy import privacy
from escp_docs.compose.values.value import key_label
from escp_docs.judging.of_the_call import matters
from escp_docs.language.language import Language
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.consortium import Partner
from escp_docs.model.schema import Scalar, at, below, keys
from escp_docs.model.spec import Spec
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Workbook

_NOT_SHOWN: Final = frozenset({"id", "logo"})
_MONEY: Final = ("person_month_eur", "requested_grant_eur")
_WIDE: Final = 30
_NARROW: Final = 16
_NAMES: Final = frozenset({"legal_name", "address", "contact.email", "website", "register"})


def partners_table(  # noqa: PLR0913  # what a workbook is made from
    name: str, spec: Spec, call: Call, printed: date, *, draft: bool, language: Language
) -> Workbook:
    """Return the table; see `answer_sheet`."""
    words = language.workbook.answers
    columns = tuple(
        (key, label)
        for key, label in _columns(Partner, "", "", language)
        if _is_shown(spec, call, key)
    )
    money = tuple(
        (one, _capital(key_label(key, language)))
        for one in _MONEY
        if (key := at(Spec, f"budget.{one}")) is not None
    )
    labels = (language.workbook.heads.partner, *(label for _, label in (*columns, *money)))
    acronym = printable(spec.project.acronym)
    top: tuple[Row, ...] = (
        (SheetCell(words.table_title.format(acronym=acronym), Role.TITLE),),
        (SheetCell(words.table_note, Role.NOTE),),
        (SheetCell(privacy(spec, language), Role.NOTE),),
        (),
        tuple(SheetCell(one, Role.HEAD) for one in labels),
    )
    rows = tuple(
        (
            SheetCell(one.id),
            *(
                value_cell(spec, f"consortium.partners[{index}].{key}", language) or EMPTY
                for key, _ in columns
            ),
            *(
                value_cell(spec, below(f"budget.{key}", one.id), language) or EMPTY
                for key, _ in money
            ),
        )
        for index, one in enumerate(spec.partners)
    )
    widths = (12, *(_WIDE if key in _NAMES else _NARROW for key, _ in (*columns, *money)))
    sheet = Sheet(words.table, (*top, *rows), widths, len(top))
    return workbook(name, spec, call, printed, (sheet,), draft=draft, language=language)


def _is_shown(spec: Spec, call: Call, key: str) -> bool:
    """Whether the call has a use for a key of partners, or a partner states it."""
    first = key.partition(".")[0]
    if any(first in one.stated for one in spec.partners):
        return True
    return matters(spec, call, ("consortium", "partners", 0, *key.split(".")))


def _columns(
    part: type[SpecModel], above: str, around: str, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield key and label of each single value of a partner, those of its parts among them."""
    for name, key in keys(part).items():
        label = key_label(key, language)
        if isinstance(key.shape, type):
            yield from _columns(key.shape, f"{above}{name}.", label, language)
        elif isinstance(key.shape, Scalar) and key.shape.kind != "prose" and name not in _NOT_SHOWN:
            said = f"{around}: {label}" if around else label
            yield f"{above}{name}", _capital(said)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
