"""Every figure of a small budget, computed by hand; and every fact that one hangs on."""

from decimal import Decimal
from fractions import Fraction

import pytest

from escp_docs.model.figures import Figures, PartnerFigures, figures
from tests.support.reading import spec

BASE = """\
consortium: {partners: [{id: A}, {id: B}]}
roadmap:
  work_packages:
    - {id: WP1, effort: {A: 2.5, B: 1}}
    - {id: WP2, effort: {A: 1}}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0.07
  indirect_base_excludes_subcontracting: true
  person_month_eur: {A: 4000.01, B: 3000}
  costs:
    - {partner: A, work_package: WP1, category: travel, description: Fares, units: 3, unit_cost_eur: 333.33}
    - {partner: B, work_package: WP2, category: subcontracting, amount_eur: 1000}
    - {partner: B, category: other, amount_eur: 500, eligible: false}
"""  # noqa: E501  # a line of costs is one line
INCOMES = "  incomes: [{partner: A, amount_eur: 100}, {partner: A}, {partner: B}]\n"
EFFORT = "roadmap.work_packages"


def euro(text: str) -> Decimal:
    return Decimal(text)


def of(text: str) -> Figures:
    return figures(spec(text).spec)


def test_every_line() -> None:
    rows = [
        ("A", "WP1", "personnel", "", "10000.03", "700.00", True, f"{EFFORT}[0].effort.A"),
        ("B", "WP1", "personnel", "", "3000.00", "210.00", True, f"{EFFORT}[0].effort.B"),
        ("A", "WP2", "personnel", "", "4000.01", "280.00", True, f"{EFFORT}[1].effort.A"),
        ("A", "WP1", "travel", "Fares", "999.99", "70.00", True, "budget.costs[0]"),
        ("B", "WP2", "subcontracting", "", "1000", "0", True, "budget.costs[1]"),
        ("B", None, "other", "", "500", "0", False, "budget.costs[2]"),
    ]

    assert [
        (
            *(one.partner, one.work_package, one.category, one.description),
            *(one.amount, one.indirect, one.eligible, one.path),
        )
        for one in of(BASE).lines
    ] == [
        (who, where, kind, words, euro(amount), euro(indirect), eligible, path)
        for who, where, kind, words, amount, indirect, eligible, path in rows
    ]


def test_every_figure_of_every_partner() -> None:
    whole = 1823402  # cents of the whole grant

    assert list(of(BASE + INCOMES).partners) == [
        PartnerFigures(
            "A",
            euro("3.5"),
            euro("16050.03"),
            euro("0"),
            euro("16050.03"),
            euro("14445.02"),  # the rate gives 14,445.027, and no more than that is asked for
            euro("14445.02"),
            euro("100"),
            euro("1505.01"),
            Fraction(1444502, whole),
        ),
        PartnerFigures(
            "B",
            euro("1"),
            euro("4210.00"),
            euro("500"),
            euro("4710.00"),
            euro("3789.00"),
            euro("3789.00"),
            euro("0"),
            euro("921.00"),
            Fraction(378900, whole),
        ),
    ]


def test_the_sums_are_those_of_the_partners() -> None:
    found = of(BASE + INCOMES)

    assert (found.total, found.grant) == (euro("20760.03"), euro("18234.02"))
    assert (found.own, found.incomes) == (euro("2426.01"), euro("100"))
    assert found.direct(lambda line: line.partner == "B") == euro("4000")
    assert found.indirect(lambda line: line.partner == "A") == euro("1050")
    assert found.eligible(lambda line: line.work_package == "WP1") == euro("14980.02")


def test_a_requested_grant_and_own_contributions_take_the_place_of_computed_ones() -> None:
    text = (
        "  requested_grant_eur: {A: 1000}\n"
        "  own_contributions: [{partner: A, amount_eur: 5}, {partner: A}, {partner: B}]\n"
    )
    first, second = of(BASE + text).partners

    assert (first.grant, first.at_rate, first.own) == (euro("1000"), euro("14445.02"), euro("5"))
    assert (second.grant, second.own) == (euro("3789"), euro("0"))
    assert first.share + second.share == 1
    assert first.share == Fraction(1000, 4789)


