"""Reading a file alongside what it should say: where it stands, and where it agrees again."""

from collections.abc import Sequence
from typing import Final

from escp_docs.produced.expected_text import Piece
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

    def around(self, start: int, end: int) -> str:
        """Return the words from one place to another with the signs that stand close to them."""
        first, last = self._at[start], self._at[end - 1] + 1
        before = self._at[start - 1] + 1 if start else 0
        after = self._at[end] if end < len(self._at) else len(self._text)
        head, tail = self._text[before:first], self._text[last:after]
        close = head[len(head.rstrip("-\u2010\u2011")) :]
        behind = tail[: len(tail) - len(tail.lstrip("-\u2010\u2011"))]
        return f"{close}{self._text[first:last]}{behind}"


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
