"""SUB003 two-consortia-in-one-strand: a partner is part of two consortia of one strand.

What it checks
    No legal entity is part of more consortia of one strand of the call than allowed: in the
    applications that are checked together, and by the `other_applications` of its partners, which
    count even when one is checked alone. One consortium in each strand is allowed.

Why
    Eligible applicants can be part of one consortium for each strand; with two, both are at risk.

Met
    strand: A
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}
    ---
    strand: B
    consortium: {partners: [{id: A, pic: "900000001"}, {id: C, pic: "900000003"}]}

Not met
    strand: A
    consortium: {partners: [{id: A, other_applications: [{acronym: OTHER-4i, strand: A}]}]}

Undecided
    strand: A
    consortium: {partners: [{id: A, other_applications: [{acronym: OTHER-4i}]}]}

Source
    most_consortia_per_strand

Choice
    What a partner lists as another application is one, whatever its acronym, unless it is checked
    together with this one under that acronym. A strand that the call does not have is a question.
    A list of partners that is absent is a question to that application alone.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from escp_docs.finding import Answer, Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner, or_met
from escp_docs.rules.facts.memberships import Consortia, Seat, consortia

STRAND = "strand"
_NAMED = 3  # places of other specs that a finding names


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield what the partners state themselves, else that one application alone is not judged."""
    found = [outcome for _, outcome in together([case]) if outcome.answer is not Answer.MET]
    if found and case.spec.consortium.partners is not None:
        yield from found
    else:
        yield case.not_applicable(
            "no partner states another application in the strand, and one is checked alone"
        )


def together(cases: Sequence[Case[int]]) -> Iterator[tuple[int, Outcome]]:
    """Yield one answer per partner of an application at fault or in question, else one for all."""
    strands = cases[0].call.strands if cases else ()
    found = consortia([case.spec for case in cases], tuple(strands))
    for index, case in enumerate(cases):
        if case.spec.consortium.partners is None:
            yield index, no_partner(case)
            continue
        outcomes = (
            outcome for seat in found.of_spec[index] for outcome in _seat(cases, found, seat)
        )
        met = case.met("no partner is part of another consortium of the strand", PARTNERS)
        for outcome in or_met(outcomes, met):
            yield index, outcome


def _seat(cases: Sequence[Case[int]], found: Consortia, seat: Seat) -> Iterator[Outcome]:
    case, limit = cases[seat.spec], cases[seat.spec].fact.value
    sure = {strand: found.in_strand(seat.entity, strand) for strand in case.call.strands}
    unsure = found.in_strand(seat.entity, None)
    if seat.strand is not None:
        if len(sure[seat.strand]) > limit:
            yield from _faults(cases, seat, sure[seat.strand])
        elif len(sure[seat.strand]) + len(unsure) > limit:
            yield _question(cases, seat, unsure)
    elif all(len(seats) >= limit for seats in sure.values()):
        yield from _faults(cases, seat, [one for seats in sure.values() for one in seats])
    elif any(len(seats) + len(unsure) > limit for seats in sure.values()):
        yield _question(cases, seat, unsure)


def _faults(cases: Sequence[Case[int]], seat: Seat, seats: Sequence[Seat]) -> Iterator[Outcome]:
    case = cases[seat.spec]
    others = [one for one in seats if one.spec != seat.spec]
    partner = case.spec.partners[seat.partner].id
    for one in seats:
        if one.spec == seat.spec and one.is_stated_alone:
            yield case.not_met(
                f"{partner} is also part of {one.acronym} in Strand {one.strand}",
                one.path,
                f"replace {partner} here or there, or correct its other applications",
                related=(seat.path,),
            )
    if others:
        names = ", ".join(dict.fromkeys(one.acronym for one in others[:_NAMED]))
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        yield case.not_met(
            f"{partner} is also part of {names}{more} in Strand {others[0].strand}",
            seat.path,
            f"replace {partner} here or there",
            elsewhere=tuple((one.spec, one.path) for one in islice(others, _NAMED)),
        )


def _question(cases: Sequence[Case[int]], seat: Seat, unsure: Sequence[Seat]) -> Outcome:
    case = cases[seat.spec]
    partner = case.spec.partners[seat.partner].id
    own = next((one for one in unsure if one.spec == seat.spec), None)
    others = [one for one in unsure if one.spec != seat.spec]
    key = None if own is None else STRAND if own is seat else f"{own.path}.strand"
    return case.undecided(
        f"{partner} is part of more than one consortium, and a strand is not stated",
        f"In which strand does each consortium of {partner} apply?",
        key,
        key or seat.path,
        elsewhere=tuple((one.spec, one.strand_path) for one in islice(others, _NAMED)),
    )


RULE = Rule(
    "SUB003",
    "two-consortia-in-one-strand",
    lambda terms: terms.most_consortia_per_strand,
    check,
    together,
)
