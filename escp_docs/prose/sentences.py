"""Where a sentence ends, and whether a line goes on with one or stands by itself."""

from typing import Final

from escp_docs.pattern import pattern
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import marks_of
from escp_docs.prose.structure import Doubt, Words, doubt_at

_RULED: Final = pattern(r"([-*_=])(?:[ \t]*\1){2,}\s*")
_RULES: Final = "-*_="
_NUMBER: Final = pattern(
    r"(?:\(?[0-9]{1,9}(?:\.[0-9]{1,4})*[.)]|\(?[a-z]{1,2}\)|\([ivxlcdm]{1,6}\))(?=\s|$)"
)
_APART: Final = pattern(r">|[+✓✔☐☑☒✗✘→⇒➔][^\S\n]|\[[^\]]+\]:[ \t]|\|.*\|")
_ALWAYS: Final = pattern(r"\[[^\]]+\]:[ \t]|\|.*\|")
_ENDED: Final = pattern(r"[.:;!?…][)\]\"'”’»*]*\s*$")
_PAUSED: Final = pattern(r"[,.:;!?…)][\"'”’»*]*\s*$")
_BROKEN: Final = pattern(r"[^\W\d_]-\s*$")
_JOINED: Final = pattern(r"(?!(?:and|or|und|oder|et|ou|y|o|e|to)\b)[a-zà-ÿ]")
_WRAPPED: Final = 45  # letters of a line that may have ended because it was full
_LONG: Final = 120  # of a line that nobody wrapped


def is_ruled(text: str) -> bool:
    """Whether a line is signs alone: dashes, stars, underscores."""
    return text[:1] in _RULES and bool(_RULED.fullmatch(text))


def ends(line: Line) -> bool:
    """Whether a sentence comes to an end with a line."""
    return bool(_ENDED.search(line.text))


def pauses(line: Line) -> bool:
    """Whether a sentence comes to an end or a comma with a line."""
    return bool(_PAUSED.search(line.text))


def leads_in(line: Line) -> bool:
    """Whether a line says that something is to follow it."""
    return line.text.rstrip().endswith(":")


def stands_apart(line: Line, leaf: Words | None, *, counts: bool = False) -> bool:
    """Whether a line is a paragraph of its own because of how it begins: `2026. ...`, `> 5`.

    It goes on with the paragraph before it if the lines of that one are wrapped, and the last of
    them does not end a sentence: "until month", "32. We expect ...".

    `counts` says that it begins with a number or letter of a list around it: IV. behind II.
    """
    if not counts and not _is_marked(line.text):
        return False
    if leaf is None or leaf.is_apart or _ALWAYS.match(line.text):
        return True
    is_wrapped = any(len(one.text) >= _WRAPPED for one in leaf.lines)
    return ends(leaf.lines[-1]) or not is_wrapped


def _is_marked(text: str) -> bool:
    """Whether a line begins with a number or sign, or with a bullet that makes it no item."""
    marks = marks_of(text)
    is_bullet = bool(marks) and marks[0].numbers is None
    return is_bullet or bool(_NUMBER.match(text) or _APART.match(text))


def going_on(line: Line, leaf: Words, *, counts: bool = False) -> Doubt | None:
    """Return the doubt about a line that goes on with a paragraph."""
    before = leaf.lines[-1]
    if counts or (len(leaf.lines) == 1 and _is_marked(line.text)):
        start = line.text.split(maxsplit=1)[0][:20]
        return doubt_at(
            line,
            f"the line begins with '{start}' and goes on with the line before it",
            "leave a blank line before it if it stands by itself",
        )
    if len(before.text) > _LONG and ends(before) and line.text[:1].isupper():
        return doubt_at(
            line,
            "the line goes on with the paragraph before it",
            "leave a blank line between two paragraphs",
        )
    if "-" in before.text[-3:] and _BROKEN.search(before.text) and _JOINED.match(line.text):
        last, first = before.text.split()[-1], line.text.split(maxsplit=1)[0]
        return doubt_at(
            line,
            f"a word is broken over two lines, and printed as '{last} {first}'",
            "write the word on one line",
        )
    return None
