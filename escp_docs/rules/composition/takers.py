"""Who takes part, and whether each is one of those that a condition counts."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from escp_docs.language.rule_words import country_name
from escp_docs.model import nuts
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Counting
from escp_docs.model.call.countries import EVERYWHERE, any_of
from escp_docs.model.consortium import KINDS, Partner
from escp_docs.model.folding import joined
from escp_docs.rules.composition.setting import PARTNERS, Question, Setting
from escp_docs.rules.facts.legal_entities import linked

COORDINATOR = "consortium.coordinator"
AFFILIATED = "consortium.affiliated_entities"
ASSOCIATED = "consortium.associated"


class ListedTaker(Struct, frozen=True):
    """An entry of a list of the consortium; `partner` is None unless it is an applicant."""

    path: str
    name: str
    country: str | None
    partner: Partner | None = None


class Check(Struct, frozen=True):
    """Whether an entry has one of the traits that a condition asks for, and what would tell."""

    holds: bool | None
    question: Question | None = None


class Taker(Struct, frozen=True, dict=True):
    """A legal entity that takes part, as the entries that are one; whether it counts, and why not.

    `counts` is None while that is open, and `question` what would tell.
    """

    entries: tuple[ListedTaker, ...]
    checks: tuple[tuple[Check, ...], ...]

    @cached_property
    def counts(self) -> bool | None:
        """Whether it is one of those that are counted."""
        return any_of(_all(one.holds for one in some) for some in self.checks)

    @property
    def question(self) -> Question | None:
        """What would tell whether it counts."""
        return next(
            (one.question for some in self.checks for one in some if one.holds is None), None
        )

    @property
    def counting(self) -> tuple[ListedTaker, ...]:
        """The entries that count, or may."""
        return tuple(
            entry
            for entry, some in zip(self.entries, self.checks, strict=True)
            if _all(one.holds for one in some) is not False
        )


def _all(answers: Iterator[bool | None]) -> bool | None:
    found = tuple(answers)
    if False in found:
        return False
    return None if None in found else True


def takers(setting: Setting, counting: Counting) -> tuple[Taker, ...]:
    """Return the legal entities in the roles of a condition, in the order of the spec."""
    return tuple(
        Taker(some, tuple(tuple(_checks(setting, counting, one)) for one in some))
        for some in _entities(setting, counting)
    )


def open_lists(setting: Setting, counting: Counting) -> Iterator[Question]:
    """Yield a question for each list of the roles of a condition that is absent."""
    consortium = setting.spec.consortium
    if "affiliated" in counting.roles and consortium.affiliated_entities is None:
        words = "Which entities affiliated to a partner take part?"
        yield Question(words, AFFILIATED, AFFILIATED)
    if "associated" in counting.roles and consortium.associated is None:
        words = "Which organisations are associated with the partnership?"
        yield Question(words, ASSOCIATED, ASSOCIATED)


def _entities(setting: Setting, counting: Counting) -> Iterator[tuple[ListedTaker, ...]]:
    spec = setting.spec
    if {*counting.roles} - {"affiliated", "associated"}:
        for group in linked(spec.partners, setting.call.countries.state_of):
            partners = ((one, spec.partners[one]) for one in group)
            yield tuple(
                ListedTaker(f"{PARTNERS}[{index}]", one.id, one.country, one)
                for index, one in partners
            )
    seen: set[str] = set()
    if "affiliated" in counting.roles:
        for index, entity in enumerate(spec.consortium.affiliated_entities or ()):
            name = joined(entity.name or "") or f"[{index}]"
            if name not in seen:
                seen.add(name)
                yield (ListedTaker(f"{AFFILIATED}[{index}]", entity.name or "", entity.country),)
    if "associated" in counting.roles:
        for index, other in enumerate(spec.consortium.associated or ()):
            yield (ListedTaker(f"{ASSOCIATED}[{index}]", other.id, other.country),)


# --- the traits of an entry ------------------------------------------------------------------


def _checks(setting: Setting, counting: Counting, entry: ListedTaker) -> Iterator[Check]:
    if entry.partner is not None:
        yield _role(setting, counting, entry.partner)
    if counting.inside or counting.outside:
        yield _place(setting, counting, entry)
    if counting.kinds:
        yield _kind(setting, counting.kinds, entry)
    if counting.sizes:
        words = f"Is {entry.name} a micro, small, medium-sized, mid-cap or large enterprise?"
        yield _stated(entry, "size", counting.sizes, words)
    if counting.region_classes:
        words = f"Is the region of {entry.name} less developed, in transition or more developed?"
        yield _stated(entry, "region_class", counting.region_classes, words)
    if counting.regions:
        yield _region(entry, counting.regions)


def _role(setting: Setting, counting: Counting, partner: Partner) -> Check:
    coordinator = setting.spec.consortium.coordinator
    roles = {
        "partner": True,
        "funded": partner.funded,
        "unfunded": not partner.funded,
        "coordinator": None if coordinator is None else partner.id == coordinator,
    }
    found = any_of(roles[role] for role in counting.roles if role in roles)
    return Check(found, Question("Which partner coordinates?", COORDINATOR, COORDINATOR))


def _place(setting: Setting, counting: Counting, entry: ListedTaker) -> Check:
    key = f"{entry.path}.country"
    if entry.country is None:
        found = {_is_there(setting, counting, code) for code in countries_apart(setting.call)}
        words = f"In which country is {entry.name or 'the entity'} established?"
        return Check(found.pop() if len(found) == 1 else None, Question(words, key, key))
    where = country_name(entry.country)
    sets = counting.inside or counting.outside
    one = " or ".join(setting.call.countries.words(name).one for name in sets)
    words = f"Does {where}, where {entry.name} is established, count as {one}? Ask the agency."
    return Check(_is_there(setting, counting, entry.country), Question(words, key, key))


def _is_there(setting: Setting, counting: Counting, code: str) -> bool | None:
    """Whether an entity established in a country is where a condition wants it."""
    countries, day = setting.call.countries, setting.day
    outside = countries.belongs_to_any(code, counting.outside, day)
    found = [None if outside is None else not outside]
    if counting.inside:
        # Whatever a doubt comes to, no country is inside a set and outside of it.
        inside = (name for name in counting.inside if name not in counting.outside)
        found.append(countries.belongs_to_any(code, inside, day))
    return _all(iter(found))


def possible_countries(setting: Setting, counting: Counting) -> Iterator[str]:
    """Yield the countries from which an entity counts, or may count, in the order of their codes.

    Territories that count as their state are left out.
    """
    for code in countries_apart(setting.call):
        is_near = not counting.regions or _by_country(code, counting.regions) is not False
        if is_near and _is_there(setting, counting, code) is not False:
            yield code


def countries_apart(call: Call) -> Iterator[str]:
    """Yield all countries but the territories that count as their state, or may."""
    countries = call.countries
    for code in EVERYWHERE:
        if countries.state_of(code) == code and countries.doubted_state_of(code) is None:
            yield code


def _kind(setting: Setting, kinds: tuple[str, ...], entry: ListedTaker) -> Check:
    if entry.partner is None:
        return Check(holds=False)
    partner = entry.partner
    wanted_of_old, wanted = {*kinds} & {*KINDS}, {*kinds} - {*KINDS}
    if partner.kind in wanted_of_old or wanted & {*(partner.call_kinds or ())}:
        return Check(holds=True)
    names = " or ".join(setting.call.kind_words(name)[0] for name in kinds)
    words = f"Is {entry.name} of this kind: {names}?"
    if wanted_of_old and partner.kind is None:
        key = f"{entry.path}.kind"
    elif wanted and partner.call_kinds is None:
        key = f"{entry.path}.call_kinds"
    else:
        return Check(holds=False)
    return Check(None, Question(words, key, key))


def _stated(entry: ListedTaker, key: str, wanted: tuple[str, ...], words: str) -> Check:
    if entry.partner is None:
        return Check(holds=False)
    stated = getattr(entry.partner, key)
    path = f"{entry.path}.{key}"
    return Check(None if stated is None else stated in wanted, Question(words, path, path))


def _region(entry: ListedTaker, regions: tuple[str, ...]) -> Check:
    """Return whether an entry is established in one of these regions.

    Where region and country are not of one state, one of them is wrong: it is open which.
    """
    if entry.partner is None:
        return Check(holds=False)
    path, stated = f"{entry.path}.region", entry.partner.region
    if stated is None:
        words = f"In which region is {entry.name} established, as a NUTS code?"
        return Check(_by_country(entry.country, regions), Question(words, path, path))
    holds: bool | None = any(nuts.is_within(stated, one) for one in regions)
    country = nuts.country_of(stated)
    if entry.country is None or country in (None, nuts.state_of(entry.country)):
        return Check(holds)
    words = (
        f"Which is right of {entry.name}: the region {stated}, which is of "
        f"{country_name(country)}, or the country {country_name(entry.country)}?"
    )
    is_open = holds or _by_country(entry.country, regions) is not False
    return Check(None if is_open else False, Question(words, path, path))


def _by_country(country: str | None, regions: tuple[str, ...]) -> bool | None:
    """Whether whoever is established in a country is in one of these regions."""
    if country is None:
        return None
    found = [one for one in regions if nuts.country_of(one) in (None, nuts.state_of(country))]
    if not found:
        return False
    return True if any(nuts.is_country(one) for one in found) else None
