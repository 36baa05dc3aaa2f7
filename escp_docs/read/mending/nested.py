"""A key and its value behind another one, on one line: `project: acronym: X`, `id: A city: B`."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import as_words
from escp_docs.read.mending.breaks import (
    Break,
    Head,
    Lines,
    Mend,
    Workshop,
    head,
    indent,
    is_empty,
    keys_above,
    near,
    replaced,
)

_MESSAGE = "a colon and a blank begin a value, and this line has a value already"
_FILE = "file"
_NEXT_KEY: Final = pattern(r"[,;]?\s+(?P<key>[a-z][a-z_]*):(?=\s|$)")


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


def several_entries(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts with the first entry alone of a line on which entries of a mapping follow."""
    for index in near(lines, found):
        line = lines[index]
        first = head(line)
        parts = [
            one
            for one in _NEXT_KEY.finditer(line, first.value)
            if line[first.value : one.start()].strip()
        ]
        names = [one["key"] for one in parts]
        whole = [first.key, *names, *_keys_around(lines, index)]
        is_one_mapping = len(set(whole)) == len(whole)
        if not names or not is_one_mapping or not all(_beside(shop, first, one) for one in names):
            continue
        begins = [first.dashes, *(one.start("key") for one in parts)]
        ends = [*(one.start() for one in parts), len(line)]
        entries = [line[begin:end].strip() for begin, end in zip(begins, ends, strict=True)]
        listed = ", ".join(f"`{one}`" for one in entries)
        yield Mend(
            replaced(lines, {index: line[: ends[0]]}),
            index,
            begins[1],
            len(names[0]),
            f"{first.key!r} and {names[0]!r} stand on one line",
            f"write each on a line of its own, indented by {first.dashes} blanks: {listed}",
            is_rough=True,
        )


def _beside(shop: Workshop, first: Head, name: str) -> bool:
    """Whether a key may stand in the same mapping as the one that a line begins with."""
    if not first.dashes:
        return {first.key, name} <= set(shop.vocabulary.first)
    return shop.vocabulary.stand_together(first.key, name)


def _keys_around(lines: Lines, index: int) -> Iterator[str]:
    """Yield the keys above and below a line that are of its mapping."""
    column = head(lines[index]).dashes
    if indent(lines[index]) == column:  # no dash begins its mapping
        yield from filter(None, keys_above(lines, index, column))
    for line in lines[index + 1 :]:
        if is_empty(line) or indent(line) > column:
            continue
        if indent(line) < column or head(line).dashes != column:
            return
        yield head(line).key


def _below(lines: Lines, index: int, column: int) -> int | None:
    """Return how far the lines of the mapping below a line are set in, None if there are none."""
    for line in lines[index + 1 :]:
        if not is_empty(line):
            return indent(line) if indent(line) > column else None
    return None
