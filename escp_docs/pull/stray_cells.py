"""Cells of a sheet that came back in which somebody wrote what no key of a spec states."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from escp_docs.produced.sent import Sent
from escp_docs.produced.sent_sheets import GAP
from escp_docs.pull.returned import Returned, ReturnedSheet
from escp_docs.pull.sent_sheet import squeezed
from escp_docs.workbook import letters

MOST_TOLD: Final = 3_000
"""Cells or rows of a sheet whose words are told: those of people all, of hostile files not."""

_CURE: Final = "no key of the spec is stated there; write it where it belongs"
Place = tuple[int, int]


class ReadCells:
    """Which cells of a sheet were looked at.

    Attributes:
        read: Those that were read, or told otherwise.
        beside: Those in which nothing was sent. Others may say what was sent, in another place, and
            a number there may be computed.
    """

    def __init__(self, read: Iterable[Place] = (), beside: Iterable[Place] = ()) -> None:
        self.read, self.beside = set(read), set(beside)


def words_sent(sent: Sent, returned: Returned) -> frozenset[str]:
    """Return the words of all cells that were sent, and of those that name the sending."""
    cells = (one for line in sent.lines for one in line.text.split(GAP))
    named = (
        cell.text
        for sheet in returned.sheets
        for cell in sheet.cells.values()
        if cell.text.rstrip().endswith(returned.sendings or ("\0",))
    )
    return frozenset(map(squeezed, (*cells, *named)))


def strays(
    sheet: ReturnedSheet,
    ours: AbstractSet[str],
    cells: ReadCells,
) -> Iterator[tuple[Place, str]]:
    """Yield the cells that somebody wrote and nobody read, each with its words.

    Args:
        sheet: A sheet that came back.
        ours: The words that were sent.
        cells: Which of its cells were looked at.
    """
    for place, cell in sorted(sheet.cells.items()):
        if not cell.text or cell.formula or place in cells.read:
            continue
        if place in cells.beside or (words(cell.text) and squeezed(cell.text) not in ours):
            yield place, cell.text


def told(sheet: str, cells: Iterable[tuple[Place, str]], *, was_sent: bool = True) -> Iterator[str]:
    """Yield what is said of such cells of a sheet, in a line; nothing if there are none."""
    said = [f'{letters(column)}{row + 1} says "{text}"' for (row, column), text in cells]
    more = [f"and {len(said) - MOST_TOLD} more"] if len(said) > MOST_TOLD else []
    if said:
        where = sheet if was_sent else f'the sheet "{sheet}", which was not sent:'
        yield f"{where} {', '.join([*said[:MOST_TOLD], *more])}".strip() + f"; {_CURE}"


def words(text: str) -> str:
    """Return words as they are compared; nothing for a number, which may be computed anew."""
    return "" if re.fullmatch(r"[\d.,\s-]*", text) else squeezed(text)
