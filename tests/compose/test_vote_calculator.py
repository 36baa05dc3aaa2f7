"""The vote calculator against a count of all votes that can be cast, by the words of clauses."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, combinations_with_replacement, product
from typing import Any, get_args, get_type_hints

import pytest

from escp_docs.compose.values.votes import (
    ballots,
    grant_groups,
    needed,
    vote_table,
    with_casting_vote,
)
from escp_docs.model.agreement import Governance
from escp_docs.model.figures import figures
from escp_docs.model.spec import Spec
from tests.support.documents import document, example, texts

VOTES = ("for", "against", "abstains", "absent")
MOST_MEMBERS = 7
MAJORITIES = ("simple", "two_thirds", "unanimity")
COUNTED = ("votes_cast", "present", "all_members")
QUORUMS = ("more_than_half", "two_thirds", "three_quarters", "all")


def passes(votes: Counter[str], governance: Governance, *, reserved: bool) -> bool:
    """Whether a decision is taken, read from the clauses alone, in fractions of all that count."""
    members, yes, no = votes.total(), votes["for"], votes["against"]
    present = members - votes["absent"]
    reached = {
        "more_than_half": 2 * present > members,
        "two_thirds": 3 * present >= 2 * members,
        "three_quarters": 4 * present >= 3 * members,
        "all": present == members,
    }[governance.quorum or ""]
    counted = {"votes_cast": yes + no, "present": present, "all_members": members}
    whole = counted[governance.majority_of or ""]
    majority = governance.reserved_majority if reserved else governance.majority
    enough = {
        "simple": 2 * yes > whole,
        "two_thirds": 3 * yes >= 2 * whole,
        "unanimity": yes == whole,
    }[majority or ""]
    return reached and enough and yes >= 2 and (not reserved or 2 * yes > members)


def _every_rule() -> Iterator[tuple[Any, ...]]:
    yield from product(QUORUMS, MAJORITIES, COUNTED, ("two_thirds", "unanimity"))


def rules() -> list[Governance]:
    return [
        Governance(quorum=quorum, majority=majority, majority_of=of, reserved_majority=reserved)
        for quorum, majority, of, reserved in _every_rule()
    ]


def test_the_choices_are_those_of_the_format() -> None:
    offered = {name: get_type_hints(Governance)[name] for name in ("quorum", "majority_of")}

    assert get_args(get_args(offered["quorum"])[0]) == QUORUMS
    assert get_args(get_args(offered["majority_of"])[0]) == COUNTED


@pytest.mark.parametrize(
    "governance",
    rules(),
    ids=lambda one: f"{one.quorum}-{one.majority}-{one.majority_of}-{one.reserved_majority}",
)
@pytest.mark.parametrize("reserved", [False, True])
def test_the_fewest_votes_are_those_of_all_votes_that_can_be_cast(
    governance: Governance, *, reserved: bool
) -> None:
    fewest: dict[tuple[int, int, int], int] = {}
    for members in range(1, MOST_MEMBERS + 1):
        # The order of the Members does not matter to any clause, so each mix stands for all orders.
        for mix in combinations_with_replacement(VOTES, members):
            votes = Counter(mix)
            present = members - votes["absent"]
            if passes(votes, governance, reserved=reserved):
                at = members, present, votes["abstains"]
                fewest[at] = min(fewest.get(at, members), votes["for"])

    for members in range(1, MOST_MEMBERS + 1):
        for present in range(members + 1):
            for abstain in range(present + 1):
                said = needed(members, present, abstain, governance, is_reserved=reserved)
                assert said == fewest.get((members, present, abstain), 0)


@pytest.mark.parametrize("majority_of", COUNTED)
def test_a_casting_vote_carries_exactly_half_and_two_at_least(majority_of: Any) -> None:  # noqa: ANN401
    rules_ = Governance(
        quorum="more_than_half", majority="simple", majority_of=majority_of, casting_vote="chair"
    )
    for members in range(1, MOST_MEMBERS + 1):
        for mix in combinations_with_replacement(VOTES, members):
            votes = Counter(mix)
            present = members - votes["absent"]
            counted = {
                "votes_cast": votes["for"] + votes["against"],
                "present": present,
                "all_members": members,
            }[majority_of]
            said = with_casting_vote(members, present, votes["abstains"], rules_)
            ties = votes["for"] >= 2 and 2 * votes["for"] == counted and 2 * present > members
            assert not ties or said == votes["for"]
            assert said != votes["for"] or not said or ties


def with_governance(**choices: object) -> Spec:
    spec = example("shield").spec
    governance = spec.agreement.governance.updated(choices)
    agreement = spec.agreement.updated({"governance": governance})
    return spec.updated({"agreement": agreement})


def test_every_number_of_members_present_has_a_row() -> None:
    found = ballots(
        with_governance(quorum="three_quarters", majority="simple", majority_of="present")
    )
    rows = found["rows"]

    assert found["members"] == 4
    assert isinstance(rows, list)
    assert [(one["present"], one["is_quorum"]) for one in rows] == [
        (4, True),
        (3, True),
        (2, False),
    ]
    assert [one["ordinary"] for one in rows] == [3, 2, 0]


@pytest.mark.parametrize("choice", ["quorum", "majority", "majority_of", "reserved_majority"])
def test_nothing_is_counted_while_a_choice_is_open(choice: str) -> None:
    open_ = with_governance(**{choice: None})

    assert ballots(open_) == {}
    assert vote_table(open_) == []
    assert any(
        "once these choices are made" in one
        for one in texts(document("vote-calculator", "shield", open_))
    )


@pytest.mark.parametrize("majority", MAJORITIES)
def test_groups_that_decide_grant_matters_are_the_smallest_that_weigh_enough(majority: str) -> None:
    spec = with_governance(votes="by_budget_share", majority=majority)
    shares = {one.partner: one.share for one in figures(spec).partners}
    least = {"simple": Fraction(1, 2), "two_thirds": Fraction(2, 3), "unanimity": Fraction(1)}

    def decides(group: frozenset[str]) -> bool:
        weight = sum((shares[one] for one in group), Fraction(0))
        return len(group) > 1 and (
            weight > least[majority] if majority == "simple" else weight >= least[majority]
        )

    every = map(
        frozenset, chain.from_iterable(combinations(shares, n) for n in range(len(shares) + 1))
    )
    deciding = [one for one in every if decides(one)]
    smallest = {one for one in deciding if not any(other < one for other in deciding)}
    found = grant_groups(spec)["groups"]

    assert isinstance(found, list)
    assert {frozenset(group) for group, _ in found} == smallest
    assert all(
        sum((shares[one] for one in group), Fraction(0)) == weight for group, weight in found
    )


def test_votes_that_do_not_weigh_have_no_groups() -> None:
    assert grant_groups(with_governance(votes="one_per_member")) == {}
