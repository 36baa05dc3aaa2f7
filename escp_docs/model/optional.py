"""Absent keys that nobody needs to be asked for: they have a default, or do not matter yet."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from escp_docs.model.action import Action
from escp_docs.model.agreement import Agreement, Disputes, Governance, Requests, Term, Wording
from escp_docs.model.base import SpecModel
from escp_docs.model.budget import Budget, Cost
from escp_docs.model.consortium import Consortium, Partner, PreviousProject, Registration
from escp_docs.model.declaration import Declaration
from escp_docs.model.monitoring import Indicator
from escp_docs.model.roadmap import Task
from escp_docs.model.spec import Spec
from escp_docs.model.target import Target

_Idle = Callable[[Any], bool]
"""From a part to whether one of its keys is idle while it is absent."""


def _always(_: object) -> bool:
    return True


def _no_grant_matters(agreement: Agreement) -> bool:
    return agreement.grant_matters == "separate_agreement"


def _no_instalments(agreement: Agreement) -> bool:
    return _no_grant_matters(agreement) or agreement.payments != "by_instalments"


def _by_lump_sums(budget: Budget) -> bool:
    return budget.lump_sums is not None


_KEYS: Final[Mapping[tuple[type[SpecModel], str], _Idle]] = {
    (Action, "drafting_date"): _always,
    (Action, "logo"): _always,
    (Partner, "short_name"): _always,
    (Partner, "logo"): _always,
    (Partner, "non_profit"): _always,  # rules ask where it matters
    (Partner, "other_funding"): _always,
    (Partner, "call_kinds"): _always,  # conditions of a call ask where one counts them
    (Partner, "size"): _always,
    (Partner, "region"): _always,
    (Partner, "region_class"): _always,
    (Partner, "controlled_by"): _always,
    (Action, "main_topic"): _always,
    (Action, "topics"): _always,
    (Spec, "declarations"): _always,
    (Declaration, "holds"): _always,
    (Declaration, "by"): _always,
    (Declaration, "date"): _always,
    (Requests, "privacy"): _always,
    (Partner, "confirmed"): _always,
    (Wording, "under"): _always,
    (Wording, "reason"): _always,  # told where it is known
    (Wording, "by"): lambda one: one.status != "proposed",
    (Registration, "url"): lambda one: one.status == "none",
    (Registration, "date"): lambda one: one.status == "none",
    (Target, "country"): _always,  # the reader demands one of country and region
    (Target, "region"): _always,
    (Target, "countries"): lambda one: not one.region,
    (PreviousProject, "grant"): _always,  # printed where there is one
    (Task, "kind"): _always,
    (Task, "partners"): _always,  # a task may be that of its lead alone
    (Task, "targets"): _always,  # a rule asks where they matter
    (Indicator, "interim"): _always,
    (Consortium, "affiliated_entities"): _always,
    (Consortium, "associated"): _always,
    (Budget, "own_contributions"): _always,
    (Budget, "rates_by_category"): _always,
    (Budget, "rates_by_partner"): _always,
    (Budget, "lump_sums"): _always,
    (Budget, "reimbursement_rate"): _by_lump_sums,
    (Budget, "indirect_rate"): _by_lump_sums,
    (Budget, "indirect_base_excludes_subcontracting"): _by_lump_sums,
    (Budget, "costs"): _by_lump_sums,
    (Budget, "requested_grant_eur"): _always,
    (Budget, "person_month_eur"): _always,  # asked of each partner that has work
    (Cost, "amount_eur"): lambda one: one.units is not None or one.unit_cost_eur is not None,
    (Cost, "units"): lambda one: one.unit_cost_eur is None,
    (Cost, "unit_cost_eur"): lambda one: one.units is None,
    (Cost, "unit"): _always,
    (Agreement, "members"): _always,
    (Agreement, "payments"): _no_grant_matters,
    (Agreement, "payment_days"): _no_grant_matters,
    (Agreement, "report_days"): _no_grant_matters,
    (Agreement, "instalments"): _no_instalments,
    (Agreement, "liability_cap_eur"): lambda one: one.liability_cap in (None, "uncapped"),
    (Agreement, "background"): lambda one: "background" not in (one.annexes or ()),
    (Term, "years"): lambda one: one.kind != "years_after_project",
    (Term, "renewal"): lambda one: one.kind == "open_ended",
    (Governance, "steering_committee"): lambda one: "steering_committee" not in (one.bodies or ()),
    (Governance, "veto_days"): lambda one: one.veto != "vital_interest",
    (Disputes, "institution"): lambda one: one.then != "arbitration",
    (Disputes, "arbitrators"): lambda one: one.then != "arbitration",
}


def idle(part: SpecModel, name: str) -> bool:
    """Whether nobody needs to be asked for the absent key `name` of a part."""
    found = _KEYS.get((type(part), name))
    return found is not None and found(part)
