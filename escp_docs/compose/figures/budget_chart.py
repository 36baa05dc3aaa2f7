"""The eligible costs as SVG: bars by category, by work package and by partner."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import (
    LINE_MM,
    box,
    drawn,
    lines_of,
    stacked,
    width_of,
    words,
)
from escp_docs.compose.figures.palette import DARK, MIDDLE, TEXT_MM, WIDTH_MM
from escp_docs.document import Figure
from escp_docs.language.language import Language
from escp_docs.model.costs import categories
from escp_docs.model.figures import Figures, figures
from escp_docs.model.spec import Spec

_LABELS: Final = 56.0
_PAD: Final = 2.2
_TITLE: Final = 6.5
_APART: Final = 2.5
_BAR: Final = 3.4
_END: Final = WIDTH_MM - 0.8

_Rows = list[tuple[str, Decimal]]


def budget_chart(spec: Spec, language: Language) -> Figure:
    """Return the chart; caption, number and id are the template's to set."""
    said, money = language.figures.budget, figures(spec)
    panels = (
        (said.by_category, _categories(spec, money, language)),
        (said.by_work_package, _packages(spec, money, said.elsewhere)),
        (said.by_partner, [(one.partner, one.eligible) for one in money.partners]),
    )
    whole = money.eligible(lambda _: True)
    most = max((amount for _, rows in panels for _, amount in rows), default=Decimal(0))
    y = 0.0
    body: list[str] = []
    for title, rows in panels:
        if rows:
            body += _panel(title, rows, (y, whole, most), language)
            y += _TITLE + sum(map(_tall, rows)) + _APART
    spoken = " ".join(_spoken_panel(title, rows, language) for title, rows in panels if rows)
    return drawn("".join(body), max(y - _APART, _TITLE), said.spoken.format(panels=spoken))


def _categories(spec: Spec, money: Figures, language: Language) -> _Rows:
    def cost(category: str) -> Decimal:
        return money.direct(lambda line: line.category == category)

    rows = [(language.choice(one).capitalize(), cost(one)) for one in categories(spec)]
    rows.append((language.figures.budget.indirect, money.indirect(lambda _: True)))
    return [row for row in rows if row[1]]


def _packages(spec: Spec, money: Figures, elsewhere: str) -> _Rows:
    def cost(package: str | None) -> Decimal:
        return money.eligible(lambda line: line.work_package == package)

    rows = [
        (f"{one.id} {one.title or ''}".strip(), cost(one.id))
        for one in spec.roadmap.work_packages or ()
    ]
    return [*rows, *([(elsewhere, cost(None))] if cost(None) else [])]


def _label(text: str) -> list[str]:
    return lines_of(text, _LABELS - 2)


def _tall(row: tuple[str, Decimal]) -> float:
    return len(_label(row[0])) * LINE_MM + _PAD


def _panel(
    title: str, rows: _Rows, place: tuple[float, Decimal, Decimal], language: Language
) -> Iterator[str]:
    top, whole, most = place
    yield words(0, top + 3.6, escape(title), 'font-weight="600"')
    y = top + _TITLE
    shown = [_amount(amount, whole, language) for _, amount in rows]
    room = _END - _LABELS - max(map(width_of, shown)) - 2
    for (label, amount), figure in zip(rows, shown, strict=True):
        foot = y + _PAD / 2 + TEXT_MM * 0.9
        long = max(float(amount / most) * room, 0.3) if most else 0.3
        yield stacked(0, foot, _label(label))
        if amount:
            yield box(
                _LABELS, foot - 0.95 - _BAR / 2, long, _BAR, fill=DARK, stroke=MIDDLE, corner=0.3
            )
        yield words(_LABELS + long + 1.5, foot, escape(figure))
        y += _tall((label, amount))


def _amount(amount: Decimal, whole: Decimal, language: Language) -> str:
    share = language.tenths(Fraction(amount) / Fraction(whole) if whole else Fraction(0))
    return f"{language.amount(amount)} ({share})"


def _spoken_panel(title: str, rows: Sequence[tuple[str, Decimal]], language: Language) -> str:
    told = "; ".join(f"{label} {language.euro(amount)}" for label, amount in rows)
    return f"{title}: {told}."
