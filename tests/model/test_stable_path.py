"""Paths name entries by id, and find the way back."""

import pytest

from escp_docs.model.stable_path import by_id, by_position
from tests.support.reading import HEAD, PROJECT, spec

SPEC = spec(
    HEAD
    + PROJECT
    + """\
consortium:
  partners: [{id: TIDE, key_staff: [{name: A. B}]}, {id: v1.2}]
target_countries: [{country: CA}]
"""
).spec


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("project.title", "project.title"),
        ("consortium.partners[0].city", "consortium.partners[TIDE].city"),
        ("consortium.partners[1]", "consortium.partners[v1.2]"),
        ("consortium.partners[0].key_staff[0].name", "consortium.partners[TIDE].key_staff[0].name"),
        ("target_countries[0].lead", "target_countries[0].lead"),
        ("consortium.partners[7].city", "consortium.partners[7].city"),
    ],
)
def test_an_entry_is_named_by_its_id_else_by_its_position(path: str, named: str) -> None:
    assert by_id(SPEC, path) == named
    assert by_position(SPEC, named) == path


def test_an_id_that_two_entries_have_names_neither() -> None:
    found = {"risks": [{"id": "R"}, {"id": "R"}, {"id": "S"}]}

    assert by_id(found, "risks[1].impact") == "risks[1].impact"
    assert by_id(found, "risks[2].impact") == "risks[S].impact"
