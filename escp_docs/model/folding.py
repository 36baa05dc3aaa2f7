"""Texts without what two spellings of one name differ in: case, accents, punctuation."""

import unicodedata
from typing import Final

# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS: Final = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t",
    "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ĸ": "k", "ŋ": "n",
})  # fmt: skip
_ACCENTS: Final = dict.fromkeys(range(0x300, 0x370))


def plain(text: str) -> str:
    """Return `text` in small letters without accents; marks that are vowels of a script stay."""
    return unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS).translate(_ACCENTS)


def unaccented(text: str) -> str:
    """Return `text` with plain letters in place of accented ones, large ones still large."""
    folded = (plain(one).upper() if one.isupper() else plain(one) for one in text)
    return "".join(two if one.isalnum() else one for one, two in zip(text, folded, strict=True))


def joined(text: str) -> str:
    """Return the letters and digits of `text`, folded: "Søborg-Net." is "soborgnet"."""
    return "".join(one for one in plain(text) if one.isalnum())


def words_of(text: str) -> str:
    """Return the words of `text`, folded, with a blank between two: "Bosnia-Herzegovina" is two."""
    parts = (
        one if one.isalnum() or unicodedata.category(one)[0] == "M" else " " for one in plain(text)
    )
    return " ".join("".join(parts).split())
