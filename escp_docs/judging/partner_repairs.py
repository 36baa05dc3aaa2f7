"""Changes to a consortium, the smaller ones first and, of one size, those that ask least."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from escp_docs.judging.merges import Merge, merges
from escp_docs.language.rule_words import country_name, country_names, in_words
from escp_docs.model.amendment import Amendment
from escp_docs.model.call import Call
from escp_docs.model.consortium import Partner
from escp_docs.model.schema import split
from escp_docs.model.spec import Spec
from escp_docs.rule import Judged

if TYPE_CHECKING:
    from escp_docs.judging.wanted_entities import WantedEntity

PARTNERS: Final = ("consortium", "partners")
MOST_ADDED: Final = 6  # a call that asks for more Member States than that is not known
_SAME = "CON007"


class RepairKind(IntEnum):
    """Where an added entity is established; the later, the more is asked."""

    ELIGIBLE = 0  # anywhere a partner may be
    COUNTRY = 1  # in a country that no other partner is from
    STATE = 2  # in a Member State that no other partner is from


def partner_repairs(
    spec: Spec, call: Call, judged: Sequence[Judged]
) -> Iterator[tuple[Spec, tuple[Amendment, ...]]]:
    """Yield specs with another consortium, and what was changed.

    Args:
        spec: A spec with a list of partners.
        call: The call it answers.
        judged: What the rules on the consortium object to.
    """
    if _eligible_kind(spec, call) is None:
        return
    wanted = _wanted(spec, call, judged)
    faulty = _faulty(spec, judged)
    staying = [position for position in range(len(spec.partners)) if position not in faulty]
    # Where the call counts entities and forbids no double, to take one out mends nothing.
    is_double_a_fault = any(one.rule.code == _SAME for one in judged)
    ways = merges(spec.partners, staying, call.countries.state_of) if is_double_a_fault else [{}]
    for size in range(len(ways[0]) + MOST_ADDED + 1):
        for way in ways:
            for kinds in _kinds(size - len(way), len(wanted)):
                yield (
                    _changed(spec, call, _Change(faulty, way, kinds, wanted)),
                    _amendments(spec, call, _Change(faulty, way, kinds, wanted)),
                )


def _wanted(spec: Spec, call: Call, judged: Sequence[Judged]) -> "Sequence[WantedEntity]":
    """Return what conditions of the call want that are not met."""
    if not any(one.outcome.condition for one in judged):
        return ()
    from escp_docs.judging.wanted_entities import wanted_entities  # noqa: PLC0415  # seldom

    return wanted_entities(spec, call, judged)


def _faulty(spec: Spec, judged: Sequence[Judged]) -> dict[int, str]:
    """Return the positions of partners that cannot stay, each with what is wrong."""
    found: dict[int, str] = {}
    for one in judged:
        own = () if one.outcome.condition is None else one.outcome.related
        for path in (one.outcome.path or "", *own):
            steps = split(path)
            if one.rule.code == _SAME or steps[:2] != PARTNERS or len(steps) < len(PARTNERS) + 2:
                continue
            position = int(steps[2])
            found.setdefault(position, _why(spec.partners[position], str(steps[3])))
    return found


def _why(partner: Partner, key: str) -> str:
    if key == "country":
        return f"established in {country_name(partner.country or '')}"
    return "no cluster organisation" if key == "kind" else "no own legal entity"


def _kinds(number: int, wanted: int) -> list[tuple[int, ...]]:
    """Return the kinds of so many added entities: those of `RepairKind`, then wanted ones."""
    kinds = range(len(RepairKind) + wanted)
    every = combinations_with_replacement(kinds, number) if 0 <= number <= MOST_ADDED else ()
    return sorted(every, key=lambda some: (sum(map(_asks, some)), some))


def _asks(kind: int) -> int:
    """Return how much a kind asks; what a condition wants comes before all else."""
    return kind if kind < len(RepairKind) else -1


# --- the changed spec ------------------------------------------------------------------------


class _Change(Struct, frozen=True):
    """Partners that are removed, each with why, or merged, and the kinds of those that are added.

    A kind is one of `RepairKind` or, beyond these, one of the entities that conditions want.
    """

    faulty: Mapping[int, str]
    merged: Merge
    kinds: tuple[int, ...]
    wanted: "Sequence[WantedEntity]"


def _changed(spec: Spec, call: Call, change: _Change) -> Spec:
    kinds, wanted = change.kinds, change.wanted
    left = _left(spec, {*change.faulty, *change.merged})
    # Where most is asked comes first, so that the others can be where they help least.
    for number, kind in enumerate(sorted(kinds, reverse=True)):
        if kind < len(RepairKind):
            added = _added(spec, call, left, RepairKind(kind), number)
        else:
            added = wanted[kind - len(RepairKind)].entity(left, f"added-{number}", _free_pic(left))
        left = (*left, added)
    consortium = spec.consortium.updated({"partners": left})
    return spec.updated({"consortium": consortium})


def _left(spec: Spec, removed: set[int]) -> tuple[Partner, ...]:
    return tuple(
        partner for position, partner in enumerate(spec.partners) if position not in removed
    )


def _added(
    spec: Spec, call: Call, left: tuple[Partner, ...], kind: RepairKind, number: int
) -> Partner:
    """Return the added entity of a kind that helps least, so that any other one helps too."""
    return Partner(
        id=f"added-{number}",
        pic=_free_pic(left),
        country=_country(call, left, kind),
        kind=_eligible_kind(spec, call),  # type: ignore[arg-type]  # or a kind of the call
        own_legal_entity=True,
    )


def _eligible_kind(spec: Spec, call: Call) -> str | None:
    """Return a kind of organisation that can be added; None if the call admits none."""
    kinds = call.terms(spec.strand or "").eligible_kinds
    return next(iter(kinds.value), None) if kinds else "cluster_organisation"


def _free_pic(partners: tuple[Partner, ...]) -> str:
    taken = {(partner.pic or "").replace(" ", "") for partner in partners}
    return next(pic for pic in map(str, range(999_999_999, 0, -1)) if pic not in taken)


def _country(call: Call, left: tuple[Partner, ...], kind: RepairKind) -> str | None:
    """Return where an added entity helps least; None if the call's sets of countries are empty."""
    there = _there(call, left)
    countries = call.countries
    third = (code for name in countries.third_sets for code in countries.codes(name))
    others = [code for code in dict.fromkeys(third) if code not in there]
    states = [code for code in countries.member_states.value if code not in there]
    match kind:
        case RepairKind.ELIGIBLE:
            fitting = (*sorted(there), *others, *states)
        case RepairKind.COUNTRY:
            fitting = (*others, *states, *sorted(there))
        case RepairKind.STATE:
            fitting = (*states, *sorted(there))
    return next(iter(fitting), None)


