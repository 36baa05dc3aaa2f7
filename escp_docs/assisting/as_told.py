"""A spec as an assistant knows it: what is withheld is not in it.

What is answered on words of an assistant is reckoned from this, so that no answer depends on
whether the words hit a value that is withheld.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.assisting.masking import Mask
from escp_docs.assisting.withholding import without
from escp_docs.comparing.claims.claim import Claim
from escp_docs.comparing.claims.claims import claims
from escp_docs.comparing.claims.derived import derived
from escp_docs.judging.one_spec import checked
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Finding, Result
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import texts
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named, value_at
from escp_docs.pull.stated import stated_text
from escp_docs.rule import Judged, Verdict
from escp_docs.rules import BY_CODE

_ANY_AMOUNT: Final = Decimal(1)
_WHOLE: Final = frozenset({"budget#total cost", "budget#grant"})
_BUDGET: Final = "budget#"


class ToldSpec(Struct, frozen=True):
    """What an assistant knows of a spec.

    Attributes:
        spec: The spec without what is withheld.
        result: What the rules say of that.
        actual: What they say of the spec as it is.
        resting: The codes of the rules whose answers rest on what is withheld: these are told as
            they are, and tried on nothing.
        facts: The facts that may be told.
        following: What follows from facts, and may be told.
        mask: What is withheld.
    """

    spec: OpenSpec
    result: Result
    actual: Result
    resting: frozenset[str]
    facts: tuple[Claim, ...]
    following: tuple[Claim, ...]
    mask: Mask

    def after(self, changed: OpenSpec, own: str) -> "ToldSpec":
        """Return the same of the spec after a change that the assistant asks for.

        Args:
            changed: The spec as it would be.
            own: The path of what it wrote itself, which is known to it; empty if nothing is.
        """
        # The places are those before the change: what it would take along is no matter.
        moved = replace(changed, reading=replace(changed.reading, places=self.spec.places))
        seen = without(moved, self.mask, own, None)
        result = checked(seen.name, seen.reading).written.result
        with_any = without(moved, self.mask, own, _ANY_AMOUNT).spec
        facts = self._known(self.facts, claims(with_any, moved.call))
        following = self._known(self.following, derived(with_any))
        return replace(self, spec=seen, result=result, facts=facts, following=following)

    def standing_after(self, other: Result) -> str:
        """Return the verdict after a change, in which rules that rest on what is withheld stay."""
        found = [
            *(one for one in self.actual.findings if one.code in self.resting),
            *(one for one in other.findings if one.code not in self.resting),
        ]
        judged = tuple(Judged(BY_CODE[one.code], one.outcome) for one in found)
        return Verdict(judged).standing.value

    def _known(self, before: tuple[Claim, ...], found: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """Return the facts after a change: no sums but those that are told before it.

        The whole of the budget is that before the change: what it comes to rests on all.
        """
        if self.mask.pattern is None:
            return found
        known = {one.about for one in before}
        return (
            *(one for one in found if one.about not in _WHOLE and _may_be(one.about, known)),
            *(one for one in before if one.about in _WHOLE),
        )


def told(spec: OpenSpec, result: Result, mask: Mask) -> ToldSpec:
    """Return what an assistant knows of a spec.

    Args:
        spec: The spec.
        result: What the rules say of it.
        mask: What is withheld.
    """
    stated, following = claims(spec.spec, spec.call), derived(spec.spec)
    if mask.pattern is None:
        return ToldSpec(spec, result, result, frozenset(), stated, following, mask)
    seen = without(spec, mask, "", None)
    known = checked(spec.name, seen.reading).written.result
    with_any = without(spec, mask, "", _ANY_AMOUNT).spec
    facts = _sure(stated, claims(with_any, spec.call), mask)
    more = _sure(following, derived(with_any), mask)
    resting = _resting(result, known, mask)
    return ToldSpec(seen, known, result, resting, tuple(facts), tuple(more), mask)


def tells(mask: Mask, spec: Spec, path: str) -> bool:
    """Whether all that a spec states at a path may be told."""
    if mask.pattern is None:
        return True
    if mask.hides(named(path, spec)):
        return False
    value = value_at(spec, path)
    below = (
        (text for _, text in texts(value)) if isinstance(value, SpecModel | tuple | dict) else ()
    )
    every = (stated_text(spec, path) or "", *below)
    return all(mask.hide(one) == one for one in every)


def _may_be(about: str, known: Container[str]) -> bool:
    return about in known or not about.startswith(_BUDGET)


def _sure(stated: Iterable[Claim], with_any: Iterable[Claim], mask: Mask) -> Iterator[Claim]:
    """Yield the facts that may be told: those that would be the same whatever is withheld.

    And the whole of the budget, which the application prints.
    """
    same = {(one.about, one.value) for one in with_any}
    for one in stated:
        is_sure = (one.about, one.value) in same or one.about in _WHOLE
        if is_sure and not mask.hides(one.about) and mask.hide(one.shown) == one.shown:
            yield one


def _resting(actual: Result, known: Result, mask: Mask) -> frozenset[str]:
    """Return the codes of rules that answer otherwise where what is withheld is not known."""
    ours, theirs = _answers(actual, mask), _answers(known, mask)
    return frozenset(code for code in {*ours, *theirs} if ours.get(code) != theirs.get(code))


def _answers(result: Result, mask: Mask) -> Mapping[str, list[object]]:
    found: dict[str, list[object]] = {}
    for one in result.findings:
        found.setdefault(one.code, []).append(_answer(one, mask))
    return found


def _answer(one: Finding, mask: Mask) -> object:
    said = (one.outcome.message, one.outcome.question, one.outcome.fix)
    return one.identity, tuple(map(mask.hide, said))
