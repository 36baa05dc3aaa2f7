"""The months of an action from left to right, with the years of the calendar above them."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from escp_docs.compose.figures.drawing import rule, width_of, words
from escp_docs.compose.figures.palette import MUTED, RULE
from escp_docs.model.project_months import first_day

_EVERY: Final = (1, 2, 3, 6, 12, 24, 60, 120)  # between the months that are named
_APART: Final = 1.6  # millimetres between their numbers


class MonthAxis(Struct, frozen=True):
    """Project months between two edges, in millimetres; `top` is where the rows begin."""

    left: float
    right: float
    top: float
    months: int

    @property
    def step(self) -> float:
        """The width of a month."""
        return (self.right - self.left) / max(self.months, 1)

    def begin(self, month: int) -> float:
        """Return where a month begins."""
        return self.left + (month - 1) * self.step

    def end(self, month: int) -> float:
        """Return where a month ends."""
        return self.left + month * self.step

    def drawn(self, bottom: float, start: date | None, title: str) -> Iterator[str]:
        """Yield the numbers of months, the years above them, and lines down to `bottom`."""
        named = list(self._named())
        for month in named:
            middle = f'text-anchor="middle" fill="{MUTED}"'
            yield words(self.begin(month) + self.step / 2, self.top - 1.2, str(month), middle)
            yield rule((self.end(month), self.top), (self.end(month), bottom), RULE, 0.15)
        yield words(0, self.top - 1.2, escape(title), f'fill="{MUTED}"')
        yield rule((0, self.top), (self.right, self.top), RULE, 0.3)
        yield from self._years(bottom, start)

    def _named(self) -> Iterator[int]:
        """Yield the months that are named: the first, the last, and some at even steps."""
        room = width_of(str(self.months)) + _APART
        every = next((one for one in _EVERY if one * self.step >= room), self.months)
        yield 1
        for month in range(every, self.months, every):
            clear = (self.months - month) * self.step >= room
            if clear and (month - 1) * self.step >= room:
                yield month
        if self.months > 1:
            yield self.months

    def _years(self, bottom: float, start: date | None) -> Iterator[str]:
        """Yield each year of the calendar over its months."""
        if start is None:
            return
        days = {month: first_day(start, month) for month in range(1, self.months + 1)}
        begins: dict[int, int] = {}
        for month, day in days.items():
            if day is not None:
                begins.setdefault(day.year, month)
        for year, month in begins.items():
            x = self.begin(month)
            if month > 1:
                yield rule((x, 0), (x, 4), MUTED, 0.3)
                yield rule((x, self.top), (x, bottom), MUTED, 0.3)
            end = begins.get(year + 1, self.months + 1)
            if (end - month) * self.step >= width_of(str(year), bold=True) + 1:
                yield words(x + 0.7, 3.2, str(year), 'font-weight="600"')
