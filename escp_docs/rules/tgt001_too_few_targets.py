"""TGT001 too-few-targets: fewer third countries or world regions are targeted than asked.

What it checks
    The different targets are counted that are third countries or world regions. A region counts as
    one; a region of one country is that country, and two regions that list the same countries are
    one. A target that TGT002 refuses does not count, and one that it leaves open may.

Why
    Cooperation is to be built in at least so many third countries or world regions.

Met
    strand: A
    target_countries: [{country: CA}, {region: Mercosur}]

Not met
    strand: A
    target_countries: [{country: CA}, {country: TR}]

Undecided
    strand: A
    target_countries: [{country: CA}, {region: Eastern Partnership}]

Source
    least_targets

Lists
    member_states, cosme_countries, territories, regions_inside, regions_partly_inside
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count, listed
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.country_sets import third_words
from escp_docs.rules.facts.third_countries import TARGETS, chosen, counted


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the list of targets."""
    least, targets = case.fact.value, chosen(case.spec)
    if targets is None:
        yield case.undecided(
            f"no target is listed; the call asks for {least} or more",
            "Which third countries or world regions are the targets?",
            TARGETS,
        )
        return
    found = counted(case.call, targets)
    names = sorted(entries[0].listed_name for entries in found.sure)
    said = (
        f"{count(len(names), 'target', 'targets')} ({listed(names)}); "
        f"the call asks for {least} or more"
    )
    if len(names) >= least:
        yield case.met(said, TARGETS)
    elif len(found.possible) >= least:
        yield case.undecided(said, "Which third countries are meant?", found.open_path, TARGETS)
    else:
        beyond = third_words(case.call).beyond
        yield case.not_met(said, TARGETS, f"add a third country or world region beyond {beyond}")


RULE = Rule("TGT001", "too-few-targets", lambda terms: terms.least_targets, check)
