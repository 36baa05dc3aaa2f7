"""What the budget of a spec comes to, as texts may say it: sums and shares."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from escp_docs.comparing.claims.claim import Claim
from escp_docs.comparing.claims.computed import money, per_cent
from escp_docs.comparing.claims.of_numbers import names_of
from escp_docs.model.costs import CostLine
from escp_docs.model.costs.line import LineCategory, categories
from escp_docs.model.figures import PartnerFigures, figures
from escp_docs.model.spec import Spec

_OWN: Final = ("own", "themselves", "contribution", "contributions", "co-financing", "carry", "pay")
_OWN_RATE: Final = (*_OWN, "partners", "rest", "remaining")


def names_of_partner(spec: Spec, partner: str) -> tuple[str, ...]:
    """Return the words by which a sentence may name a partner, in small letters."""
    known = spec.partner(partner)
    return names_of(known) if known else (partner.lower(),)


def rates(spec: Spec) -> Iterator[Claim]:
    """Yield which part of the costs the partners carry."""
    rate = spec.budget.reimbursement_rate
    if rate is not None:
        own = 1 - Fraction(rate)
        yield from per_cent("budget.reimbursement_rate#own", "own part of costs", own, _OWN_RATE)


def amounts(spec: Spec) -> Iterator[Claim]:
    """Yield what the budget comes to, as a whole, by category, work package and partner."""
    found = figures(spec)
    if not found.partners or found.unknown:
        return
    whole, grant = found.total, found.grant
    yield money("budget#own", "own contributions", found.own, _OWN)
    yield money("budget#eligible", "eligible cost", found.eligible(lambda _: True), ("eligible",))
    yield money("budget#direct", "direct cost", found.direct(lambda _: True), ("direct",))
    indirect = found.indirect(lambda _: True)
    yield money("budget#indirect", "indirect cost", indirect, ("indirect", "overheads"))
    for category in categories(spec):
        amount = found.direct(_is_in(category))
        near = tuple(category.split("_"))
        yield from _part(f"budget#{category}", f"{category} costs", amount, whole, near)
    for package in spec.roadmap.work_packages or ():
        amount = found.eligible(_is_of(package.id))
        near = names_of(package)
        yield from _part(f"budget#{package.id}", f"cost of {package.id}", amount, whole, near)
    for one in found.partners:
        yield from _of_partner(spec, one, whole, grant)


def _of_partner(spec: Spec, one: PartnerFigures, whole: Decimal, grant: Decimal) -> Iterator[Claim]:
    near, about = names_of_partner(spec, one.partner), f"budget#{{}}.{one.partner}"
    yield from _part(about.format("cost"), f"cost of {one.partner}", one.total, whole, near)
    yield money(about.format("own"), f"own contribution of {one.partner}", one.own, near)
    if grant:
        label = f"share of {one.partner} in the grant"
        yield from per_cent(
            about.format("share"), label, Fraction(one.grant) / Fraction(grant), near
        )


def _part(
    about: str, label: str, amount: Decimal, whole: Decimal, near: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield an amount, and its share of the whole."""
    yield money(about, label, amount, near)
    if whole:
        share = Fraction(amount) / Fraction(whole)
        yield from per_cent(f"{about}%", f"share of {label}", share, near)


def _is_in(category: LineCategory) -> Callable[[CostLine], bool]:
    return lambda line: line.category == category


def _is_of(package: str) -> Callable[[CostLine], bool]:
    return lambda line: line.work_package == package
