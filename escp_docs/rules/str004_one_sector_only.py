"""STR004 one-sector-only: the partnership does not cross the border of a sector.

What it checks
    `strategy.cross_sector_cooperation` is there, and `sectors` of project and partners together
    name enough different sectors. Case, spaces, accents and punctuation do not matter.

Why
    The partnership is to promote cooperation across related industries and sectoral boundaries.

Met
    project: {acronym: X, sectors: [ocean energy, robotics]}
    strategy: {cross_sector_cooperation: Robots repair the mills}

Not met
    project: {acronym: X, sectors: [robotics]}
    consortium: {partners: [{id: A, sectors: [Robotics]}]}
    strategy: {cross_sector_cooperation: Robots repair the mills}

Undecided
    project: {acronym: X, sectors: [ocean energy, robotics]}

Source
    cross_sector_cooperation, least_sectors
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count, listed
from escp_docs.model.fact import Fact
from escp_docs.model.folding import joined
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked

TEXT = "strategy.cross_sector_cooperation"
SECTORS = "project.sectors"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the text or at the sectors."""
    least = case.terms.least_sectors
    if case.spec.strategy.cross_sector_cooperation is None:
        yield case.undecided(
            "cooperation across sectors is not described",
            "How do the partners cooperate across related industries and sectors?",
            TEXT,
        )
    elif least is not None:
        yield from _sectors(case, least)
    else:
        yield case.met("cooperation across sectors is described", TEXT)


def _sectors(case: Case[bool], least: Fact[int]) -> Iterator[Outcome]:
    named = {joined(one): one for one in _named(case.spec)}
    each = f" ({listed(named.values())})" if named else ""
    said = f"{count(len(named), 'sector', 'sectors')}{each}"
    unsaid = next(_unsaid(case.spec), None)
    if len(named) >= least.value:
        yield case.met(f"cooperation across sectors is described; {said}", TEXT)
    elif unsaid is None:
        yield case.against(least).not_met(
            f"{said}; crossing the border of a sector takes {least.value}",
            SECTORS,
            "name all sectors that project and partners work in, or win one from another sector",
        )
    else:
        yield case.against(least).undecided(
            f"{said} so far", "In which sectors do project and partners work?", unsaid
        )


def _named(spec: Spec) -> Iterator[str]:
    yield from spec.project.sectors or ()
    for partner in spec.partners:
        yield from partner.sectors or ()


def _unsaid(spec: Spec) -> Iterator[str]:
    if spec.project.sectors is None:
        yield SECTORS
    if spec.consortium.partners is None:
        yield PARTNERS
    for index, partner in enumerate(spec.partners):
        if partner.sectors is None:
            yield f"{PARTNERS}[{index}].sectors"


RULE = Rule("STR004", "one-sector-only", lambda terms: asked(terms.cross_sector_cooperation), check)
