"""What can stand at the start of a line and make it an item of a list."""

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from escp_docs.counting import Count, Numbers, of_letter, of_roman
from escp_docs.pattern import pattern
from escp_docs.prose.lines import BLANKS

_SYMBOLS: Final = "\uf020-\uf0ff"  # what Word writes for a letter of a font of symbols
_CLOSE: Final = f"•‣◦⁃∙●○■□▪▫►▸➢➤{_SYMBOLS}"  # they need no blank after them
_BULLET: Final = pattern(
    rf"(?P<sign>[-+*·–—])[{BLANKS}]+(?=[^{BLANKS}])"
    rf"|(?P<close>[{_CLOSE}])(?=[{BLANKS}]*[^{BLANKS}])"
    # Fonts of symbols, pasted as the letters that they stand on.
    rf"|(?P<letter>[o§Øüvq])(?:\t|[{BLANKS}]{{3}}|\u00a0[{BLANKS}]|[{BLANKS}]\u00a0)(?=[{BLANKS}]*[^{BLANKS}])"
)
_LABEL: Final = pattern(
    rf"(?P<before>\(|(?:[0-9]{{1,3}}\.)*)(?P<count>[0-9]{{1,9}}|[A-Za-z]{{1,9}})(?P<after>[.)]|)"
    rf"(?=[{BLANKS}]+[^{BLANKS}])"
)
_DAY: Final = pattern(rf"[0-9]{{1,2}}\.[{BLANKS}]?[0-9]{{1,2}}\.[{BLANKS}]?[0-9]{{4}}(?![0-9])")
_BY_LETTERS: Final = (
    (of_letter, Count.LOWER_LETTER, Count.UPPER_LETTER),
    (of_roman, Count.LOWER_ROMAN, Count.UPPER_ROMAN),
)
_SYMBOL: Final = pattern(f"^([ \t]*)([{_SYMBOLS}])", re.MULTILINE)
_DRAWN: Final = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢"}
_OTHER: Final = "■"
_MARKDOWN: Final = "-+*"
_LONGEST_LETTERS: Final = 2

# At the start of a line a backslash takes the meaning from what would be a mark there.
_ESCAPED_MARK: Final = pattern(r"\\(?=[^\w\s\\])")
_ESCAPED_NUMBER: Final = pattern(r"(\(?[0-9A-Za-z.]{1,9})\\(?=[.)]\s)")
_ESCAPED_HEADING: Final = pattern(r"\\(?=#{1,6}\s)")

Family = tuple[str, str, str]
"""What the marks of one list have in common: the kind, and what stands before and after."""


class Mark(Struct, frozen=True):
    """The start of an item.

    `numbers` are those of a list that begins here, None for a bullet; `width` is its length.
    """

    sign: str
    width: int
    numbers: Numbers | None = None

    @property
    def family(self) -> Family:
        """What the marks of one list have in common."""
        if self.numbers is None:
            return ("bullet", self.sign, "")
        return (self.numbers.count, self.numbers.before, self.numbers.after)

    @property
    def loose_family(self) -> Family:
        """The family without what stands behind the number: 2) may follow 1."""
        return (*self.family[:2], "")

    @property
    def is_markdown(self) -> bool:
        """Whether it is one of Markdown's own marks, not one of a word processor."""
        if self.numbers is None:
            return self.sign in _MARKDOWN
        return self.numbers.count is Count.DECIMAL and not self.numbers.before


@lru_cache(maxsize=4096)
def marks_of(text: str) -> tuple[Mark, ...]:
    """Return what the start of a line may be the mark of: none, one, or a letter and a numeral."""
    bullet = _BULLET.match(text)
    if bullet:
        return (Mark(drawn(next(filter(None, bullet.groups()))), 1),)
    if _DAY.match(text):  # 1. 1. 2021
        return ()
    label = _LABEL.match(text)
    return tuple(_labels(label)) if label else ()


def drawn(text: str) -> str:
    """Return a text whose lines begin with the bullets that Word's fonts of symbols draw."""
    return _SYMBOL.sub(lambda found: found[1] + _DRAWN.get(found[2], _OTHER), text)


def _labels(found: re.Match[str]) -> list[Mark]:
    before, count, after = found.groups()
    if (before == "(" and after != ")") or not (before or after):
        return []
    if count.isdigit():
        number = int(count)
        if count != str(number) or number < 1:
            return []  # 007 and 0 are printed as they stand
        return [Mark(found[0], found.end(), Numbers(number, Count.DECIMAL, before, after))]
    if before not in {"", "("} or not after or not (count.islower() or count.isupper()):
        return []
    marks = []
    for number_of, lower, upper in _BY_LETTERS:
        first = number_of(count.lower())
        if first and (number_of is of_roman or len(count) <= _LONGEST_LETTERS):
            kind = lower if count.islower() else upper
            marks.append(Mark(found[0], found.end(), Numbers(first, kind, before, after)))
    return marks


def unescaped(text: str) -> str:
    """Return a line without the backslash that keeps its start from being a mark."""
    if text.startswith("\\"):
        rest = text[1:]
        marks = marks_of(rest)
        is_mark = bool(marks) and marks[0].numbers is None and _ESCAPED_MARK.match(text)
        return rest if is_mark or _ESCAPED_HEADING.match(text) else text
    return _ESCAPED_NUMBER.sub(r"\1", text, count=1) if _ESCAPED_NUMBER.match(text) else text
