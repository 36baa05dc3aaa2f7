"""The risks as SVG: a square of likelihood and impact, each risk by its number in its field."""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import box, drawn, lines_of, stacked, width_of, words
from escp_docs.compose.figures.palette import DARK, INK, LAND, MIDDLE, MUTED, PAPER, TEXT_MM
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Figure
from escp_docs.language.figure_words import RiskWords
from escp_docs.language.language import Language
from escp_docs.model.monitoring import Risk
from escp_docs.model.spec import Spec

_GRADES: Final = ("low", "medium", "high")
_TONES: Final = (LAND, LAND, MIDDLE, DARK, DARK)
"""From the field of what is unlikely and small to that of what is likely and great."""
_LEFT: Final = 26.0
_CELL: Final = 43.0
_CHIP: Final = 5.4  # how high a risk is drawn
_GAP: Final = 1.4
_LEAST: Final = 15.0  # how high a field is at least
_TOP: Final = 1.0
_FOOT: Final = 10.5
_END: Final = 157.0


def risk_matrix(spec: Spec, language: Language) -> Figure:
    """Return the matrix; caption, number and id are the template's to set."""
    said, risks = language.figures.risks, spec.risks or ()
    y, body = _TOP, []
    for likelihood in reversed(_GRADES):
        fields = [_in_field(risks, likelihood, impact) for impact in _GRADES]
        rows = [_rows(field) for field in fields]
        tall = max(_LEAST, *(len(one) * (_CHIP + _GAP) + _GAP + 1 for one in rows))
        middle = y + tall / 2 + TEXT_MM * 0.34
        body.append(
            words(_LEFT - 2, middle, escape(language.choice(likelihood)), 'text-anchor="end"')
        )
        for column, chips in enumerate(rows):
            tone = _TONES[column + _GRADES.index(likelihood)]
            x = _LEFT + column * _CELL
            body.append(box(x + 0.3, y + 0.3, _CELL - 0.6, tall - 0.6, fill=tone))
            body += _chips(chips, x, y, tall)
        y += tall
    body += _axes(y, said, language)
    open_ = [one.id for one in risks if None in (one.likelihood, one.impact)]
    height = y + _FOOT
    if open_:
        lines = lines_of(said.not_placed.format(risks=", ".join(open_)), _END)
        body.append(stacked(0, y + _FOOT + 1, lines, muted=True))
        height += len(lines) * TEXT_MM * 1.25 + 1
    return drawn("".join(body), height, _spoken(risks, language))


def _in_field(risks: Sequence[Risk], likelihood: str, impact: str) -> list[str]:
    return [
        printable(one.id) for one in risks if (one.likelihood, one.impact) == (likelihood, impact)
    ]


def _wide(name: str) -> float:
    return max(width_of(name, bold=True) + 2.4, 8.0)


def _rows(names: Sequence[str]) -> list[list[str]]:
    """Return the risks of a field in rows that are no wider than it."""
    rows: list[list[str]] = []
    used = _CELL
    for name in names:
        if used + _wide(name) + _GAP > _CELL - 2:
            rows.append([])
            used = _GAP
        rows[-1].append(name)
        used += _wide(name) + _GAP
    return rows


def _chips(rows: Sequence[Sequence[str]], x: float, y: float, tall: float) -> Iterator[str]:
    top = y + (tall - len(rows) * (_CHIP + _GAP) + _GAP) / 2
    for number, row in enumerate(rows):
        whole = sum(_wide(name) + _GAP for name in row) - _GAP
        left = x + (_CELL - whole) / 2
        for name in row:
            at = top + number * (_CHIP + _GAP)
            yield box(left, at, _wide(name), _CHIP, fill=PAPER, stroke=INK, corner=1.2)
            middle = left + _wide(name) / 2
            bold = 'text-anchor="middle" font-weight="600"'
            yield words(middle, at + _CHIP / 2 + TEXT_MM * 0.34, escape(name), bold)
            left += _wide(name) + _GAP


def _axes(y: float, said: RiskWords, language: Language) -> Iterator[str]:
    for column, impact in enumerate(_GRADES):
        middle = _LEFT + (column + 0.5) * _CELL
        yield words(middle, y + 4, escape(language.choice(impact)), 'text-anchor="middle"')
    bold = f'font-weight="600" fill="{MUTED}"'
    yield words(_LEFT + 1.5 * _CELL, y + 9, escape(said.impact), f'{bold} text-anchor="middle"')
    yield words(0, _TOP + 3, escape(said.likelihood), bold)


def _spoken(risks: Sequence[Risk], language: Language) -> str:
    said = language.figures.risks
    told = "; ".join(
        said.spoken_risk.format(
            risk=one.id,
            likelihood=language.choice(one.likelihood) if one.likelihood else said.open,
            impact=language.choice(one.impact) if one.impact else said.open,
        )
        for one in risks
    )
    return said.spoken.format(risks=told or said.none)
