"""The words of a clause that somebody changed, with the cross references that nobody did."""

from escp_docs.produced.sent import SentLine
from escp_docs.prose.weaving import as_typed
from escp_docs.prose.words import WordChange, changes, places, same_words, words


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
