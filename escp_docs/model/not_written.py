"""What says of itself that it is not written yet, or that there is none.

Case, accents, blanks and the dots of an abbreviation make no difference; the words of each language
stand in `not_written_words`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from escp_docs.model.folding import plain
from escp_docs.model.not_written_words import BEGINNINGS, WHOLE
from escp_docs.pattern import pattern

NONE: Final = "none"
"""Says "there is none" where that is an answer."""

CAPITALS: Final = ("TBD", "TBC", "TBA", "TODO", "XXX")
"""Words that nobody writes into a finished text in capitals."""

_MOST_WORDS: Final = 20  # a text of so many words says more than that it is not written
_LONGEST: Final = 2_000  # characters of a text that says nothing else

_ALONE: Final = ("n/a", "n.a", "n. a", "not applicable", NONE, "lorem")
"""Say it as the whole text alone."""

_WORDS: Final = ("tbd", "tbc", "tba", "xxx", "xxxx", "todo", "to do")
"""Say it at the beginning in capitals, or before a colon, dash or comma; else they may be names."""

_FILLER: Final = "lorem ipsum"
"""Says it at the beginning, too."""


def _undotted(text: str) -> str:
    return _INITIALS.sub(lambda found: found[0].replace(".", "").replace(" ", ""), text)


def _folded(text: str) -> str:
    return " ".join(plain(text).replace("’", "'").split())


_INITIALS: Final = pattern(r"\b[^\W\d_]\. ?[^\W\d_]\. ?[^\W\d_](?:\.|\b)")  # T.B.D.


def _all(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    return (_folded(one) for several in words.values() for one in several)


_BEGIN: Final = (_FILLER, *_all(BEGINNINGS))
_BEFORE_A_MARK: Final = (*_WORDS, *_all(WHOLE))
_ALL: Final = frozenset((*_BEGIN, *_ALONE, *_BEFORE_A_MARK))
_SIGNS: Final = pattern(r"[-–—.…?_]+")
_OPENERS: Final = pattern(r"""[\[(<{*_#>"'“”„«»‘’\u200b\u2060\ufeff\s]*""")
_FIRST: Final = 8  # characters of which the first three letters come, whatever their accents
_LETTERS: Final = 3
_STARTS: Final = frozenset(one[:number] for one in _ALL for number in range(1, _LETTERS + 1))
"""How each of these begins, by which most texts are told apart from them in a moment."""

_AROUND: Final = pattern(
    r"""^[\[(<{*_#>"'“”„«»‘’\u200b\u2060\ufeff\s]+|[\])>}*_"'“”„«»‘’\u200b\u2060\ufeff\s]+$"""
)
_MARKS: Final = frozenset("-–—.…?_])>}+•·‣◦▪●○■□")
_NUMBERED: Final = pattern(r"\d{1,2}[.)]\s")
_BULLET: Final = pattern(r"\s*(?:[-–—*+•·‣◦▪●○■□]|\d{1,2}[.)])\s+")
_CAPITAL: Final = pattern(rf"(?<![\w-])(?:{'|'.join(CAPITALS)})(?![\w-])")
_BEGINS: Final = pattern(rf"(?:{'|'.join(map(re.escape, _BEGIN))})(?!\w)")
_BEGINS_WITH_A_MARK: Final = pattern(
    rf"(?:{'|'.join(map(re.escape, sorted(_BEFORE_A_MARK, key=len, reverse=True)))})"
    r"(?:\s*[:,–—([]|\s+-|-\s)"
)


@lru_cache(maxsize=4096)  # every version of a spec has most texts of the one before
def may_be_not_written(text: str) -> bool:
    """Whether a text needs a closer look: told in a moment, and true of many that are written."""
    opener = None if text[:1].isalnum() else _OPENERS.match(text)
    start = opener.end() if opener else 0
    begins = text[start : start + _FIRST]
    if not begins or begins[0] in _MARKS:
        return True
    if begins[0].isdigit():
        if _NUMBERED.match(text, start):
            return True
    elif begins[1:2] == "." or _folded_start(begins) in _STARTS:
        return True
    return "TB" in text or "TODO" in text or "XXX" in text


def _folded_start(begins: str) -> str:
    return " ".join(plain(begins).split())[:_LETTERS]


def is_not_written(text: str, *, whole: bool = False) -> bool:
    """Whether a text says of itself that it is not written yet.

    Args:
        text: As it was written; a list each of whose items says so says it, too.
        whole: Whether it must say nothing else, as in names and titles.
    """
    # Dots may part one word into three.
    if len(text) > _LONGEST or len(text.split()) > 3 * _MOST_WORDS:
        return _is_a_list_of_nothing(text) if len(text) <= _LONGEST else False
    return _says_so(text, whole=whole) or _is_a_list_of_nothing(text)


def _says_so(text: str, *, whole: bool) -> bool:
    bare = _undotted(_AROUND.sub("", text.strip()))
    folded = _folded(bare)
    if _SIGNS.fullmatch(text.strip()) or _SIGNS.fullmatch(bare):
        return True
    if folded in _ALL or folded.rstrip(" .!…?") in _ALL:
        return True
    return not whole and len(folded.split()) < _MOST_WORDS and _begins(bare, folded)


def _is_a_list_of_nothing(text: str) -> bool:
    """Whether every line of a text is an item that says nothing else."""
    return bool(_BULLET.match(text)) and all(
        _BULLET.match(line) and _says_so(_BULLET.sub("", line, count=1), whole=True)
        for line in text.splitlines()
        if line.strip()
    )


def capital_word(text: str) -> str | None:
    """Return the first word that marks what is to be done, inside a longer text; None if none."""
    if "TB" not in text and "TODO" not in text and "XXX" not in text:
        return None
    found = _CAPITAL.search(text)
    return found[0] if found else None


def says_none(text: str) -> bool:
    """Whether a text says that there is none."""
    return text.strip().casefold().rstrip(". !") == NONE


def _begins(bare: str, folded: str) -> bool:
    return bool(_CAPITAL.match(bare) or _BEGINS.match(folded) or _BEGINS_WITH_A_MARK.match(folded))
