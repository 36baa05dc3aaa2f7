"""Texts without what two spellings of one name differ in: case, accents, punctuation."""

import unicodedata
from typing import Final

from escp_docs.pattern import pattern

# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS: Final = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t",
    "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ĸ": "k", "ŋ": "n",
})  # fmt: skip
_OTHERS: Final = pattern(r"[\W_]+")  # what is neither letter nor digit
_ACCENTS: Final = dict.fromkeys(range(0x300, 0x370))


def plain(text: str) -> str:
    """Return `text` in small letters without accents; marks that are vowels of a script stay."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS).translate(_ACCENTS)


def unaccented(text: str) -> str:
    """Return `text` with plain letters in place of accented ones, large ones still large."""
    folded = (plain(one).upper() if one.isupper() else plain(one) for one in text)
    return "".join(two if one.isalnum() else one for one, two in zip(text, folded, strict=True))


def joined(text: str) -> str:
    """Return the letters and digits of `text`, folded: "Søborg-Net." is "soborgnet"."""
    return _OTHERS.sub("", plain(text))


def words_of(text: str) -> str:
    """Return the words of `text`, folded, with a blank between two: "Bosnia-Herzegovina" is two."""
    folded = plain(text)
    if folded.isascii():  # and so without a mark
        return _OTHERS.sub(" ", folded).strip()
    parts = (one if one.isalnum() or unicodedata.category(one)[0] == "M" else " " for one in folded)
    return " ".join("".join(parts).split())
