"""Drawn figures: the colours of the look, plain SVG, words for those who do not see them."""

import json
import math
import re
from itertools import combinations, pairwise

import pytest
import yaml
from lxml import etree

from escp_docs.compose.figures import palette, projection
from escp_docs.compose.figures.effort import effort
from escp_docs.compose.figures.map_markers import MapMarker, spread_out
from escp_docs.compose.figures.partner_map import partner_map
from escp_docs.compose.figures.polygons import Panel, hatching
from escp_docs.compose.figures.timeline import timeline
from escp_docs.document import Figure, walk
from escp_docs.language.english.language import ENGLISH
from escp_docs.model.spec import Spec
from tests.support.documents import document, example
from tests.support.places import ROOT
from tests.support.reading import spec

_LOOK = ROOT / "templates" / "look"
_WORLD = (_LOOK / "world.json").read_text(encoding="utf-8")
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


def figures(found: Spec) -> dict[str, Figure]:
    return {
        "timeline": timeline(found, ENGLISH.figures.timeline),
        "map": partner_map(found, _WORLD, ENGLISH),
        "effort": effort(found, ENGLISH),
    }


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


@pytest.mark.parametrize(("name", "many"), [("wave", 3), ("shield", 3)])
def test_an_application_has_its_figures(name: str, many: int) -> None:
    found = [b for b in walk(document("application", name).blocks) if isinstance(b, Figure)]

    assert [figure.number for figure in found] == list(range(1, many + 1))


# --- the map ---------------------------------------------------------------------------------


def test_the_map_says_who_is_where_and_who_goes_where() -> None:
    told = partner_map(spec(MANY).spec, _WORLD, ENGLISH).alternative

    assert "Partners by country: BE1, Belgium; MT1, Malta; DE1, Germany; DE2, Germany;" in told
    assert "Singapore; Gulf states (Saudi Arabia, United Arab Emirates, Qatar)" in told


def test_every_partner_and_target_is_marked_on_the_map_and_in_the_legend() -> None:
    shown = words(partner_map(spec(MANY).spec, _WORLD, ENGLISH))

    for mark in ("1", "2", "5", "A", "B"):
        assert shown.count(mark) == 2, mark
    assert "3, 4" in shown  # two partners of one country share a mark
    assert shown.count("C") == 1  # a region without countries is in the legend alone


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

    marks = [MapMarker(str(i), at, is_partner=True, at=at) for i, at in enumerate(places)]
    marks = spread_out(marks, panel)

    assert all(math.dist(a.at, b.at) >= 4 for a, b in combinations(marks, 2))
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


@pytest.mark.parametrize(("tasks", "shown"), [(9, True), (12, False)])
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
