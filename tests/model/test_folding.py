"""Texts without what two spellings of one name differ in, folded as Unicode has it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from escp_docs.model.folding import joined, plain, words_of

TEXTS = st.text(st.characters() | st.sampled_from("aZ09 _-.’éŁßİſ́ा\t\n"))


@given(TEXTS)
def test_every_text_is_folded_as_its_letters_are(text: str) -> None:
    folded = plain(text)
    assert folded == plain(text + "é")[: len(folded)], "a text in ASCII is no exception"
    assert joined(text) == "".join(one for one in folded if one.isalnum())
    kept = (one.isalnum() or unicodedata.category(one).startswith("M") for one in folded)
    parted = "".join(one if is_kept else " " for one, is_kept in zip(folded, kept, strict=True))
    assert words_of(text) == " ".join(parted.split())


def test_a_name_is_found_however_it_is_spelt() -> None:
    assert joined("Søborg-Net.") == "soborgnet"
    assert words_of("Bosnia_and-Herzegovina") == "bosnia and herzegovina"
    assert words_of("  ÉCOLE--d'Été ") == "ecole d ete"
