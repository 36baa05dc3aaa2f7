"""What is reckoned of a spec once, and for that spec alone."""

from fractions import Fraction
from typing import TYPE_CHECKING

from escp_docs.model.figures import figures
from escp_docs.model.kept import kept
from tests.support.reading import spec

if TYPE_CHECKING:
    from escp_docs.model.spec import Spec

TEXT = """\
consortium: {partners: [{id: A}]}
budget: {costs: [{partner: A, category: travel, amount_eur: 100}]}
"""


def test_the_same_spec_is_reckoned_once() -> None:
    reckoned: list[tuple[Spec, Fraction]] = []
    ask = kept(lambda one, rate: reckoned.append((one, rate)))
    mine = spec(TEXT).spec
    for rate in (Fraction(1), Fraction(1, 2), Fraction(1), Fraction(2, 4)):
        ask(mine, rate)
    assert reckoned == [(mine, Fraction(1)), (mine, Fraction(1, 2))]


def test_a_spec_that_states_the_same_is_another() -> None:
    reckoned: list[Spec] = []
    ask = kept(reckoned.append)
    first, second = spec(TEXT).spec, spec(TEXT).spec
    assert first == second
    ask(first)
    ask(second)
    assert [id(one) for one in reckoned] == [id(first), id(second)]


def test_a_changed_spec_has_figures_of_its_own() -> None:
    before = spec(TEXT).spec
    assert figures(before).total == 100
    (cost,) = before.budget.costs or ()
    costs = (cost.updated({"amount_eur": 250}),)
    budget = before.budget.updated({"costs": costs})
    assert figures(before.updated({"budget": budget})).total == 250
    assert figures(before).total == 100


def test_specs_that_are_gone_are_forgotten() -> None:
    reckoned: list[Spec] = []
    ask = kept(reckoned.append)
    first = spec(TEXT).spec
    for one in (first, *(spec(TEXT).spec for _ in range(20)), first):
        ask(one)
    assert len(reckoned) == 22


def test_a_call_that_states_otherwise_has_terms_of_its_own() -> None:
    call = spec(TEXT).call
    strand, *_ = call.strands
    before = call.terms(strand)
    assert before is call.terms(strand)
    own = call.strands[strand].updated({"least_legal_entities": None})
    other = call.updated(
        {
            "strands": {**call.strands, strand: own},
            "all_strands": call.all_strands.updated({"least_legal_entities": None}),
        }
    )
    assert before.least_legal_entities is not None
    assert other.terms(strand).least_legal_entities is None
    assert call.terms(strand) is before
