"""CON012 strand-b-without-defence: no sector of the consortium is one of defence.

What it checks
    A sector of a partner or of the project has a word of the list of the call file, such as
    defence, security, military or dual-use, in a language of the Union.

Why
    The defence call of 2017 asked for a defence-related entity among the partners; whether this
    strand does was not seen.

Met
    strand: B
    consortium: {partners: [{id: A, sectors: [dual-use optics]}]}

Undecided
    strand: B
    consortium: {partners: [{id: A, sectors: [optics]}]}

Source
    defence_words
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner
from escp_docs.rules.facts.word_lists import first_of


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer: at the sector that says it, else at the sectors of the first partner."""
    for path, sector in _sectors(case):
        if first_of(case.fact.value, sector):
            yield case.met(f"{sector} is a sector of defence or security", path)
            return
    if not case.spec.partners:
        yield no_partner(case)
        return
    silent = [index for index, one in enumerate(case.spec.partners) if one.sectors is None]
    yield case.undecided(
        "no sector of a partner or of the project is one of defence or security",
        "Which partner is active in defence, security or dual-use technologies?",
        f"{PARTNERS}[{silent[0] if silent else 0}].sectors",
        PARTNERS,
    )


def _sectors(case: Case[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for index, partner in enumerate(case.spec.partners):
        for number, sector in enumerate(partner.sectors or ()):
            yield f"{PARTNERS}[{index}].sectors[{number}]", sector
    for number, sector in enumerate(case.spec.project.sectors or ()):
        yield f"project.sectors[{number}]", sector


RULE = Rule("CON012", "strand-b-without-defence", lambda terms: terms.defence_words, check)
