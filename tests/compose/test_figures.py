"""Drawn figures: the colours of the look, plain SVG, words for those who do not see them."""

import json
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Final

import pytest
import yaml
from lxml import etree

from escp_docs.compose.figures import palette, projection
from escp_docs.compose.figures.budget_chart import budget_chart
from escp_docs.compose.figures.drawing import width_of
from escp_docs.compose.figures.effort import effort
from escp_docs.compose.figures.governance import governance
from escp_docs.compose.figures.indicator_curves import indicator_curves
from escp_docs.compose.figures.logic_map import logic_map
from escp_docs.compose.figures.map_markers import MapMarker, spread_out
from escp_docs.compose.figures.partner_map import partner_map
from escp_docs.compose.figures.polygons import Panel, hatching
from escp_docs.compose.figures.risk_matrix import risk_matrix
from escp_docs.compose.figures.timeline import timeline
from escp_docs.compose.figures.work_flow import work_flow
from escp_docs.document import Figure, walk
from escp_docs.language.english.language import ENGLISH
from escp_docs.model.spec import Spec
from tests.support.documents import document, example
from tests.support.places import ROOT
from tests.support.reading import PROJECT, spec

_LOOK = ROOT / "templates" / "look"
_WORLD = (_LOOK / "world.json").read_text(encoding="utf-8")
_TEXT: Final = "{http://www.w3.org/2000/svg}text"
_PLAIN = {"svg", "path", "rect", "circle", "text"}

MANY = """\
consortium:
  coordinator: BE1
  partners:
  - {id: MT1, country: MT}
  - {id: BE1, country: BE}
  - {id: DE1, country: DE}
  - {id: DE2, country: DE}
  - {id: XK1, country: XK}
  - {id: ZZ1}
target_countries:
- {country: SG}
- {region: Gulf states, countries: [SA, AE, QA]}
- {region: Somewhere yet}
"""


LONG: Final = "Multimodal_corridors_and_their_logistics " + "word " * 30

_RISKS: Final = "\n".join(
    f"- {{id: R{number}-rather-long-name, likelihood: high, impact: high}}" for number in range(9)
)

FULL: Final = f"""\
project: {{acronym: X, start_date: 2021-03-31, duration_months: 30}}
consortium:
  coordinator: Association-of-Clusters-AAAAAA
  partners:
  - {{id: Association-of-Clusters-AAAAAA, country: PT}}
  - {{id: Association-of-Clusters-BBBBBB, country: PT}}
  - {{id: C3, country: FI}}
  associated: [{{id: OBS}}]
target_countries:
- {{country: CA, lead: C3}}
- {{region: {LONG[:200]!r}, countries: [US, MX], lead: C3}}
roadmap:
  work_packages:
  - id: WP1
    title: {LONG!r}
    kind: preparatory
    lead: C3
    start_month: 1
    end_month: 30
    effort: {{C3: 12.5, Association-of-Clusters-AAAAAA: 100}}
    tasks: [{{id: T1.1, title: {LONG!r}, start_month: 1, end_month: 30, targets: [CA]}}]
    deliverables:
    - {{id: D1.1-with-a-long-number, due_month: 30}}
    - {{id: D1.2, due_month: 30}}
    - {{id: D1.3, due_month: 29}}
    milestones: [{{id: M1.1, due_month: 1}}]
  - {{id: WP2, kind: implementation, title: Second, start_month: 5, end_month: 9, builds_on: [WP1]}}
  - {{id: WP3, kind: implementation, builds_on: [WP2, WP3]}}
  - {{id: WP4, kind: management, title: {LONG!r}}}
strategy:
  common_goals:
  - {{id: G1, title: {LONG!r}, targets: [CA], indicators: [K1]}}
indicators:
- {{id: K1, name: {LONG!r}, unit: Firms, baseline: 0, target: 10, due_month: 30}}
- {{id: K2, name: Falling, baseline: 100000, target: 10, due_month: 3}}
- {{id: K3}}
risks:
{_RISKS}
- {{id: R99, impact: low}}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0.07
  person_month_eur: {{C3: 4000, Association-of-Clusters-AAAAAA: 4000}}
  costs:
  - {{partner: C3, category: travel, amount_eur: 99999999.99}}
agreement:
  members: [C3, OBS]
  governance:
    bodies: [general_assembly, steering_committee, coordination_office]
    steering_committee: [C3]
    chair: elected
"""
"""Every part has names that are far too long."""


def figures(found: Spec) -> dict[str, Figure]:
    return {
        "timeline": timeline(found, ENGLISH.figures.timeline),
        "flow": work_flow(found, ENGLISH),
        "map": partner_map(found, _WORLD, ENGLISH),
        "effort": effort(found, ENGLISH),
        "governance": governance(found, ENGLISH),
        "risks": risk_matrix(found, ENGLISH),
        "budget": budget_chart(found, ENGLISH),
        "logic": logic_map(found, ENGLISH),
        "indicators": indicator_curves(found, ENGLISH),
    }


