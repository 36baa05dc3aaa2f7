"""SUB003 two-consortia-in-one-strand: a partner is part of two consortia of one strand.

What it checks
    No legal entity is part of more consortia of one strand of the call than allowed: in the
    applications that are checked together, and by the `other_applications` of its partners. A call
    may count by phase, or all of its strands, and limit how many one entity coordinates. One
    consortium in each strand is allowed. A partner that does not list its other applications leaves
    it open; `[]` says that there are none. An entry with the acronym and strand of this very
    application is no other one, and one without acronym may be this. Specs of one acronym and
    strand are versions of one application. Partners of two applications that may be one legal
    entity (CON007) are asked about.

Why
    Eligible applicants can be part of one consortium for each strand. Whether one is part of
    another can be seen only if it says so, and after the deadline it is too late.

Met
    strand: A
    project: {acronym: ONE}
    consortium: {partners: [{id: A, pic: "900000001", other_applications: []}]}
    ---
    strand: B
    project: {acronym: TWO}
    consortium: {partners: [{id: A, pic: "900000001", other_applications: []}]}

Not met
    strand: A
    consortium: {partners: [{id: A, other_applications: [{acronym: OTHER-4i, strand: A}]}]}

Undecided
    strand: A
    consortium: {partners: [{id: A}]}

Source
    most_consortia_per_strand, most_consortia_per_phase, most_consortia_per_call,
    most_coordinated_per_call, different_legal_entities

Choice
    An entry with the acronym of this application and another strand, or of an application that is
    checked too, is that one. Two consortia of another strand are a fault of these, not of this
    application: the limit is one "for each Strand". A strand that the call does not have is a
    question. A list of partners that is absent is a question to that application alone.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from escp_docs.finding import Answer, Outcome
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner, or_met
from escp_docs.rules.facts.application_limits import coordinated, limits, most_applications
from escp_docs.rules.facts.memberships import Consortia, Seat, consortia, name_of
from escp_docs.rules.facts.resembling import resembling

STRAND = "strand"
_NAMED = 3  # places of other specs that a finding names


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield what the partners state themselves."""
    for _, outcome in together([case]):
        yield outcome


def together(cases: Sequence[Case[int]]) -> Iterator[tuple[int, Outcome]]:
    """Yield one answer per partner of an application at fault or in question, else one for all."""
    if not cases:
        return
    strands = tuple(cases[0].call.strands)
    found = consortia([case.spec for case in cases], cases[0].call)
    resembling = _resembling(cases)
    for index, case in enumerate(cases):
        if case.spec.consortium.partners is None:
            yield index, no_partner(case)
            continue
        outcomes = _in_strand(cases, found, index, case.spec.strand, strands)
        met = case.met("no partner is part of another consortium of the strand", PARTNERS)
        asked = [*_unsaid(case, outcomes), *resembling.get(index, ())]
        for outcome in or_met([*outcomes, *coordinated(cases, index), *asked], met):
            yield index, outcome


def _in_strand(
    cases: Sequence[Case[int]],
    found: Consortia,
    index: int,
    strand: str | None,
    strands: Sequence[str],
) -> list[Outcome]:
    """Return what can be said of an application in a strand; of one without, in each of them."""
    seats = found.of_spec[index]
    if strand is not None:
        return [one for seat in seats for one in _seat(cases, found, seat, strand)]
    by_strand = [_in_strand(cases, found, index, one, strands) for one in strands]
    if all(any(one.answer is Answer.NOT_MET for one in some) for some in by_strand):
        return list(dict.fromkeys(one for some in by_strand for one in some))
    at_fault = [one for some in by_strand for one in some if one.answer is Answer.NOT_MET]
    if not at_fault:
        return list(dict.fromkeys(one for some in by_strand for one in some))
    return [
        cases[index].undecided(
            "in one of the strands, a partner would be part of more than one consortium",
            "In which strand does the consortium apply?",
            STRAND,
            elsewhere=tuple(dict.fromkeys(there for one in at_fault for there in one.elsewhere)),
        )
    ]


