"""How to write a list that was typed as something else: as a text, as items with other marks."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from escp_docs.model.country import code_of
from escp_docs.model.not_written import is_not_written
from escp_docs.model.schema import ListOf, Shape, join, keys
from escp_docs.pattern import pattern
from escp_docs.read.mending.bullets import SIGNS
from escp_docs.read.plain_values import Raw, RawSpec, Steps

_ONE_ITEM: Final = 40  # characters of a text that may be meant as the one entry of a list
_LONGEST: Final = 200  # characters of a text that a cure shows as a list
_SHOWN: Final = 3  # items that a cure shows
_ONE_A_LINE: Final = "write one entry a line, after `- `"
_ITEM: Final = pattern(
    rf"(?P<lead>\s*)(?:[{re.escape(SIGNS)}-]|\d{{1,2}}[.)]|[a-z]\)|[o§Øüvq](?=\t|[^\S\n]{{2}}))"
    r"\s*(?P<words>\S.*)"
)
_MARK: Final = pattern(rf"(?:^|\s)(?:[{re.escape(SIGNS)}-]|\d{{1,2}}[.)])\s+")
_AROUND: Final = {"(": ")", "<": ">", "{": "}", "[": "]"}
_IN_FLOW: Final = pattern(r"[\[\]{},#&*!|>'\"%@`]|: |^[-?:] ")


def of_no_list(raw: RawSpec, steps: Steps, shape: Shape, written: Raw) -> str:
    """Return how to write the list that the value of `steps` was meant to be.

    `shape` is that of the list.
    """
    if isinstance(written, dict):
        return _of_mapping(written)
    if not isinstance(written, str):
        return _ONE_A_LINE
    text = written.strip()
    if text.casefold() in ("none", "no", "-"):
        return f"write `{steps[-1]}: []`, which says none"
    if is_not_written(text, whole=True):
        return "delete the key until it is written, or write one entry a line, after `- `"
    if isinstance(shape, ListOf) and isinstance(shape.item, type):
        first = next(iter(keys(shape.item)))
        codes = [code_of(one) for one in re.split(r"\s*[,;/]\s*|\s+and\s+", text)]
        if first == "country" and all(codes):
            shown = ", ".join(f"`- country: {one}`" for one in codes)
            return f"write its entries below it, one a line: {shown}"
        return (
            f"write its entries below it, each after a hyphen: `- {first}: ...`; "
            f"if there is none, `{steps[-1]}: []`"
        )
    items = [*_lines(raw, steps)]
    pieces = [one.strip(" ,;") for one in _MARK.split(text) if one.strip(" ,;")]
    if _ITEM.fullmatch(text) and len(items) == 1 and all(map(_is_safe, pieces)):
        return f"write `{steps[-1]}: [{', '.join(pieces)}]`, or one entry a line, after `- `"
    if items:
        shown = ", ".join(f"`- {one}`" for one in items[:_SHOWN])
        return f"begin each entry with a hyphen, one a line: {shown}" + (
            ", ..." if len(items) > _SHOWN else ""
        )
    entries = _entries(text)
    if entries:
        return f"write `{steps[-1]}: [{', '.join(entries)}]`, or one entry a line, after `- `"
    return _ONE_A_LINE


def _of_mapping(written: dict[str, Raw]) -> str:
    """Return the cure of a mapping: its keys begin with marks of items, or it is the one entry."""
    first = next(iter(written), "")
    item = _ITEM.fullmatch(first)
    if item:
        return f"begin each entry with a hyphen: `- {item['words']}: ...`"
    if first and all(isinstance(one, str) for one in written.values()):
        return f"begin the entry with a hyphen: `- {first}: ...`"
    return _ONE_A_LINE


def _lines(raw: RawSpec, steps: Steps) -> Iterator[str]:
    """Yield the words of the lines of a text that begin like items, or stand below the key."""
    place = raw.place(steps)
    source = raw.sources.get(place.file)
    if source is None:
        return
    lines = [source.line(place.line)]
    for number in range(place.line + 1, source.lines + 1):
        line = source.line(number)
        if not line.strip() or len(line) - len(line.lstrip()) < place.column - 1:
            break
        lines.append(line)
    lines[0] = lines[0][place.column - 1 :]
    found = [_ITEM.fullmatch(line) for line in lines]
    if found[0] is not None:
        yield from (one["words"].rstrip() for one in takewhile(bool, found) if one)
    elif len(lines) > 1 and _is_below(raw, steps, place.line):
        yield from (line.strip().rstrip(",;") for line in lines)


def _is_below(raw: RawSpec, steps: Steps, line: int) -> bool:
    key = raw.keys.get(join(steps))
    return key is not None and key.line < line


def _entries(text: str) -> list[str]:
    """Return the entries of a list that was typed on one line, each as it is written in brackets.

    None if it is no short list of plain words.
    """
    if "\n" in text or len(text) > _LONGEST:
        return []
    is_around = text[-1] == _AROUND.get(text[0])
    bare = text[1:-1] if is_around else _unopened(text)
    sign = ";" if ";" in bare else ","
    entries = [one.strip() for one in bare.split(sign)]
    if len(entries) == 1 and len(text) > _ONE_ITEM:
        return []
    if not all(entries) or any(one.count('"') % 2 or one.count("'") % 2 for one in entries):
        return []
    return [one if _is_safe(one) else f'"{one}"' for one in entries if '"' not in one]


def _unopened(text: str) -> str:
    """Return a text without the bracket at an end of it that has no other half."""
    for opener, closer in _AROUND.items():
        if text.endswith(closer) and opener not in text:
            return text[:-1].rstrip()
        if text.startswith(opener) and closer not in text:
            return text[1:].lstrip()
    return text


def _is_safe(entry: str) -> bool:
    return not _IN_FLOW.search(entry)
