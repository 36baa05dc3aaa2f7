"""What must be handed in, by whom and until when, as far as the call file says."""

from decimal import Decimal
from typing import Any

from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.citations import cited, how_sure
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.judging.open_facts import open_facts
from escp_docs.language.language import Language
from escp_docs.model.call import Call, Terms
from escp_docs.model.fact import Fact
from escp_docs.model.figures import figures
from escp_docs.model.handed_in import HandedIn
from escp_docs.model.spec import Spec
from escp_docs.model.submission import SubmissionPaper

Values = dict[str, Any]


def checklist(spec: Spec, call: Call, evidence: Evidence, language: Language) -> Values:
    """Return what a checklist prints.

    Returns:
        `deadline`: the last day in words, or None; `deadlines`: each with its `stage`, if it is
        that of one, and `rests` and `sure`, the source of it;
        `coordinator`: what the coordinator hands in; `partners`: by id, what each partner does;
        `owed`: by id, how many facts are missing and unconfirmed; `packed`: the package that was
        packed last and its day, or None; `signatures`: how many have `signed` the agreement of
        those who were `asked`, or None while nobody was; `signed` and `mandates`: by id, whether
        the agreement and the mandate are signed; None of whom nobody asked to sign it.
    """
    terms = _terms(spec, call)
    deadline = terms.last_deadline
    whole = open_facts(spec, evidence.verdict, call=call)
    owed = {one.id: whole.by(one.id) for one in spec.partners}
    return {
        "deadline": language.day(deadline.value) if deadline else None,
        "deadlines": [
            {"day": language.day(fact.value), "stage": stage, **_rests(fact, language)}
            for stage, fact in terms.deadlines
        ],
        "coordinator": _papers(spec, call, None, language),
        "partners": {one.id: _papers(spec, call, one.id, language) for one in spec.partners},
        "owed": {
            name: {"missing": len(one.missing), "unconfirmed": len(one.unconfirmed)}
            for name, one in owed.items()
        },
        "packed": _packed(evidence.handed_in, language),
        "signatures": _signatures(evidence.handed_in),
        "signed": {one.id: evidence.handed_in.signed.get(one.id) for one in spec.partners},
        "mandates": {one.id: evidence.handed_in.mandates.get(one.id) for one in spec.partners},
    }


def _packed(handed_in: HandedIn, language: Language) -> Values | None:
    if handed_in.day is None:
        return None
    return {"name": handed_in.package, "day": language.day(handed_in.day)}


def _signatures(handed_in: HandedIn) -> Values | None:
    """Return how many parties have signed the agreement, of how many; None if none was asked."""
    signed = handed_in.signed
    return {"signed": sum(signed.values()), "asked": len(signed)} if signed else None


def _terms(spec: Spec, call: Call) -> Terms:
    return call.terms(spec.strand) if spec.strand in call.strands else call.all_strands


def _papers(spec: Spec, call: Call, partner: str | None, language: Language) -> list[Values]:
    facts = call.submission.papers if call.submission else ()
    by = "each_partner" if partner else "coordinator"
    return [
        _paper(spec, fact, partner, language)
        for fact in facts
        if fact.value.by == by and _is_of_strand(fact.value, spec.strand)
    ]


def _is_of_strand(paper: SubmissionPaper, strand: str | None) -> bool:
    """Whether a paper is asked for in a strand; while it is open, in any."""
    return strand is None or paper.strands is None or strand in paper.strands


def _paper(
    spec: Spec, fact: Fact[SubmissionPaper], partner: str | None, language: Language
) -> Values:
    """Return a paper; `needed` is None while the grant is not known that decides on it."""
    paper, grant = fact.value, _grant(spec, partner)
    above = paper.above_eur
    needed = None if above and grant is None else not above or (grant or Decimal(0)) > above
    return {
        "name": paper.name,
        "needed": needed,
        "above": language.euro(above) if above else None,
        "grant": None if grant is None else language.euro(grant),
        "document": paper.document,
        **_rests(fact, language),
    }


def _grant(spec: Spec, partner: str | None) -> Decimal | None:
    money = figures(spec)
    own = money.of(partner) if partner else None
    return own.grant if own and not money.grant_unknown else None


def _rests(fact: Fact[Any], language: Language) -> Values:
    return {
        "rests": BoundValue(cited(fact.cited, language)),
        "sure": how_sure(fact.cited.confidence, language),
    }
