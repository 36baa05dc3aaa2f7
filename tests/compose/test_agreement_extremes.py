"""The agreement of odd partnerships: signatures, votes, prose and names at the edges."""

from collections.abc import Callable
from math import ceil
from random import Random
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.compose.checks.flaw import PLACEHOLDER
from escp_docs.compose.checks.lint import lint
from escp_docs.compose.document_types import requests
from escp_docs.compose.markdown.stops import with_single_stops
from escp_docs.compose.values.votes import vote_table
from escp_docs.document import Document, Field, Signature, Text, plain, walk
from escp_docs.model.spec import Spec
from tests.support.agreements import agreement_of, chosen, shipped, small, some_row
from tests.support.documents import composed
from tests.support.reading import read

Tree = dict[str, Any]
_PROSE: Final = (
    "# A heading\n\nThey do.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## Below\n\n1. one\n2. two"
)


def _no_signatories(tree: Tree) -> None:
    for one in tree["consortium"]["partners"]:
        del one["signatories"]


def _ten_signatories(tree: Tree) -> None:
    person = {"role": "Member of the board", "authority": "statutory"}
    people = [{"name": f"Person {index}", **person} for index in range(10)]
    tree["consortium"]["partners"][0] = {**tree["consortium"]["partners"][0], "signatories": people}


def _many_members(tree: Tree) -> None:
    partners = tree["consortium"]["partners"]
    more = [{**partners[0], "id": f"M{n}", "legal_name": f"Member {n} Ltd."} for n in range(297)]
    tree["consortium"]["partners"] = [*partners, *more]
    tree["agreement"]["members"] = [one["id"] for one in tree["consortium"]["partners"]]


def _prose_with_structure(tree: Tree) -> None:
    tree["agreement"] |= dict.fromkeys(
        ("common_actions", "publicity", "financing_after_project"), _PROSE
    )
    tree["strategy"] |= {"vision": _PROSE, "mission": _PROSE}
    tree["roadmap"]["long_term"] |= {"agenda": _PROSE, "sustainability": _PROSE}


def _names_that_end_in_a_stop(tree: Tree) -> None:
    for one in (*tree["consortium"]["partners"], *tree["consortium"]["associated"]):
        one["legal_name"] += " Co."
    tree["agreement"] |= {"title": "Agreement of the Pair Co.", "annexes": ["accession_form"]}
    tree["agreement"]["disputes"] = {
        "first": "mediation", "then": "arbitration", "seat": "St. Pölten i. N.",
        "institution": "the I.C.C.", "arbitrators": "3",
    }  # fmt: skip


def _no_associated(tree: Tree) -> None:
    del tree["consortium"]["associated"]
    tree["agreement"] |= {"members": ["A", "B", "C"], "annexes": ["associated", "background"]}
    tree["agreement"] |= {"background": {"A": "A method"}}
    tree["agreement"]["data_protection"] = {"role": "joint", "contact": "A"}


def _no_budget(tree: Tree) -> None:
    del tree["budget"]
    tree["agreement"] |= {"annexes": ["budget_shares"], "liability_cap": "cost_share"}


def _committee_of_one(tree: Tree) -> None:
    bodies = ["general_assembly", "steering_committee"]
    tree["agreement"].setdefault("governance", {}).update(bodies=bodies, steering_committee=["B"])


def _none_reserved(tree: Tree) -> None:
    tree["agreement"].setdefault("governance", {}).update(reserved_matters=[])


def _texts_with_stops(tree: Tree) -> None:
    tree["agreement"].setdefault("governance", {}).update(
        reserved_matters=["amendment", "the sale of the boat.", "what is new."]
    )
    tree["agreement"]["new_members"] = {"admission": "unanimity", "criteria": "It pays a fee."}


ODD: Final[tuple[Callable[[Tree], None], ...]] = (
    _no_signatories,
    _ten_signatories,
    _many_members,
    _prose_with_structure,
    _names_that_end_in_a_stop,
    _no_associated,
    _no_budget,
    _committee_of_one,
    _none_reserved,
    _texts_with_stops,
)


