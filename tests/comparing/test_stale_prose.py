"""What texts still say of a version before: by a list that was labelled by hand, and by kinds."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from escp_docs import api
from escp_docs.comparing.claims.stale import stale_prose
from escp_docs.finding import StaleProse
from escp_docs.model.without_partner import departure
from escp_docs.read.spec import Reading
from tests.support.changed_values import changed, put
from tests.support.places import SPECS
from tests.support.reading import spec

LABELS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "stale_prose.yaml").read_text(encoding="utf-8")
)
WAVE, SHIELD = "wave-4i", "shield-4i.yaml"


def reading(name: str) -> Reading:
    """Return an example."""
    return api.open_spec(SPECS / name).reading


def without(found: Reading, *partners: str) -> tuple[StaleProse, ...]:
    """Return what texts would still say of partners that are left out."""
    gone = departure(found.spec, *partners)
    return stale_prose(found, replace(found, spec=gone.spec), gone.as_written)


def line(one: StaleProse) -> str:
    """Return a line as the list has it."""
    return f"{one.path} | {one.words} | {one.about}"


def after(old: str, new: str) -> list[tuple[str, str]]:
    """Return words and fact of what a snippet still says of another one."""
    return [(one.words, one.fact) for one in stale_prose(spec(old), spec(new))]


# --- the labelled lists ----------------------------------------------------------------------


def test_the_texts_that_have_the_month_32_are_those_of_the_list() -> None:
    old = reading(WAVE)
    new = replace(old, spec=put(old.spec, ("project", "duration_months"), 31))

    found = {one.path: one.words for one in stale_prose(old, new)}

    assert found == LABELS["duration of wave-4i: 32 to 31"]


def test_the_texts_that_name_a_partner_or_count_it_are_those_of_the_list() -> None:
    found = without(reading(WAVE), "MINI")
    named = {one.path for one in found if "#" not in one.about}
    counted = {one.path: one.words for one in found if one.about.endswith("#partners")}

    assert named == set(LABELS["wave-4i without MINI, named"])
    assert counted == LABELS["wave-4i without MINI, counted"]


def lines_of(seeds: range) -> list[tuple[str, str]]:
    """Return spec and line of all that random changes leave in texts."""
    specs = {name: reading(name) for name in (WAVE, SHIELD)}
    found = []
    for seed in seeds:
        name = (WAVE, SHIELD)[seed % 2]
        _, new = changed(specs[name], seed)
        found += [(name, line(one)) for one in stale_prose(specs[name], new)]
    return found


@pytest.mark.parametrize("seeds", [range(20), pytest.param(range(200), marks=pytest.mark.slow)])
def test_at_most_one_line_in_five_is_a_false_alarm(seeds: range) -> None:
    found = lines_of(seeds)
    labels = LABELS["after random changes"]
    unknown = {
        one for name, one in found if one not in {*labels[name]["right"], *labels[name]["wrong"]}
    }
    wrong = [one for name, one in found if one in labels[name]["wrong"]]

    assert unknown == set()
    assert len(found) > 20
    assert len(wrong) * 5 <= len(found)


def test_every_place_leads_to_the_words() -> None:
    old = reading(WAVE)

    for one in without(old, "MINI", "CMA"):
        excerpt = old.places.excerpt(one.place)
        first = one.words.split()[0]
        assert first in excerpt[one.place.column - 1 :], one


# --- kinds -----------------------------------------------------------------------------------

PARTNERS = """
consortium:
  partners:
    - {{id: AA, country: PT, city: Porto, short_name: ALPHA+, legal_name: Alpha Cluster}}
    - {{id: BB, country: ES, city: Vigo, legal_name: Beta Cluster}}
{more}
strategy:
  vision: |
    {text}
