"""Workbooks as people change them, by a program that we did not write."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook


def edited(path: Path, change: Callable[[Any], None], to: Path) -> Path:
    """Write a workbook in which something was changed; `change` is given openpyxl's workbook."""
    book = load_workbook(BytesIO(path.read_bytes()))
    change(book)
    book.save(to)
    return to


def answered(sheet: Any, key: str, value: object, *, column: int = 2) -> None:  # noqa: ANN401
    """Write into the row of a key, as its last column names it."""
    for row in sheet.iter_rows(min_row=6):
        if str(row[4].value) == key:
            row[column - 1].value = value
            return
    raise LookupError(key)
