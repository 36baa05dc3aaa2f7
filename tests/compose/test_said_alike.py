"""What several documents say of one choice is the same phrase, and never the bare option."""

import re
from random import Random
from typing import Final

import pytest

from escp_docs.document import (
    Clause,
    Document,
    Field,
    FieldKind,
    Table,
    all_inlines,
    inlines,
    plain,
    walk,
)
from tests.support.agreements import agreement_of, chosen, some_row
from tests.support.choices import choices
from tests.support.documents import PAGED, document
from tests.support.places import EXAMPLES

_ASKS: Final = ("questionnaires/questionnaire", "compliance")
"""Documents that show keys and options, because they ask for them."""

_KEY: Final = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


def words(found: Document) -> str:
    return " ".join(plain(inlines(one)) for one in walk(found.blocks)).replace("\u00a0", " ")


def bare(found: Document) -> list[str]:
    """Return the choices of the agreement that a document prints as the bare option."""
    kinds = (FieldKind.CHOICE, FieldKind.FLAG)
    return [
        f"{one.path}: {one.text}"
        for one in all_inlines(found)
        if isinstance(one, Field) and one.path.startswith("agreement.") and one.kind in kinds
    ]


@pytest.mark.parametrize("kind", [one for one in PAGED if one not in _ASKS])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_document_of_an_example_prints_a_bare_option(kind: str, name: str) -> None:
    found = document(kind, name)

    assert bare(found) == []
    if name != "unfinished":  # its placeholders show the options
        assert _KEY.findall(words(found)) == []


@pytest.mark.parametrize("kind", ["application", "term-sheet", "partnership-agreement"])
@pytest.mark.parametrize("seed", range(2))
def test_no_document_prints_a_bare_option_whatever_is_chosen(kind: str, seed: int) -> None:
    found = agreement_of(chosen(some_row(Random(seed))), kind)

    assert bare(found) == []
    assert set(_KEY.findall(words(found))) <= set()


def cells(found: Document) -> dict[str, str]:
    """Return the second cell of each row with two, by the first."""
    return {
        words_of(row[0].blocks): words_of(row[1].blocks)
        for table in walk(found.blocks)
        if isinstance(table, Table)
        for row in table.rows
        if len(row) == 2
    }


def words_of(blocks: tuple[object, ...]) -> str:
    return " ".join(plain(inlines(one)) for one in blocks).replace("\u00a0", " ").strip()  # type: ignore[arg-type]


def clauses(found: Document) -> dict[str, str]:
    return {
        one.id: plain(one.children).replace("\u00a0", " ")
        for one in walk(found.blocks)
        if isinstance(one, Clause)
    }


SAME: Final = {
    "Chair": "chair",
    "Meetings": "meetings-a-year",
    "Quorum": "quorum",
}
"""Rows of the application, and the clauses that hold their first phrase."""


@pytest.mark.parametrize("seed", range(2))
def test_the_application_says_of_governance_what_the_agreement_says(seed: int) -> None:
    row = {**some_row(Random(seed)), "grant_matters": "included"}
    rules = cells(agreement_of(chosen(row), "application"))
    said = clauses(agreement_of(chosen(row)))

    for label, clause in SAME.items():
        phrase = re.split("[,;]", rules[label])[0]
        assert phrase in said[clause], label
    assert rules["Votes"].split("; in Grant Matters ")[-1] in (
        said["grant-votes"].replace("In Grant Matters, and in them alone, ", "")
        if row["governance.votes"] == "by_budget_share"
        else said["votes"].replace("Each", "each")
    )


@pytest.mark.parametrize("seed", range(2))
def test_the_term_sheet_says_of_governance_what_the_application_says(seed: int) -> None:
    spec = chosen(some_row(Random(seed)))
    sheet = cells(agreement_of(spec, "term-sheet"))
    rules = cells(agreement_of(spec, "application"))

    assert rules["Chair"] == sheet["Chair"]
    assert rules["Reserved Matters"] == sheet["Reserved matters"]
    assert rules["Written procedure"] == sheet["Written procedure"]
    assert rules["Veto"] == sheet["Veto"]
    assert re.split("[,;]", rules["Quorum"])[0] in sheet["Quorum"]
    assert re.split("[,;]", rules["Majority"])[0] in sheet["Majority"]


def test_the_rows_of_the_application_follow_every_value() -> None:
    random = Random(9)
    row = {**some_row(random), "governance.veto": "none"}
    before = words(agreement_of(chosen(row), "application"))
    for name in ("chair", "quorum", "majority_of", "veto", "votes", "silence", "virtual_meetings"):
        path = f"governance.{name}"
        other = next(one for one in choices()[path] if one != row[path])
        assert words(agreement_of(chosen({**row, path: other}), "application")) != before, name