"""


def partners(text: str, more: str = "") -> str:
    return PARTNERS.format(text=text, more=f"    - {more}" if more else "")


THIRD = "{id: CC, country: FR, city: Porto}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our 3 partners work.", "3 partners"),
        ("Three clusters work.", "Three clusters"),
        ("The three European cluster organisations work.", "three European cluster organisations"),
        ("From three to nine clusters.", "three to nine clusters"),
        ("Three countries take part.", "Three countries"),
        ("We write to CC in spring.", "CC"),
    ],
)
def test_counts_and_names_of_an_entry_that_is_gone(text: str, words: str) -> None:
    found = after(partners(text, THIRD), partners(text))

    assert [one for one, _ in found] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "We need three months.",
        "Three out of nine people work.",
        "The third partner works.",
        "There are 3.5 partners for each.",
        "In Porto we meet.",  # there is another partner in Porto
        "The code is CCX, or xCC.",
        "Call cc@example.org or look at www.cc.example/CC.",
        "Our 13 partners work.",
    ],
)
def test_what_only_looks_alike_is_no_alarm(text: str) -> None:
    assert after(partners(text, THIRD), partners(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It takes 32 months.", "32 months"),
        ("It takes thirty-two months.", "thirty-two months"),
        ("A 32-month action.", "32-month"),
        ("By month 32 it ends.", "month 32"),
        ("In months 19 to 32 we wait.", "months 19 to 32"),
        ("In months 7, 19 and 32.", "months 7, 19 and 32"),
        ("In the thirty-second month.", "thirty-second month"),
        ("In the 32nd month.", "32nd month"),
    ],
)
def test_a_duration_in_digits_and_in_words(text: str, words: str) -> None:
    whole = "project: {{acronym: X, duration_months: {}, abstract: '{}'}}"

    found = after(whole.format(32, text), whole.format(31, text))

    assert found == [(words, "duration in months is now 31")]


@pytest.mark.parametrize(
    "written",
    [
        "1 September 2021",
        "September 2021",
        "2021-09-01",
        "01.09.2021",
        "1st Sep 2021",
        "Sep 1, 2021",
    ],
)
def test_a_day_however_it_is_written(written: str) -> None:
    whole = "project: {{acronym: X, start_date: {}, abstract: 'We begin on {}.'}}"

    found = after(whole.format("2021-09-01", written), whole.format("2021-10-01", written))

    assert [words for words, _ in found] == [written]


def test_a_short_name_a_legal_name_and_a_city() -> None:
    text = "ALPHA+ of Porto is the Alpha Cluster."
    old = partners(text)
    new = old.replace("ALPHA+,", "A+,").replace("Porto,", "Braga,").replace("a Cluster, ", "a, ")
    new = new.replace("Alpha Cluster}", "Alfa}")

    found = after(old, new)

    assert [words for words, _ in found] == ["ALPHA+", "Porto", "Alpha Cluster"]
    assert found[1][1] == "city of AA is now Braga"


def test_a_new_id_is_told_where_texts_have_the_old_one() -> None:
    old = partners("We ask BB first.")

    found = after(old, old.replace("id: BB", "id: BETA"))

    assert found == [("BB", "id is now BETA")]


def test_a_sum_follows_from_what_was_changed() -> None:
    old = reading(WAVE)
    told = put(old.spec, ("budget", "justification"), "We ask for a grant of EUR 536,531.")
    new = put(told, ("roadmap", "work_packages", 2, "effort", "CMA"), Decimal(5))

    found = stale_prose(replace(old, spec=told), replace(old, spec=new))

    assert [(one.words, one.fact) for one in found] == [
        ("EUR 536,531", "grant is now EUR 542,092.19")
    ]


def test_a_text_that_says_the_new_value_is_no_alarm() -> None:
    old = "project: {acronym: X, duration_months: 32, abstract: It takes 31 months.}"

    assert after(old, old.replace("32", "31")) == []


def test_nothing_is_said_of_an_order_that_is_another() -> None:
    old = partners("AA and BB meet in Vigo.", THIRD)
    lines = old.split("\n")
    new = "\n".join([*lines[:3], lines[4], lines[3], *lines[5:]])

    assert after(old, new) == []
