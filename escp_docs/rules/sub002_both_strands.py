"""SUB002 both-strands: the same consortium applies under two strands.

What it checks
    Of several applications to one call that are checked together, no two under different strands
    have the same set of legal entities. One application alone is not judged.

Why
    A consortium can apply under one strand only; with two, both are at risk.

Met
    strand: A
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}
    ---
    strand: B
    consortium: {partners: [{id: A, pic: "900000001"}, {id: C, pic: "900000003"}]}

Not met
    strand: A
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}
    ---
    strand: B
    consortium: {partners: [{id: B, pic: "900000002"}, {id: A, pic: "900000001"}]}

Undecided
    strand: A
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}
    ---
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}

Source
    one_strand_per_consortium

Choice
    A list of partners that is absent is a question to that application; the others are judged by
    what they state.
"""

from collections.abc import Iterator, Sequence

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner
from escp_docs.rules.facts.shared_entities import members

STRAND = "strand"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield that one application alone is not judged."""
    yield case.not_applicable("one application is checked alone")


def together(cases: Sequence[Case[bool]]) -> Iterator[tuple[int, Outcome]]:
    """Yield one answer per application, at its strand or its partners."""
    groups: dict[frozenset[int], list[int]] = {}
    for index, entities in enumerate(members([case.spec for case in cases])):
        groups.setdefault(frozenset(entities), []).append(index)
    for shared, group in groups.items():
        strands: dict[str | None, list[int]] = {}
        for index in group:
            strands.setdefault(cases[index].spec.strand, []).append(index)
        for index in group:
            if cases[index].spec.consortium.partners is None:
                yield index, no_partner(cases[index])
            elif not shared or len(group) == 1:
                yield index, _met(cases[index])
            else:
                yield index, _judged(cases, index, strands)


def _judged(
    cases: Sequence[Case[bool]], index: int, strands: dict[str | None, list[int]]
) -> Outcome:
    case, own = cases[index], cases[index].spec.strand
    stated = [strand for strand in strands if strand is not None]
    other = next((strand for strand in stated if strand != own), None)
    if other is not None and (own is not None or len(stated) > 1):
        there = strands[other][0]
        return case.not_met(
            f"the same legal entities apply as {cases[there].spec.project.acronym} under Strand "
            f"{other}",
            STRAND,
            "withdraw one of the two, or change the consortium",
            elsewhere=((there, STRAND),),
        )
    if None not in strands:
        return _met(case)
    there = next(
        one for group in (strands[None], *strands.values()) for one in group if one != index
    )
    acronym = cases[there].spec.project.acronym
    return case.undecided(
        f"the same legal entities apply as {acronym}, and a strand is not stated",
        "In which strand does each of the two apply?",
        STRAND if own is None else None,
        STRAND,
        elsewhere=((there, STRAND),),
    )


def _met(case: Case[bool]) -> Outcome:
    return case.met("the same consortium applies under no other strand", PARTNERS)


RULE = Rule(
    "SUB002",
    "both-strands",
    lambda terms: asked(terms.one_strand_per_consortium),
    check,
    together,
)
