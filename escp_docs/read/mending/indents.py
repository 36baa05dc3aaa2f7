"""Lines that stand too far left or right, or lack their dash."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import named
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    above,
    head,
    indent,
    is_empty,
    near,
    replaced,
)
from escp_docs.read.mending.outside import text_above

_BLANKS: Final = pattern(r"\s*(?:-[^\S\n]+)*")
LEVELS: Final = 12  # lines above that are looked at for a level to align with


def tabs(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which spaces stand for tabs that indent lines or follow a dash."""
    del shop
    tabbed = [at for at in range(found.line, len(lines)) if "\t" in _leading(lines[at])]
    if not tabbed or tabbed[0] > found.line + 1:
        return
    index = tabbed[0]
    line = lines[index]
    after_dash = "-" in _leading(line)[: line.find("\t")]
    nearest = sorted((level for level, _ in levels(lines, index)), reverse=True)
    for width in (1,) if after_dash else (*nearest, 2, 4, 8):
        spaces = {at: _spaced(lines[at], width) for at in tabbed}
        for changes in (spaces, {index: spaces[index]}):
            others = len(changes) - 1
            yield Mend(
                replaced(lines, changes),
                index,
                line.find("\t"),
                1,
                "a tab follows the dash of this line"
                if after_dash
                else "a tab indents this line, and YAML indents with spaces alone",
                "replace the tab by spaces"
                + (f", here and in {others} more line{'s' * (others > 1)}" if others else ""),
            )


def _leading(line: str) -> str:
    found = _BLANKS.match(line)
    return found[0] if found else ""


def _spaced(line: str, width: int) -> str:
    leading = _leading(line)
    return leading.replace("\t", " " * width) + line[len(leading) :]


def foreign_blanks(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which spaces stand for other blanks that indent lines."""
    indented = [at for at in range(found.line, len(lines)) if _foreign(lines[at])]
    for index in near(lines, found):
        foreign = _foreign(lines[index])
        if foreign is None:
            continue
        plain = {at: _plain(lines[at]) for at in sorted({*indented, index})}
        plain |= _below_the_text(shop, lines, plain)
        key = head(plain[index]).key
        columns = [
            level
            for level, at in sorted(
                levels(lines, index),
                key=lambda one: not shop.vocabulary.stand_together(key, head(lines[one[1]]).key),
            )
        ]
        aligned = [{index: " " * level + plain[index].lstrip(" ")} for level in columns]
        for changes in (plain, {index: plain[index]}, *aligned):
            yield Mend(
                replaced(lines, changes),
                index,
                lines[index].find(foreign),
                1,
                f"{named(foreign)} indents this line, and YAML indents with spaces alone",
                _with_spaces(index, changes),
            )


def _with_spaces(index: int, changes: dict[int, str]) -> str:
    others = len(changes) - 1
    more = f"{others} more line{'s' * (others > 1)}"
    level = indent(changes[index])
    is_entry = changes[index].startswith("- ", level)
    if is_entry or {indent(one) for one in changes.values()} != {level}:
        return "put a space in its place" + (f", and so in {more}" if others else "")
    return f"indent it by {level} blanks" + (f", and so in {more}" if others else "")


def _below_the_text(shop: Workshop, lines: Lines, plain: dict[int, str]) -> dict[int, str]:
    """Return lines with keys that spaces would make part of the text above them, as meant."""
    mended = replaced(lines, plain)
    for at, line in plain.items():
        opener = text_above(mended, at)
        begins = head(mended[opener]) if opener is not None else None
        if begins and shop.vocabulary.stand_together(head(line).key, begins.key):
            inside = [one for one in plain if one >= at and text_above(mended, one) == opener]
            return {one: " " * begins.dashes + plain[one].lstrip() for one in inside}
    return {}


def _foreign(line: str) -> str | None:
    return next((one for one in _leading(line) if one not in " \t-\n"), None)


def _plain(line: str) -> str:
    leading = _leading(line)
    return "".join(" " if one not in " -" else one for one in leading) + line[len(leading) :]


def missing_dash(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a line begins an entry of a list as the lines around it do."""
    for index in dict.fromkeys((*near(lines, found, back=2), _first_inside(lines, found))):
        line = lines[index]
        column = indent(line)
        dashed = [
            indent(lines[at])
            for at in range(max(0, index - LEVELS), min(len(lines), index + 3))
            if lines[at].lstrip().startswith("- ")
        ]
        opens = column == 0 and line.rstrip().endswith(":")
        if line.lstrip().startswith("-") or not line.strip() or opens:
            continue
        if lines[found.line].lstrip().startswith("- "):
            dashed.append(indent(lines[found.line]))
        before = above(lines, index)
        if before is not None and _opens_a_list(shop, lines[before]):
            dashed += [column, column - 2]
        for level in dict.fromkeys(one for one in dashed if one >= 0):
            if column - level in (0, 2) and not _lacks_no_dash(shop, lines, index, level):
                yield Mend(
                    replaced(lines, {index: f"{' ' * level}- {line.strip()}"}),
                    index,
                    column,
                    len(line.strip()),
                    "this line stands in a list and begins without a dash",
                    f"write `- {line.strip()}`"
                    + (f", indented by {level} blanks" if level != column else ""),
                )


def _lacks_no_dash(shop: Workshop, lines: Lines, index: int, level: int) -> bool:
    """Whether a line goes on with the entry above it, or with a mapping that is no list.

    Beside the key of a list stand keys that its entries cannot have: the line is set in too far.
    """
    key = head(lines[index]).key
    for at in range(index - 1, -1, -1):
        if is_empty(lines[at]) or indent(lines[at]) > level:
            continue
        above_it = head(lines[at]).key
        is_beside = above_it != key and shop.vocabulary.stand_together(key, above_it)
        if not lines[at].startswith("- ", level):
            is_of_the_list = shop.vocabulary.is_list(above_it) and not (
                is_beside and not shop.vocabulary.lists(above_it, key)
            )
            return above_it in shop.names and not is_of_the_list
        if is_beside:
            return True
    return False


def _opens_a_list(shop: Workshop, line: str) -> bool:
    key = head(line).key
    return line.rstrip().endswith(":") and (key not in shop.names or shop.vocabulary.is_list(key))


def _first_inside(lines: Lines, found: Break) -> int:
    """Return the first of the lines right above a break that are indented farther than it."""
    first = found.line
    for at in range(found.line - 1, -1, -1):
        if not is_empty(lines[at]):
            if indent(lines[at]) <= indent(lines[found.line]):
                break
            first = at
    return first


def levels(lines: Lines, index: int) -> Iterator[tuple[int, int]]:
    """Yield the columns where a line may be meant to begin, nearest first, and a line that does."""
    found: dict[int, int] = {}
    for at in (*range(index - 1, max(-1, index - 1 - LEVELS), -1), index + 1):
        if 0 <= at < len(lines) and not is_empty(lines[at]):
            found.setdefault(indent(lines[at]), at)
            if lines[at].lstrip().startswith("- "):
                found.setdefault(head(lines[at]).dashes, at)
    column = indent(lines[index])
    yield from sorted(found.items(), key=lambda one: (abs(one[0] - column), one[1] > index))
