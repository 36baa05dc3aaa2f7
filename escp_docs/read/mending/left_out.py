"""The last resort: what cannot be explained is left out up to the next key of the same column."""

from typing import Final

from escp_docs.read.mending.breaks import Break, Lines, Mend, Workshop, indent, is_empty, replaced

_SAID: Final = (
    ("mapping values", "a colon stands here where no key is expected"),
    ("could not find expected ':'", "this line has no colon, and stands where keys stand"),
    ("block sequence entries", "a dash stands here where no list is expected"),
    ("expected '-'", "this line stands in a list and begins without a dash"),
    ("expected key", "this line is no key of the mapping above it"),
    ("expected ',' or '}'", "what stands in { } goes wrong here"),
    ("expected ',' or ']'", "what stands in [ ] goes wrong here"),
    ("end of stream", "a quote or bracket that opened above is never closed"),
    ("cannot start", "a text cannot begin like this"),
    ("document", "`---` or `...` ends the text here"),
    ("directive", "a line cannot begin with %"),
    ("node content", "something is missing here"),
)


def left_out(shop: Workshop, lines: Lines, found: Break) -> Mend:
    """Return the lines without the entry that cannot be read; at worst without all below it."""
    index = min(found.line, len(lines) - 1)
    while index > 0 and is_empty(lines[index]):
        index -= 1
    mend = _without(lines, index, index + 1, found)
    for begin in (index, min(found.start[0], index)):
        for end in (_end(lines, begin), index + 1):
            mend = _without(lines, begin, max(end, begin + 1), found)
            if not shop.is_tired and shop.reach(mend.lines, found, lines) > found.position:
                return mend
    return _without(lines, min(found.start[0], index), len(lines), found)


def _end(lines: Lines, begin: int) -> int:
    column = indent(lines[begin])
    end = begin + 1
    while end < len(lines) and (is_empty(lines[end]) or indent(lines[end]) > column):
        end += 1
    return end


def _without(lines: Lines, begin: int, end: int, found: Break) -> Mend:
    said = next(
        (words for part, words in _SAID if part in found.problem),
        "this line cannot be read as YAML",
    )
    line = min(found.line, len(lines) - 1)
    return Mend(
        replaced(lines, dict.fromkeys(range(begin, end), "")),
        line,
        found.column,
        1,
        said,
        "compare the colons, quotes, brackets and the indentation with the lines above",
        is_rough=True,
    )