def places(figure: Figure) -> Iterator[tuple[float, float, str]]:
    """Yield for each line of words where it begins and ends, and what it says."""
    for one in etree.fromstring(figure.svg.encode()).iter(_TEXT):
        wide = width_of(str(one.text), bold=one.get("font-weight") == "600")
        x, anchor = float(str(one.get("x"))), one.get("text-anchor")
        begin = x - {"middle": wide / 2, "end": wide}.get(str(anchor), 0)
        yield begin, begin + wide, str(one.text)


def words(figure: Figure) -> list[str]:
    root = etree.fromstring(figure.svg.encode())
    return [str(one.text) for one in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_colours_are_those_of_the_look() -> None:
    design = yaml.safe_load((_LOOK / "design.yaml").read_text(encoding="utf-8"))
    shared = {name: design["colour"][name] for name in ("ink", "muted", "rule")}

    assert {name.lower(): getattr(palette, name.upper()) for name in shared} == shared
    for name, colour in design["figure"].items():
        assert getattr(palette, name.upper()) == colour


def test_the_fonts_and_the_width_are_those_of_the_look() -> None:
    design = yaml.safe_load((_LOOK / "design.yaml").read_text(encoding="utf-8"))
    page = design["page"]

    assert palette.FONTS.split(",") == [design["font"]["display"], design["font"]["fallback"]]
    assert page["width"] - page["left"] - page["right"] == palette.WIDTH_MM


def test_tones_stay_apart_in_grey() -> None:
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    tones = sorted(map(grey, (palette.DARK, palette.MIDDLE, palette.LAND)))
    assert min(b - a for a, b in pairwise(tones)) > 0.15
    assert abs(grey(palette.DARK) - grey(palette.WARM)) > 0.4


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished"])
def test_figures_are_plain_fit_a_page_and_are_told_in_words(name: str) -> None:
    for figure in figures(example(name).spec).values():
        root = etree.fromstring(figure.svg.encode())
        assert {etree.QName(one).localname for one in root.iter()} <= _PLAIN
        assert set(re.findall("#[0-9A-Fa-f]{6}", figure.svg)) <= {
            value for value in vars(palette).values() if isinstance(value, str)
        }
        assert root.get("font-family") == palette.FONTS
        assert 0 < figure.height_mm <= palette.TALLEST_MM
        assert len(figure.alternative) > 60


def test_figures_of_an_empty_spec_do_not_fail() -> None:
    for figure in figures(spec("").spec).values():
        etree.fromstring(figure.svg.encode())
        assert figure.alternative


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished", "full"])
def test_nothing_in_a_figure_is_cut(name: str) -> None:
    found = spec(FULL).spec if name == "full" else example(name).spec

    for kind, figure in figures(found).items():
        root = etree.fromstring(figure.svg.encode())
        wide, high = (float(one) for one in str(root.get("viewBox")).split()[2:])
        for begin, end, text in places(figure):
            assert begin >= -0.05, (kind, text)
            assert end <= wide + 0.05, (kind, text, end)
            assert "…" not in text
        for one in root.iter(_TEXT):
            size = float(one.get("font-size") or palette.TEXT_MM)
            assert size * 0.7 <= float(str(one.get("y"))) <= high, (kind, one.text)


def test_every_letter_of_every_label_is_drawn() -> None:
    drawn = {kind: "".join(words(one)) for kind, one in figures(spec(FULL).spec).items()}
    label = LONG.replace(" ", "")

    for kind in ("timeline", "flow", "effort", "governance", "budget", "logic", "indicators"):
        assert label in drawn[kind].replace(" ", "").replace("\n", ""), kind
    assert "Association-of-Clusters-BBBBBB" in drawn["effort"].replace(" ", "")
    assert LONG[:200].replace(" ", "").strip() in drawn["map"].replace(" ", "")


@pytest.mark.parametrize("name", ["wave", "shield"])
def test_words_can_be_read_at_sixty_per_cent(name: str) -> None:
    for figure in figures(example(name).spec).values():
        points = palette.TEXT_MM * figure.width_mm / palette.WIDTH_MM / 25.4 * 72

        assert points * 0.6 > 4


def test_the_flow_draws_what_is_stated_and_else_the_order_of_the_call() -> None:
    unstated = FULL.replace(", builds_on: [WP1]", "").replace(", builds_on: [WP2, WP3]", "")

    stated, usual = (work_flow(spec(one).spec, ENGLISH).alternative for one in (FULL, unstated))
    assert "WP2 Second, which builds on WP1; WP3, which builds on WP2 and WP3" in stated
    assert "WP2 Second, which builds on WP1; WP3, which builds on WP1" in usual


def test_work_that_builds_on_itself_in_a_circle_is_drawn() -> None:
    text = "roadmap: {work_packages: [{id: A, builds_on: [B]}, {id: B, builds_on: [A]}]}"

    told = work_flow(spec(text).spec, ENGLISH).alternative
    assert "A, which builds on B; B, which builds on A" in told


def test_governance_shows_the_bodies_that_were_chosen_and_no_others() -> None:
    few = FULL.replace("general_assembly, steering_committee, ", "general_assembly, ")

    assert "Steering Committee" in governance(spec(FULL).spec, ENGLISH).svg
    assert "Steering Committee" not in governance(spec(few).spec, ENGLISH).svg
    assert "Chair: elected by the Members" in governance(spec(few).spec, ENGLISH).svg


def test_a_risk_without_likelihood_is_named_below_the_matrix() -> None:
    chart = risk_matrix(spec(FULL).spec, ENGLISH)

    assert "Not placed yet: R99" in words(chart)
    assert "R99: likelihood unknown, impact low" in chart.alternative


def test_the_logic_map_has_the_links_of_the_spec() -> None:
    told = logic_map(spec(FULL).spec, ENGLISH).alternative

    assert "→ CA" in told
    assert "Canada → G1" in told
    assert "→ K1" in told


def test_what_is_due_in_one_month_stands_side_by_side() -> None:
    spans = [
        (begin, end)
        for begin, end, text in places(timeline(spec(FULL).spec, ENGLISH.figures.timeline))
        if text.startswith(("D1", "M1"))
    ]

    assert len(spans) == 4


def test_years_of_the_calendar_stand_above_their_months() -> None:
    shown = words(timeline(spec(FULL).spec, ENGLISH.figures.timeline))

    assert [one for one in shown if re.fullmatch("20..", one)] == ["2021", "2022", "2023"]
    assert {"1", "30"} <= set(shown)  # the first month, and the last


@pytest.mark.parametrize(("name", "many"), [("wave", 9), ("shield", 9)])
def test_an_application_has_its_figures(name: str, many: int) -> None:
    found = [b for b in walk(document("application", name).blocks) if isinstance(b, Figure)]

    assert [figure.number for figure in found] == list(range(1, many + 1))


# --- the map ---------------------------------------------------------------------------------


def test_the_map_says_who_is_where_and_who_goes_where() -> None:
    told = partner_map(spec(MANY).spec, _WORLD, ENGLISH).alternative

    assert "Partners by country: BE1, Belgium; MT1, Malta; DE1, Germany; DE2, Germany;" in told
    assert "Singapore; Gulf states (Saudi Arabia, United Arab Emirates, Qatar)" in told


def test_every_partner_and_target_is_named_on_the_map_and_in_the_legend() -> None:
    shown = words(partner_map(spec(MANY).spec, _WORLD, ENGLISH))

    assert shown.count("Singapore") == 2
    assert "DE1, DE2" in shown  # two partners of one country share a mark
    assert {"DE1, Germany", "DE2, Germany", "BE1", "BE1, Belgium"} <= set(shown)
    assert shown.count("Somewhere yet") == 1  # a region without countries is in the legend alone


def test_a_way_leads_from_whoever_leads_the_work_on_a_target() -> None:
    told = {
        lead: partner_map(spec(MANY.replace("SG}", f"SG, lead: {lead}}}")).spec, _WORLD, ENGLISH)
        for lead in ("BE1", "ZZ1")
    }

    assert "Singapore, BE1" in told["BE1"].alternative
    assert told["BE1"].svg.count("stroke-dasharray") == 1
    assert "stroke-dasharray" not in told["ZZ1"].svg  # nobody knows where ZZ1 is at home


def test_kosovo_carries_its_footnote() -> None:
    with_kosovo, without = (
        " ".join(words(partner_map(spec(text).spec, _WORLD, ENGLISH)))
        for text in (MANY, MANY.replace("XK", "AL"))
    )

    assert "XK1, Kosovo*" in with_kosovo
    assert "without prejudice to positions on status" in with_kosovo
    assert "without prejudice" not in without


def test_a_region_colours_all_its_countries() -> None:
    one, three = (
        partner_map(
            spec(f"target_countries: [{{region: R, countries: {codes}}}]").spec, _WORLD, ENGLISH
        )
        for codes in ("[BR]", "[BR, CL, AU]")
    )

    def warm(figure: Figure) -> int:
        return sum(len(d) for d in re.findall(f'd="([^"]*)" fill="{palette.WARM}"', figure.svg))

    assert warm(three) > 1.3 * warm(one)


def test_the_outlines_are_small_named_and_complete() -> None:
    world = json.loads(_WORLD)

    assert len(_WORLD.encode()) < 80_000
    assert "Natural Earth" in world["source"]
    assert "public domain" in world["source"]
    assert {"MT", "LU", "CY", "XK", "SG", "HK", "BH", "MU"} <= world["countries"].keys()


def test_crimea_is_drawn_as_ukraine() -> None:
    known = projection.countries(_WORLD)
    simferopol = (34.1, 45.0)

    def around(code: str) -> bool:
        return any(
            min(x for x, _ in ring) < simferopol[0] < max(x for x, _ in ring) < 37
            and min(y for _, y in ring) < simferopol[1] < max(y for _, y in ring) < 46.6
            for ring in known[code].rings
        )

    assert around("UA")
    assert not around("RU")


def test_no_outline_jumps_across_the_world() -> None:
    for country in projection.countries(_WORLD).values():
        for ring in country.rings:
            assert all(abs(a[0] - b[0]) < 60 for a, b in pairwise(ring))


def test_marks_do_not_cover_each_other() -> None:
    panel = Panel(lambda point: point, 0, 0, 80, 80, (0, 0), 1)
    places = [(40 + x % 3, 40 + x // 3) for x in range(9)]

    marks = [MapMarker((f"Mark {i}",), at, is_partner=True, at=at) for i, at in enumerate(places)]
    marks = spread_out(marks, panel)

    for a, b in combinations(marks, 2):
        assert (
            abs(a.at[0] - b.at[0]) >= a.half_width + b.half_width
            or abs(a.at[1] - b.at[1]) >= a.half_height + b.half_height
        )
    assert all(panel.holds(one.at) for one in marks)


def test_hatching_stays_inside() -> None:
    ring = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    ends = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", hatching([ring], 1))

    assert len(ends) > 20
    assert all(-0.01 <= float(value) <= 10.01 for end in ends for value in end)


# --- the effort ------------------------------------------------------------------------------


def test_the_effort_is_that_of_the_table() -> None:
    found = spec(
        "consortium: {coordinator: B, partners: [{id: A}, {id: B}]}\n"
        "roadmap: {work_packages: [{id: WP1, title: Start, lead: A, effort: {A: 3, B: 1.5}},"
        " {id: WP2, effort: {B: 2}}]}\n"
    ).spec

    chart = effort(found, ENGLISH)

    assert words(chart)[:3] == ["B", "A", "Total"]
    assert words(chart)[3:-3] == [
        *("WP1 Start", "1.5", "3", "4.5"),
        *("WP2", "2", "2"),
        *("Total", "3.5", "3", "6.5"),
    ]
    assert chart.alternative.endswith("WP1, led by A: B 1.5 and A 3; WP2, led by nobody yet: B 2.")
    assert chart.svg.count(f'fill="{palette.DARK}"') == 2  # A in WP1, and the legend


@pytest.mark.parametrize(("tasks", "shown"), [(8, True), (14, False)])
def test_a_timeline_leaves_tasks_out_before_its_words_become_too_small(
    tasks: int, *, shown: bool
) -> None:
    one = "{{id: T{0}.{1}, title: Sail, start_month: 1, end_month: 2}}"
    packages = (
        f"{{id: WP{number}, start_month: 1, end_month: 2, tasks: "
        f"[{', '.join(one.format(number, task) for task in range(tasks))}]}}"
        for number in range(5)
    )

    figure = timeline(
        spec(f"roadmap: {{work_packages: [{', '.join(packages)}]}}").spec, ENGLISH.figures.timeline
    )

    points = palette.TEXT_MM * figure.width_mm / palette.WIDTH_MM / 25.4 * 72
    assert ("Sail" in figure.svg) is shown
    assert ("Tasks are left out." in figure.svg) is not shown
    assert points > 5


@pytest.mark.parametrize(
    ("more", "drawn"),
    [
        pytest.param("", False, id="baseline alone"),
        pytest.param("target: 9, due_month: 3", True, id="with its target"),
        pytest.param("interim: [{month: 2, value: 4}]", True, id="with a value between"),
    ],
)
def test_an_indicator_with_one_known_value_has_no_curve(more: str, *, drawn: bool) -> None:
    known = f"indicators: [{{id: K1, name: Visits, baseline: 0, {more}}}]\n"
    stated = spec(PROJECT + known).spec
    found = document("application", "unfinished", stated)
    figures = [one for one in walk(found.blocks) if isinstance(one, Figure)]

    assert any(one.id == "indicator-curves" for one in figures) is drawn
    assert ("K1 Visits" in words(indicator_curves(stated, ENGLISH))) is drawn
