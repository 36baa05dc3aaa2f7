"""`check`: the smallest repair, against every repair that there is."""

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.judging.repair import PARTNER_RULES, TARGET_RULES, smallest_repair, unsettled
from escp_docs.model.call import Call
from escp_docs.model.consortium import Partner
from escp_docs.model.spec import Spec
from escp_docs.model.target import Target
from tests.support.places import SPECS
from tests.support.program import report, run
from tests.support.reading import INELIGIBLE, call, spec
from tests.support.sizes import examples

LONGEST = 4  # amendments that the search by brute force goes through
NOWHERE = ("FR", "DE", "ES", "TR", "RS")  # countries of entities that it adds


def texts(text: str) -> list[str]:
    read = spec(text)
    return [one.text for one in smallest_repair(read.spec, read.call)]


@pytest.mark.parametrize(
    ("strand", "countries", "expected"),
    [
        ("A", "IT TR RS", ["add one entity from an EU Member State other than Italy"]),
        ("A", "IT FR FR", ["add one entity from an eligible country other than France, Italy"]),
        ("A", "TR RS UA", ["add two entities from two different EU Member States"]),
        ("A", "IT FR", ["add one entity from an eligible country other than France, Italy"]),
        ("A", "IT FR TR", []),
        ("A", "IT RE TR", []),
        ("A", "FR RE TR", ["add one entity from an EU Member State other than France"]),
        (
            "A",
            "IT FR TR US",
            ["remove P3, established in the United States"],
        ),
        (
            "A",
            "IT IT IT",
            [
                "add one entity from an EU Member State other than Italy",
                "add one entity from yet another eligible country",
            ],
        ),
        ("B", "IT FR TR", ["add one entity from an EU Member State other than France, Italy"]),
        ("B", "IT FR GB", []),
    ],
)
def test_what_a_consortium_lacks(strand: str, countries: str, expected: list[str]) -> None:
    partners = ", ".join(f"{{id: P{i}, country: {c}}}" for i, c in enumerate(countries.split()))

    assert texts(f"strand: {strand}\nconsortium: {{partners: [{partners}]}}\n") == expected


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ("[{country: US}, {country: CA}]", []),
        ("[{country: US}]", ["add one target: a third country or a world region beyond COSME"]),
        ("[]", ["add two targets: third countries or regions beyond COSME"]),
        ("[{country: US}, {country: CA}, {country: TR}]", ["drop the target Turkey"]),
        (
            "[{country: US}, {region: X, countries: [RS, CL]}]",
            ["take Serbia out of the region X"],
        ),
        (
            "[{country: US}, {region: X, countries: [RS]}]",
            [
                "drop the region X",
                "add one target: a third country or a world region beyond COSME",
            ],
        ),
    ],
)
def test_what_targets_lack(targets: str, expected: list[str]) -> None:
    assert texts(f"strand: A\ntarget_countries: {targets}\n") == expected


TWO_NAMES = """
    strand: A
    consortium:
      partners:
        - {id: A, country: IT, pic: "900000001"}
        - {id: B, country: FR}
        - {id: C, country: RO}
        - {id: D, country: IT, pic: "900000001"}
"""


def forbidding_doubles() -> Call:
    """Return a call that forbids that an entity stands twice, as this one does not."""
    terms = call().all_strands
    assert terms.different_legal_entities is not None
    fact = terms.different_legal_entities.updated({"confidence": "stated"})
    all_strands = terms.updated({"different_legal_entities": fact})
    return call().updated({"all_strands": all_strands})


def test_one_entity_under_two_names_is_merged_where_that_is_a_fault() -> None:
    assert texts(TWO_NAMES) == []

    found = smallest_repair(spec(TWO_NAMES).spec, forbidding_doubles())

    assert [one.text for one in found] == ["merge D into A, the same legal entity"]


@pytest.mark.parametrize(
    "text",
    [
        "consortium: {partners: [{id: A, country: US}]}\n",  # no strand
        "strand: A\n",  # no list: a question, not a fault
        "strand: B\ntarget_countries: [{country: US}]\n",  # a warning there
        "strand: A\nconsortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C, country: ES}]}",  # noqa: E501
    ],
)
def test_nothing_is_said_where_nothing_is_to_be_mended(text: str) -> None:
    assert texts(text) == []


def test_a_count_that_hangs_on_an_open_country_is_repaired() -> None:
    found = texts(
        "strand: A\nconsortium: {partners: [{id: A, country: IT}, {id: B, country: TR}, {id: C}]}"
    )

    assert found == ["add one entity from an EU Member State other than Italy"]


