"""How many votes a decision needs, for the chosen rules and several numbers of Members."""

from fractions import Fraction
from math import ceil
from typing import Final

from escp_docs.compose.values.organisations import beneficiary_ids
from escp_docs.model.agreement import Governance
from escp_docs.model.spec import Spec

_FEWEST: Final = 3
_QUORUM: Final = {"two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4)}


def vote_table(spec: Spec) -> list[dict[str, int]]:
    """Return one row per number of Members: two fewer than now (at least 3) to two more.

    `members`, `quorum`, `ordinary` and `reserved` count Members, the latter two those in favour if
    all are present; `ordinary_at_quorum` if just the quorum is, 0 where that cannot be enough.
    `reserved` is 0 where nothing but the admission of Members is reserved.
    Empty as long as a choice that it rests on is open.
    """
    governance = spec.agreement.governance
    rests_on = [governance.quorum, governance.majority, governance.majority_of]
    if is_reserved := any(one != "admission" for one in governance.reserved_matters):
        rests_on.append(governance.reserved_majority)
    if None in rests_on:
        return []
    named = spec.agreement.members
    partners = beneficiary_ids(spec)
    now = len(partners if named is None else [one for one in partners if one in named])
    fewest = max(_FEWEST, now - 2)
    spread = range(fewest, max(now, _FEWEST) + 3)
    return [_row(many, governance, is_reserved=is_reserved) for many in spread]


def _row(members: int, governance: Governance, *, is_reserved: bool) -> dict[str, int]:
    quorum = _quorum(members, governance.quorum or "")
    of_all = governance.majority_of == "all_members"
    ordinary = _in_favour(members, governance.majority or "")
    at_quorum = ordinary if of_all else _in_favour(quorum, governance.majority or "")
    reserved = _in_favour(members, governance.reserved_majority or "") if is_reserved else 0
    return {
        "members": members,
        "quorum": quorum,
        "ordinary": ordinary,
        "ordinary_at_quorum": at_quorum if at_quorum <= quorum else 0,
        "reserved": max(reserved, members // 2 + 1) if is_reserved else 0,
    }


def _quorum(members: int, choice: str) -> int:
    if choice == "all":
        return members
    part = _QUORUM.get(choice)
    return members // 2 + 1 if part is None else ceil(part * members)


def _in_favour(counted: int, majority: str) -> int:
    """Return the votes in favour that are enough of those counted, at least two of them."""
    least = {
        "simple": counted // 2 + 1,
        "two_thirds": ceil(Fraction(2, 3) * counted),
        "unanimity": counted,
    }[majority]
    return max(least, 2)
