"""A key and its value behind another key, on one line: `project: acronym: X`."""

from collections.abc import Iterator

from escp_docs.read.characters import as_words
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    indent,
    is_empty,
    near,
    replaced,
)

_MESSAGE = "a colon and a blank begin a value, and this line has a value already"
_FILE = "file"


def nested(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a mapping begins where a key stands behind another one."""
    for index in near(lines, found):
        line = lines[index]
        outer = head(line)
        value = line[outer.value :].strip()
        inner = head(value)
        if not inner.key or inner.dashes:
            continue
        is_file = inner.key == _FILE and shop.vocabulary.is_prose(outer.key)
        if not is_file and not shop.vocabulary.holds(outer.key, inner.key):
            continue
        words = value[inner.value :]
        below = _below(lines, index, outer.dashes)
        if is_file or below is None:
            typed = words if words.startswith(("[", "{", '"', "'")) else as_words(words)
            mended, is_rough = f"{line[: outer.value]}{{{inner.key}: {typed}}}", not words
        else:
            mended, is_rough = line[: outer.value], True
        if words.startswith("- "):
            value = f"{inner.key}:` and `{words}"
            mended, is_rough = line[: outer.value], True
        fix = (
            f"write `{outer.key}: {{{inner.key}: {words}}}`"
            if is_file
            else f"write `{value}` on a line of its own below, "
            f"indented by {below or outer.dashes + 2} blanks"
        )
        at = outer.value + inner.value - 2
        yield Mend(
            replaced(lines, {index: mended}), index, max(0, at), 1, _MESSAGE, fix, is_rough=is_rough
        )


def _below(lines: Lines, index: int, column: int) -> int | None:
    """Return how far the lines of the mapping below a line are set in, None if there are none."""
    for line in lines[index + 1 :]:
        if not is_empty(line):
            return indent(line) if indent(line) > column else None
    return None
