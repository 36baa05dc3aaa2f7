"""Write the sheet of a workbook as a CSV file: UTF-8 with a mark, commas, values alone."""

import csv
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from escp_docs.errors import ExportError
from escp_docs.export.exported import Exported
from escp_docs.produced.csv_file import quoted
from escp_docs.workbook import Value, Workbook


def to_csv(workbook: Workbook) -> Exported:
    """Return a workbook of one sheet as the bytes of a .csv file.

    A text that a spreadsheet would take for a formula has an apostrophe before it.

    Raises:
        ExportError: it has several sheets.
    """
    if len(workbook.sheets) != 1:
        raise ExportError(f"{workbook.name} has several sheets; a CSV file holds one")
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)
    (sheet,) = workbook.sheets
    for row in sheet.rows:
        writer.writerow([_text(cell.value) for cell in row])
    return Exported(buffer.getvalue().encode("utf-8-sig"))


def _text(value: Value) -> str:
    match value:
        case Decimal():
            return format(value, "f")
        case Fraction():
            return f"{float(value):.10f}".rstrip("0").rstrip(".")
        case _:
            return quoted(value)
