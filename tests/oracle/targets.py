"""Requirements on the targets: "in minimum 2 third countries ... or world regions"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, at_least, error, every, holds, warning
from tests.oracle.countries import TARGETS_IN_DOUBT, is_third_country, state
from tests.oracle.entities import groups
from tests.oracle.stated import Entry, folded

_LEAST: Final = 2
_MOST: Final = 5

COUNTRY_NAMES: Final = {
    "turkey": "TR", "türkei": "TR", "tr": "TR", "deutschland": "DE", "germany": "DE", "usa": "US",
    "us": "US", "chile": "CL", "chili": "CL", "日本": "JP", "japan": "JP", "suisse": "CH",
    "switzerland": "CH", "україна": "UA", "kosovo": "XK", "italia": "IT", "argentina": "AR",
}  # fmt: skip
"""Regions that are named like a country, folded, in some language."""

INSIDE: Final = frozenset(
    {"europeanunion", "europe", "westernbalkans", "eea", "europeaneconomicarea", "schengen"}
)
"""The Union, Europe, and what lies in them."""

PARTLY_INSIDE: Final = frozenset(
    {"easternpartnership", "mediterranean", "balkans", "caucasus", "nordiccountries"}
)
"""Regions of which a part lies in the Union or takes part in COSME."""


@dataclass(frozen=True)
class Target:
    """A target: what else names it, what it is called as a region, and where it lies."""

    entry: Entry
    reference: str | None
    region: str | None
    countries: frozenset[str] | None

    @property
    def is_third(self) -> bool | None:
        """Whether it lies outside the Union and COSME, None where nobody says."""
        if self.countries is not None:
            return all(map(is_third_country, self.countries))
        if self.region is None or self.region in PARTLY_INSIDE:
            return None
        return self.region not in INSIDE

    @property
    def is_open(self) -> bool:
        """Whether nobody says which target it is."""
        return self.region is None and self.countries is None


def _targets(spec: Entry) -> list[Target] | None:
    found = stated.entries(spec, "target_countries")
    return None if found is None else [_target(entry) for entry in found]


def _target(entry: Entry) -> Target:
    code, region = stated.choice(entry, "country"), stated.name(entry, "region")
    if code:
        return Target(entry, code, None, frozenset({state(code)}))
    if region is None:
        return Target(entry, None, None, None)
    listed = [state(one) for one in entry.get("countries") or ()]
    named = COUNTRY_NAMES.get(region.casefold())
    codes = listed or ([named] if named else None)
    return Target(entry, region, folded(region), frozenset(codes) if codes else None)


def _is_one(one: Target, other: Target) -> bool:
    if one.countries is not None and one.countries == other.countries:
        return True
    return one.region is not None and one.region == other.region


def _number(targets: Iterable[Target]) -> int:
    return len(groups(list(targets), _is_one))


def _least(strand: str, answer: Answer) -> Said:
    """In Strand B the number is known from a secondary page alone."""
    return error(answer) if strand == "A" else warning(answer)


def tgt001(spec: Entry, strand: str) -> Said:
    """Asked: "minimum 2 third countries ... or world regions"."""
    found = _targets(spec)
    if found is None:
        return _least(strand, Answer.OPEN)
    return _least(strand, at_least(_LEAST, *_bounds(found)))


def _bounds(targets: Sequence[Target]) -> tuple[int, int]:
    """Return the least and the greatest number of targets that are third countries or regions."""
    sure = [one for one in targets if one.is_third]
    perhaps = [one for one in targets if one.is_third is not False and not one.is_open]
    return _number(sure), _number(perhaps) + sum(one.is_open for one in targets)


def tgt002(spec: Entry, _strand: str) -> Said:
    """Asked: "third countries (i.e. non-COSME participating countries) or world regions"."""
    found = _targets(spec)
    return error(Answer.OPEN if found is None else every(holds(one.is_third) for one in found))


def tgt003(spec: Entry, _strand: str) -> Said:
    """Secondary: "encouraged to have not more than five target countries"."""
    found = _targets(spec)
    if found is None:
        return warning(Answer.OPEN)
    known = _number(one for one in found if not one.is_open)
    too_many = at_least(_MOST + 1, known, known + sum(one.is_open for one in found))
    return warning(_NOT[too_many])


_NOT: Final = {
    Answer.MET: Answer.NOT_MET,
    Answer.NOT_MET: Answer.MET,
    Answer.OPEN: Answer.OPEN,
}


def tgt004(spec: Entry, strand: str) -> Said:
    """Asked: "cooperation activities with international partners in minimum 2 third countries"."""
    found = _targets(spec)
    sure, perhaps, anywhere = _named_by_implementation(spec)
    if found is None:
        return _least(strand, Answer.OPEN if anywhere else Answer.NOT_MET)
    lowest, _ = _bounds([one for one in found if one.reference in sure])
    _, highest = _bounds([one for one in found if anywhere or one.reference in sure | perhaps])
    return _least(strand, at_least(_LEAST, lowest, highest))


def _named_by_implementation(spec: Entry) -> tuple[set[str], set[str], bool]:
    """Return what such tasks name, what they may name, and whether they may name anything."""
    sure: set[str] = set()
    perhaps: set[str] = set()
    packages = stated.work_packages(spec)
    anywhere = packages is None
    for package in packages or ():
        tasks = stated.entries(package, "tasks")
        anywhere = anywhere or tasks is None
        for task in tasks or ():
            kind = stated.choice(task, "kind") or stated.choice(package, "kind")
            if kind in ("implementation", None):
                names = stated.texts(task, "targets")
                anywhere = anywhere or names is None
                (sure if kind else perhaps).update(names or ())
    return sure, perhaps, anywhere


def tgt005(spec: Entry, strand: str) -> Said:
    """Strand A: "initiating business partnerships for European SMEs in each target market"."""
    if strand != "A":
        return NOT_ASKED
    found = stated.entries(spec, "target_countries")
    written = found is not None and all(stated.text(one, "business_partnerships") for one in found)
    return error(holds(True if written else None))


def tgt006(spec: Entry, _strand: str) -> Said:
    """Derived: third countries that may not be "beyond Europe"."""
    found = _targets(spec)
    if found is None:
        return warning(Answer.OPEN)
    return warning(every(_is_surely_beyond(one) for one in found))


def _is_surely_beyond(target: Target) -> Answer:
    return holds(None if target.countries is None else not target.countries & TARGETS_IN_DOUBT)


def tgt007(spec: Entry, _strand: str) -> Said:
    """Derived: two entries that are one market say less than they seem to.

    A region whose countries nobody lists is a question, even alone.
    """
    found = _targets(spec)
    if found is None:
        return warning(Answer.OPEN)
    if any(_overlap(*pair) for pair in combinations(found, 2)):
        return warning(Answer.NOT_MET)
    return warning(holds(None if any(one.countries is None for one in found) else True))


def _overlap(one: Target, other: Target) -> bool:
    return _is_one(one, other) or bool((one.countries or set()) & (other.countries or set()))


def tgt008(spec: Entry, _strand: str) -> Said:
    """Derived: "cooperation activities with international partners" want one in each target."""
    found = stated.entries(spec, "target_countries")
    if found is None:
        return warning(Answer.OPEN)
    lists = [stated.entries(one, "international_partners") for one in found]
    return warning(every(holds(None if one is None else bool(one)) for one in lists))
