"""Who says that something is not known, or leaves what Word shows, states no fact."""

import pytest

from escp_docs.model.not_written import is_not_written


@pytest.mark.parametrize(
    "said",
    ["Unknown", "(unknown)", "I don’t know.", "I DON'T KNOW YET", "unbekannt", "Pas encore connu"],
)
def test_what_is_not_known_is_not_written_yet(said: str) -> None:
    assert is_not_written(said, whole=True)


@pytest.mark.parametrize(
    "said", ["Unknown Pleasures Cluster", "Unknown markets lie ahead", "We do not know of rivals."]
)
def test_words_that_begin_alike_are_a_text(said: str) -> None:
    assert not is_not_written(said)


@pytest.mark.parametrize(
    "left",
    [
        "Click or tap here to enter text.",
        "Choose an item.",
        "Klicken oder tippen Sie hier, um Text einzugeben.",
        "Choisissez un élément.",
    ],
)
def test_what_word_shows_in_an_empty_field_is_not_written_yet(left: str) -> None:
    assert is_not_written(left, whole=True)
    assert not is_not_written(f"{left[:-1]} in the form of your call", whole=True)
