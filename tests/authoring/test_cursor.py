"""Where in the format a place of a text is, though what is typed is no YAML yet."""

import pytest

from escp_docs.authoring.cursor import key_at, siblings, spot
from escp_docs.authoring.cursor_spot import CursorSpot as Spot

TEXT = """\
call: x
consortium:
  coordinator: ~0
  partners:
  - id: CMC
    country: P~1
    contact:
      na~2
    signatories:
      - {name: A, ro~3
  - {id: CMA, coun~4
  - id: X
    ci~5
    confirmed: [ci~6
roadmap:
  work_packages:
    - id: WP1
      effort:
        CM~7
      tasks:
        - id: T1
          targets: [JP, C~8
      objectives: |
        country: ~9
      ki~a
target_countries:
  - ~b
pro~c
strategy:
  common_goals:
    - title: "a: b" # ~d
      targets:
        - J~e
    -
      id: ~f
budget: {person_month_eur: {C~g
"""
LINES = TEXT.split("\n")
PARTNER = ("consortium", "partners", 0)
PACKAGE = ("roadmap", "work_packages", 0)


def at(mark: str) -> tuple[list[str], int, int]:
    """Return the text without marks, and the line and column of one."""
    line = next(index for index, one in enumerate(LINES) if f"~{mark}" in one)
    lines = [one.partition("~")[0] for one in LINES]
    return lines, line, len(lines[line])


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("0", Spot(("consortium",), "coordinator", is_value=True, begun="")),
        ("1", Spot(PARTNER, "country", is_value=True, begun="P")),
        ("2", Spot((*PARTNER, "contact"), "", is_value=False, begun="na")),
        ("3", Spot((*PARTNER, "signatories", 0), "", is_value=False, begun="ro")),
        ("4", Spot(PARTNER, "", is_value=False, begun="coun")),
        ("5", Spot(PARTNER, "", is_value=False, begun="ci")),
        ("6", Spot((*PARTNER, "confirmed", 0), "", is_value=True, begun="ci")),
        ("7", Spot((*PACKAGE, "effort"), "", is_value=False, begun="CM")),
        ("8", Spot((*PACKAGE, "tasks", 0, "targets", 0), "", is_value=True, begun="C")),
        ("9", None),
        ("a", Spot(PACKAGE, "", is_value=False, begun="ki")),
        ("b", Spot(("target_countries", 0), "", is_value=False, begun="")),
        ("c", Spot((), "", is_value=False, begun="pro")),
        ("d", None),
        (
            "e",
            Spot(("strategy", "common_goals", 0, "targets", 0), "", is_value=True, begun="J"),
        ),
        ("f", Spot(("strategy", "common_goals", 0), "id", is_value=True, begun="")),
        ("g", Spot(("budget", "person_month_eur"), "", is_value=False, begun="C")),
    ],
)
def test_indents_braces_and_dashes_tell_where_a_place_is(mark: str, found: Spot | None) -> None:
    assert spot(*at(mark)) == found


def test_keys_that_stand_already_are_those_of_the_same_mapping() -> None:
    assert siblings(*at("5")) == {"id", "confirmed"}
    assert siblings(*at("a")) == {"id", "effort", "tasks", "objectives"}
    assert siblings(*at("c")) == {
        *("call", "consortium", "roadmap", "target_countries", "strategy", "budget"),
    }


def test_a_word_is_known_by_its_key_wherever_the_cursor_is_on_it() -> None:
    lines = ["project:", "  acronym: WAVE"]

    assert [key_at(lines, 1, column) for column in (2, 5, 9, 11, 13)] == [
        ("project", "acronym")
    ] * 5
    assert key_at(lines, 9, 0) is None
