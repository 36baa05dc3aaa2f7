"""Every key of a spec has words: what it states, and a question of its own."""

import re

import pytest

from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.part_words import words_of
from escp_docs.model.agreement import RESERVED
from escp_docs.model.question_text import question_of
from escp_docs.model.schema import Key, keys
from tests.support.model_keys import KEYS, PARTS


def test_words_are_there_for_the_keys_of_a_spec_and_for_no_others() -> None:
    assert {name: list(words) for name, words in ENGLISH_KEYS.keys.items()} == {  # type: ignore[call-overload]
        name: list(keys(part)) for name, part in PARTS.items()
    }


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.part}.{key.name}")
def test_a_key_says_what_it_states_and_has_a_question_that_reads_as_one(key: Key) -> None:
    asked = key.words.question
    assert key.description.strip() == key.description != ""
    assert asked[:1].isupper()
    assert asked.endswith("?")
    assert asked.count("?") == 1
    assert not re.search(r"  |_|None|\n| [?,]", asked)
    assert set(re.findall(r"{.*?}", asked)) <= {"{entry}"}


def test_no_two_keys_of_a_part_ask_the_same() -> None:
    for part in PARTS.values():
        asked = [key.words.question.casefold() for key in keys(part).values()]
        assert len(set(asked)) == len(asked), part


def test_what_a_question_calls_an_entry_has_a_noun() -> None:
    asking = {key.part for key in KEYS if "{entry}" in key.words.question}
    assert asking == set(ENGLISH_KEYS.entries)


@pytest.mark.parametrize(
    ("path", "entry", "asked"),
    [
        ("consortium.coordinator", "", "Who coordinates the partnership?"),
        ("consortium.partners[2].address", "", "What is the street address of the partner?"),
        ("consortium.partners[2].address", "MAR", "What is the street address of MAR?"),
        ("consortium.partners", "", "Which organisations apply as partners?"),
        ("consortium.partners[0]", "", "Which organisations apply as partners?"),
        ("consortium.partners[0].register", "", "In which public register is the partner entered?"),
        (
            "roadmap.work_packages[0].effort.MAR",
            "WP1",
            "How many person-months does each partner spend on WP1?",
        ),
        ("agreement.term.kind", "", "When does the agreement end?"),
    ],
)
def test_a_path_leads_to_its_question(path: str, entry: str, asked: str) -> None:
    assert question_of(path, entry) == asked


@pytest.mark.parametrize("path", ["", "nowhere", "project.titel", "project.title.deeper.still"])
def test_no_question_is_asked_for_what_no_spec_can_have(path: str) -> None:
    with pytest.raises(LookupError, match=re.escape(repr(path))):
        question_of(path)


def test_what_an_entry_is_called_is_taken_as_it_is() -> None:
    asked = question_of("consortium.partners[0].city", "{entry} {0} 100 %")
    assert asked == "In which city is {entry} {0} 100 %?"


def test_the_reserved_matters_are_told_as_the_format_has_them() -> None:
    said = words_of(ENGLISH_KEYS, "Governance", "reserved_matters").description
    assert f": {', '.join(RESERVED)}, " in said


def test_what_is_no_part_of_a_spec_has_no_words() -> None:
    assert words_of(ENGLISH_KEYS, "Terms", "deadline") == ("", "", "")
