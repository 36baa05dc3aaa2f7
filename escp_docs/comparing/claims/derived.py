"""What follows from the facts of a spec, as texts may say it: sums, shares, fractions of votes.

Beside the claims of `claims.py`, which say what a spec states. A text that says one of these says
nothing new; whether one is stale by now is told by the facts from which it follows.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Final

from escp_docs.comparing.claims.claim import Claim, ClaimKind
from escp_docs.comparing.claims.computed import number, per_cent
from escp_docs.comparing.claims.derived_money import amounts, names_of_partner, rates
from escp_docs.comparing.claims.of_numbers import names_of
from escp_docs.language.english.number_words import COUNTED
from escp_docs.model.consortium import Partner
from escp_docs.model.schema import texts
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named

_MONTHS: Final = ("person-months", "person-month", "person", "pm", "pms")
_STAFF: Final = ("staff", "people", "persons", "employees", "fte")
_FRACTIONS: Final = {
    "two_thirds": ("two thirds", "two-thirds"),
    "three_quarters": ("three quarters", "three-quarters"),
}
_TOGETHER: Final = 6  # partners among which sums of several are looked for


def derived(spec: Spec) -> tuple[Claim, ...]:
    """Return what follows from the facts of a spec."""
    return (
        *_fractions(spec),
        *_members(spec),
        *_effort(spec),
        *rates(spec),
        *amounts(spec),
    )


def _fractions(spec: Spec) -> Iterator[Claim]:
    for path, text in texts(spec):
        for words in _FRACTIONS.get(text, ()):
            key = named(path, spec)
            yield Claim(key, ClaimKind.NAME, words, path.rpartition(".")[2].replace("_", " "), text)


# --- members and staff -----------------------------------------------------------------------


def _members(spec: Spec) -> Iterator[Claim]:
    whole = _counted(spec.partners)
    yield from _staff_of_all(spec, whole)
    for one in spec.partners:
        total, smes = one.members.total, one.members.smes
        if total and smes is not None:
            about = f"consortium.partners[{one.id}].members#share"
            label, share = f"SMEs among members of {one.id}", Fraction(smes, total)
            yield from per_cent(about, label, share, names_of(one))
    if whole["total"] and whole["smes"] is not None:
        about, label = "consortium.partners#share", "SMEs among members"
        share = Fraction(whole["smes"], whole["total"])
        yield from per_cent(about, label, share, ("smes", "members", "enterprises"))
    for some in _groups(spec.partners):
        yield from _of_several(some)


def _staff_of_all(spec: Spec, whole: dict[str, int | None]) -> Iterator[Claim]:
    if whole["staff"] and len(spec.partners) > 1:
        staff = Decimal(whole["staff"])
        yield number("consortium.partners#staff", "staff of all", staff, _STAFF)


def _counted(some: tuple[Partner, ...]) -> dict[str, int | None]:
    counts: dict[str, list[int | Decimal | None]] = {
        "total": [one.members.total for one in some],
        "smes": [one.members.smes for one in some],
        "staff": [one.staff_fte for one in some],
    }
    return {
        name: None if None in found or not found else sum(int(one or 0) for one in found)
        for name, found in counts.items()
    }


def _groups(partners: tuple[Partner, ...]) -> Iterator[tuple[Partner, ...]]:
    """Yield partners of whom a text may say something together: all that are no more than a few."""
    if len(partners) <= _TOGETHER:
        for size in range(2, len(partners)):
            yield from combinations(partners, size)
        return
    yield from combinations(partners, 2)


def _of_several(some: tuple[Partner, ...]) -> Iterator[Claim]:
    ids = ", ".join(one.id for one in some)
    nouns = {"total": COUNTED["member_total"], "smes": COUNTED["smes"], "staff": _STAFF}
    near = tuple(one.id.lower() for one in some)
    for name, count in _counted(some).items():
        if count:
            about, label = f"consortium.partners#{name} of {ids}", f"{name} of {ids}"
            yield number(about, label, Decimal(count), nouns[name], near, least=len(some))


# --- effort ----------------------------------------------------------------------------------


def _effort(spec: Spec) -> Iterator[Claim]:
    of_partners: dict[str, Decimal] = {}
    for package in spec.roadmap.work_packages or ():
        effort = package.effort or {}
        near = names_of(package)
        about = f"roadmap.work_packages[{package.id}].effort"
        yield number(
            f"{about}#", f"effort in {package.id}", sum(effort.values(), Decimal(0)), _MONTHS, near
        )
        for partner, months in effort.items():
            of_partners[partner] = of_partners.get(partner, Decimal(0)) + months
            both = (*names_of_partner(spec, partner), *near)
            label = f"effort of {partner} in {package.id}"
            yield number(f"{about}.{partner}", label, months, _MONTHS, both, least=2)
    for partner, months in of_partners.items():
        about, label = f"roadmap.work_packages#effort.{partner}", f"effort of {partner}"
        yield number(about, label, months, _MONTHS, names_of_partner(spec, partner))
