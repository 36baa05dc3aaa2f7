"""Partnership Agreements of a small partnership, under any choices."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any, Final

import yaml

from escp_docs import files
from escp_docs.compose.checks.legal_terms import definitions
from escp_docs.compose.document_types import requests
from escp_docs.compose.documents import compose
from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Document,
    Heading,
    PageBreak,
    Reference,
    Signature,
    Table,
    inlines,
    plain,
    walk,
)
from escp_docs.finding import Answer, Severity
from escp_docs.judging.verdict import judge
from escp_docs.model.agreement import Agreement
from escp_docs.model.spec import Spec
from escp_docs.read.spec import Reading
from escp_docs.rules import ALL_RULES
from tests.support.choices import Row, choices
from tests.support.documents import PRINTED
from tests.support.reading import call, read, stated

_RULES: Final = tuple(rule for rule in ALL_RULES if rule.code.startswith("AGR"))

_BASE: Final = """
call: cos-clusint-2020-3-01
strand: A
project: {acronym: PAIR-4i, title: Pairs, start_date: 2021-09-01, duration_months: 24}
consortium:
  coordinator: A
  partners:
    - &one
      id: A
      legal_name: Alfa Sp. z o.o.
      country: PL
      kind: cluster_organisation
      own_legal_entity: true
      legal_form: company
      address: Long Street 1
      postcode: "00-001"
      city: Warsaw
      register: Court of Warsaw
      registration_number: "1"
      pic: "999999999"
      vat_number: none
      eccp: {status: registered, date: 2019-01-01}
      contact: {name: Ann Ay, role: Head, email: a@a.example, phone: +48 1}
      signatories: [{name: Ann Ay, role: Head, authority: statutory}]
    - <<: *one
      id: B
      legal_name: Beta e.V.
      country: DE
      registration_number: none
      signatories: []
    - <<: *one
      id: C
      legal_name: Gamma
      country: FR
      register: none
      registration_number: none
      signatories:
        - {name: One, role: President, authority: statutory}
        - {name: Two, role: Treasurer, authority: power_of_attorney}
  affiliated_entities: [{name: Alfa Labs, partner: A, country: PL}]
  associated:
    - id: X
      legal_name: Iks S.A.
      country: UY
      legal_form: foundation
      address: Calle 1
      postcode: "1"
      city: Montevideo
      register: Registro
      registration_number: "7"
      role: It gives advice.
      signatories: [{name: Xi, role: President, authority: statutory}]
      contact: {name: Xi, role: Head, email: x@x.example, phone: +598 1}
strategy:
  vision: A vision.
  mission: A mission.
  common_goals: [{id: G1, title: Goal, description: It is reached., targets: [CA]}]
  existing: []
target_countries:
  - {country: CA, lead: A}
  - {country: JP, lead: B}
roadmap:
  work_packages:
    - id: WP1
      title: Work
      kind: preparatory
      lead: A
      start_month: 1
      end_month: 24
      effort: {A: 2, B: 2, C: 2}
      tasks: []
      deliverables: [{id: D1, title: Deliverable, lead: A, due_month: 2}]
      milestones: [{id: M1, title: Milestone, lead: A, due_month: 2}]
  long_term:
    horizon_years: 5
    agenda: An agenda.
    sustainability: It lasts.
    steps: [{year_after_project: 1, action: A step, lead: A}]
indicators: [{id: I1, name: Firms, unit: firms, baseline: 0, target: 9, due_month: 24, lead: A}]
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0.07
  person_month_eur: {A: 5000, B: 5000, C: 5000}
  costs: []
  incomes: []
agreement: {title: Agreement of PAIR-4i, members: [A, B, C, X], language: en}
"""


def small(agreement: Mapping[str, Any]) -> dict[str, Any]:
    """Return the small partnership as a tree to change, with choices by path in its agreement."""
    tree: dict[str, Any] = yaml.safe_load(_BASE)
    tree["agreement"] = _nested(agreement)
    return tree


@cache
def _base() -> Reading:
    return read(_BASE)


def _nested(row: Mapping[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {"title": "Agreement of PAIR-4i", "language": "en"}
    tree["members"] = ["A", "B", "C", "X"]
    for path, value in row.items():
        *above, name = path.split(".")
        inner = tree
        for step in above:
            inner = inner.setdefault(step, {})
        inner[name] = list(value) if isinstance(value, tuple) else value
    return tree


@cache
def shipped() -> Mapping[str, str]:
    """Return the shipped templates."""
    return files.templates(files.template_files(files.STDIN, None))


def chosen(row: Mapping[str, Any]) -> Spec:
    """Return the small partnership with choices, each by its path below `agreement`."""
    agreement = stated(Agreement, _nested(row))
    return _base().spec.updated({"agreement": agreement})


def is_accepted(row: Mapping[str, Any]) -> bool:
    """Whether no rule of the agreement finds an error in the choices."""
    return not [
        one
        for one in judge(chosen(row), call(), _RULES).judged
        if one.outcome.answer is Answer.NOT_MET and one.outcome.severity is Severity.ERROR
    ]


def some_row(random: Random) -> Row:
    """Return choices at random that the rules accept."""
    while True:
        row = {name: random.choice(values) for name, values in choices().items()}
        if is_accepted(row):
            return row


def agreement_of(spec: Spec, kind: str = "partnership-agreement") -> Document:
    """Return a document of a spec, with the shipped templates."""
    request = requests(spec)[kind]
    return compose(request, spec, call(), shipped(), PRINTED, draft=False)


def pieces(document: Document) -> dict[str, str]:
    """Return the words of an agreement by the clause that they belong to.

    Each clause of the first level has its id, with what stands below and behind it; a definition
    has its term, an annex and whatever has no clause its heading. A reference is told by where it
    leads, so that a new number changes nothing.
    """
    found: dict[str, list[str]] = {}
    at, table = "cover", definitions(document)
    for block in document.blocks:
        if isinstance(block, Heading) or (isinstance(block, Clause) and block.level == 1):
            at = block.id
        if isinstance(block, Table) and block is table:
            for term, meaning in block.rows:
                found[f"term {_said(term.blocks)}"] = [_said(meaning.blocks)]
        elif not isinstance(block, Contents | PageBreak):
            found.setdefault(at, []).append(_said((block,)))
    return {name: "\n".join(texts) for name, texts in found.items()}


def _said(blocks: tuple[Block, ...]) -> str:
    found = []
    for block in walk(blocks):
        found += [
            f"[{one.target}]" if isinstance(one, Reference) else plain((one,))
            for one in inlines(block)
        ]
        if isinstance(block, Signature):
            found.append(" ".join(label for label, _ in block.rows))
        found.append(" ")
    return "".join(found).strip()