def _there(call: Call, partners: tuple[Partner, ...]) -> set[str]:
    """Return the eligible countries that the partners are known to come from."""
    return {
        call.countries.state_of(partner.country)
        for partner in partners
        if partner.country and call.countries.is_eligible(partner.country)
    }


# --- what it says ----------------------------------------------------------------------------


def _amendments(spec: Spec, call: Call, change: _Change) -> tuple[Amendment, ...]:
    faulty, merged, kinds = change.faulty, change.merged, change.kinds
    names = [partner.id for partner in spec.partners]
    removals = [
        Amendment("remove_partner", f"remove {names[one]}, {why}", names[one])
        for one, why in sorted(faulty.items())
    ]
    merges = [
        Amendment(
            "merge_partners",
            f"merge {names[one]} into {names[other]}, the same legal entity",
            names[one],
        )
        for one, other in sorted(merged.items())
    ]
    left = _left(spec, {*faulty, *merged})
    usual = tuple(RepairKind(kind) for kind in kinds if kind < len(RepairKind))
    of_conditions = (
        one.amendment(number)
        for index, one in enumerate(change.wanted, len(RepairKind))
        if (number := kinds.count(index))
    )
    return (*removals, *merges, *of_conditions, *_additions(call, left, usual))


def _additions(
    call: Call, left: tuple[Partner, ...], kinds: tuple[RepairKind, ...]
) -> Iterator[Amendment]:
    there = sorted(_there(call, left))
    states = [code for code in there if call.countries.is_member_state(code)]
    for kind in sorted(set(kinds), reverse=True):
        number = kinds.count(kind)
        match kind:
            case RepairKind.ELIGIBLE:
                where = "any eligible country"
            case RepairKind.COUNTRY if RepairKind.STATE in kinds:
                where = f"{_yet_another(number)} eligible {_plural(number, 'country', 'countries')}"
            case RepairKind.COUNTRY:
                where = _different(number, "an eligible country", "eligible countries", there)
            case RepairKind.STATE:
                where = _different(number, "an EU Member State", "EU Member States", states)
        entities = _plural(number, "entity", "entities")
        yield Amendment(
            "add_partner", f"add {in_words(number)} {entities} from {where}", None, number
        )


def _different(number: int, one: str, many: str, there: Sequence[str]) -> str:
    where = one if number == 1 else f"{in_words(number)} different {many}"
    return where + (f" other than {country_names(there)}" if there else "")


def _yet_another(number: int) -> str:
    return "yet another" if number == 1 else f"{in_words(number)} other"


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
