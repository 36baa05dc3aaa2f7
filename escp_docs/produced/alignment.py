"""Reading a file alongside what it should say: where it stands, and where it agrees again."""

from collections.abc import Sequence
from typing import Final

from escp_docs.produced.expected_text import Piece
from escp_docs.produced.hyphens import HYPHENS
from escp_docs.produced.normalize import leveled

_ANCHOR: Final = 32  # letters in which a file is found to agree again
_SKIPPED: Final = 400  # pieces that may lie between
_WINDOW: Final = 4000
_ENOUGH: Final = 4  # a place is good if it lies no farther off than this part of what was passed


class Heads:
    """The head of the table that is being read: pages say it again before or within a cell."""

    def __init__(self, *, repeats: bool) -> None:
        self._repeats = repeats
        self._words, self._is_open = "", False

    def pass_by(self, piece: Piece, words: str) -> None:
        """Take note of a piece; a head that follows one that is no head begins another table."""
        if piece.is_head and not self._is_open:
            self._words = ""
        if piece.is_head:
            self._words += words
        self._is_open = piece.is_head

    def after(self, words: str, text: str, place: int) -> int:
        """Return where a piece ends that a text says from a place on; 0 if it does not say it."""
        while not text.startswith(words, place):
            if not self._repeats or not self._words or self._is_open:
                return 0
            again = text.find(self._words, place, place + len(words) + len(self._words))
            if again < 0 or text[place:again] != words[: again - place]:
                return 0
            words, place = words[again - place :], again + len(self._words)
        return place + len(words)


class Stream:
    """A text squeezed, with the way back to its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        letters = [leveled(one) for one in text]
        self._at = [place for place, one in enumerate(letters) for _ in one]
        self.text = "".join(letters)

    def cut(self, without: Sequence[str]) -> None:
        """Leave words out wherever they stand."""
        for words in sorted(map(leveled, without), key=len, reverse=True):
            place = self.text.find(words)
            while words and place >= 0:
                self.text = self.text[:place] + self.text[place + len(words) :]
                del self._at[place : place + len(words)]
                place = self.text.find(words, place)

    def raw(self, start: int, end: int) -> str:
        """Return the words from one place in the squeezed text to another."""
        if start >= end:
            return ""
        last = self._at[min(end, len(self._at)) - 1] + 1
        return " ".join(self._text[self._at[start] : last].split())

    def around(self, start: int, end: int, wanted: str) -> str:
        """Return the words from one place to another with the signs that belong to them.

        These are the hyphens that stand close, and as many farther off, behind a blank, as the
        wanted words begin and end with.
        """
        first, last = self._at[start], self._at[end - 1] + 1
        before = self._at[start - 1] + 1 if start else 0
        after = self._at[end] if end < len(self._at) else len(self._text)
        head, tail = self._text[before:first], self._text[last:after]
        begins, ends = _hyphens_before(wanted), _hyphens_before(wanted[::-1])
        return f"{_close(head[::-1], begins)[::-1]}{self._text[first:last]}{_close(tail, ends)}"


def _hyphens_before(words: str) -> int:
    """Return how many hyphens stand before the first letter."""
    first = next((place for place, one in enumerate(words) if leveled(one)), len(words))
    return sum(one in HYPHENS for one in words[:first])


def _close(signs: str, wanted: int) -> str:
    """Return the signs up to the last hyphen that stands close, or that is wanted."""
    end = len(signs) - len(signs.lstrip(HYPHENS))
    found = [place + 1 for place, one in enumerate(signs) if one in HYPHENS][:wanted]
    return signs[: max(end, *found[-1:], 0)]


def agreeing(wanted: Sequence[str], index: int, text: str, place: int) -> tuple[int, int]:
    """Return how many pieces are passed over until the file agrees again, and where it does."""
    passed, best = 0, (len(text), len(wanted) - index, len(text))
    for skipped in range(min(_SKIPPED, len(wanted) - index)):
        hit = text.find(_anchor(wanted, index + skipped), place, place + passed + _WINDOW)
        if hit >= 0:
            # The likeliest is where as much stands in the file as was passed over.
            best = min(best, (abs(hit - place - passed), skipped, hit))
        if best[0] <= passed // _ENOUGH:
            break
        passed += len(wanted[index + skipped])
    return best[1:]


def _anchor(wanted: Sequence[str], index: int) -> str:
    """Return the letters from a piece on, enough of them to be found in one place alone."""
    anchor = ""
    for piece in wanted[index:]:
        anchor += piece
        if len(anchor) >= _ANCHOR:
            break
    return anchor
