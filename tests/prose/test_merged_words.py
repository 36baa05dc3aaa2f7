"""Two texts in one: nothing of either is lost, and what belongs together is one change."""

from hypothesis import given
from hypothesis import strategies as st

from escp_docs.prose.words import MergedWords, merged_words, same_word, words

_TEXTS = st.lists(st.sampled_from(["at", "least", "two", "1,000", "–", ",", " ", "\n", "’"])).map(
    "".join
)


def test_changes_that_a_blank_parts_are_one() -> None:
    merged = merged_words("taken if at least two thirds vote", "taken if more than half vote")

    assert list(merged) == [
        MergedWords("taken if "),
        MergedWords(gone="at least two thirds", came="more than half"),
        MergedWords(" vote"),
    ]


@given(_TEXTS, _TEXTS)
def test_both_texts_are_in_it(before: str, after: str) -> None:
    merged = list(merged_words(before, after))

    def alike(text: str) -> list[str]:
        return list(map(same_word, words(text)))

    assert "".join(one.same + one.gone for one in merged) == before
    assert alike("".join(one.same + one.came for one in merged)) == alike(after)
