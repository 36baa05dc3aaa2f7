"""The effort of each partner in each work package as SVG: bars in a table, with their figures."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import (
    LINE_MM,
    box,
    drawn,
    lines_of,
    rule,
    stacked,
    width_of,
    words,
)
from escp_docs.compose.figures.palette import DARK, INK, MIDDLE, MUTED, RULE, TEXT_MM, WIDTH_MM
from escp_docs.document import Figure
from escp_docs.language.figure_words import EffortWords
from escp_docs.language.language import Language
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec

_LABELS: Final = 44.0
_TOTALS: Final = 15.0
_END: Final = WIDTH_MM - 0.8  # some programs cut what ends at the very edge
_PAD: Final = 2.6
_BAR: Final = 3.6
_FOOT: Final = 9.0
_ROOM: Final = 2.0  # beside a bar and the figure behind it


def effort(spec: Spec, language: Language) -> Figure:
    """Return the chart; caption, number and id are the template's to set."""
    packages = tuple(one for one in spec.roadmap.work_packages or () if one.effort)
    lead = spec.consortium.coordinator
    partners = [one.id for one in sorted(spec.partners, key=lambda one: one.id != lead)]
    step = (WIDTH_MM - _LABELS - _TOTALS) / max(len(partners), 1)
    heads = [lines_of(name, step - _ROOM, bold=True) for name in partners]
    head = max(map(len, heads), default=1) * LINE_MM + 2.4
    rows = [lines_of(_label(one), _LABELS - _ROOM) for one in packages]
    heights = [len(one) * LINE_MM + _PAD for one in rows]
    bottom = head + sum(heights)
    height = bottom + LINE_MM + _PAD + _FOOT
    body = [*_heads(heads, step, (head, bottom), language.figures.effort.total)]
    y = head
    for package, label, tall in zip(packages, rows, heights, strict=True):
        body.append(stacked(0, y + _PAD / 2 + TEXT_MM * 0.9, label))
        body += _row(package, partners, (step, y, _most(packages, partners)), language)
        y += tall
    body += _sums(packages, partners, (step, y), language)
    body.append(_legend(height - 2.4, language.figures.effort))
    return drawn("".join(body), height, _spoken(packages, partners, language))


def _label(package: WorkPackage) -> str:
    return f"{package.id} {package.title or ''}".strip()


def _months(package: WorkPackage, partner: str) -> Decimal:
    return Decimal((package.effort or {}).get(partner, 0))


def _most(packages: Sequence[WorkPackage], partners: Sequence[str]) -> Decimal:
    return max((_months(one, name) for one in packages for name in partners), default=Decimal(1))


def _heads(
    heads: Sequence[Sequence[str]], step: float, edges: tuple[float, float], total: str
) -> Iterator[str]:
    head, bottom = edges
    below = bottom + LINE_MM + _PAD
    for column, lines in enumerate(heads):
        x = _LABELS + column * step
        y = head - 1.6 - (len(lines) - 1) * LINE_MM
        yield stacked(x + 1, y, lines, bold=True)
        yield rule((x, 1.5), (x, below), RULE, 0.2)
    end = f'text-anchor="end" font-weight="600" fill="{MUTED}"'
    yield words(_END, head - 1.6, escape(total), end)
    yield rule((0, head), (WIDTH_MM, head), INK, 0.3)
    yield rule((0, bottom), (WIDTH_MM, bottom), INK, 0.3)


def _row(
    package: WorkPackage,
    partners: Sequence[str],
    place: tuple[float, float, Decimal],
    language: Language,
) -> Iterator[str]:
    step, y, most = place
    foot = y + _PAD / 2 + TEXT_MM * 0.9
    for column, partner in enumerate(partners):
        months, x = _months(package, partner), _LABELS + column * step + 1
        if not months:
            continue
        figure = language.number(months)
        room = max(step - width_of(figure) - _ROOM - 1, 0.4)
        long = max(float(months / (most or 1)) * room, 0.4)
        colour = DARK if partner == package.lead else MIDDLE
        yield box(x, foot - 0.95 - _BAR / 2, long, _BAR, fill=colour, corner=0)
        yield words(x + long + 0.8, foot, figure)
    whole = sum((_months(package, name) for name in partners), Decimal(0))
    yield _total(foot, language.number(whole))


def _total(foot: float, months: str) -> str:
    return words(_END, foot, months, 'text-anchor="end" font-weight="600"')


def _sums(
    packages: Sequence[WorkPackage],
    partners: Sequence[str],
    place: tuple[float, float],
    language: Language,
) -> Iterator[str]:
    step, y = place
    foot, bold = y + _PAD / 2 + TEXT_MM * 0.9, 'font-weight="600"'
    sums = [sum((_months(one, name) for one in packages), Decimal(0)) for name in partners]
    yield words(0, foot, escape(language.figures.effort.total), f'{bold} fill="{MUTED}"')
    for column, months in enumerate(sums):
        yield words(_LABELS + column * step + 1, foot, language.number(months), bold)
    yield _total(foot, language.number(sum(sums, Decimal(0))))


def _legend(y: float, said: EffortWords) -> str:
    x = _LABELS + 1
    parts = (
        words(0, y, escape(said.person_months), f'fill="{MUTED}"'),
        box(x, y - 0.95 - _BAR / 2, 6, _BAR, fill=DARK, corner=0),
        words(x + 7.5, y, escape(said.leads)),
        box(x + 45, y - 0.95 - _BAR / 2, 6, _BAR, fill=MIDDLE, corner=0),
        words(x + 52.5, y, escape(said.takes_part)),
    )
    return "".join(parts)


def _spoken(packages: Sequence[WorkPackage], partners: Sequence[str], language: Language) -> str:
    """Return in words what the chart shows."""
    said = language.figures.effort
    rows = "; ".join(
        said.spoken_package.format(
            package=one.id, lead=one.lead or said.no_lead, months=_shares(one, partners, language)
        )
        for one in packages
    )
    return said.spoken.format(packages=rows)


def _shares(package: WorkPackage, partners: Sequence[str], language: Language) -> str:
    months = {name: _months(package, name) for name in partners}
    return language.listed(
        [f"{name} {language.number(one)}" for name, one in months.items() if one]
    )
