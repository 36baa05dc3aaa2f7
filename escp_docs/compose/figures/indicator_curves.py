"""The indicators as SVG: a small curve for each, from its baseline to its target."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import (
    LINE_MM,
    drawn,
    lines_of,
    rule,
    stacked,
    width_of,
    words,
)
from escp_docs.compose.figures.palette import DARK, MARK, MUTED, PAPER, RULE, TEXT_MM, WIDTH_MM
from escp_docs.document import Figure
from escp_docs.language.language import Language
from escp_docs.model.monitoring import Indicator
from escp_docs.model.spec import Spec

_COLUMNS: Final = 3
_GAP: Final = 7.0
_WIDE: Final = (WIDTH_MM - (_COLUMNS - 1) * _GAP) / _COLUMNS
_CURVE: Final = 11.0  # how high a curve is
_ABOVE: Final = 4.0  # room for the value of the highest point
_BELOW: Final = 6.2  # room for the months
_EDGE: Final = 2.0
_LEGEND: Final = 5.0

_Points = list[tuple[int, Decimal]]


def indicator_curves(spec: Spec, language: Language) -> Figure:
    """Return the curves; caption, number and id are the template's to set.

    An indicator of which fewer than two values are known has none, and is left out.
    """
    indicators = tuple(one for one in spec.indicators or () if len(_points(one)) > 1)
    last = max([spec.project.duration_months or 1, *(one.due_month or 1 for one in indicators)])
    y, body = 0.0, []
    for start in range(0, len(indicators), _COLUMNS):
        row = indicators[start : start + _COLUMNS]
        heads = [_title(one) for one in row]
        head = max(map(len, heads)) * LINE_MM
        for column, (indicator, lines) in enumerate(zip(row, heads, strict=True)):
            x = column * (_WIDE + _GAP)
            body.append(stacked(x, y + TEXT_MM, lines))
            body += _curve(indicator, (x, y + head + _ABOVE), last, language)
        y += head + _ABOVE + _CURVE + _BELOW
    body += _legend(y + 2, language)
    return drawn("".join(body), y + _LEGEND, _spoken(indicators, language))


def _title(indicator: Indicator) -> list[str]:
    unit = f" ({indicator.unit})" if indicator.unit else ""
    return lines_of(f"{indicator.id} {indicator.name or ''}{unit}", _WIDE)


def _points(indicator: Indicator) -> _Points:
    """Return the known values by their months; the baseline stands before the first."""
    found: dict[int, Decimal] = {}
    if indicator.baseline is not None:
        found[0] = Decimal(indicator.baseline)
    for step in indicator.interim or ():
        if step.month is not None and step.value is not None:
            found[step.month] = Decimal(step.value)
    if indicator.due_month is not None and indicator.target is not None:
        found[indicator.due_month] = Decimal(indicator.target)
    return sorted(found.items())


def _curve(
    indicator: Indicator, corner: tuple[float, float], last: int, language: Language
) -> Iterator[str]:
    x, y = corner
    bottom = y + _CURVE
    yield rule((x, bottom), (x + _WIDE, bottom), RULE, 0.3)
    points = _points(indicator)
    if not points:
        yield words(x, bottom - 2, escape(language.figures.indicators.open), f'fill="{MUTED}"')
        return
    values = [value for _, value in points]
    low, high = min(Decimal(0), *values), max(values)
    span = (high - low) or Decimal(1)
    places = [
        (x + _EDGE + month / last * (_WIDE - 2 * _EDGE), bottom - float((v - low) / span) * _CURVE)
        for month, v in points
    ]
    way = "L".join(f"{px:.2f} {py:.2f}" for px, py in places)
    yield f'<path d="M{way}" stroke="{DARK}" stroke-width="0.5" fill="none"/>'
    for place in places[:-1]:
        yield _dot(place, is_target=False)
    yield _dot(places[-1], is_target=points[-1][0] == indicator.due_month)
    yield from _labels(points, places, (x, bottom), language)


def _dot(place: tuple[float, float], *, is_target: bool) -> str:
    x, y = place
    fill, stroke = (MARK, PAPER) if is_target else (PAPER, DARK)
    return (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{1.1 if is_target else 0.9}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="0.4"/>'
    )


def _labels(
    points: _Points,
    places: Sequence[tuple[float, float]],
    corner: tuple[float, float],
    language: Language,
) -> Iterator[str]:
    """Yield values above the points and months below, from the target back, while there is room."""
    x, bottom = corner
    values_from = months_from = x + _WIDE + _GAP
    for (month, value), (px, py) in reversed(list(zip(points, places, strict=True))):
        shown = language.number(value)
        at = min(max(px - width_of(shown) / 2, x), x + _WIDE - width_of(shown))
        if at + width_of(shown) + 0.8 <= values_from:
            yield words(at, py - 1.9, shown)
            values_from = at
        named = str(month)
        at = min(max(px - width_of(named) / 2, x), x + _WIDE - width_of(named))
        if at + width_of(named) + 0.8 <= months_from:
            yield words(at, bottom + 3.6, named, f'fill="{MUTED}"')
            months_from = at


def _legend(y: float, language: Language) -> Iterator[str]:
    said = language.figures.indicators
    yield _dot((1.2, y), is_target=False)
    yield words(3.2, y + 1, escape(said.on_the_way))
    yield _dot((61.2, y), is_target=True)
    yield words(63.2, y + 1, escape(said.target))
    yield words(114, y + 1, escape(said.below), f'fill="{MUTED}"')


def _spoken(indicators: Sequence[Indicator], language: Language) -> str:
    said = language.figures.indicators
    told = "; ".join(
        said.spoken_indicator.format(
            indicator=f"{one.id} {one.name or ''}".strip(),
            values=", ".join(
                said.spoken_value.format(month=month, value=language.number(value))
                for month, value in _points(one)
            )
            or said.open,
        )
        for one in indicators
    )
    return said.spoken.format(indicators=told)
