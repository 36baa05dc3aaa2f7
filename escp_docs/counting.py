"""How lists count: in numbers, letters and Roman numerals, forwards and back."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

_ROMANS: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LETTERS: Final = 26
LARGEST_ROMAN: Final = 3999


class Count(StrEnum):
    """In what a list counts."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lower-letter"
    UPPER_LETTER = "upper-letter"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"


class Numbers(Struct, frozen=True):
    """The labels of an ordered list, as they were typed: "3.", "b)", "(iv)", "2.1".

    The items count up by one from `first`; `before` and `after` stand around each count.
    """

    first: int = 1
    count: Count = Count.DECIMAL
    before: str = ""
    after: str = "."

    def label(self, index: int) -> str:
        """Return the label of the item at `index`, from 0."""
        return f"{self.before}{counted(self.first + index, self.count)}{self.after}"


ARABIC: Final = Numbers()
"""1. 2. 3."""


def counted(number: int, count: Count) -> str:
    """Return a number from 1 as a list prints it."""
    match count:
        case Count.DECIMAL:
            return str(number)
        case Count.LOWER_LETTER:
            return letter(number)
        case Count.UPPER_LETTER:
            return letter(number).upper()
        case Count.LOWER_ROMAN:
            return roman(number)
        case Count.UPPER_ROMAN:
            return roman(number).upper()


def letter(number: int) -> str:
    """Return a, b, ... z, aa, bb, ..., as Word counts."""
    turns, index = divmod(max(number, 1) - 1, _LETTERS)
    return chr(ord("a") + index) * (turns + 1)


def roman(number: int) -> str:
    """Return i, ii, iii, iv, ..."""
    words = ""
    for value, letters in _ROMANS:
        while number >= value:
            words, number = words + letters, number - value
    return words


def of_letter(letters: str) -> int | None:
    """Return the number of small letters that count as Word counts: 28 for bb; None if none do."""
    if not letters or letters.strip(letters[0]) or not "a" <= letters[0] <= "z":
        return None
    return (len(letters) - 1) * _LETTERS + ord(letters[0]) - ord("a") + 1


def of_roman(letters: str) -> int | None:
    """Return the number of small Roman numerals, at most 3,999; None if they are not well made."""
    number, rest = 0, letters
    for value, numeral in _ROMANS:
        while rest.startswith(numeral):
            number, rest = number + value, rest[len(numeral) :]
    made = number and not rest and number <= LARGEST_ROMAN and roman(number) == letters
    return number if made else None
