"""The agreement under its choices: no combination that the rules accept is faulty law."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import pytest
import yaml

from escp_docs.compose.checks.flaw import Flaw
from escp_docs.compose.checks.lint import lint
from escp_docs.document import Clause, Heading, walk
from escp_docs.rules import ALL_RULES
from tests.support.agreements import agreement_of, chosen, is_accepted, pieces, some_row
from tests.support.choices import Row, choices, pairwise

_SMALL: Final = 10
_TOUCHED: Final[dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("touched_clauses.yaml").read_text(encoding="utf-8")
)
"""The clauses that each choice may touch, in any combination."""


@cache
def rows(seed: int) -> list[Row]:
    return pairwise(choices(), is_accepted, seed, tries=3)


def flaws(row: Row) -> list[Flaw]:
    return list(lint(agreement_of(chosen(row))))


@pytest.mark.parametrize("index", range(_SMALL))
def test_a_combination_that_the_rules_accept_has_no_flaw(index: int) -> None:
    row = rows(0)[index]

    assert flaws(row) == [], row


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_no_pair_of_choices_makes_faulty_law(seed: int) -> None:
    found = {(one.name, one.message): row for row in rows(seed) for one in flaws(row)}

    assert found == {}


def test_every_two_values_that_are_accepted_together_come_up_together() -> None:
    small = {"a": (1, 2, 3), "b": (1, 2), "c": (1, 2, 3)}
    made = pairwise(small, lambda row: (row["a"], row["b"]) != (1, 2), tries=5)

    for one, two in (("a", "b"), ("a", "c"), ("b", "c")):
        met = {(row[one], row[two]) for row in made}
        wanted = {(x, y) for x in small[one] for y in small[two]}
        assert met == wanted - ({(1, 2)} if (one, two) == ("a", "b") else set())


def touched(row: Row, name: str, values: Sequence[object]) -> set[str]:
    before = pieces(agreement_of(chosen(row)))
    found: set[str] = set()
    for value in values:
        after = pieces(agreement_of(chosen({**row, name: value})))
        every = before.keys() | after.keys()
        found |= {one for one in every if before.get(one) != after.get(one)}
    return found


def test_the_list_of_touched_clauses_knows_every_choice() -> None:
    assert list(_TOUCHED) == list(choices())


@pytest.mark.parametrize("name", list(choices()))
def test_a_choice_changes_its_own_clauses_alone(name: str) -> None:
    random = Random(name)
    row = some_row(random)
    value = random.choice([one for one in choices()[name] if one != row[name]])

    assert touched(row, name, [value]) <= set(_TOUCHED[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", list(choices()))
def test_in_any_combination_a_choice_changes_its_own_clauses_alone(name: str) -> None:
    random = Random(f"all of {name}")
    found: set[str] = set()
    for _ in range(8):
        row = some_row(random)
        found |= touched(row, name, [one for one in choices()[name] if one != row[name]])

    assert found <= set(_TOUCHED[name])
    assert found, "a choice that changes no clause is none"


def test_every_clause_has_an_id_of_its_own_that_no_choice_moves() -> None:
    random = Random(1)
    for _ in range(5):
        blocks = walk(agreement_of(chosen(some_row(random))).blocks)
        named = [one for one in blocks if isinstance(one, Clause) and one.level == 1]
        assert all(one.id for one in named)
        assert len({one.id for one in named}) == len(named)


def test_every_rule_of_the_agreement_is_answered_in_it() -> None:
    found = agreement_of(chosen(some_row(Random(2))))
    answered = {
        code for one in walk(found.blocks) if isinstance(one, Heading) for code in one.answers
    }
    told = {"AGR012", "AGR013"}  # of the application, and of its deliverables

    assert {one.code for one in ALL_RULES if one.code.startswith("AGR")} - told <= answered
