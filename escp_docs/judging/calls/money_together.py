"""Bounds on money of a call that cannot all be kept."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from escp_docs.judging.calls.call_fault import CallFault
from escp_docs.language.rule_words import euro, percent
from escp_docs.model.call import Call, Terms
from escp_docs.model.fact import Fact

_Bound = Fact[Decimal] | Fact[Fraction] | None
_FIX = "mend the one that the source does not have"


def of_bounds(terms: Terms, strand: str, call: Call) -> Iterator[CallFault]:
    """Yield bounds of a strand of which the least lies above the highest, or no lump sum within."""
    money = terms.money
    if money is None:
        return
    home, highest = _home(strand, call), terms.highest_grant_eur
    support = money.third_parties
    pairs: list[tuple[str, _Bound, str, _Bound]] = [
        ("least_grant_eur", money.least_grant_eur, "highest_grant_eur", highest),
        (
            "least_partner_grant_eur",
            money.least_partner_grant_eur,
            "highest_partner_grant_eur",
            money.highest_partner_grant_eur,
        ),
        ("least_partner_grant_eur", money.least_partner_grant_eur, "highest_grant_eur", highest),
    ]
    if support:
        key = "third_parties.least_share"
        pairs.append((key, support.least_share, "highest_share", support.highest_share))
    for key, least, other, most in pairs:
        if least and most and least.value > most.value:
            said = f"{key} is {_said(least.value)} and {other} {_said(most.value)}"
            yield CallFault(f"{home}.{key}", said, _FIX)
    yield from _lump_sums(terms, home)


def _lump_sums(terms: Terms, home: str) -> Iterator[CallFault]:
    assert terms.money is not None
    sums, least = terms.money.lump_sums_eur, terms.money.least_grant_eur
    most = terms.highest_grant_eur
    if sums is None or not sums.value or not (least or most):
        return
    if any(
        (least is None or one >= least.value) and (most is None or one <= most.value)
        for one in sums.value
    ):
        return
    bounds = (
        f"{key} {euro(one.value)}"
        for key, one in (("least_grant_eur", least), ("highest_grant_eur", most))
        if one
    )
    said = f"no lump sum lies within the bounds of a grant: {' and '.join(bounds)}"
    yield CallFault(f"{home}.lump_sums_eur", said, _FIX)


def _home(strand: str, call: Call) -> str:
    """Return where the money of a strand stands."""
    own = call.strands[strand.partition(".")[2]].money
    if own:
        return f"{strand}.money"
    return "all_strands.money" if call.all_strands.money else "money"


def _said(value: Decimal | Fraction) -> str:
    return percent(value) if isinstance(value, Fraction) else euro(value)
