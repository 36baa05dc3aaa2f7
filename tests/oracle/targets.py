"""Requirements on the targets: "in minimum 2 third countries ... or world regions"."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, at_least, error, every, holds, warning
from tests.oracle.countries import TARGETS_IN_DOUBT
from tests.oracle.markets import Target, is_one, number, targets_of
from tests.oracle.stated import Entry

_LEAST: Final = 2
_MOST: Final = 5


def _least(strand: str, answer: Answer) -> Said:
    """In Strand B the number is known from a secondary page alone."""
    return error(answer) if strand == "A" else warning(answer)


def tgt001(spec: Entry, strand: str) -> Said:
    """Asked: "minimum 2 third countries ... or world regions"."""
    found = targets_of(spec)
    if found is None:
        return _least(strand, Answer.OPEN)
    return _least(strand, at_least(_LEAST, *_bounds(found)))


def _bounds(targets: Sequence[Target]) -> tuple[int, int]:
    """Return the least and the greatest number of targets that are third countries or regions."""
    sure = [one for one in targets if one.is_third]
    perhaps = [one for one in targets if one.is_third is not False and not one.is_open]
    return number(sure), number(perhaps) + sum(one.is_open for one in targets)


def tgt002(spec: Entry, _strand: str) -> Said:
    """Asked: "third countries (i.e. non-COSME participating countries) or world regions"."""
    found = targets_of(spec)
    return error(Answer.OPEN if found is None else every(holds(one.is_third) for one in found))


def tgt003(spec: Entry, _strand: str) -> Said:
    """Secondary: "encouraged to have not more than five target countries"."""
    found = targets_of(spec)
    if found is None:
        return warning(Answer.OPEN)
    known = number(one for one in found if not one.is_open)
    too_many = at_least(_MOST + 1, known, known + sum(one.is_open for one in found))
    return warning(_NOT[too_many])


_NOT: Final = {
    Answer.MET: Answer.NOT_MET,
    Answer.NOT_MET: Answer.MET,
    Answer.OPEN: Answer.OPEN,
}


def tgt004(spec: Entry, strand: str) -> Said:
    """Asked: "cooperation activities with international partners in minimum 2 third countries"."""
    found = targets_of(spec)
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
    found = targets_of(spec)
    if found is None:
        return warning(Answer.OPEN)
    return warning(every(_is_surely_beyond(one) for one in found))


def _is_surely_beyond(target: Target) -> Answer:
    return holds(None if target.countries is None else not target.countries & TARGETS_IN_DOUBT)


def tgt007(spec: Entry, _strand: str) -> Said:
    """Derived: two entries that are one market say less than they seem to.

    A region whose countries nobody lists is a question, even alone.
    """
    found = targets_of(spec)
    if found is None:
        return warning(Answer.OPEN)
    if any(_overlap(*pair) for pair in combinations(found, 2)):
        return warning(Answer.NOT_MET)
    return warning(holds(None if any(one.countries is None for one in found) else True))


def _overlap(one: Target, other: Target) -> bool:
    return is_one(one, other) or bool((one.countries or set()) & (other.countries or set()))


def tgt008(spec: Entry, _strand: str) -> Said:
    """Derived: "cooperation activities with international partners" want one in each target."""
    found = stated.entries(spec, "target_countries")
    if found is None:
        return warning(Answer.OPEN)
    lists = [stated.entries(one, "international_partners") for one in found]
    return warning(every(holds(None if one is None else bool(one)) for one in lists))
