"""Requirements on the targets: "in minimum 2 third countries ... or world regions"."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    if found is None or _is_nothing_chosen(found):
        return _least(strand, Answer.OPEN)
    return _least(strand, at_least(_LEAST, *_bounds(found)))


def _is_nothing_chosen(found: Sequence[Target]) -> bool:
    """Whether there are targets, of which nobody says which ones: their number is open, too."""
    return bool(found) and all(one.is_open for one in found)


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
    served = _served_by_implementation(spec)
    if found is None:
        return _least(strand, Answer.OPEN if served.anywhere else Answer.NOT_MET)
    if _is_nothing_chosen(found):
        return _least(strand, Answer.OPEN if served.is_there_a_task else Answer.NOT_MET)
    lowest, _ = _bounds([one for one in found if one.reference in served.sure])
    _, highest = _bounds([one for one in found if served.may_be(one)])
    return _least(strand, at_least(_LEAST, lowest, highest))


@dataclass
class _Served:
    """What such tasks name, what they may name, and whether they may name anything."""

    sure: set[str]
    perhaps: set[str]
    anywhere: bool
    is_there_a_task: bool

    def may_be(self, target: Target) -> bool:
        """Whether a target may be served; one that nobody has chosen has no name to be named by."""
        if target.is_open and self.is_there_a_task:
            return True
        return self.anywhere or target.reference in self.sure | self.perhaps


def _served_by_implementation(spec: Entry) -> _Served:
    packages = stated.work_packages(spec)
    found = _Served(set(), set(), packages is None, packages is None)
    for package in packages or ():
        tasks = stated.entries(package, "tasks")
        found.anywhere |= tasks is None
        found.is_there_a_task |= tasks is None
        for task in tasks or ():
            kind = stated.choice(task, "kind") or stated.choice(package, "kind")
            if kind in ("implementation", None):
                names = stated.texts(task, "targets")
                found.anywhere |= names is None
                found.is_there_a_task = True
                (found.sure if kind else found.perhaps).update(names or ())
    return found


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
