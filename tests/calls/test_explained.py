"""Every rule and key is explained under every call, its money too."""

import pytest
from click.testing import CliRunner

from escp_docs.cli import main
from escp_docs.judging.manual import manual_page
from escp_docs.report import manual
from escp_docs.rules import ALL_RULES, BY_CODE
from tests.calls.conditions import SOURCE, call_with
from tests.support.places import SPECS

CALLS = sorted(path.stem for path in (SPECS / "calls").glob("*.yaml"))
MONEY = f"""\
money:
  rates_by_kind: {{value: {{sme: 0.7}}, {SOURCE}}}
  lump_sums_eur: {{value: [120000, 250000], {SOURCE}}}
  unit_costs: {{value: [{{unit: night, amount_eur: 1100.50, category: travel}}], {SOURCE}}}
  third_parties: {{least_share: {{value: 0.6, {SOURCE}}}}}
  contribution_in_kind: {{value: false, {SOURCE}}}
"""


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("name", CALLS)
def test_every_rule_and_key_is_explained_under_every_call(name: str, style: str) -> None:
    words = [*(rule.code for rule in ALL_RULES), "consortium.partners", None]
    for word in words:
        arguments = ["explain", *([word] if word else []), "--call", name, "--format", style]
        found = CliRunner().invoke(main, arguments)

        assert found.exit_code == 0, (word, found.output, found.exception)


def test_each_bound_on_money_is_shown_by_its_key_and_in_words() -> None:
    page = manual_page(BY_CODE["BUD011"], call_with(terms=MONEY))

    assert [one.name for one in page.facts] == [
        "money.lump_sums_eur",
        "money.unit_costs",
        "money.third_parties.least_share",
        "money.contribution_in_kind",
    ]
    shown = [one.fact.shown for one in page.facts]
    assert "120,000; 250,000" in shown[0]
    assert "night 1,100.50 travel" in shown[1]
    for style in ("text", "json"):
        assert "Decimal(" not in manual.render(style, page)


def test_money_of_a_strand_is_shown_for_that_strand() -> None:
    own = "{value: 5, unit: EUR, confidence: official, source: {document: D, reason: r}}"
    call = call_with(terms=MONEY)
    first, *_ = call.strands
    terms = call.strands[first]
    raised = call_with(terms=f"all_strands: {{money: {{least_grant_eur: {own}}}}}")
    money = raised.all_strands.money
    both = {**call.strands, first: terms.updated({"money": money}), "other": terms}
    page = manual_page(BY_CODE["BUD011"], call.updated({"strands": both}))
    by_name = {one.name: one.strands for one in page.facts}

    assert by_name["money.least_grant_eur"] == (first,)
    assert by_name["money.unit_costs"] == (*(one for one in both if one != first),)
