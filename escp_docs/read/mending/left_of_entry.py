"""Keys of an entry of a list that stand at its dash, and not below its first key."""

from collections.abc import Iterator

from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    indent,
    is_empty,
    key_around,
    keys_above,
    near,
    replaced,
)
from escp_docs.read.mending.outside import is_in_a_text


def left_of_entry(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which all such keys of an entry align with those that stand right.

    One by one they would be told one at a time, or taken for keys of the mapping around the list.
    """
    for index in near(lines, found, back=4):
        entry = _entry(shop, lines, index)
        if entry is not None:
            yield _mend(shop, lines, entry, index)


def _entry(shop: Workshop, lines: Lines, index: int) -> int | None:
    """Return the line with the dash of the entry that a line left, None if it left none.

    Of several lines that left it, only the first is told.
    """
    column = indent(lines[index])
    if not _is_key(lines[index]) or is_in_a_text(lines, index):
        return None
    for at in range(index - 1, -1, -1):
        if is_empty(lines[at]) or indent(lines[at]) > column:
            continue
        begins = head(lines[at])
        if begins.dashes <= column or not begins.key:
            return None
        key, others = head(lines[index]).key, [*keys_above(lines, index, begins.dashes)]
        # A key that is there already begins the next entry.
        fits = key not in others and all(shop.vocabulary.stand_together(key, one) for one in others)
        return at if fits else None
    return None


def _is_key(line: str) -> bool:
    begins = head(line)
    return not is_empty(line) and bool(begins.key) and begins.dashes == indent(line)


def _mend(shop: Workshop, lines: Lines, entry: int, index: int) -> Mend:
    column, level = indent(lines[index]), head(lines[entry]).dashes
    blanks = level - column
    end = _end(shop, lines, entry, index)
    changes = {at: " " * blanks + lines[at] for at in range(index, end) if lines[at].strip()}
    model = next((at for at in range(index - 1, entry, -1) if indent(lines[at]) == level), None)
    as_one = f"line {model + 1}" if model else f"{head(lines[entry]).key!r} on line {entry + 1}"
    return Mend(
        replaced(lines, changes),
        index,
        column,
        len(lines[index].strip()),
        f"this line begins {blanks} blank{'s' * (blanks > 1)} too far left",
        f"indent it by {level} blanks, as {as_one}"
        if end == index + 1
        else f"indent lines {index + 1} to {end} by {blanks} more blank{'s' * (blanks > 1)}, "
        f"as {as_one}",
    )


def _end(shop: Workshop, lines: Lines, entry: int, index: int) -> int:
    """Return the line behind the last of those that left an entry, with what stands below them."""
    column, first = indent(lines[index]), head(lines[entry]).key
    end = index + 1
    seen = {head(lines[index]).key, *keys_above(lines, index, head(lines[entry]).dashes)}
    for at in range(index + 1, len(lines)):
        if is_empty(lines[at]):
            continue
        is_below = indent(lines[at]) > column and not _belongs_right(shop, lines, at, entry)
        is_beside = (
            indent(lines[at]) == column
            and _is_key(lines[at])
            and head(lines[at]).key not in seen
            and shop.vocabulary.stand_together(head(lines[at]).key, first)
        )
        if not is_below and not is_beside:
            break
        if is_beside:
            seen.add(head(lines[at]).key)
        end = at + 1
    return end


def _belongs_right(shop: Workshop, lines: Lines, at: int, entry: int) -> bool:
    """Whether a line aligns with the first key of the entry, and is a key of it."""
    begins = head(lines[at])
    return (
        indent(lines[at]) == begins.dashes == head(lines[entry]).dashes
        and begins.key != head(lines[entry]).key
        and shop.vocabulary.stand_together(begins.key, head(lines[entry]).key)
        and not shop.vocabulary.holds(key_around(lines, at), begins.key)
    )
