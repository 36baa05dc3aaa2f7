"""How far a spec is: who owes what, until when."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.finding import Place
from escp_docs.judging.open_facts import OpenFacts, open_facts
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.signatures import Signatures
from escp_docs.judging.verdict import judge
from escp_docs.model.personal import personal_values
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.rule import Verdict


class Correspondence(Struct, frozen=True):
    """What went to a partner and came back: the days, as the record has them; empty if never.

    Args:
        sent: The date on the last questionnaire or sheet that was made for it.
        answered: The day on which the last file from it was taken or put aside.
    """

    sent: str = ""
    answered: str = ""


class PersonalValue(Struct, frozen=True):
    """Something that a spec says of a person: the key, entries by id, the text, the place."""

    key: str
    value: str
    place: Place


class Status(Struct, frozen=True):
    """How far one spec is.

    Args:
        spec: Its name, as it was given.
        verdict: What the rules say.
        open_facts: What is missing, and what nobody has confirmed.
        people: Its partners, then whoever else owes something.
        deadline: Until when the facts were asked for.
        return_to: To whom the answers go.
        letters: What went to each partner and came back, by id; those without any are not in it.
        package: Where the last package lies; empty if there is none.
        changed_since: The files of the spec that are not as they were in that package.
        signatures: Who was asked to sign, and what came back; None before anything was packed.
    """

    spec: str
    verdict: Verdict
    open_facts: OpenFacts
    people: tuple[str, ...]
    deadline: date | None
    return_to: str | None
    letters: Mapping[str, Correspondence] = field(default_factory=dict)
    package: str = ""
    changed_since: tuple[str, ...] = ()
    signatures: Signatures | None = None

    def owes(self, person: str) -> bool:
        """Whether somebody owes a fact or a confirmation."""
        owing = self.open_facts.by(person)
        return bool(owing.missing or owing.unconfirmed)


def status(found: OpenSpec) -> Status:
    """Return how far a spec is."""
    spec = found.spec
    verdict = judge(spec, found.call)
    owing = _named(open_facts(spec, verdict, call=found.call), spec)
    everyone = [partner.id for partner in spec.partners]
    asked = [one.ask for one in (*owing.missing, *owing.unconfirmed)]
    people = tuple(dict.fromkeys((*everyone, *asked)))
    requests = spec.requests
    return Status(found.name, verdict, owing, people, requests.deadline, requests.return_to)


def personal(found: OpenSpec) -> tuple[PersonalValue, ...]:
    """Return what a spec says of persons, in the order of the format."""
    return tuple(
        PersonalValue(named(path, found.spec), text, found.places.of(path))
        for path, text in personal_values(found.spec)
    )


def _named(found: OpenFacts, spec: Spec) -> OpenFacts:
    """Return what is owed with paths that name entries by their ids."""
    missing, unconfirmed = (
        tuple(replace(one, path=named(one.path, spec)) for one in facts)
        for facts in (found.missing, found.unconfirmed)
    )
    return OpenFacts(missing, unconfirmed)
