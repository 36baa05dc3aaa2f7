"""SUB002 both-strands: the same consortium applies under two strands.

What it checks
    Of several applications to one call that are checked together, no two under different strands
    have the same set of legal entities; that all entities of one are part of the other is warned
    of. One application alone is judged by what its partners say: if all of them name one other
    application in another strand, that may be the same consortium.

Why
    A consortium can apply under one strand only.

Met
    strand: A
    project: {acronym: ONE}
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}
    ---
    strand: B
    project: {acronym: TWO}
    consortium: {partners: [{id: A, pic: "900000001"}, {id: C, pic: "900000003"}]}

Not met
    strand: A
    project: {acronym: ONE}
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}
    ---
    strand: B
    project: {acronym: TWO}
    consortium: {partners: [{id: B, pic: "900000002"}, {id: A, pic: "900000001"}]}

Undecided
    strand: A
    project: {acronym: ONE}
    consortium: {partners: [{id: A, other_applications: [{acronym: TWO, strand: B}]}]}

Source
    one_strand_per_consortium, no_consortium_within_another

Choice
    The announcement does not say what makes two consortia one; the same entities surely do. A list
    of partners that is absent is a question to that application; the others are judged by what they
    state.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner
from escp_docs.rules.facts.memberships import name_of
from escp_docs.rules.facts.nested_sets import Related, related_sets
from escp_docs.rules.facts.shared_entities import members

STRAND = "strand"


class _Said(Struct, frozen=True):
    """An application in another strand that every partner names, and where the first does."""

    acronym: str
    strand: str
    path: str


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield a question if all partners name one application in another strand."""
    yield _by_partners(case) or case.not_applicable("one application is checked alone")


def together(cases: Sequence[Case[bool]]) -> Iterator[tuple[int, Outcome]]:
    """Yield one answer per application, at its strand or its partners."""
    state_of = cases[0].call.countries.state_of if cases else str
    entities = members([case.spec for case in cases], state_of)
    related = related_sets([frozenset(one) for one in entities])
    given = frozenset(name_of(case.spec.project.acronym) for case in cases)
    for index, case in enumerate(cases):
        if case.spec.consortium.partners is None:
            yield index, no_partner(case)
            continue
        met = case.met("the same consortium applies under no other strand", PARTNERS)
        found = _judged(case, cases, related[index])
        yield index, found or _by_partners(case, given) or met


def _judged(case: Case[bool], cases: Sequence[Case[bool]], related: Related) -> Outcome | None:
    """Return what is wrong or open between an application and the others; None if nothing."""
    same = _against(case, cases, related.same, "the same legal entities apply")
    nested = asked(case.terms.no_consortium_within_another)
    if same is not None or nested is None:
        return same
    words = "all legal entities of one of the two apply together"
    return _against(case.against(nested), cases, related.nested, words)


def _against(
    case: Case[bool], cases: Sequence[Case[bool]], others: Sequence[int], words: str
) -> Outcome | None:
    own = case.spec.strand
    by_strand = {cases[one].spec.strand: one for one in reversed(others)}
    stated = {strand: one for strand, one in by_strand.items() if strand not in (None, own)}
    if stated and (own is not None or len(stated) > 1):
        there = min(stated.values())
        other = cases[there].spec
        return case.not_met(
            f"{words} as {other.project.acronym} under Strand {other.strand}",
            STRAND,
            "withdraw one of the two, or change the consortium",
            elsewhere=((there, STRAND),),
        )
    open_ = [one for one in others if own is None or cases[one].spec.strand is None]
    if not open_:
        return None
    return case.undecided(
        f"{words} as {cases[open_[0]].spec.project.acronym}, and a strand is not stated",
        "In which strand does each of the two apply?",
        STRAND if own is None else None,
        STRAND,
        elsewhere=((open_[0], STRAND),),
    )


# --- one alone -------------------------------------------------------------------------------


def _by_partners(case: Case[bool], given: frozenset[str] = frozenset()) -> Outcome | None:
    """Return a question if all partners name one application in another strand; else None."""
    for said in _said_by_all(case):
        if name_of(said.acronym) not in given:
            return case.undecided(
                f"every partner is also part of {said.acronym} in Strand {said.strand}",
                f"Has {said.acronym} further partners, or does the same consortium apply twice?",
                said.path,
            )
    return None


def _said_by_all(case: Case[bool]) -> Iterator[_Said]:
    """Yield each application in another strand that every partner names."""
    by_partner = []
    for index, partner in enumerate(case.spec.partners):
        mine: dict[tuple[str, str], _Said] = {}
        for number, other in enumerate(partner.other_applications or ()):
            if other.acronym and other.strand in case.call.strands:
                path = f"{PARTNERS}[{index}].other_applications[{number}]"
                said = _Said(other.acronym, other.strand, path)
                mine.setdefault((name_of(other.acronym), other.strand), said)
        by_partner.append(mine)
    for key, said in by_partner[0].items() if by_partner else ():
        if said.strand != case.spec.strand and all(key in mine for mine in by_partner):
            yield said


RULE = Rule(
    "SUB002",
    "both-strands",
    lambda terms: asked(terms.one_strand_per_consortium),
    check,
    together,
)
