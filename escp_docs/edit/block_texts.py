"""Texts below | and >: lines that stay are left as they stand."""

from difflib import SequenceMatcher
from typing import Final

_WIDEST: Final = 100  # columns of a folded line


def block(text: str, indent: int, head: str = "|", old: list[str] | None = None) -> str:
    """Return a text below its head, without a line end behind its last line.

    Args:
        text: Lines parted by line feeds.
        indent: How many blanks stand before each.
        head: `|` or `>` with its indicators.
        old: The lines that stand there, whole; those that say the same are kept as they are.
    """
    lines = text.split("\n")
    if head[:1] == ">":
        return "\n".join([head, *_folded(lines, indent, old or [])])
    wanted = [" " * indent + line if line else "" for line in lines]
    return "\n".join([head, *_kept(wanted, old or [], indent)])


def head_of(text: str, indent: int, around: int) -> str:
    """Return `|`, with the indentation if the text begins with a blank."""
    return f"|{indent - around}" if text[:1] in (" ", "\t") else "|"


def _kept(wanted: list[str], old: list[str], indent: int) -> list[str]:
    """Return lines, empty ones with the blanks that they have in `old`."""
    if not old:
        return wanted
    matcher = SequenceMatcher(
        None,
        [line.strip(" ") for line in old],
        [line.strip(" ") for line in wanted],
        autojunk=False,
    )
    found = list(wanted)
    for before, after, length in matcher.get_matching_blocks():
        for step in range(length):
            stood = old[before + step]
            if not stood.strip() and len(stood) <= indent and not wanted[after + step]:
                found[after + step] = stood
    return found


def _folded(lines: list[str], indent: int, old: list[str]) -> list[str]:
    """Return lines folded: a line end is a blank, an empty line a line end; old folds are kept."""
    before = " " * indent
    stretches = _stretches(old)
    known = {" ".join(line.strip() for line in one): one for one in stretches}
    found: list[str] = []
    for number, line in enumerate(lines):
        if not line.strip():
            found.append("")
            continue
        if number and lines[number - 1].strip():
            found.append("")
        found.extend(known.get(line) or _refolded(line, stretches, before))
    return found


def _stretches(old: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in old:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def _refolded(line: str, stretches: list[list[str]], before: str) -> list[str]:
    """Return a line folded as the stretch that it is likest to, as far as both agree."""
    best = max(stretches, key=lambda one: _common(line, one), default=[])
    head: list[str] = []
    rest = line
    for one in best:
        words = one.strip()
        if not rest.startswith(words + " "):
            break
        head.append(one)
        rest = rest[len(words) + 1 :]
    tail: list[str] = []
    for one in reversed(best[len(head) :]):
        words = one.strip()
        if not rest.endswith(" " + words):
            break
        tail.insert(0, one)
        rest = rest[: -len(words) - 1]
    return [*head, *(before + part for part in _wrapped(rest, _WIDEST - len(before))), *tail]


def _common(line: str, stretch: list[str]) -> float:
    return SequenceMatcher(None, line, " ".join(one.strip() for one in stretch)).quick_ratio()


def _wrapped(line: str, width: int) -> list[str]:
    found = []
    while len(line) > width:
        at = line.rfind(" ", 1, width)
        if at <= 0 or line[at - 1] == " " or line[at + 1 : at + 2] in (" ", ""):
            break
        found.append(line[:at])
        line = line[at + 1 :]
    return [*found, line]
