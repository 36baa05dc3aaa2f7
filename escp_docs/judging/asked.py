"""What the rules wait for: each open fact once, however many rules ask for it."""

from collections.abc import Mapping

from msgspec import Struct

from escp_docs.finding import Answer
from escp_docs.judging.missing_facts import MissingFacts
from escp_docs.judging.open_facts import OpenFact, OpenFacts, open_facts
from escp_docs.judging.result import WaitedFact
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.model.without_partner import Departure
from escp_docs.read.places import Places
from escp_docs.rule import Verdict


class Asked(Struct, frozen=True):
    """What rules ask of a spec, and how much is missing in all."""

    facts: tuple[WaitedFact, ...]
    missing: MissingFacts


def asked(
    spec: Spec, call: Call, verdict: Verdict, places: Places, gone: Departure | None = None
) -> Asked:
    """Return what rules wait for, in the order of the format, and the number of all open facts.

    Args:
        spec: What the partnership states, or would state.
        call: The call that it answers.
        verdict: What the rules say of it.
        places: Where each value of the spec as written stands.
        gone: Who is left out of `spec`.
    """
    found = open_facts(spec, verdict, call=call)
    waited = [one for one in found.missing if one.codes]
    words = _questions(verdict)
    facts = tuple(_fact(one, words, spec, places, gone) for one in waited)
    return Asked(facts, missing_facts(found))


def missing_facts(found: OpenFacts) -> MissingFacts:
    """Return the numbers of open facts: those that rules wait for, and all others."""
    waited = sum(bool(one.codes) for one in found.missing)
    return MissingFacts(waited, len(found.missing) - waited, len(found.unconfirmed))


def _fact(
    one: OpenFact, words: Mapping[str, str], spec: Spec, places: Places, gone: Departure | None
) -> WaitedFact:
    written = gone.as_written(one.path) if gone else one.path
    place = places.of(written)
    return WaitedFact(
        named(one.path, spec),
        place,
        places.excerpt(place),
        words.get(one.path, one.question),
        one.ask,
        one.codes,
        one.urgent,
    )


def _questions(verdict: Verdict) -> dict[str, str]:
    """Return the words in which a rule asks for each key; the first that asks is heard."""
    found: dict[str, str] = {}
    for one in verdict.judged:
        outcome = one.outcome
        if outcome.answer is Answer.UNDECIDED and outcome.question:
            found.setdefault(outcome.key or outcome.path or "", outcome.question)
    return found
