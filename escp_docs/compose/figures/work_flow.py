"""How work packages build on one another, as SVG: in the order in which they follow."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.boxes import FigureBox, arrow, drawn_node, node
from escp_docs.compose.figures.drawing import drawn, words
from escp_docs.compose.figures.palette import LAND, MUTED, WIDTH_MM
from escp_docs.document import Figure
from escp_docs.language.figure_words import FlowWords
from escp_docs.language.language import Language
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec

_COLUMN: Final = 15.0  # between columns, room for arrows
_GAP: Final = 4.0
_BAND: Final = 4.0  # between what accompanies the rest and the rest
_WIDEST: Final = 68.0
_MOST_COLUMNS: Final = 4
_LEGEND: Final = 8.0


def work_flow(spec: Spec, language: Language) -> Figure:
    """Return the flow; caption, number and id are the template's to set."""
    said, packages = language.figures.flow, tuple(spec.roadmap.work_packages or ())
    before = _before(packages)
    around = [one for one in packages if not _is_in_line(one, before)]
    columns = _columns([one for one in packages if one not in around], before)
    y, boxes = 0.5, []
    above = [one for one in around if one.kind == "management"]
    for one in above:
        band = _band(one, y, said, language)
        boxes.append(drawn_node(band, fill=LAND))
        y += band.height + _BAND
    placed, y = _placed(columns, y, said, language)
    boxes += [drawn_node(one) for one in placed.values()]
    for one in (one for one in around if one not in above):
        band = _band(one, y + _BAND, said, language)
        boxes.append(drawn_node(band, fill=LAND))
        y = band.foot[1]
    arrows = list(_arrows(before, placed))
    if arrows:
        boxes += [arrow(((0, y + 4.6), (9, y + 4.6))), words(11, y + 5.6, escape(said.feeds))]
    height = y + (_LEGEND if arrows else 1)
    return drawn("".join((*arrows, *boxes)), height, _spoken(packages, before, said, language))


def _before(packages: Sequence[WorkPackage]) -> dict[str, tuple[str, ...]]:
    """Return for each work package those that it builds on.

    While nobody says so, what is implemented builds on what prepares it, as the call has it.
    """
    if any(one.builds_on for one in packages):
        return {one.id: one.builds_on for one in packages}
    first = tuple(one.id for one in packages if one.kind == "preparatory")
    return {one.id: first if one.kind == "implementation" else () for one in packages}


def _is_in_line(package: WorkPackage, before: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a work package follows others or is followed, or is neither frame nor companion."""
    followed = any(package.id in names for names in before.values())
    return bool(before[package.id]) or followed or package.kind in {"preparatory", "implementation"}


def _columns(
    packages: Sequence[WorkPackage], before: Mapping[str, tuple[str, ...]]
) -> list[list[WorkPackage]]:
    """Return work packages from left to right: each behind those that it builds on."""
    depth = {one.id: 0 for one in packages}
    for _ in packages:  # of those that build on one another in a circle none is last
        for one in packages:
            behind = [depth[name] + 1 for name in before[one.id] if name in depth]
            depth[one.id] = min(max([0, *behind]), len(packages) - 1)
    levels = sorted(set(depth.values()))
    return [[one for one in packages if depth[one.id] == level] for level in levels]


def _words(
    package: WorkPackage, said: FlowWords, language: Language
) -> tuple[str, tuple[str, ...]]:
    title = f"{package.id} {package.title or ''}".strip()
    lead = said.led_by.format(partner=package.lead) if package.lead else ""
    span = (
        said.months.format(start=package.start_month, end=package.end_month)
        if package.start_month is not None and package.end_month is not None
        else ""
    )
    about = said.joined.join(one for one in (lead, span) if one)
    gives = [one.id for one in package.deliverables or ()]
    return title, (about, said.gives.format(deliverables=language.listed(gives)) if gives else "")


def _band(package: WorkPackage, y: float, said: FlowWords, language: Language) -> FigureBox:
    """Return the box of what accompanies all others."""
    title, about = _words(package, said, language)
    return node(title, [said.joined.join(filter(None, about))], (0.3, y), WIDTH_MM - 0.8)


def _placed(
    columns: Sequence[Sequence[WorkPackage]], top: float, said: FlowWords, language: Language
) -> tuple[dict[str, FigureBox], float]:
    """Return the boxes of work packages by id, and where the lowest ends."""
    many = max(min(len(columns), _MOST_COLUMNS), 1)
    wide = min((WIDTH_MM - 0.8 - (many - 1) * _COLUMN) / many, _WIDEST)
    apart = (WIDTH_MM - 0.8 - many * wide) / (many - 1) if many > 1 else 0.0
    found: dict[str, FigureBox] = {}
    deepest = band = top
    for number, column in enumerate(columns):
        if number and number % many == 0:
            band = deepest + _COLUMN / 2
        y = band
        for one in column:
            x = 0.3 + number % many * (wide + apart)
            found[one.id] = node(*_words(one, said, language), (x, y), wide)
            y = found[one.id].foot[1] + _GAP
        deepest = max(deepest, y - _GAP)
    return found, deepest


def _arrows(
    before: Mapping[str, tuple[str, ...]], placed: Mapping[str, FigureBox]
) -> Iterator[str]:
    for name, names in before.items():
        for other in names:
            if name in placed and other in placed and name != other:
                yield _between(placed[other], placed[name])


def _between(one: FigureBox, other: FigureBox) -> str:
    if other.x > one.x:
        (x1, y1), (x2, y2) = one.right, other.left
        middle = x2 - _COLUMN / 2
        ways = (
            ((x1, y1), (x2, y2)) if y1 == y2 else ((x1, y1), (middle, y1), (middle, y2), (x2, y2))
        )
        return arrow(ways)
    if other.y > one.y:
        return arrow((one.foot, other.top))
    return arrow((one.left, other.right), colour=MUTED, dashed=True)


def _spoken(
    packages: Sequence[WorkPackage],
    before: Mapping[str, tuple[str, ...]],
    said: FlowWords,
    language: Language,
) -> str:
    def told(package: WorkPackage) -> str:
        title = f"{package.id} {package.title or ''}".strip()
        names = before[package.id]
        if not names:
            return title
        return said.spoken_after.format(package=title, others=language.listed(list(names)))

    return said.spoken.format(packages="; ".join(map(told, packages)) or said.none)
