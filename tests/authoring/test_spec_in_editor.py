"""A spec while somebody types: whatever stands there, an answer, and no byte on the disk."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.authoring.spec_in_editor import SpecInEditor
from escp_docs.errors import ArgumentError, UnreadableError
from escp_docs.workspace.ids import replaced
from tests.support.many_hands import SPEC
from tests.support.places import SPECS
from tests.support.sizes import examples

OAK = (SPECS / "oak-4i.yaml").read_text(encoding="utf-8")


@pytest.fixture
def known(spec: Path) -> SpecInEditor:
    return SpecInEditor(str(spec))


def place_of(text: str, words: str) -> tuple[int, int]:
    """Return line and column of some words."""
    before = text[: text.index(words)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


@given(
    cut=st.integers(0, len(OAK)),
    more=st.text("{}[]:,-#|>'\" \n\tabcFR\u2028\U0001f30a", max_size=12),
    gone=st.integers(0, 40),
    at=st.tuples(st.integers(0, 40), st.integers(0, 200)),
)
@settings(max_examples=examples(25))
def test_whatever_is_typed_is_answered(cut: int, more: str, gone: int, at: tuple[int, int]) -> None:
    file = str(SPECS / "oak-4i.yaml")
    spec = SpecInEditor(file)
    text = OAK[:cut] + more + OAK[cut + gone :]
    spec.type({file: text})
    line, column = place_of(text, text[cut:]) if cut < len(text) else (0, 0)

    for where in ((line, column), (line + at[0], at[1])):
        words, begun = spec.candidates(file, *where)
        assert all(one.word for one in words)
        assert len(begun) <= where[1]
        assert isinstance(spec.explained(file, *where), str)
        one = spec.id_at(file, *where)
        assert one is None or one.word
    for notice in spec.notices():
        assert notice.said.message
    for fix in spec.fixes(file, 0, 10_000):
        assert all(before == text != after for _, before, after in fix.texts)


def test_what_is_typed_counts_and_what_is_saved_stays(known: SpecInEditor, spec: Path) -> None:
    known.type({str(spec): SPEC.replace("country: FR", "country: France")})

    (fault,) = [one for one in known.notices() if one.said.severity == "error"]
    (fix,) = known.fixes(str(spec), fault.place.line - 1, fault.place.line - 1)  # type: ignore[union-attr]

    assert fix.label == "use FR"
    assert fix.texts[0][2] == SPEC
    assert spec.read_text() == SPEC


def test_a_question_begins_the_key_that_answers_it(known: SpecInEditor, spec: Path) -> None:
    every = [fix for line in range(40) for fix in known.fixes(str(spec), line, line)]
    begun = [fix for fix in every if fix.label.startswith("begin ")]

    assert begun
    for fix in begun:
        ((_, before, after),) = fix.texts
        known.type({str(spec): after})
        assert before == SPEC
        assert known.state.spec is not None


@pytest.mark.parametrize("name", ["shield-4i.yaml", "wave-4i"])
def test_an_id_is_renamed_wherever_it_stands_and_nothing_else(tmp_path: Path, name: str) -> None:
    source, copy = SPECS / name, tmp_path / name
    shutil.copytree(source, copy) if source.is_dir() else shutil.copy(source, copy)
    spec = SpecInEditor(str(copy))
    before = spec.state
    assert before.spec is not None
    partner = before.spec.spec.partners[0].id
    place = before.spec.places.of("consortium.partners[0].id")
    one = spec.id_at(place.file, place.line - 1, place.column - 1)
    assert one is not None

    found = spec.renamed(one, "New.1")
    texts = {
        file: replaced(text, [r for r in found if r.file == file])
        for file, text in before.texts.items()
    }
    spec.type(texts)
    again = spec.id_at(place.file, place.line - 1, place.column - 1)
    assert again is not None
    back = spec.renamed(again, partner)

    assert spec.state.spec is not None
    assert spec.state.spec.spec.partners[0].id == "New.1"
    assert len(found) == len(back) > 10
    assert {
        file: replaced(text, [r for r in back if r.file == file]) for file, text in texts.items()
    } == before.texts


def test_a_name_that_is_taken_or_none_is_refused(known: SpecInEditor, spec: Path) -> None:
    line, column = place_of(SPEC, "CMA")
    one = known.id_at(str(spec), line, column)
    assert one is not None

    for new in ("CMI", "1", "a b", "", "x" * 40):
        with pytest.raises(ArgumentError):
            known.renamed(one, new)


def test_a_spec_that_cannot_be_read_is_renamed_nowhere(known: SpecInEditor, spec: Path) -> None:
    line, column = place_of(SPEC, "CMA")
    one = known.id_at(str(spec), line, column)
    assert one is not None
    known.type({str(spec): SPEC.replace("country: FR", "country: nowhere")})

    with pytest.raises(UnreadableError):
        known.renamed(one, "NEW")


def test_an_id_leads_to_its_entry(known: SpecInEditor, spec: Path) -> None:
    line, column = place_of(SPEC, "CMC")
    one = known.id_at(str(spec), line, column)
    assert one is not None
    place = known.declared(one)

    assert not one.declares
    assert place is not None
    assert SPEC.split("\n")[place.line - 1].strip() == "- id: CMC"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("acronym", "**acronym**"),
        ("Title 0", "**title**"),
        ("FR", "`FR` – France"),
        ("CMC\n", "`CMC` – Name 0"),
    ],
)
def test_a_word_is_explained(known: SpecInEditor, spec: Path, words: str, said: str) -> None:
    line, column = place_of(SPEC, words)

    assert said in known.explained(str(spec), line, column + 1)


def test_names_of_others_are_no_markup(known: SpecInEditor, spec: Path) -> None:
    hostile = "[click](https://evil.example) <b>x</b> `y` ![z](file:///etc/passwd)"
    known.type({str(spec): SPEC.replace("legal_name: Name 0", f"legal_name: '{hostile}'", 1)})
    line, column = place_of(SPEC, "CMC")

    said = known.explained(str(spec), line, column)

    assert "](https" not in said.replace("\\", "\0")
    assert "<b>" not in said
