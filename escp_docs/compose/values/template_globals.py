"""What templates find beside the keys of the spec: computed lists, figures and blocks."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from escp_docs.compose.citations import with_citations
from escp_docs.compose.document_types import AGREEMENT, DocumentRequest, Each
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.pictures import Logos
from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.alternatives import alternatives
from escp_docs.compose.values.budget_tables import budget, with_currency
from escp_docs.compose.values.calendar import calendar_years
from escp_docs.compose.values.call_view import call_view
from escp_docs.compose.values.cash_table import cash_table
from escp_docs.compose.values.checklist import checklist
from escp_docs.compose.values.compliance import matrix
from escp_docs.compose.values.controls import AskedFact, blanks
from escp_docs.compose.values.cost_basis import cost_lines, grid, lump_shares, rates
from escp_docs.compose.values.counts import counted
from escp_docs.compose.values.form_sections import form_sections
from escp_docs.compose.values.lengths import lengths, letters, word_count
from escp_docs.compose.values.negotiated import negotiated_points
from escp_docs.compose.values.organisations import (
    beneficiaries,
    blank_signature,
    coordinator,
    entry,
    is_beneficiary,
    members,
    signatures,
)
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.compose.values.privacy import privacy
from escp_docs.compose.values.questions import questions
from escp_docs.compose.values.value import At, Prose
from escp_docs.compose.values.view import ListView, Missing, PartView, plain, view
from escp_docs.compose.values.votes import ballots, grant_groups, vote_table
from escp_docs.compose.values.work_plan import (
    deliverables_of,
    month_begins,
    month_ends,
    shared_work,
    work,
)
from escp_docs.document import Checkbox, Inline, LineBreak, Text
from escp_docs.judging.open_facts import open_facts
from escp_docs.language.language import Language
from escp_docs.model import schema
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec

Values = dict[str, Any]


def values(  # noqa: PLR0913, PLR0917  # what templates know
    spec: Spec,
    call: Call,
    printed: date,
    paper: DocumentRequest,
    evidence: Evidence | None,
    logos: Logos,
    *,
    language: Language,
    draft: bool,
    precedent: bool = False,
) -> Values:
    """Return every name that a template can use.

    `subject` is there only for documents made for a partner, or for an organisation in a target:
    that is `organisation` then. `evidence` is what
    documents about the spec itself are made from.
    """
    found: Values = {name: _top(spec, language, name) for name in schema.keys(Spec)}
    people = beneficiaries(spec, language)
    everyone = members(spec, people, language)
    found |= {
        "call": call_view(spec, call, language),
        "document": {"date": printed, "draft": draft, "precedent": precedent},
        "coordinator": coordinator(spec, people, language),
        "beneficiaries": ListView(tuple(people.values()), language)
        if spec.consortium.partners is not None
        else found["consortium"].partners,
        "members": everyone,
        "associates": ListView(tuple(one for one in everyone if not is_beneficiary(one)), language),
        "targets": _targets(spec, language, found["target_countries"]),
        "work_packages": found["roadmap"].work_packages,
        "figures": budget(spec, language),
        "lengths": lengths(spec),
        "counted": counted(spec, call, language),
        "money": lambda amount: with_currency(amount, language),
        "entry": lambda name: entry(spec, people, name, language),
        "work": lambda target, alone=False: work(
            found["roadmap"].work_packages, target, language, alone=alone
        ),
        "shared_work": lambda: shared_work(
            found["roadmap"].work_packages, found["targets"], language
        ),
        "deliverables_of": lambda partner: deliverables_of(
            found["roadmap"].work_packages, partner, language
        ),
        "month_begins": lambda month: month_begins(spec, month, language),
        "month_ends": lambda month: month_ends(spec, month, language),
        "letters": letters,
        "word_count": word_count,
        "form_sections": lambda: form_sections(call, spec.strand, found),
        "rates": lambda: rates(spec, found["budget"].person_month_eur, language),
        "cost_lines": lambda category: cost_lines(spec, found["budget"].costs, category),
        "grid": lambda: grid(spec, language),
        "lump_shares": lambda: lump_shares(spec, found["work_packages"], language),
        "signatures": lambda member, by_hand=True, second="": signatures(
            member, language, by_hand=by_hand, second=second
        ),
        "blank_signature": lambda field, party, second="": blank_signature(
            field, party, language, second=second
        ),
        "vote_table": lambda: vote_table(spec),
        "alternatives": lambda path: alternatives(spec, str(plain(path)), language),
        "calendar_years": lambda: calendar_years(spec, call, language),
        "ballots": lambda: ballots(spec),
        "grant_groups": lambda: _groups(spec, people),
        "cash": lambda partner: cash_table(spec, str(plain(partner))),
        "tick": _tick,
        "logos": logos.of_all,
        "logo": lambda partner: logos.of(plain(partner)),
        "emblem": logos.emblem,
        "privacy": lambda: privacy(spec, language),
    }
    if paper.kind.each is Each.ORGANISATION:
        target = tuple(found["targets"])[paper.index]
        abroad = target["international_partners"]
        found["subject"] = target
        found["organisation"] = abroad[paper.organisation] if abroad else abroad
    elif paper.subject:
        found["subject"] = people[spec.partners[paper.index].id]
    if evidence is not None:
        found |= _about(spec, call, paper, evidence, language)
    return found


def _about(
    spec: Spec, call: Call, paper: DocumentRequest, evidence: Evidence, language: Language
) -> Values:
    """Return what is said of the spec itself, made when a template asks for it."""
    person = spec.partners[paper.index].id if paper.kind.each is Each.PARTNER else ""
    return {
        "checklist": lambda: checklist(spec, call, evidence, language),
        "negotiated": lambda: _negotiated(spec, evidence, language),
        "matrix": lambda: matrix(spec, call, evidence, language),
        "questions": lambda: questions(
            spec, open_facts(spec, evidence.verdict, language.keys, call).by(person), language
        ),
    }


def _negotiated(spec: Spec, evidence: Evidence, language: Language) -> list[Values]:
    """Return each point of the agreement that is negotiated, with its entry in the spec."""
    entries = tuple(_top(spec, language, "agreement").wording)
    return [
        {
            "clause": BoundValue((Text(one.clause),)),
            "standard": BoundValue(_lines(one.standard)) if one.standard else None,
            "entry": entries[one.index],
            "wanted": _with_citations(entries[one.index].text, evidence, language),
            "to_fill_in": {
                key: _to_fill_in(spec, language, f"agreement.wording[{one.index}].{key}")
                for key in ("by", "reason", "answer")
            },
        }
        for one in negotiated_points(spec, evidence.documents.get(AGREEMENT))
    ]


def _with_citations(text: Any, evidence: Evidence, language: Language) -> Any:  # noqa: ANN401
    """Return negotiated words with what their references print in the agreement."""
    agreement = evidence.documents.get(AGREEMENT)
    if not isinstance(text, Prose) or agreement is None:
        return text
    bound = text.bound()
    return replace(bound, blocks=with_citations(bound.blocks or (), agreement, language))


def _to_fill_in(spec: Spec, language: Language, path: str) -> BoundValue:
    """Return the field in which a text is written that the spec does not state."""
    key = schema.at(Spec, path)
    assert key is not None
    (control,) = blanks(AskedFact(spec, language, path, key.label, key.shape))
    return BoundValue(control.inlines)


def _lines(text: str) -> tuple[Inline, ...]:
    first, *others = text.split("\n")
    return (Text(first), *(one for line in others for one in (LineBreak(), Text(line))))


def _groups(spec: Spec, people: dict[str, PartView]) -> Values:
    found: Values = grant_groups(spec)
    if not found:
        return {}
    return {
        "shares": [(people[one], share) for one, share in found["shares"]],
        "groups": [([people[one] for one in group], part) for group, part in found["groups"]],
    }


def _tick(label: object, *, done: bool = False) -> BoundValue:
    """Return a box to tick on paper; `label` says what a tick means."""
    return BoundValue((Checkbox(printable(str(plain(label))), done),))


def _top(spec: Spec, language: Language, name: str) -> Any:  # noqa: ANN401
    key = schema.keys(Spec)[name]
    return view(At(spec, language, name, key), key.shape, getattr(spec, key.attribute))


def _targets(spec: Spec, language: Language, listed: object) -> object:
    if not isinstance(listed, ListView):
        return listed
    found = []
    for index, one in enumerate(listed):
        assert isinstance(one, PartView)
        name = one["region"] if isinstance(one["country"], Missing) else one["country"]
        code = (spec.target_countries or ())[index].name
        found.append(one.beside(name=name, code=code))
    return ListView(tuple(found), language)
