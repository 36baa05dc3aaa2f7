"""The words of a clause that somebody changed, with the cross references that nobody did."""

import re
from typing import Final

from msgspec.structs import replace

from escp_docs.pattern import pattern
from escp_docs.produced.sent import SentLine
from escp_docs.prose.references import MARK
from escp_docs.prose.weaving import Wanted, as_typed
from escp_docs.prose.words import WordChange, changes, places, same_words, words

_SPACES: Final = pattern(r"\s+")


def with_references(sent: SentLine, text: str) -> str:
    """Return words as Markdown, with marks for those cross references that nobody changed."""
    before, after = words(sent.text), words(text)
    starts, news = [*places(before), len(sent.text)], [*places(after), len(text)]
    moved: dict[int, int] = {}  # for each letter where an unchanged word begins, where it is now
    at = new_at = 0
    for start, end, _, new_end in [*changes(before, after), WordChange(len(before), 0, 0, 0)]:
        for step in range(start - at):
            moved[starts[at + step]] = news[new_at + step]
            moved[starts[at + step + 1]] = news[new_at + step + 1]
        at, new_at = end, new_end
    written, last = "", 0
    for start, end, target in sent.references:
        first, upto = moved.get(start), moved.get(end)
        if (
            first is None
            or upto is None
            or same_words(text[first:upto]) != same_words(sent.text[start:end])
        ):
            continue
        written += f"{as_typed(text[last:first])}[](#{target})"
        last = upto
    return written + as_typed(text[last:])


def with_marks(typed: str, sent: SentLine, came: Wanted) -> Wanted:
    """Return a paragraph that came back, with the marks of references as the spec has them.

    What a reference printed stands for its mark wherever it is still printed.

    Args:
        typed: The paragraph as the spec has it: `see [](#liability)`.
        sent: As it was sent: "see clause 8.3".
        came: As it came back.
    """
    found: list[tuple[int, int, str]] = []
    for shown, mark in _shown(typed, sent.text):
        words_ = r"\s+".join(map(re.escape, shown.split()))
        for one in re.finditer(rf"(?<!\w){words_}(?!\w|\.\d|\()", came.text):
            if all(one.end() <= start or end <= one.start() for start, end, _ in found):
                found.append((*one.span(), mark))
                break
    text, looks = came.text, came.looks
    for first, upto, mark in sorted(found, reverse=True):
        text = text[:first] + mark + text[upto:]
        looks = (*looks[:first], *looks[first : first + 1] * len(mark), *looks[upto:])
    return replace(came, text=text, looks=looks)


def _shown(typed: str, sent: str) -> tuple[tuple[str, str], ...]:
    """Return what a line that was sent prints for the references of a paragraph, with the marks."""
    marks = [*MARK.finditer(typed)]
    ends = [0, *(one.end() for one in marks)]
    starts = [*(one.start() for one in marks), len(typed)]
    literals = [typed[end:start] for end, start in zip(ends, starts, strict=True)]
    pattern = "(.+?)".join(r"\s+".join(map(re.escape, _SPACES.split(one))) for one in literals)
    found = re.fullmatch(rf"\s*{pattern}\s*", sent, re.DOTALL) if marks else None
    if found is None:
        return ()
    return tuple(zip(found.groups(), (one[0] for one in marks), strict=True))
