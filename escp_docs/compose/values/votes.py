"""How many votes a decision needs, for the chosen rules and several numbers of Members.

Every number is found by asking `is_taken` for the fewest votes that are enough: the clauses on
decisions stand there, once.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil
from typing import Final

from msgspec import Struct

from escp_docs.compose.values.organisations import beneficiary_ids
from escp_docs.model.agreement import Governance
from escp_docs.model.figures import figures
from escp_docs.model.spec import Spec

_FEWEST: Final = 3
_QUORUM: Final = {"two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4)}
_MOST_WEIGHED: Final = 10  # Beneficiaries whose groups are listed: a thousand groups at most


class Ballot(Struct, frozen=True):
    """A vote: how many Members there are, and how many of them vote in which way.

    Whoever is neither in favour nor against abstains, or is absent.
    """

    members: int
    present: int
    in_favour: int
    against: int


def quorum(members: int, choice: str) -> int:
    """Return the Members that have to be present or represented."""
    if choice == "all":
        return members
    part = _QUORUM.get(choice)
    return members // 2 + 1 if part is None else ceil(part * members)


def is_taken(ballot: Ballot, governance: Governance, *, is_reserved: bool = False) -> bool:
    """Whether a decision is taken, without the casting vote of a Chair.

    Quorum, majority, what it is a majority of and, for a Reserved Matter, its majority are stated.
    """
    if ballot.present < quorum(ballot.members, governance.quorum or ""):
        return False
    counted = {
        "votes_cast": ballot.in_favour + ballot.against,
        "present": ballot.present,
        "all_members": ballot.members,
    }[governance.majority_of or ""]
    majority = governance.reserved_majority if is_reserved else governance.majority
    least = 2  # Members in favour, whatever the votes to be counted
    if is_reserved:
        least = max(least, ballot.members // 2 + 1)
    return ballot.in_favour >= max(least, _enough(counted, majority or ""))


def _enough(counted: int, majority: str) -> int:
    return {
        "simple": counted // 2 + 1,
        "two_thirds": ceil(Fraction(2, 3) * counted),
        "unanimity": counted,
    }[majority]


def needed(
    members: int, present: int, abstain: int, governance: Governance, *, is_reserved: bool = False
) -> int:
    """Return the fewest votes in favour, the rest being against; 0 where none are enough."""
    voting = present - abstain
    for votes in range(voting + 1):
        ballot = Ballot(members, present, votes, voting - votes)
        if is_taken(ballot, governance, is_reserved=is_reserved):
            return votes
    return 0


def with_casting_vote(members: int, present: int, abstain: int, governance: Governance) -> int:
    """Return the votes in favour with which the Chair's casting vote carries a decision; 0 if none.

    There is one where more than half is enough and exactly half of the votes to be counted are in
    favour, which are two at least.
    """
    if governance.casting_vote != "chair" or governance.majority != "simple":
        return 0
    if present < quorum(members, governance.quorum or ""):
        return 0
    voting = present - abstain
    counted = {"votes_cast": voting, "present": present, "all_members": members}
    half, odd = divmod(counted[governance.majority_of or ""], 2)
    return half if not odd and 2 <= half <= voting else 0  # noqa: PLR2004  # Members in favour


def _has_reserved(governance: Governance) -> bool:
    return any(one != "admission" for one in governance.reserved_matters)


def _is_settled(governance: Governance) -> bool:
    rests_on = [governance.quorum, governance.majority, governance.majority_of]
    if _has_reserved(governance):
        rests_on.append(governance.reserved_majority)
    return None not in rests_on


def _members(spec: Spec) -> int:
    named, partners = spec.agreement.members, beneficiary_ids(spec)
    return len(partners if named is None else [one for one in partners if one in named])


def vote_table(spec: Spec) -> list[dict[str, int]]:
    """Return one row per number of Members: two fewer than now (at least 3) to two more.

    `members`, `quorum`, `ordinary` and `reserved` count Members, the latter two those in favour if
    all are present; `ordinary_at_quorum` if just the quorum is, 0 where that cannot be enough.
    `reserved` is 0 where nothing but the admission of Members is reserved.
    Empty as long as a choice that it rests on is open.
    """
    governance = spec.agreement.governance
    if not _is_settled(governance):
        return []
    now = _members(spec)
    spread = range(max(_FEWEST, now - 2), max(now, _FEWEST) + 3)
    return [_row(many, governance) for many in spread]


def _row(members: int, governance: Governance) -> dict[str, int]:
    least = quorum(members, governance.quorum or "")
    reserved = _has_reserved(governance)
    return {
        "members": members,
        "quorum": least,
        "ordinary": needed(members, members, 0, governance),
        "ordinary_at_quorum": needed(members, least, 0, governance),
        "reserved": needed(members, members, 0, governance, is_reserved=True) if reserved else 0,
    }


def ballots(spec: Spec) -> dict[str, object]:
    """Return the votes that are needed with the Members of now: `members`, and `rows`.

    There is a row for each number of Members that may be present, all of them first: whether that
    is a quorum, and the votes in favour that are enough if nobody or one abstains, for an ordinary
    decision and for a Reserved Matter; 0 where none are. Nothing as long as a choice is open.
    """
    governance, members = spec.agreement.governance, _members(spec)
    if not members or not _is_settled(governance):
        return {}
    least = quorum(members, governance.quorum or "")
    reserved = _has_reserved(governance)

    def row(present: int) -> dict[str, object]:
        found: dict[str, object] = {"present": present, "is_quorum": present >= least}
        for abstain, more in ((0, ""), (1, "_one_abstains")):
            votes = with_casting_vote(members, present, abstain, governance)
            found[f"ordinary{more}_chair"] = votes
        for name, is_reserved in (("ordinary", False), ("reserved", True)):
            for abstain, more in ((0, ""), (1, "_one_abstains")):
                wanted = reserved or not is_reserved
                found[name + more] = wanted and needed(
                    members, present, abstain, governance, is_reserved=is_reserved
                )
        return found

    fewest = max(least - 1, 1)
    return {
        "members": members,
        "rows": [row(present) for present in range(members, fewest - 1, -1)],
    }


def grant_groups(spec: Spec) -> dict[str, object]:
    """Return who can decide together in Grant Matters, where votes weigh as shares of the grant.

    `shares` are pairs of partner and share, `groups` the smallest groups whose votes are enough if
    all are present: no group holds another. Nothing if votes do not weigh, or shares are open.
    """
    governance, money = spec.agreement.governance, figures(spec)
    settled = governance.votes == "by_budget_share" and governance.majority is not None
    if not settled or money.grant_unknown or not money.grant:
        return {}
    shares = {one.partner: one.share for one in money.partners}
    ordered = [one for one in beneficiary_ids(spec) if shares.get(one)]
    groups = _smallest(ordered, shares, governance.majority or "")
    return {"shares": [(one, shares[one]) for one in ordered], "groups": list(groups)}


def _smallest(
    partners: list[str], shares: dict[str, Fraction], majority: str
) -> Iterator[tuple[tuple[str, ...], Fraction]]:
    found: list[set[str]] = []
    # One alone never decides: a decision needs two Members in favour.
    for many in range(2, len(partners) + 1 if len(partners) <= _MOST_WEIGHED else 2):
        for group in combinations(partners, many):
            weight = sum((shares[one] for one in group), Fraction(0))
            if _outweighs(weight, majority) and not any(one <= {*group} for one in found):
                found.append({*group})
                yield group, weight


def _outweighs(weight: Fraction, majority: str) -> bool:
    return {
        "simple": weight > Fraction(1, 2),
        "two_thirds": weight >= Fraction(2, 3),
        "unanimity": weight >= 1,
    }[majority]
