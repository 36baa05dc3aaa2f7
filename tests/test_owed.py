"""What is owed by whom: what counts as missing, and who is asked."""

import pytest
from hypothesis import given

from escp_docs.finding import Answer
from escp_docs.judging.open_facts import OpenFacts, open_facts
from escp_docs.judging.verdict import judge
from escp_docs.model import schema
from escp_docs.model.spec import Spec
from tests.support.documents import example
from tests.support.odd_specs import Odd, odd_specs
from tests.support.reading import spec

TWO = "consortium: {coordinator: A, partners: [{id: A}, {id: B}]}\n"


def owed(text: str) -> OpenFacts:
    found = spec(text)
    return open_facts(found.spec, judge(found.spec, found.call))


def missing(text: str) -> dict[str, str]:
    return {one.path: one.ask for one in owed(text).missing}


@pytest.mark.parametrize(
    ("text", "path", "asked"),
    [
        pytest.param(TWO, "consortium.partners[1].pic", "B", id="a partner's own entry"),
        pytest.param(TWO, "agreement.governing_law", "A", id="the rest"),
        pytest.param("strand: A\n", "agreement.governing_law", "coordinator", id="nobody named"),
        pytest.param(
            TWO + "target_countries: [{country: CA, lead: B}]\n",
            "target_countries[0].market",
            "B",
            id="the lead of a target",
        ),
        pytest.param(
            TWO + "roadmap: {work_packages: [{id: W, lead: A}]}\n",
            "roadmap.work_packages[0].effort.B",
            "B",
            id="the effort of each partner",
        ),
        pytest.param(TWO, "budget.person_month_eur.B", "B", id="the cost of a person-month"),
        pytest.param(
            TWO + "budget: {costs: [{partner: B}]}\n",
            "budget.costs[0].amount_eur",
            "B",
            id="the amount of a cost line",
        ),
        pytest.param(
            TWO + "indicators: [{id: K, lead: B}]\n", "indicators[0].unit", "B", id="an indicator"
        ),
    ],
)
def test_who_can_answer_is_asked(text: str, path: str, asked: str) -> None:
    assert missing(text)[path] == asked


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        ("term: {kind: project_end}", "agreement.term.years"),
        ("term: {kind: open_ended}", "agreement.term.renewal"),
        ("governance: {bodies: [general_assembly]}", "agreement.governance.steering_committee"),
        ("governance: {veto: none}", "agreement.governance.veto_days"),
        ("disputes: {then: courts}", "agreement.disputes.institution"),
        ("payments: on_receipt", "agreement.instalments"),
        ("grant_matters: separate_agreement", "agreement.payment_days"),
        ("liability_cap: uncapped", "agreement.liability_cap_eur"),
    ],
)
def test_nobody_is_asked_for_what_another_choice_makes_idle(choice: str, path: str) -> None:
    assert path not in missing(f"agreement: {{{choice}}}\n")


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        ("term: {kind: years_after_project}", "agreement.term.years"),
        ("governance: {bodies: [steering_committee]}", "agreement.governance.steering_committee"),
        ("governance: {veto: vital_interest}", "agreement.governance.veto_days"),
        ("disputes: {then: arbitration}", "agreement.disputes.institution"),
        ("payments: by_instalments", "agreement.instalments"),
        ("liability_cap: fixed", "agreement.liability_cap_eur"),
    ],
)
def test_a_choice_asks_for_what_it_needs(choice: str, path: str) -> None:
    assert path in missing(f"agreement: {{{choice}}}\n")


def test_a_statement_is_unconfirmed_until_its_partner_confirms_it() -> None:
    partner = "{{id: B, pic: '123456789', eccp: {{status: registered}}, confirmed: {}}}"
    text = "consortium: {{partners: [{}]}}\n"

    before = owed(text.format(partner.format("[]"))).unconfirmed
    after = owed(text.format(partner.format("[pic]"))).unconfirmed

    assert [one.path.rpartition(".")[2] for one in before] == ["pic", "eccp"]
    assert [one.path.rpartition(".")[2] for one in after] == ["eccp"]


def test_a_fact_knows_the_rules_that_wait_for_it() -> None:
    found = {one.path: one for one in owed(TWO).missing}["consortium.partners[0].country"]

    assert "CON002" in found.codes
    assert found.urgent


@pytest.mark.parametrize("name", ["wave", "shield"])
def test_nothing_is_missing_in_a_complete_example(name: str) -> None:
    read = example(name)

    assert open_facts(read.spec, judge(read.spec, read.call)).missing == ()


@given(odd_specs())
def test_every_undecided_rule_is_owed_by_somebody_and_every_path_leads_somewhere(odd: Odd) -> None:
    read = odd.reading()
    if read is None:
        return
    verdict = judge(read.spec, read.call)
    found = open_facts(read.spec, verdict)
    waiting = {code for one in found.missing for code in one.codes}
    people = {partner.id for partner in read.spec.partners} | {"coordinator"}

    assert waiting == {
        one.rule.code for one in verdict.judged if one.outcome.answer is Answer.UNDECIDED
    }
    assert len({one.path for one in found.missing}) == len(found.missing)
    for one in (*found.missing, *found.unconfirmed):
        assert one.ask in people
        assert one.question
        assert schema.keys(Spec)[str(schema.split(one.path)[0])]
