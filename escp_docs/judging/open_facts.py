"""What is owed by whom: facts that the spec does not state, and facts nobody has confirmed."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.finding import Answer, Severity
from escp_docs.judging.of_the_call import matters
from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.part_words import PartWords, question_for, words_of
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.consortium import ALL, Associated, Partner
from escp_docs.model.kept import kept
from escp_docs.model.optional import idle
from escp_docs.model.question_text import entry_name
from escp_docs.model.responsible import owner
from escp_docs.model.schema import Key, MapOf, Scalar, at, join, keys, label_of, split
from escp_docs.model.spec import Spec
from escp_docs.rule import Judged, Verdict

_Steps = tuple[str | int, ...]
_OF_PARTIES: Final = frozenset(
    {"address", "postcode", "city", "register", "registration_number", "legal_form"}
)


class OpenFact(Struct, frozen=True):
    """A fact that somebody owes.

    Attributes:
        path: Where it belongs in the spec.
        ask: Who can state it: the id of a partner, or "coordinator" while none is named.
        entry: The entry around it, such as a work package; empty if there is none.
        label: What it is, as a noun phrase.
        question: What is asked.
        codes: The rules that wait for it.
        urgent: Whether one of these decides whether the application is eligible.
    """

    path: str
    ask: str
    entry: str
    label: str
    question: str
    codes: tuple[str, ...] = ()
    urgent: bool = False


class OpenFacts(Struct, frozen=True):
    """All that is owed, in the order of the format.

    `missing` is not stated; `unconfirmed` is stated in the entry of a partner that has not
    confirmed it.
    """

    missing: tuple[OpenFact, ...]
    unconfirmed: tuple[OpenFact, ...]

    def by(self, person: str) -> "OpenFacts":
        """Return what one person owes."""
        return OpenFacts(
            tuple(one for one in self.missing if one.ask == person),
            tuple(one for one in self.unconfirmed if one.ask == person),
        )


def open_facts(
    spec: Spec, verdict: Verdict, words: PartWords = ENGLISH_KEYS, call: Call | None = None
) -> OpenFacts:
    """Return what a spec does not state and what is not confirmed, each with whom to ask.

    Args:
        spec: What the partnership states.
        verdict: What the rules say of it.
        words: The words of the language in which labels and questions are told.
        call: The call that it answers: what it has no use for is not asked for.
    """
    absent, unconfirmed = _owed_whatever_rules_say(spec, words)
    missing = {
        one.path: one for one in absent if call is None or matters(spec, call, split(one.path))
    }
    below = _below(missing)
    for judged in verdict.judged:
        if judged.outcome.answer is Answer.UNDECIDED:
            _add(missing, below, judged)
    return OpenFacts(tuple(missing.values()), unconfirmed)


@kept
def _owed_whatever_rules_say(
    spec: Spec, words: PartWords
) -> tuple[tuple[OpenFact, ...], tuple[OpenFact, ...]]:
    """Return what is absent, and what is not confirmed."""
    asking = _Asking(spec, words)
    absent = (*_absent(asking, spec, (), ""), *_personnel(asking))
    return absent, tuple(_unconfirmed(asking))


def _below(paths: Iterable[str]) -> dict[str, list[str]]:
    """Return for each path, and each of those around it, the paths at and below it."""
    found: dict[str, list[str]] = {}
    for path in paths:
        steps = split(path)
        for length in range(1, len(steps) + 1):
            found.setdefault(join(steps[:length]), []).append(path)
    return found


def _add(missing: dict[str, OpenFact], below: dict[str, list[str]], judged: Judged) -> None:
    """Note that a rule waits for a fact; a fact that is not absent as such is one more."""
    outcome = judged.outcome
    path = outcome.key or outcome.path or ""
    waited = below.setdefault(path, [])
    if not waited:
        # "Which of these?" is asked of something that is stated.
        words = outcome.question or outcome.message
        missing[path] = OpenFact(path, outcome.ask or "", "", outcome.message, words)
        waited.append(path)
    for one in waited:
        known = missing[one]
        missing[one] = replace(
            known,
            codes=tuple(dict.fromkeys((*known.codes, judged.rule.code))),
            urgent=known.urgent or outcome.severity is Severity.ERROR,
        )


class _Asking(Struct, frozen=True):
    """Of which spec is asked, in which words."""

    spec: Spec
    words: PartWords

    def label(self, key: Key) -> str:
        return label_of(key, words_of(self.words, key.part, key.name))

    def question(self, key: Key, entry: str) -> str:
        return question_for(self.words, key.part, key.name, entry)


def _absent(asking: _Asking, part: SpecModel, steps: _Steps, entry: str) -> Iterator[OpenFact]:
    for name, key in keys(type(part)).items():
        value = getattr(part, key.attribute)
        match value:
            case None if not idle(part, name) and not _no_member(asking.spec, part, name):
                yield from _asked(asking, (*steps, name), key, entry)
            case _ if value is None or isinstance(key.shape, Scalar):
                pass
            case SpecModel():
                yield from _absent(asking, value, (*steps, name), entry)
            case dict():
                for one in part.open_entries.get(name, ()):
                    yield _of_partner(asking, (*steps, name, one), key, entry)
            case tuple():
                for index, one in enumerate(value):
                    if isinstance(one, SpecModel):
                        named = entry_name(one, index, asking.words)
                        yield from _absent(asking, one, (*steps, name, index), named)
            case _:
                pass


def _no_member(spec: Spec, part: SpecModel, name: str) -> bool:
    """Whether a fact is asked of associated organisations that sign the agreement alone."""
    signs = not isinstance(part, Associated) or part.id in (spec.agreement.members or ())
    return name in _OF_PARTIES and not signs


def _asked(asking: _Asking, steps: _Steps, key: Key, entry: str) -> Iterator[OpenFact]:
    if isinstance(key.shape, MapOf) and asking.spec.partners:
        # Of effort and background each partner states its own.
        for partner in asking.spec.partners:
            yield _of_partner(asking, (*steps, partner.id), key, entry)
        return
    yield _owed(asking, steps, key, entry)


def _owed(asking: _Asking, steps: _Steps, key: Key, entry: str) -> OpenFact:
    path = join(steps)
    whom = owner(asking.spec, path)
    return OpenFact(path, whom, entry, asking.label(key), asking.question(key, entry))


def _of_partner(asking: _Asking, steps: _Steps, key: Key, entry: str) -> OpenFact:
    """Return an entry of a mapping over partners, asked of the one that it is about."""
    found = _owed(asking, steps, key, entry)
    words = found.question.replace(asking.words.each_partner, str(steps[-1]))
    return replace(found, question=words)


def _personnel(asking: _Asking) -> Iterator[OpenFact]:
    """Yield the cost of a person-month of each partner that has work, or may have."""
    spec = asking.spec
    key = at(Spec, "budget.person_month_eur")
    assert key is not None
    stated = spec.budget.person_month_eur or {}
    packages = spec.roadmap.work_packages or ()
    for partner in spec.partners:
        works = any(one.effort is None or one.effort.get(partner.id) for one in packages)
        if partner.id not in stated and (works or not packages):
            yield _of_partner(asking, ("budget", "person_month_eur", partner.id), key, "")


def _unconfirmed(asking: _Asking) -> Iterator[OpenFact]:
    for index, partner in enumerate(asking.spec.partners):
        confirmed = partner.confirmed or ()
        if ALL in confirmed:
            continue
        for name, key in keys(Partner).items():
            stated = getattr(partner, key.attribute)
            is_written = key.attribute in partner.stated
            if name in ("id", "confirmed", *confirmed) or not (is_written and _says(stated)):
                continue
            path = join(("consortium", "partners", index, name))
            asked = asking.question(key, partner.id)
            yield OpenFact(path, partner.id, partner.id, asking.label(key), asked)


def _says(value: object) -> bool:
    """Whether a value states anything: of a part, one of its keys."""
    if isinstance(value, SpecModel):
        return any(getattr(value, key.attribute) is not None for key in keys(type(value)).values())
    return value is not None
