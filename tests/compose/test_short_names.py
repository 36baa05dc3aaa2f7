"""What a partner is called: its short name is printed wherever its id would stand as a name."""

import re
from collections.abc import Iterator
from typing import cast

import pytest

from escp_docs.document import Block, Field, Figure, Passage, Text, inlines, plain, walk
from escp_docs.model.short_names import called_by_short_names, short_names
from escp_docs.model.spec import Spec
from tests.support.documents import document, example
from tests.support.reading import HEAD, PROJECT, faults

ID = "GYJK"
NAME = "Győr+"
PRINTING = ("application", "partnership-agreement", "letters/intent", "term-sheet", "portal-sheet")


def called() -> Spec:
    """Return an example in which one partner has a short name and stands for two clusters."""
    spec = example("shield").spec
    more = {"short_name": NAME, "represents": ("Cluster Mar", "Cluster Rede")}
    partners = tuple(one.updated(more) if one.id == ID else one for one in spec.partners)
    consortium = spec.consortium.updated({"partners": partners})
    return spec.updated({"consortium": consortium})


def printed(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words that no prose of the spec holds, nor a value that names the id itself."""
    prose = {
        id(inner)
        for block in walk(blocks)
        if isinstance(block, Passage)
        for inner in walk(block.blocks)
    }
    for block in walk(blocks):
        if id(block) in prose:
            continue
        for one in inlines(block):
            if isinstance(one, Text) or (isinstance(one, Field) and one.value in {ID, NAME}):
                yield plain((one,))


@pytest.mark.parametrize("kind", PRINTING)
def test_no_id_is_printed_where_there_is_a_short_name(kind: str) -> None:
    words = [*printed(document(kind, "shield", called()).blocks)]

    assert any(NAME in one for one in words)
    assert [one for one in words if re.search(rf"\b{ID}\b", one)] == []


def test_figures_print_short_names() -> None:
    drawn = [
        one.svg
        for one in walk(document("application", "shield", called()).blocks)
        if isinstance(one, Figure)
    ]

    assert any(NAME in one for one in drawn)
    assert not any(re.search(rf">[^<]*\b{ID}\b", one) for one in drawn)


def test_a_short_name_is_the_value_of_its_own_key_and_a_reference_stays_one() -> None:
    fields = [
        one
        for block in walk(document("application", "shield", called()).blocks)
        for one in inlines(block)
        if isinstance(one, Field) and one.text == NAME
    ]

    assert {one.value for one in fields if one.path.endswith(".short_name")} == {NAME}
    assert {one.value for one in fields if one.path.endswith(".lead")} == {ID}
    assert not [one.path for one in fields if one.path.endswith(".id")]


@pytest.mark.parametrize("kind", ["application", "partnership-agreement"])
def test_for_whom_a_legal_entity_stands_is_printed(kind: str) -> None:
    words = " ".join(
        plain((*inlines(block),)) for block in walk(document(kind, "shield", called()).blocks)
    )

    assert "Cluster Mar and Cluster Rede" in words


def test_without_short_names_a_spec_is_what_it_was() -> None:
    spec = example("shield").spec

    assert short_names(spec) == {}
    assert called_by_short_names(spec) is spec


def test_a_renamed_spec_names_the_partner_everywhere() -> None:
    renamed = called_by_short_names(called())

    assert NAME in {one.id for one in renamed.partners}
    assert f"'{ID}'" not in repr(cast("object", renamed.roadmap)) + repr(renamed.budget)


@pytest.mark.parametrize(
    "partners",
    [
        "{id: A, short_name: X}, {id: B, short_name: x}",
        "{id: A, short_name: B}, {id: B}",
        "{id: A}, {id: B, short_name: a}",
    ],
)
def test_short_names_are_unique_among_names_and_ids(partners: str) -> None:
    (fault,) = faults(HEAD + PROJECT + f"consortium: {{partners: [{partners}]}}\n")

    assert "stands already" in fault.message
    assert "name of its own" in (fault.fix or "")


def test_a_short_name_may_be_the_own_id() -> None:
    assert not faults(HEAD + PROJECT + "consortium: {partners: [{id: A, short_name: A}]}\n")