def test_who_is_no_partner_has_no_figures() -> None:
    found = of(BASE)

    assert found.of("B") is found.partners[1]
    assert found.of("X") is None


def test_what_is_not_stated_counts_as_nothing() -> None:
    found = of(
        "consortium: {partners: [{id: A}]}\n"
        "roadmap: {work_packages: [{id: W, effort: {A: 2}}]}\n"
        "budget: {costs: [{partner: A, category: other}]}\n"
    )

    assert [line.amount for line in found.lines] == [0, 0]
    assert found.partners[0].share == 0
    assert found.partners[0].person_months == 2


def test_sums_of_nothing_are_amounts_too() -> None:
    found = of("")

    assert (found.lines, found.partners) == ((), ())
    assert isinstance(found.total, Decimal)
    assert isinstance(found.grant, Decimal)


# --- what is unknown -------------------------------------------------------------------------


def unknown(costs: str, more: str = "") -> list[str]:
    """Return what is not known of some costs, where all else is."""
    head = BASE[: BASE.index("  costs:")].replace(
        "  indirect_base_excludes_subcontracting: true\n", ""
    )
    return list(of(f"{head}{more}  costs: {costs}\n").unknown)


def test_an_empty_spec_lacks_it_all() -> None:
    assert of("").unknown == (
        "consortium.partners",
        EFFORT,
        "budget.reimbursement_rate",
        "budget.indirect_rate",
        "budget.costs",
    )


@pytest.mark.parametrize(
    ("costs", "paths"),
    [
        ("[]", []),
        ("[{partner: A, category: other, amount_eur: 1}]", []),
        ("[{partner: A, category: other}]", ["[0].amount_eur"]),
        ("[{partner: A, category: other, unit_cost_eur: 1}]", ["[0].amount_eur"]),
        ("[{partner: A, category: other, units: 1}]", ["[0].unit_cost_eur"]),
        ("[{partner: A, category: other, units: 1, unit_cost_eur: 1}]", []),
        ("[{amount_eur: 1}]", ["[0].partner", "[0].category"]),
    ],
)
def test_what_is_unknown_of_a_cost(costs: str, paths: list[str]) -> None:
    found = [path for path in unknown(costs) if path.startswith("budget.costs")]

    assert found == [f"budget.costs{path}" for path in paths]


def test_the_base_of_indirect_costs_matters_for_subcontracting_alone() -> None:
    base = "budget.indirect_base_excludes_subcontracting"

    assert unknown("[{partner: A, category: subcontracting, amount_eur: 1}]") == [base]
    assert unknown("[{partner: A, category: travel, amount_eur: 1}]") == []
    stated = "  indirect_base_excludes_subcontracting: false\n"
    assert unknown("[{partner: A, category: subcontracting, amount_eur: 1}]", stated) == []


def test_a_person_month_is_asked_for_only_where_nothing_else_pays_the_effort() -> None:
    text = BASE.replace("{A: 4000.01, B: 3000}", "{}").replace(
        "costs:\n",
        "costs:\n    - {partner: A, work_package: WP1, category: personnel, amount_eur: 1}\n",
    )
    paid = text.replace("    - {id: WP2, effort: {A: 1}}\n", "    - {id: WP2, effort: {}}\n")

    assert of(text).unknown == ("budget.person_month_eur.B", "budget.person_month_eur.A")
    assert of(paid).unknown == ("budget.person_month_eur.B",)


def test_an_effort_that_is_not_stated_is_unknown() -> None:
    assert of(BASE.replace(", effort: {A: 1}", "")).unknown == (f"{EFFORT}[1].effort",)


def test_the_grant_hangs_on_nothing_once_every_partner_states_what_it_asks_for() -> None:
    open_ = BASE.replace("  reimbursement_rate: 0.9\n", "")
    rate = ("budget.reimbursement_rate",)

    assert of(open_).grant_unknown == rate
    assert of(open_ + "  requested_grant_eur: {A: 1}\n").grant_unknown == rate
    assert of(open_ + "  requested_grant_eur: {A: 1, B: 2}\n").grant_unknown == ()
    assert "budget.costs" in of("consortium: {partners: []}\n").grant_unknown
