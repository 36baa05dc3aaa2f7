"""Write a workbook as an XLSX file.

Texts are written as texts, whatever they begin with; only `Cell.formula`, which is ours, becomes a
formula. Each formula carries its value, so that a program that does not calculate shows it.
"""

from datetime import UTC, datetime, time
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from math import ceil
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook as File
from xlsxwriter.worksheet import Worksheet

from escp_docs.export.exported import Exported
from escp_docs.export.look import Look
from escp_docs.export.xlsx.style import WRAPPED, formats
from escp_docs.language.languages import language_of
from escp_docs.language.running_heads import sheet_head
from escp_docs.workbook import NOTES_BY, Role, Sheet, SheetCell, Unit, Value, Workbook

_A4: Final = 9
_MILLIMETRES: Final = 25.4  # of an inch, in which margins are set
_LEADING: Final = 1.35
_NARROW: Final = 1.15  # letters of the text to the width of a figure, which columns are measured by
_PADDING: Final = 4  # points
_LIST: Final = 255  # letters of all choices of a list


def to_xlsx(workbook: Workbook, look: Look) -> Exported:
    """Return a workbook as the bytes of an .xlsx file, the same on every run.

    Raises:
        ExportError: the look lacks a value.
    """
    buffer = BytesIO()
    # Texts of a spec are never taken for formulas, links or numbers.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, {**options, "strings_to_numbers": False}) as file:
        file.set_properties(_properties(workbook))
        file.set_calc_mode("auto")
        styles = _Styles(file, look)
        for sheet in workbook.sheets:
            _write(file.add_worksheet(sheet.name), sheet, workbook, look, styles)
        for name, cells in workbook.names.items():
            file.define_name(name, f"={cells}")
    return Exported(buffer.getvalue())


def _properties(workbook: Workbook) -> dict[str, Any]:
    return {
        "title": workbook.title,
        "subject": workbook.subject,
        "author": workbook.author,
        "keywords": ", ".join(workbook.keywords),
        "created": datetime.combine(workbook.date, time(), UTC).replace(tzinfo=None),
    }


class _Styles:
    """The formats of a file, each made once."""

    def __init__(self, file: File, look: Look) -> None:
        self._file, self._made = file, formats(look.design)
        self._formats: dict[tuple[Role, Unit, bool, int], Format] = {}

    def of(self, cell: SheetCell, *, indented: bool) -> Format:
        """Return the format of a cell; a text that is `indented` keeps off the figure before it."""
        # A text that begins like a formula stays text when someone edits the cell.
        quoted = isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@")
        indent = int(indented and cell.unit is Unit.TEXT)
        key = (cell.role, cell.unit, quoted, indent)
        if key not in self._formats:
            made = {**self._made(cell.role, cell.unit), "quote_prefix": quoted, "indent": indent}
            self._formats[key] = self._file.add_format(made)
        return self._formats[key]


def _write(page: Worksheet, sheet: Sheet, workbook: Workbook, look: Look, styles: _Styles) -> None:
    design = look.design
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, cells in enumerate(sheet.rows):
        lines = max((_lines(cell, sheet.widths[i]) for i, cell in enumerate(cells)), default=1)
        if lines > 1:
            page.set_row(row, lines * design.number("size", "table") * _LEADING + _PADDING)
        for column, cell in enumerate(cells):
            _write_cell(page, row, column, cell, styles.of(cell, indented=column > 0))
            _help(page, row, column, cell)
    page.hide_gridlines(2)
    page.freeze_panes(sheet.head, sheet.fixed)
    _set_up_print(page, sheet, workbook, look)


def _write_cell(page: Worksheet, row: int, column: int, cell: SheetCell, style: Format) -> None:
    value = _number_or_text(cell.value)
    if cell.formula:
        page.write_formula(row, column, f"={cell.formula}", style, value or 0)
    elif value == "":
        page.write_blank(row, column, None, style)
    elif isinstance(value, str):
        page.write_string(row, column, value, style)
    else:
        page.write_number(row, column, value, style)


def _help(page: Worksheet, row: int, column: int, cell: SheetCell) -> None:
    """Add the list of what can be chosen, and the note that says what is asked."""
    shown = [label for _, label in cell.options]
    # A list in a cell has 255 letters and is parted by commas.
    if shown and len(",".join(shown)) <= _LIST and not any("," in one for one in shown):
        choice = {"validate": "list", "source": shown, "error_type": "warning"}
        page.data_validation(row, column, row, column, choice)
    if cell.help:
        page.write_comment(row, column, cell.help, {"author": NOTES_BY, "x_scale": 2})


def _lines(cell: SheetCell, width: float) -> int:
    """Return how many lines a text takes; programs do not all make room for them by themselves."""
    if cell.role not in WRAPPED or not isinstance(cell.value, str):
        return 1
    lines = cell.value.split("\n")
    return sum(max(1, ceil(len(one) / (width * _NARROW))) for one in lines)


def _number_or_text(value: Value) -> float | str:
    if isinstance(value, Decimal | Fraction):
        return float(value)
    return value


def _set_up_print(page: Worksheet, sheet: Sheet, workbook: Workbook, look: Look) -> None:
    design = look.design
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0 if sheet.head == 1 else sheet.head - 1)
    margins = {
        side: design.number("page", side) / 2 / _MILLIMETRES for side in ("left", "right", "bottom")
    }
    page.set_margins(top=design.number("page", "top") / _MILLIMETRES, **margins)
    font, size = design.word("font", "display"), int(design.number("size", "running_head"))
    muted = design.word("colour", "muted").removeprefix("#")
    alert = design.word("colour", "alert").removeprefix("#")
    begin = f'&"{font},Regular"&{size}&K{muted}'
    name, mark, title = map(_plain, sheet_head(workbook))
    draft = f'&C&"{font},Bold"&{size}&K{alert}{mark}' if mark else ""
    page.set_header(f"&L{begin} {name}{draft}&R{begin} {title}")
    words = language_of(workbook.language).pages
    pages = words.page_of_pages.format(page="&P", pages="&N")
    page.set_footer(f"&L{begin} &A&R{begin} {pages}")


def _plain(text: str) -> str:
    """Return words of a spec as a running head takes them: & would begin a sign."""
    return text.replace("&", "&&")
