"""The smallest change that mends consortium and targets, found by judging candidates."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from escp_docs.finding import Answer, Severity
from escp_docs.judging.partner_repairs import partner_repairs
from escp_docs.judging.target_repairs import target_repairs
from escp_docs.judging.verdict import judge
from escp_docs.model.amendment import Amendment
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.rule import Judged, Rule
from escp_docs.rules import BY_CODE
from escp_docs.rules.composition.setting import PARTNERS

Candidate = tuple[Spec, tuple[Amendment, ...]]
Candidates = Callable[[Spec, Call, Sequence[Judged]], Iterator[Candidate]]

PARTNER_RULES: Final = (
    *(BY_CODE[f"CON00{number}"] for number in range(1, 8)),
    BY_CODE["CON013"],
)
TARGET_RULES: Final = (BY_CODE["TGT001"], BY_CODE["TGT002"])
COUNTING: Final = frozenset({"CON001", "CON003", "CON004", "TGT001"})
MOST_CANDIDATES: Final = 200  # beyond, no repair is shown: the search stays quick on any spec


def smallest_repair(spec: Spec, call: Call) -> tuple[Amendment, ...]:
    """Return the fewest changes after which the rules on partners and targets let a spec pass.

    These are CON001 to CON007, the conditions of CON013 on partners, TGT001 and TGT002.

    A change adds an entity or a target, removes one at fault, merges two entries of one entity, or
    takes refused countries out of a region. What is open about partners that are there stays open,
    but no count may hang on it. Of repairs of one size, the one that asks least is taken.

    Returns:
        Nothing if nothing is to be mended, if no strand is stated, or if no repair was found.
    """
    if spec.strand is None:
        return ()
    found: tuple[Amendment, ...] = ()
    if spec.consortium.partners is not None:
        found += _first(spec, call, PARTNER_RULES, partner_repairs)
    if spec.target_countries is not None:
        found += _first(spec, call, TARGET_RULES, target_repairs)
    return found


def _first(
    spec: Spec, call: Call, rules: Sequence[Rule[Any]], candidates: Candidates
) -> tuple[Amendment, ...]:
    asked = {rule.code for rule in rules}
    judged = [
        one for one in judge(spec, call).judged if one.rule.code in asked and _is_unsettled(one)
    ]
    if not judged:
        return ()
    for candidate, amendments in islice(candidates(spec, call, judged), MOST_CANDIDATES):
        if not unsettled(candidate, call, rules):
            return amendments
    return ()


def unsettled(spec: Spec, call: Call, rules: Sequence[Rule[Any]]) -> tuple[Judged, ...]:
    """Return the errors that are not met, and the counts that are undecided."""
    return tuple(one for one in judge(spec, call, rules).judged if _is_unsettled(one))


def _is_unsettled(one: Judged) -> bool:
    if one.outcome.severity is not Severity.ERROR:
        return False
    if one.outcome.condition and not (one.outcome.path or "").startswith(PARTNERS):
        return False  # what is planned or declared is no matter of who takes part
    is_open = one.outcome.answer is Answer.UNDECIDED and one.rule.code in COUNTING
    return is_open or one.outcome.answer is Answer.NOT_MET
