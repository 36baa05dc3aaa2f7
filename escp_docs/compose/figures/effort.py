"""The effort of each partner in each work package as SVG: bars in a table, with their figures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import picture, short, words
from escp_docs.compose.figures.palette import DARK, INK, MIDDLE, MUTED, RULE, TALLEST_MM, WIDTH_MM
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Figure
from escp_docs.language.figure_words import EffortWords
from escp_docs.language.language import Language
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec

_LABELS: Final = 40.0
_TOTALS: Final = 15.0
_END: Final = WIDTH_MM - 0.8  # some programs cut what ends at the very edge
_ROW: Final = 6.4
_BAR: Final = 3.6
_HEAD: Final = 7.0
_FOOT: Final = 9.0
_FIGURES: Final = 6.5  # room for the figure behind a bar
_MM_PER_LETTER: Final = 1.45


def effort(spec: Spec, language: Language) -> Figure:
    """Return the chart; caption, number and id are the template's to set."""
    packages = tuple(one for one in spec.roadmap.work_packages or () if one.effort)
    lead = spec.consortium.coordinator
    partners = [one.id for one in sorted(spec.partners, key=lambda one: one.id != lead)]
    height = _HEAD + _ROW * (len(packages) + 1) + _FOOT
    body = "".join(_body(packages, partners, height, language))
    scale = min(1.0, TALLEST_MM / height)
    svg = picture(WIDTH_MM, height, body)
    return Figure(
        svg, _said(packages, partners, language), (), 0, "", WIDTH_MM * scale, height * scale
    )


def _months(package: WorkPackage, partner: str) -> Decimal:
    return Decimal((package.effort or {}).get(partner, 0))


def _body(
    packages: tuple[WorkPackage, ...], partners: list[str], height: float, language: Language
) -> Iterator[str]:
    step = (WIDTH_MM - _LABELS - _TOTALS) / max(len(partners), 1)
    yield from _heads(partners, step, height, language.figures.effort.total)
    most = max((_months(one, name) for one in packages for name in partners), default=Decimal(1))
    for row, package in enumerate(packages):
        y = _HEAD + row * _ROW
        yield words(0, y + 4.2, _label(package))
        for column, partner in enumerate(partners):
            months, x = _months(package, partner), _LABELS + column * step + 1
            if months:
                share = float(months / (most or 1))
                yield _bar(x, y, share * (step - _FIGURES - 2), leads=partner == package.lead)
                yield words(x + share * (step - _FIGURES - 2) + 1, y + 4.2, language.number(months))
        whole = sum((_months(package, name) for name in partners), Decimal(0))
        yield _total(_END, y, language.number(whole))
    yield from _sums(packages, partners, step, language)
    yield _legend(height - 2.4, language.figures.effort)


def _label(package: WorkPackage) -> str:
    longest = int(_LABELS / _MM_PER_LETTER) + 2
    return short(f"{package.id} {package.title or ''}".strip(), longest)


def _heads(partners: list[str], step: float, height: float, total: str) -> Iterator[str]:
    bottom = height - _FOOT
    for column, partner in enumerate(partners):
        x = _LABELS + column * step
        name = short(partner, max(int(step / _MM_PER_LETTER), 3))
        yield words(x + 1, _HEAD - 2, name, 'font-weight="600"')
        yield f'<path d="M{x:.2f} 1.5V{bottom:.2f}" stroke="{RULE}" stroke-width="0.2"/>'
    end = f'text-anchor="end" font-weight="600" fill="{MUTED}"'
    yield words(_END, _HEAD - 2, escape(total), end)
    line = f'stroke="{INK}" stroke-width="0.3"'
    yield f'<path d="M0 {_HEAD:g}H{WIDTH_MM:g}M0 {bottom - _ROW:.2f}H{WIDTH_MM:g}" {line}/>'


def _bar(x: float, y: float, width: float, *, leads: bool) -> str:
    top = y + (_ROW - _BAR) / 2
    return (
        f'<rect x="{x:.2f}" y="{top:.2f}" width="{max(width, 0.4):.2f}" height="{_BAR:g}" '
        f'fill="{DARK if leads else MIDDLE}"/>'
    )


def _total(x: float, y: float, months: str) -> str:
    return words(x, y + 4.2, months, 'text-anchor="end" font-weight="600"')


def _sums(
    packages: tuple[WorkPackage, ...], partners: list[str], step: float, language: Language
) -> Iterator[str]:
    y, bold = _HEAD + len(packages) * _ROW, 'font-weight="600"'
    sums = [sum((_months(one, name) for one in packages), Decimal(0)) for name in partners]
    yield words(0, y + 4.2, escape(language.figures.effort.total), f'{bold} fill="{MUTED}"')
    for column, months in enumerate(sums):
        yield words(_LABELS + column * step + 1, y + 4.2, language.number(months), bold)
    yield _total(_END, y, language.number(sum(sums, Decimal(0))))


def _legend(y: float, said: EffortWords) -> str:
    parts = (
        words(0, y, escape(said.person_months), f'fill="{MUTED}"'),
        _bar(_LABELS + 1, y - 4.1, 6, leads=True),
        words(_LABELS + 8.5, y, escape(said.leads)),
        _bar(_LABELS + 42, y - 4.1, 6, leads=False),
        words(_LABELS + 49.5, y, escape(said.takes_part)),
    )
    return "".join(parts)


def _said(packages: tuple[WorkPackage, ...], partners: list[str], language: Language) -> str:
    """Return in words what the chart shows."""
    said = language.figures.effort
    rows = "; ".join(
        said.spoken_package.format(
            package=one.id, lead=one.lead or said.no_lead, months=_shares(one, partners, language)
        )
        for one in packages
    )
    return printable(said.spoken.format(packages=rows))


def _shares(package: WorkPackage, partners: list[str], language: Language) -> str:
    months = {name: _months(package, name) for name in partners}
    return language.listed(
        [f"{name} {language.number(one)}" for name, one in months.items() if one]
    )
