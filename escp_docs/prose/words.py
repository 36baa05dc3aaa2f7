"""Words of a text, one by one, and which of them say the same."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple
from unicodedata import normalize

from escp_docs.pattern import pattern

# A number is one word: of two changes to "5,000", one to each half would make a third number.
_WORD: Final = pattern(r"\s+|\d[\d.,:/%-]*\d|\d|[^\W\d_]+|[^\w\s]|_")
_TYPED: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
        "\u00ad": None,
        "\u200b": None,
        "\u200e": None,
        "\u200f": None,
        "\ufeff": None,
    }
)
_LETTERS_OF_ONE_WORD: Final = 2_000_000  # of both texts, multiplied; longer ones are told whole


class WordChange(NamedTuple):
    """Words from `start` to `end` of one text became those from `new_start` to `new_end`."""

    start: int
    end: int
    new_start: int
    new_end: int


class ChangedWords(NamedTuple):
    """Words of a text that became others, with the words before and behind them."""

    gone: str
    came: str
    lead: str
    tail: str


_AROUND: Final = 4  # words on either side of changed ones


def changed_words(before: str, after: str) -> Iterator[ChangedWords]:
    """Yield each place in which two texts say something else, in order."""
    old, new = words(before), words(after)
    for start, end, new_start, new_end in changes(old, new):
        gone, came = "".join(old[start:end]), "".join(new[new_start:new_end])
        if gone.strip() or came.strip():
            lead = "".join(old[max(0, start - 2 * _AROUND) : start])
            yield ChangedWords(gone, came, lead, "".join(old[end : end + 2 * _AROUND]))


class MergedWords(NamedTuple):
    """Words of two texts in one: those of both, or those that went and those that came."""

    same: str = ""
    gone: str = ""
    came: str = ""


def merged_words(before: str, after: str) -> Iterator[MergedWords]:
    """Yield two texts in one, in order; changes that a blank alone parts are one change.

    All that is the same or gone makes the text before, all that is the same or came the other.
    """
    old, new = words(before), words(after)
    at, new_at = 0, 0
    gone = came = ""
    for start, end, new_start, new_end in (*changes(old, new), WordChange(*_ends(old, new))):
        same = "".join(old[at:start])
        if (gone or came) and same.isspace() and start < len(old):
            gone, came = gone + same, came + "".join(new[new_at:new_start])
        else:
            if gone or came:
                yield MergedWords(gone=gone, came=came)
            if same:
                yield MergedWords(same)
            gone = came = ""
        gone, came = gone + "".join(old[start:end]), came + "".join(new[new_start:new_end])
        at, new_at = end, new_end
    if gone or came:
        yield MergedWords(gone=gone, came=came)


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int, int]:
    return len(old), len(old), len(new), len(new)


def words(text: str) -> list[str]:
    """Return a text cut into words, signs and blanks; together they are the text."""
    return _WORD.findall(text)


def same_word(word: str) -> str:
    """Return what two words have in common that differ in what programs correct on their own.

    These are quotation marks, dashes, blanks, and letters composed in another way.
    """
    if word.isspace():
        return " "
    return normalize("NFC", word).translate(_TYPED)


def same_words(text: str) -> str:
    """Return what two texts have in common that say the same."""
    return " ".join(same_word(text).split())


def changes(before: Sequence[str], after: Sequence[str]) -> list[WordChange]:
    """Return how one list of words becomes another, in order; equal words are left out."""
    old, new = list(map(same_word, before)), list(map(same_word, after))
    if len(old) * len(new) > _LETTERS_OF_ONE_WORD:
        return _by_ends(old, new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [WordChange(*places) for kind, *places in matcher.get_opcodes() if kind != "equal"]


def _by_ends(old: list[str], new: list[str]) -> list[WordChange]:
    """Return one change between what two long lists begin and end with."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    found = WordChange(start, len(old) - end, start, len(new) - end)
    return [found] if found.start < found.end or found.new_start < found.new_end else []


def without_lone_blanks(
    found: Sequence[WordChange], before: Sequence[str], parts: Sequence[int]
) -> list[WordChange]:
    """Return changes with neighbours joined between which there is a blank alone.

    `parts` says for each word to what it belongs; a blank that parts two things stays.
    """
    result: list[WordChange] = []
    for one in found:
        last = result[-1] if result else None
        between = range(last.end, one.start) if last else range(0)
        if (
            last is not None
            and len(between) == 1
            and before[last.end].isspace()
            and len({*parts[last.start : one.end], parts[last.end]}) == 1
        ):
            result[-1] = WordChange(last.start, one.end, last.new_start, one.new_end)
        else:
            result.append(one)
    return result


def places(found: Sequence[str]) -> Iterator[int]:
    """Yield where each word begins in the text that they are."""
    at = 0
    for word in found:
        yield at
        at += len(word)