def test_many_entries_of_one_entity_are_merged_at_once() -> None:
    doubles = ", ".join(f'{{id: P{i}, country: IT, pic: "900000001"}}' for i in range(40))
    text = f"strand: A\nconsortium: {{partners: [{doubles}]}}\n"

    found = smallest_repair(spec(text).spec, forbidding_doubles())

    assert found[0].text == "merge P1 into P0, the same legal entity"
    assert len(found) == 41
    assert len(texts(text)) == 2


# --- against every repair --------------------------------------------------------------------


def consortia() -> st.SearchStrategy[list[dict[str, Any]]]:
    partner = st.fixed_dictionaries(
        {
            "country": st.sampled_from(["IT", "FR", "TR", "RS", "US", None]),
            "pic": st.sampled_from([None, None, "900000001", "900000002"]),
            "legal_name": st.sampled_from([None, "N"]),
            "kind": st.sampled_from(["cluster_organisation", "cluster_organisation", "other"]),
            "own_legal_entity": st.sampled_from([True, True, None, False]),
        }
    )
    return st.lists(partner, min_size=0, max_size=4)


def with_partners(whole: Spec, partners: tuple[Partner, ...]) -> Spec:
    changed = whole.consortium.updated({"partners": partners})
    return whole.updated({"consortium": changed})


def entity(number: int, country: str) -> Partner:
    return Partner(
        id=f"N{number}",
        country=country,
        pic=f"11111111{number}",
        kind="cluster_organisation",
        own_legal_entity=True,
    )


def least(whole: Spec) -> int | None:
    """Return the size of the smallest repair, by trying every one up to LONGEST."""
    for size in range(LONGEST + 1):
        for removed in range(size + 1):
            for candidate in changes(whole, removed, size - removed):
                if not unsettled(candidate, call(), PARTNER_RULES):
                    return size
    return None


def changes(whole: Spec, removed: int, added: int) -> Iterator[Spec]:
    for gone in combinations(range(len(whole.partners)), removed):
        left = tuple(one for i, one in enumerate(whole.partners) if i not in gone)
        for countries in combinations_with_replacement(NOWHERE, added):
            more = tuple(entity(number, code) for number, code in enumerate(countries))
            yield with_partners(whole, (*left, *more))


@settings(max_examples=examples(60))
@given(consortia(), st.sampled_from(["A", "B"]))
def test_no_repair_is_smaller(partners: list[dict[str, Any]], strand: str) -> None:
    whole = spec(f"strand: {strand}\n").spec
    whole = with_partners(
        whole, tuple(Partner(id=f"P{i}", **one) for i, one in enumerate(partners))
    )
    found = smallest_repair(whole, call())

    smallest = least(whole)
    assert sum(one.number for one in found) == smallest or (smallest is None and found)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["US", "CA", "TR", "IT"]).map(lambda code: Target(country=code)),
            st.lists(st.sampled_from(["US", "RS", "FR"]), max_size=3).map(
                lambda codes: Target(region="X", countries=tuple(codes))
            ),
        ),
        max_size=4,
    )
)
def test_repaired_targets_need_no_more(targets: list[Target]) -> None:
    whole = spec("strand: A\n").spec.updated({"target_countries": tuple(targets)})
    found = smallest_repair(whole, call())
    at_fault = [one for one in targets if unsettled_alone(whole, one)]

    assert bool(found) == bool(unsettled(whole, call(), TARGET_RULES))
    assert len([one for one in found if one.action != "add_target"]) == len(at_fault)


def unsettled_alone(whole: Spec, target: Target) -> bool:
    alone = whole.updated({"target_countries": (target,)})
    return any(one.rule.code == "TGT002" for one in unsettled(alone, call(), TARGET_RULES))


# --- where it is shown -----------------------------------------------------------------------


def test_the_text_says_it_once() -> None:
    _, output = run("check", "-", text=INELIGIBLE)

    assert output.count("  smallest repair: remove A, established in the United States; add ") == 1


def test_the_text_says_what_a_repair_leaves() -> None:
    late = INELIGIBLE.replace("acronym: X", "acronym: X, submission_date: 2021-01-01")

    assert "(for consortium and targets; 1 error elsewhere)" in run("check", "-", text=late)[1]
    assert "elsewhere" not in run("check", "-", text=INELIGIBLE)[1]


def test_json_has_it_for_those_that_need_one() -> None:
    found = report("-", text=INELIGIBLE)["repair"]

    assert found[0] == {
        "action": "remove_partner",
        "subject": "A",
        "number": 1,
        "text": "remove A, established in the United States",
    }
    assert "repair" not in report(str(SPECS / "wave-4i"))
