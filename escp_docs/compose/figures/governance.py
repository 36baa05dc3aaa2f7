"""The bodies of the partnership as SVG: those that were chosen, who sits in them, who answers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.boxes import FigureBox, arrow, drawn_node, node
from escp_docs.compose.figures.drawing import box, drawn, words
from escp_docs.compose.figures.palette import DARK, LAND, MUTED, PAPER, WIDTH_MM
from escp_docs.document import Figure
from escp_docs.language.figure_words import GovernanceWords
from escp_docs.language.language import Language
from escp_docs.model.agreement import Governance
from escp_docs.model.spec import Spec

_MAIN: Final = 84.0  # how wide a body is drawn
_ASIDE: Final = 42.0
_APART: Final = 7.0
_IN_A_ROW: Final = 4
_GAP: Final = 4.0
_FRAME: Final = 5.5  # above the work packages, for their title
_LEGEND: Final = 9.0


def governance(spec: Spec, language: Language) -> Figure:
    """Return the diagram; caption, number and id are the template's to set."""
    said = language.figures.governance
    bodies = list(_bodies(spec, said, language))
    asides = _asides(spec, bodies, said, language)
    leads, bottom = _leads(spec, bodies, said)
    arrows = [*_between(bodies), *_down(bodies, leads, bottom, said)]
    arrows += [_sideways(one, other) for one, other in asides]
    boxes = [drawn_node(one, fill=LAND) for one in bodies]
    boxes += [drawn_node(one, fill=PAPER, stroke=MUTED) for _, one in asides]
    boxes += [drawn_node(one) for one in leads]
    y = bottom + 6
    legend = [
        arrow(((0, y), (9, y)), colour=DARK),
        words(11, y + 1, escape(said.decides)),
        arrow(((62, y), (71, y)), dashed=True),
        words(73, y + 1, escape(said.turns_to)),
    ]
    body = "".join((*arrows, *boxes, *legend))
    return drawn(body, bottom + _LEGEND, _spoken(bodies, [b for _, b in asides], leads, said))


def _bodies(spec: Spec, said: GovernanceWords, language: Language) -> Iterator[FigureBox]:
    rules, y = spec.agreement.governance, 0.5
    if not rules.bodies:
        who = language.listed(_members(spec)) if spec.partners else said.open
        yield node(said.members, [who], (0.3, y), _MAIN)
    for body in rules.bodies or ():
        name = said.bodies.get(body, language.choice(body))
        one = node(name, _about(spec, rules, body, said, language), (0.3, y), _MAIN)
        yield one
        y += one.height + _APART


def _about(
    spec: Spec, rules: Governance, body: str, said: GovernanceWords, language: Language
) -> list[str]:
    """Return who sits in a body, and what is chosen for it."""
    if body == "general_assembly":
        chair = said.chairs.get(rules.chair or "", "")
        return [said.all_members.format(members=language.listed(_members(spec))), chair]
    if body == "steering_committee":
        seats = rules.steering_committee
        return [language.listed(list(seats)) if seats else said.open]
    lead = spec.consortium.coordinator
    return [said.coordinator.format(partner=lead) if lead else said.open]


def _members(spec: Spec) -> list[str]:
    named = spec.agreement.members
    partners = [one.id for one in spec.partners]
    return partners if named is None else [one for one in partners if one in named]


def _asides(
    spec: Spec, bodies: Sequence[FigureBox], said: GovernanceWords, language: Language
) -> list[tuple[FigureBox, FigureBox]]:
    """Return what stands beside the bodies: associated organisations, and the Agency."""
    named = spec.agreement.members or ()
    associated = [one.id for one in spec.consortium.associated or () if one.id in named]
    left = WIDTH_MM - _ASIDE - 0.5
    found: list[tuple[FigureBox, FigureBox]] = []
    if associated:
        words_ = [language.listed(associated), said.no_vote]
        found.append((bodies[0], node(said.associated, words_, (left, bodies[0].y), _ASIDE)))
    agency = node(said.agency, [], (left, bodies[-1].y), _ASIDE)
    below = found[0][1].foot[1] + 2 if found else 0.0
    found.append((bodies[-1], node(said.agency, [], (left, max(agency.y, below)), _ASIDE)))
    return found


def _leads(
    spec: Spec, bodies: Sequence[FigureBox], said: GovernanceWords
) -> tuple[list[FigureBox], float]:
    """Return a box for each work package, in rows, and where the last row ends."""
    packages = spec.roadmap.work_packages or ()
    wide = (WIDTH_MM - 0.8 - (_IN_A_ROW + 1) * _GAP / 2) / _IN_A_ROW
    y = bodies[-1].foot[1] + _APART + _FRAME
    found: list[FigureBox] = []
    for start in range(0, len(packages), _IN_A_ROW):
        row = [
            node(
                f"{one.id} {one.title or ''}".strip(),
                [said.led_by.format(partner=one.lead) if one.lead else said.open],
                (0.3 + _GAP / 2 + column * (wide + _GAP / 2), y),
                wide,
            )
            for column, one in enumerate(packages[start : start + _IN_A_ROW])
        ]
        found += row
        y += max(one.height for one in row) + _GAP / 2
    return found, (y - _GAP / 2 if found else bodies[-1].foot[1])


def _between(bodies: Sequence[FigureBox]) -> Iterator[str]:
    for one, other in pairwise(bodies):
        yield arrow((one.foot, other.top), colour=DARK)


def _down(
    bodies: Sequence[FigureBox], leads: Sequence[FigureBox], bottom: float, said: GovernanceWords
) -> Iterator[str]:
    """Yield the frame around the work packages, and the arrow that leads to it."""
    if not leads:
        return
    x, y = bodies[-1].foot
    top = leads[0].y - _FRAME
    yield box(0.3, top, WIDTH_MM - 0.8, bottom + _GAP / 2 - top, fill=PAPER, stroke=MUTED)
    yield words(2, top + 3.8, escape(said.packages), f'fill="{MUTED}"')
    yield arrow(((x, y), (x, top)), colour=DARK)


def _sideways(one: FigureBox, other: FigureBox) -> str:
    """Return an arrow from a body to what stands beside it, level if it can be."""
    x, y = other.left
    level = min(max(y, one.y + 1), one.foot[1] - 1)
    return arrow(((one.right[0], level), (x, y)), dashed=True)


def _spoken(
    bodies: Sequence[FigureBox],
    asides: Sequence[FigureBox],
    leads: Sequence[FigureBox],
    said: GovernanceWords,
) -> str:
    def told(one: FigureBox) -> str:
        title, about = " ".join(one.title), " ".join(one.lines)
        return f"{title} ({about})" if about else title

    return said.spoken.format(
        bodies="; ".join(map(told, bodies)),
        asides="; ".join(map(told, asides)),
        packages="; ".join(map(told, leads)) or said.open,
    )
