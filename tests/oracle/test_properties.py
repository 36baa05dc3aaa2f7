"""What holds of the program's answers to any made-up spec, whatever the rules say in detail."""

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escp_docs import api
from tests.oracle.comparing import opened
from tests.oracle.draws import Seeded
from tests.oracle.maker import Made
from tests.oracle.pruning import pruned
from tests.oracle.specs import make
from tests.support.shuffling import shuffled
from tests.support.sizes import examples

SEEDS = st.integers(0, 10**6)
MADE = settings(
    max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture]
)

Told = set[tuple[str, str, str]]
"""Codes with answer and severity."""


def told(spec: Made, folder: Path, without: str = "") -> tuple[str, Told]:
    """Return the verdict, and what is not met or undecided."""
    result = api.check(opened(spec, folder / "spec.yaml"), without=(without,) if without else ())
    found = {
        (one.code, str(one.outcome.answer), str(one.outcome.severity))
        for one in result.findings
        if one.outcome.answer in (api.Answer.NOT_MET, api.Answer.UNDECIDED)
    }
    return str(result.standing), found


def codes(found: Told, answer: str | None = None) -> set[str]:
    return {code for code, said, _ in found if answer in (None, said)}


# --- open facts ------------------------------------------------------------------------------

# Keys with a default and what holds them; a date of registration, which nobody asks for; and
# whether a partner is a legal entity, which one that stands for clusters need not say.
DEFAULTS = {
    "requested_grant_eur", "own_contributions", "existing", "members", "joins_later", "represents",
    "eligible", "operating_grant", "after_project", "interim", "agreement", "strategy", "budget",
    "date", "own_legal_entity",
}  # fmt: skip
IDENTIFIERS = {"pic", "register", "registration_number", "vat_number", "legal_name", "country"}
NEVER_OPEN = {"call", "id", "acronym", "project", "region", "countries", "partner"}
NAMED_ELSEWHERE = {
    "consortium", "partners", "target_countries", "roadmap", "work_packages", "work_package",
}  # fmt: skip
KEPT = DEFAULTS | IDENTIFIERS | NEVER_OPEN | NAMED_ELSEWHERE

OF_WHAT_IS_WRITTEN = {
    "AGR004", "AGR005", "AGR006", "AGR007", "AGR008", "AGR009", "AGR010", "AGR011", "AGR012",
    "AGR013", "AGR014", "BUD008", "BUD009", "FRM007", "PLA001", "SUB005",
}  # fmt: skip
"""Rules that judge what is written: what is absent is not asked for, and no fault of theirs."""


def with_open_facts(value: Any, chance: random.Random) -> Any:  # noqa: ANN401  # a tree
    """Return a spec some of whose facts nobody states, in whatever depth.

    Task kinds stay: one that is absent is that of the work package.
    """
    if isinstance(value, list):
        return [with_open_facts(one, chance) for one in value]
    if not isinstance(value, dict):
        return value
    is_task = "targets" in value and "start_month" in value
    return {
        key: None
        if key not in KEPT and not (is_task and key == "kind") and chance.random() < 0.06
        else with_open_facts(inner, chance)
        for key, inner in value.items()
    }


@MADE
@given(seed=SEEDS)
def test_filling_in_open_facts_overturns_nothing(seed: int, tmp_path: Path) -> None:
    full = make(Seeded(seed))
    partial = with_open_facts(full, random.Random(seed))
    (standing, before), (settled, after) = told(partial, tmp_path), told(full, tmp_path)

    overturned = codes(after) - codes(before) - OF_WHAT_IS_WRITTEN
    mended = codes(before, "not_met") - codes(after, "not_met")
    assert not overturned
    assert not mended - OF_WHAT_IS_WRITTEN
    assert standing in ("undecided", settled)


# --- partners --------------------------------------------------------------------------------


def newcomer(country: str) -> Made:
    return {
        "id": "NEW",
        "legal_name": "Nueva Red",
        "pic": "999999999",
        "country": country,
        "kind": "cluster_organisation",
        "own_legal_entity": True,
        "eccp": {"status": "registered", "date": "2018-01-01"},
        "other_applications": [],
        "sectors": ["ocean"],
        "signatories": [{"name": "Ada"}],
    }


@MADE
@given(seed=SEEDS)
def test_an_eligible_partner_never_harms(seed: int, tmp_path: Path) -> None:
    """Neither what is asked of the consortium nor its application, targets and strategy."""
    spec = make(Seeded(seed))
    applicants = (spec.get("consortium") or {}).get("partners")
    if applicants is None:
        return
    more = deepcopy(spec)
    more["consortium"]["partners"].append(newcomer("SE"))
    _, before = told(spec, tmp_path)
    _, after = told(more, tmp_path)

    new = {one for one in after - before if one[0][:3] in ("CON", "SUB", "TGT", "STR")}
    worse = {one for one in new if one[1] == "not_met" or one[0] not in codes(before)}
    assert not worse


@MADE
@given(seed=SEEDS)
def test_order_and_ids_do_not_matter(seed: int, tmp_path: Path) -> None:
    spec = make(Seeded(seed))
    text = json.dumps(spec, ensure_ascii=False)
    for number in range(9):
        text = text.replace(f'"P{number}"', f'"Z{(number * 4 + 3) % 9}"')
    other = shuffled(json.loads(text), random.Random(seed))

    assert told(other, tmp_path) == told(spec, tmp_path)


@MADE
@given(seed=SEEDS)
def test_without_a_partner_is_its_deletion(seed: int, tmp_path: Path) -> None:
    spec = make(Seeded(seed))
    applicants = (spec.get("consortium") or {}).get("partners") or ()
    if not applicants:
        return
    gone = random.Random(seed).choice(applicants)["id"]

    assert told(deleted(spec, gone), tmp_path) == told(spec, tmp_path, gone)


def deleted(spec: Made, gone: str) -> Made:
    """Return a spec from which somebody struck out a partner, and what is its own."""
    left = deepcopy(spec)
    consortium = left["consortium"]
    consortium["partners"] = [one for one in consortium["partners"] if one["id"] != gone]
    budget = left.get("budget") or {}
    for key in ("person_month_eur", "requested_grant_eur"):
        if budget.get(key):
            budget[key] = {who: value for who, value in budget[key].items() if who != gone}
    if budget.get("costs"):
        budget["costs"] = [one for one in budget["costs"] if one["partner"] != gone]
    pruned(left)
    return left