def made(change: Callable[[Tree], None], kind: str = "partnership-agreement") -> Document:
    tree = small(some_row(Random(4)))
    change(tree)
    found = read(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
    return composed(found, requests(found.spec)[kind], shipped())


@pytest.mark.parametrize("change", ODD, ids=lambda one: one.__name__.strip("_"))
@pytest.mark.parametrize("kind", ["partnership-agreement", "term-sheet", "accession-form"])
def test_an_odd_partnership_has_an_agreement_in_order(
    change: Callable[[Tree], None], kind: str
) -> None:
    found = [one for one in lint(made(change, kind)) if one.name != PLACEHOLDER]

    assert found == []


def signatures(found: Document) -> list[Signature]:
    return [one for one in walk(found.blocks) if isinstance(one, Signature)]


def labels(found: Document) -> dict[str, list[str]]:
    return {one.field: [label for label, _ in one.rows] for one in signatures(found)}


def test_ten_people_sign_in_one_block() -> None:
    blocks = [one for one in signatures(made(_ten_signatories)) if one.field.startswith("sig-A-")]

    assert len(blocks) == len({one.field for one in blocks}) == 10
    assert [bool(one.party) for one in blocks] == [True] + [False] * 9
    assert plain(blocks[9].signer) == "Person 9"


def test_who_names_nobody_to_sign_has_a_line_for_the_name() -> None:
    rows = {one.field: dict(one.rows) for one in signatures(agreement_of(chosen({})))}

    assert rows["sig-B-1"]["Name"] == ()
    assert plain(rows["sig-A-1"]["Name"]) == "Ann Ay"


def test_who_signs_by_electronic_means_has_no_lines_for_a_pen() -> None:
    row = {**some_row(Random(3)), "governing_law": "NL"}
    rows = {
        how: labels(agreement_of(chosen({**row, "signing": how})))
        for how in ("qualified", "advanced", "wet_ink", "any")
    }

    for how in ("qualified", "advanced"):
        assert rows[how]["sig-A-1"] == ["Name", "Role", "Authority"]
        assert rows[how]["sig-X-1"][-2:] == ["Place", "Date"]  # outside the Union, perhaps by hand
    for how in ("wet_ink", "any"):
        assert rows[how]["sig-A-1"][-2:] == ["Place", "Date"]


def test_the_law_of_italy_asks_for_a_second_signature() -> None:
    row = some_row(Random(3))
    with_law = labels(agreement_of(chosen({**row, "governing_law": "IT"})))
    without = labels(agreement_of(chosen({**row, "governing_law": "NL"})))

    assert with_law["sig-A-1"][-1] == "Second signature, Articles 1341 and 1342"
    assert "Second signature" not in str(without)


def governed(members: int, **governance: str) -> Spec:
    partners = [{"id": f"P{index}"} for index in range(members)]
    tree = {
        "call": "cos-clusint-2020-3-01",
        "project": {"acronym": "X"},
        "consortium": {"partners": partners},
        "agreement": {"governance": governance},
    }
    return read(yaml.safe_dump(tree)).spec


@given(
    members=st.integers(3, 40),
    quorum=st.sampled_from(["more_than_half", "two_thirds", "three_quarters", "all"]),
    majority=st.sampled_from(["simple", "two_thirds", "unanimity"]),
    basis=st.sampled_from(["votes_cast", "present", "all_members"]),
)
def test_the_table_of_votes_counts_in_exact_fractions(
    members: int, quorum: str, majority: str, basis: str
) -> None:
    spec = governed(
        members, quorum=quorum, majority=majority, majority_of=basis, reserved_majority="unanimity"
    )
    rows = vote_table(spec)

    assert [row["members"] for row in rows] == list(range(max(3, members - 2), members + 3))
    for row in rows:
        many = row["members"]
        assert (
            row["quorum"]
            == {
                "more_than_half": many // 2 + 1,
                "two_thirds": ceil(2 * many / 3 - 1e-9),
                "three_quarters": ceil(3 * many / 4),
                "all": many,
            }[quorum]
        )
        assert 2 <= row["ordinary"] <= row["reserved"] == many
        assert row["ordinary_at_quorum"] <= row["quorum"]
        if basis == "all_members" and row["ordinary"] > row["quorum"]:
            assert row["ordinary_at_quorum"] == 0


def test_there_is_no_table_of_votes_before_the_choices() -> None:
    assert vote_table(governed(4, quorum="all", majority="simple", majority_of="present")) == []


@given(value=st.text(max_size=12), after=st.sampled_from([".", ". More.", "...", ";", ", and", ""]))
def test_a_value_is_never_changed_and_a_stop_never_doubled(value: str, after: str) -> None:
    field = Field("agreement.title", value, value, "title")
    found = with_single_stops([field, Text(after)]) if after else with_single_stops([field])

    assert found[0] == field
    rest = plain(found[1:])
    assert rest in (after, after[1:])
    if value.endswith(".") and after in (".", ". More.", ";"):
        assert rest == after[1:]