def _seat(
    cases: Sequence[Case[int]], found: Consortia, seat: Seat, strand: str
) -> Iterator[Outcome]:
    for limit, strands in limits(cases[seat.spec], strand):
        case = cases[seat.spec].against(limit)
        beside = [one for other in strands for one in found.beside(seat, other)]
        sure = [one for one in beside if one.is_named]
        # Without an acronym it may be this very application.
        nameless = [one for one in beside if not one.is_named]
        unsure = [*found.beside(seat, None), *nameless]
        if 1 + len(sure) > limit.value:
            yield from _faults(case, seat, sure)
            return
        if 1 + len(sure) + len(unsure) > limit.value:
            yield _question(case, seat, unsure)
            return


def _faults(case: Case[int], seat: Seat, seats: Sequence[Seat]) -> Iterator[Outcome]:
    others = [one for one in seats if one.spec != seat.spec]
    partner = case.spec.partners[seat.partner].id
    for one in seats:
        if one.spec == seat.spec:
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


def _question(case: Case[int], seat: Seat, unsure: Sequence[Seat]) -> Outcome:
    partner = case.spec.partners[seat.partner].id
    own = next((one for one in unsure if one.spec == seat.spec), None)
    others = [one for one in unsure if one.spec != seat.spec]
    if own is not None and own.strand is not None:
        path = f"{own.path}.acronym"
        return case.undecided(
            f"{partner} is part of a consortium of the strand whose acronym is not stated",
            f"Which other consortium does {partner} belong to?",
            path,
        )
    key = None if own is None else own.strand_path
    why = (
        f"the call has no strand {own.written!r}"
        if own is not None and own.written is not None
        else "a strand is not stated"
    )
    return case.undecided(
        f"{partner} is part of more than one consortium, and {why}",
        f"In which strand does each consortium of {partner} apply?",
        key,
        key or seat.path,
        elsewhere=tuple((one.spec, one.strand_path) for one in islice(others, _NAMED)),
    )


def _resembling(cases: Sequence[Case[int]]) -> dict[int, list[Outcome]]:
    """Return questions, by position, where partners of one strand resemble each other."""
    entries = [
        (index, position, partner)
        for index, case in enumerate(cases)
        for position, partner in enumerate(case.spec.partners)
    ]
    terms, state_of = cases[0].terms, cases[0].call.countries.state_of
    found: dict[int, list[Outcome]] = {}
    fact = terms.different_legal_entities
    for pair in resembling([one for _, _, one in entries], state_of, terms.legal_forms):
        for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
            index, position, one = entries[here]
            beyond, elsewhere, other = entries[there]
            theirs = cases[beyond].spec
            if fact is None or not _are_rivals(cases[index].spec, theirs):
                continue
            outcome = (
                cases[index]
                .against(fact)
                .undecided(
                    f"{one.id} and {other.id} of {theirs.project.acronym} have {pair.shared}",
                    f"Are {one.id} and {other.id} one legal entity?",
                    f"{PARTNERS}[{position}].pic",
                    f"{PARTNERS}[{position}]",
                    elsewhere=((beyond, f"{PARTNERS}[{elsewhere}]"),),
                )
            )
            found.setdefault(index, []).append(outcome)
    return found


def _are_rivals(one: Spec, other: Spec) -> bool:
    """Whether two specs are different applications in one strand."""
    names = {name_of(spec.project.acronym) for spec in (one, other)}
    return one.strand == other.strand and len(names) > 1


def _unsaid(case: Case[int], found: Sequence[Outcome]) -> Iterator[Outcome]:
    """Yield a question per partner that does not say where else it applies."""
    at_fault = {
        path for one in found if one.answer is Answer.NOT_MET for path in (one.path, *one.related)
    }
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}]"
        if partner.other_applications is None and path not in at_fault:
            yield case.undecided(
                f"where else {partner.id} applies is not stated",
                f"To which other consortia that answer this call does {partner.id} belong?",
                f"{path}.other_applications",
            )


RULE = Rule(
    "SUB003",
    "two-consortia-in-one-strand",
    most_applications,
    check,
    together,
)
