"""Letters whose bytes were read in another encoding and saved again: `SÃ¡` for `Sá`.

Such a file is UTF-8 and nothing in it is refused; the letters would be printed as they stand.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from escp_docs.finding import Place, Remark
from escp_docs.pattern import pattern
from escp_docs.read.source import SourceText

_MOST: Final = 1_000  # lines that are counted
_SPECIAL: Final = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows has where Latin 1 has no letters
_RUN: Final = pattern(f"[\x80-\xff{_SPECIAL}]{{2,}}")
_WORD: Final = pattern(r"""[^ \t"'()\[\]{},:]+""")
# A letter and a closing quote or a dash may stand side by side: `Ä…` is not doubled.
_MARK_BEHIND: Final = pattern("[\xc0-\xff][‘’“”–—…»]")
# What the bytes of European writing make: Latin, Greek, Cyrillic, the signs of typesetters.
_WRITTEN: Final = pattern(
    "[\xa0-\u017f\u0218-\u021b\u0384-\u03ce\u0400-\u045f\u0490\u0491\u2010-\u2044\u20a0-\u20bf"
    "\u2100-\u22ff]+"
)


def remarks(source: SourceText) -> Iterator[Remark]:
    """Yield one remark on all such words of a file, at the first of them."""
    if source.text.isascii() or not _RUN.search(source.text):
        return
    found = list(islice(_words(source), _MOST))
    if not found:
        return
    number, column, typed, meant = found[0]
    others = len({one[0] for one in found} - {number})
    more = f", and so in {others} more line{'s' * (others > 1)}" if others else ""
    yield Remark(
        Place(source.file, number, column, len(typed)),
        f"{typed!r} is {meant!r} read in a wrong encoding, and is printed as it stands",
        f"write {meant!r}{more}; or take the text anew from where its letters are right",
        source.line(number),
    )


def _words(source: SourceText) -> Iterator[tuple[int, int, str, str]]:
    """Yield line, column, word and what was meant of the first such word of each line."""
    for number in range(1, source.lines + 1):
        line = source.line(number)
        if not _RUN.search(line):
            continue
        for word in _WORD.finditer(line):
            meant = _RUN.sub(lambda run: _meant(run[0]) or run[0], word[0])
            if meant != word[0]:
                yield number, word.start() + 1, word[0], meant
                break


def _meant(run: str) -> str | None:
    """Return what the bytes of a run of letters say as UTF-8, None if they are no such bytes."""
    if _MARK_BEHIND.fullmatch(run):
        return None
    try:
        letters = b"".join(map(_byte, run)).decode()
    except UnicodeError:
        return None
    return letters if _WRITTEN.fullmatch(letters) else None


def _byte(letter: str) -> bytes:
    """Return the byte of a letter as Windows reads it; bytes without one stay what they are."""
    return letter.encode("cp1252" if letter in _SPECIAL else "latin-1")
