"""Two versions of a spec: what came, went, moved, was renamed, is stated otherwise, follows."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sizes import examples
from tests.support.versions import base, changes


def fates(found: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401  # a comparison
    """Return fate, kind and key of each entry that is told."""
    return [(one.fate.value, one.kind, one.path) for one in found.entries]


def test_a_version_does_not_differ_from_itself() -> None:
    found = changes(base(), base())

    assert not found.differs
    assert not found.figures


def test_a_fact_has_its_old_and_new_value_and_its_place() -> None:
    new = base()
    new["consortium"]["partners"][1]["city"] = "Ferrol"

    (fact,) = changes(base(), new).facts

    assert (fact.path, fact.old, fact.new) == ("consortium.partners[B].city", "Vigo", "Ferrol")
    assert fact.entry == 'B "Beta Cluster"'
    assert fact.place is not None
    assert fact.place.file == "new.yaml"


def test_values_are_told_as_documents_print_them() -> None:
    new = base()
    new["consortium"]["partners"][1]["country"] = "IT"
    new["budget"]["person_month_eur"]["A"] = "4100.5"

    said = {one.path: (one.old, one.new) for one in changes(base(), new).facts}

    assert said["consortium.partners[B].country"] == ("Spain", "Italy")
    assert said["budget.person_month_eur.A"] == ("EUR 4,000", "EUR 4,100.50")


def test_what_was_not_stated_is_told_apart_from_none() -> None:
    new = base()
    new["strategy"] = {"existing": []}
    new["project"]["title"] = "Waves"

    said = {one.path: (one.old, one.new) for one in changes(base(), new).facts}

    assert said == {"strategy.existing": (None, "none"), "project.title": (None, "Waves")}


def test_an_item_of_a_list_comes_and_goes() -> None:
    new = base()
    new["project"]["keywords"] = ["wind", "ports"]

    (fact,) = changes(base(), new).facts

    assert (fact.came, fact.went) == (("ports",), ("sea",))


def test_an_entry_that_came_is_told_as_a_whole() -> None:
    new = base()
    new["consortium"]["partners"].append({"id": "D", "country": "IT", "city": "Trieste"})

    found = changes(base(), new)

    assert fates(found) == [("came", "partner", "consortium.partners[D]")]
    assert not found.facts


def test_an_entry_that_went_is_named_as_it_was() -> None:
    new = base()
    del new["target_countries"][0]

    found = changes(base(), new)

    assert fates(found) == [("went", "target", "target_countries[CA]")]
    assert found.entries[0].name == "Canada"


def test_an_entry_that_moved_is_told_once() -> None:
    new = base()
    new["consortium"]["partners"].insert(0, new["consortium"]["partners"].pop())

    assert fates(changes(base(), new)) == [("moved", "partner", "consortium.partners[C]")]


def test_a_new_id_of_the_same_substance_is_a_renaming_wherever_it_is_named() -> None:
    new = base()
    new["consortium"]["partners"][0]["id"] = new["consortium"]["coordinator"] = "ALPHA"
    new["target_countries"][0]["lead"] = "ALPHA"
    package = new["roadmap"]["work_packages"][0]
    package["lead"], package["effort"] = "ALPHA", {"ALPHA": "2", "B": "1"}
    new["budget"]["person_month_eur"] = {"ALPHA": "4000", "B": "3000"}
    new["budget"]["costs"][0]["partner"] = "ALPHA"

    found = changes(base(), new)

    assert fates(found) == [("renamed", "partner", "consortium.partners[ALPHA]")]
    assert found.entries[0].before == "A"
    assert not found.facts
    assert not found.figures


def test_a_new_id_with_another_substance_is_somebody_else() -> None:
    new = base()
    new["consortium"]["partners"][2] = {"id": "D", "country": "IT", "legal_name": "Delta"}

    assert [one[0] for one in fates(changes(base(), new))] == ["went", "came"]


def test_a_cost_without_an_id_is_known_by_what_it_states() -> None:
    new = base()
    new["budget"]["costs"].insert(0, {"partner": "C", "category": "other", "amount_eur": "5"})
    new["budget"]["costs"][2]["amount_eur"] = "2500"

    found = changes(base(), new)

    assert fates(found) == [("came", "cost", "budget.costs[0]")]
    assert [(one.path, one.new) for one in found.facts] == [
        ("budget.costs[2].amount_eur", "EUR 2,500")
    ]


def test_a_prose_is_told_by_its_words() -> None:
    new = base()
    new["project"]["abstract"] = "In 31 months three clusters open four markets."

    (prose,) = changes(base(), new).proses

    assert [(one.gone, one.came) for one in prose.words] == [("32", "31"), ("two", "four")]


# --- what follows ----------------------------------------------------------------------------


def test_a_figure_names_the_changes_that_it_follows_from() -> None:
    new = base()
    new["roadmap"]["work_packages"][0]["effort"]["A"] = "4"
    new["project"]["duration_months"] = "31"

    found = {(one.name, one.subject): one for one in changes(base(), new).figures}

    assert found["person-months", "A"].causes == ("roadmap.work_packages[WP1].effort.A",)
    assert ("person-months", "B") not in found
    grant = found["grant", ""]
    assert (grant.old, grant.new) == ("EUR 22,052.70", "EUR 29,756.70")
    assert grant.causes == ("roadmap.work_packages[WP1].effort.A",)
    assert found["last day of the action", ""].causes == ("project.duration_months",)


def test_every_figure_that_is_another_has_a_cause() -> None:
    new = base()
    new["consortium"]["partners"].append({"id": "D", "country": "IT"})
    new["budget"]["indirect_rate"] = "0.05"
    new["budget"]["costs"].append({"partner": "D", "category": "other", "amount_eur": "700"})
    new["roadmap"]["work_packages"][1]["deliverables"][0]["due_month"] = "9"

    found = changes(base(), new).figures

    assert {one.name for one in found} >= {"number of partners", "grant", "due date", "total cost"}
    assert not [one for one in found if not one.causes]


def test_a_rule_says_what_it_objects_to_now_and_no_more() -> None:
    new = base()
    new["consortium"]["partners"][2]["country"] = "PT"

    found = {one.code: one for one in changes(base(), new).rules}

    assert (found["CON003"].old, found["CON003"].new) == ("met", "not_met")
    assert found["CON003"].came[0].startswith("2 countries")


# --- whatever the change ---------------------------------------------------------------------

PATHS = [
    ("project", "acronym"),
    ("project", "abstract"),
    ("consortium", "partners", 0, "legal_name"),
    ("consortium", "partners", 2, "city"),
    ("target_countries", 1, "lead"),
    ("roadmap", "work_packages", 1, "title"),
    ("budget", "costs", 1, "description"),
]


def put(plain: dict[str, Any], path: tuple[Any, ...], value: str) -> None:
    """Set a value of a spec in plain values."""
    at: Any = plain
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value


@given(
    st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["B", "C", "Rio"]), max_size=4),
    st.permutations([0, 1, 2]),
)
@settings(max_examples=examples(40))
def test_no_change_is_lost(values: dict[tuple[Any, ...], str], order: list[int]) -> None:
    new = base()
    for path, value in values.items():
        put(new, path, "C" if path[-1] == "lead" else value)
    partners = new["consortium"]["partners"]
    new["consortium"]["partners"] = [partners[index] for index in order]

    found = changes(base(), new)

    told = len(found.facts) + len(found.proses) + len(found.entries)
    assert (told == 0) == (new == base())
    assert told >= len(values)


@pytest.mark.parametrize("order", [[0, 2, 1], [1, 2, 0], [2, 1, 0]])
def test_as_few_entries_as_can_be_are_told_as_moved(order: list[int]) -> None:
    new = base()
    partners = new["consortium"]["partners"]
    new["consortium"]["partners"] = [partners[index] for index in order]

    moved = [one for one in changes(base(), new).entries if one.fate == "moved"]

    assert len(moved) == (2 if order == [2, 1, 0] else 1)
