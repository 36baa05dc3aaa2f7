"""`api.edit`: changes as values, and what came of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from escp_docs import api
from tests.support.sizes import examples

SPEC = """\
call: cos-clusint-2020-3-01
strand: A
project: {acronym: X}
consortium:
  partners: [{id: A, country: PT}, {id: B, country: ES}, {id: C, country: FR}]
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Return a small spec in a file."""
    path = tmp_path / "p.yaml"
    path.write_text(SPEC)
    return path


def test_it_returns_what_changed_where_and_what_the_rules_say(spec: Path) -> None:
    done = api.edit(spec, [api.SetValue("consortium.partners[B].country", "US")])
    (made,) = done.made

    assert (made.path, made.before, made.after) == ("consortium.partners[B].country", "ES", "US")
    assert str(made.place) == f"{spec}:5:53"
    assert done.before is not None
    assert "CON003" in {one.code for one in done.appear if one.is_fault}
    assert spec.read_text() == SPEC.replace("ES", "US")


def test_it_can_be_undone(spec: Path) -> None:
    done = api.edit(spec, [api.RemoveValue("consortium.partners[C]")])
    assert spec.read_text() != SPEC
    api.undo(done)
    assert spec.read_text() == SPEC


def test_all_that_is_refused_is_told_at_once(spec: Path) -> None:
    changes: list[api.SpecChange] = [
        api.SetValue("consortium.partners[Z].city", "x"),
        api.MoveEntry("strand", 1),
    ]
    with pytest.raises(api.RefusedEditError) as refused:
        api.edit(spec, changes)

    assert [one.message for one in refused.value.faults] == [
        "there is no consortium.partners[Z]; there is A, B, C",
        "strand is no entry of a list; only these are moved",
    ]


def test_an_unreadable_result_is_not_written(spec: Path) -> None:
    with pytest.raises(api.UnreadableError, match="no such strand"):
        api.edit(spec, [api.SetValue("strand", "Z")])
    assert spec.read_text() == SPEC


def test_words_become_changes(spec: Path) -> None:
    typed = ["consortium.partners[A].confirmed=[country]"]
    added = ["consortium.partners id=D contact.name='Ana B'"]
    api.set_values(spec, typed, added=added)

    assert "{id: A, country: PT, confirmed: [country]}" in spec.read_text()
    assert "{id: D, contact: {name: Ana B}}]" in spec.read_text()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("strand", "has no value"),
        ("consortium=x", "is a mapping"),
        ("consortium.partners=x", "is a list of entries"),
        ("a[b=c", "has no value"),
    ],
)
def test_words_that_mean_no_change_are_refused(spec: Path, typed: str, message: str) -> None:
    with pytest.raises(api.RefusedEditError, match=message):
        api.set_values(spec, [typed])


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("risks", "gets no entry"),
        ("risks id='R1", "close the quotes"),
        ("risks id=R1 id=R2", "given twice"),
        ("consortium.partners id=A contact.name=x contact=y", "is a mapping"),
    ],
)
def test_words_that_mean_no_entry_are_refused(spec: Path, typed: str, message: str) -> None:
    with pytest.raises(api.RefusedEditError, match=message):
        api.set_values(spec, [], added=[typed])


def test_what_stands_in_brackets_and_is_no_yaml_is_refused_by_its_faults(spec: Path) -> None:
    with pytest.raises(api.RefusedEditError, match=r"project\.keywords:1"):
        api.set_values(spec, ["project.keywords=[a, b"])


def test_what_has_no_form_and_what_the_reader_refuses_is_told_together(spec: Path) -> None:
    with pytest.raises(api.RefusedEditError) as refused:
        api.set_values(spec, ["strand", "project.duration_months=x"])
    assert len(refused.value.faults) == 2


def test_keys_go_on(spec: Path) -> None:
    assert "consortium.partners[A].city" in api.key_names(spec, "consortium.partners[A].c")
    assert api.key_names(spec, "nothing[") == ()
    assert api.key_names("nowhere.yaml", "c") == ()


KEYS = ["project.keywords", "consortium.partners[A]", "consortium.partners[A].contact", "strand"]


@trials(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["", *(f"{key}=" for key in KEYS), *(f"{key}.name=" for key in KEYS)]),
    st.text(max_size=20) | st.sampled_from(["[a, *b]", "{a: &b c}", "[!x y]", "{a: {b: [", "[[]]"]),
)
def test_whatever_is_typed_is_done_or_refused(spec: Path, begun: str, rest: str) -> None:
    spec.write_text(SPEC)
    words = begun + rest
    for settings, added, removed in (([words], [], []), ([], [words], []), ([], [], [rest])):
        try:
            done = api.set_values(spec, settings, added=added, removed=removed)
        except (api.RefusedEditError, api.UnreadableError):
            assert spec.read_text() == SPEC
        else:
            api.undo(done)
            assert spec.read_text() == SPEC
