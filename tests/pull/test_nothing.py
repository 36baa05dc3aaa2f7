"""Words that say there is nothing: no value of a free field, unless the field knows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.language.languages import USUAL
from escp_docs.model.schema import Scalar
from escp_docs.pull.people import says_nothing

TEXT = Scalar("text", (), "", (), may_be_none=False, is_personal=False)


@pytest.mark.parametrize("said", ["none", " NONE. ", "no", "n/a", "N.A.", "-", "–", "Nothing!"])
def test_words_for_nothing_are_known_in_a_free_field(said: str) -> None:
    assert says_nothing(said, TEXT, USUAL)


@pytest.mark.parametrize(
    "scalar",
    [
        Scalar("text", (), "", (), may_be_none=True, is_personal=False),
        Scalar("choice", ("none", "some"), "", (), may_be_none=False, is_personal=False),
        Scalar("country", (), "", (), may_be_none=False, is_personal=False),
        Scalar("flag", (), "", (), may_be_none=False, is_personal=False),
        Scalar("text", (), "", ("partner",), may_be_none=False, is_personal=False),
    ],
)
def test_a_field_that_knows_such_a_word_reads_it_itself(scalar: Scalar) -> None:
    assert not says_nothing("no", scalar, USUAL)
    assert not says_nothing("none", scalar, USUAL)


@given(st.text(alphabet="abcxyz ", min_size=4).filter(str.strip))
def test_other_words_are_what_they_say(words: str) -> None:
    assert not says_nothing(f"nonesuch {words}", TEXT, USUAL)
