"""How far a spec is: who owes what, until when."""

from dataclasses import dataclass, replace
from datetime import date

from escp_docs.judging.open_facts import OpenFacts, open_facts
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.verdict import judge
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.rule import Verdict


@dataclass(frozen=True, slots=True)
class Status:
    """How far one spec is.

    Args:
        spec: Its name, as it was given.
        verdict: What the rules say.
        open_facts: What is missing, and what nobody has confirmed.
        people: Its partners, then whoever else owes something.
        deadline: Until when the facts were asked for.
        return_to: To whom the answers go.
    """

    spec: str
    verdict: Verdict
    open_facts: OpenFacts
    people: tuple[str, ...]
    deadline: date | None
    return_to: str | None


def status(found: OpenSpec) -> Status:
    """Return how far a spec is."""
    spec = found.spec
    verdict = judge(spec, found.call)
    owing = _named(open_facts(spec, verdict), spec)
    everyone = [partner.id for partner in spec.partners]
    asked = [one.ask for one in (*owing.missing, *owing.unconfirmed)]
    people = tuple(dict.fromkeys((*everyone, *asked)))
    requests = spec.requests
    return Status(found.name, verdict, owing, people, requests.deadline, requests.return_to)


def _named(found: OpenFacts, spec: Spec) -> OpenFacts:
    """Return what is owed with paths that name entries by their ids."""
    missing, unconfirmed = (
        tuple(replace(one, path=named(one.path, spec)) for one in facts)
        for facts in (found.missing, found.unconfirmed)
    )
    return OpenFacts(missing, unconfirmed)
