"""What is no part of a spec and came with it: conflicts of git, fences, marks before all lines."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.read.source import SourceText

_OURS: Final = pattern(r"<{7}(?: .*|$)")
_BASE: Final = pattern(r"\|{7}(?: .*|$)")
_MIDDLE: Final = pattern(r"={7}$")
_THEIRS: Final = pattern(r">{7}(?: .*|$)")
_FENCE: Final = pattern(r"(?:`{3,}|~{3,})[\w -]*$")
_LEFT: Final = "{mark} was left by a merge conflict of git"
_OPEN: Final = (
    "a merge conflict of git is not settled: lines {first} to {last} hold two versions of one part"
)
_CURE: Final = "keep one version, and delete the lines that begin with {marks}"
_MARKS: Final = {">": "quotations in mails", "+": "new lines in a comparison"}
_NUMBER: Final = pattern(r"\s*(?P<number>\d+)[ \t]?[:|.)→│]?")
_FOUND_BY_GREP: Final = pattern(r"(?P<file>[^\s:][^:]*\.ya?ml)(?:[:-]\d+)?[:-]")
_FEWEST: Final = 3  # lines that tell a mark of all from the beginning of one
_MOST_TOLD: Final = 20  # conflicts of one file
_MOST: Final = 8  # lines that are named


def without(source: SourceText, text: str) -> tuple[str, list[Fault], bool]:
    """Return a text without such lines, a fault for each conflict or fence, and if all is there.

    Of a conflict the first version is kept; so the second is not there.
    """
    lines = text.split("\n")
    quoted = _marked(source, lines)
    if quoted:
        return "\n".join(lines), [quoted], True
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>", "```", "~~~")):
        return text, [], True
    faults = [*_conflicts(source, lines, (_OURS, _MIDDLE, _THEIRS))][:_MOST_TOLD]
    is_whole = not faults
    faults += _fences(source, lines)
    return "\n".join(lines), faults, is_whole


def _marked(source: SourceText, lines: list[str]) -> Fault | None:
    """Return the fault of a file whose lines all begin with one mark, and take it off the lines."""
    written = [index for index, line in enumerate(lines) if line.strip()]
    if len(written) < _FEWEST:
        return None
    mark = lines[written[0]].lstrip()[:1]
    if mark in _MARKS and all(lines[index].lstrip().startswith(mark) for index in written):
        said, shown = f"begin with {mark}, as {_MARKS[mark]} do", f"`{mark}`"
        bare = {index: lines[index].lstrip()[1:] for index in written}
        blanks = _blanks(bare)
        shown += f" and {blanks} blank{'s' * (blanks > 1)}" if blanks else ""
    elif numbers := _numbers(lines, written):
        said = "begin with their number, as listings of files have them"
        shown = "the number, and what parts it from the text,"
        bare = {index: lines[index][end:] for index, end in numbers.items()}
    elif names := _file_names(lines, written):
        said = "begin with the name of a file, as programs that search in files print them"
        shown = "the name, and what parts it from the text,"
        bare = {index: lines[index][end:] for index, end in names.items()}
    else:
        return None
    blanks = _blanks(bare)
    lines[:] = [bare[index][blanks:] if index in bare else "" for index in range(len(lines))]
    told = f"all lines {said}, and it is no part of YAML"
    return _fault(source, written[0], told, f"take {shown} off the beginning of each line")


def _blanks(bare: dict[int, str]) -> int:
    """Return how many blanks all lines begin with."""
    return min(
        (len(one) - len(one.lstrip(" \t")) for one in bare.values() if one.strip()), default=0
    )


def _numbers(lines: list[str], written: list[int]) -> dict[int, int] | None:
    """Return where the number of each line ends, None if they do not count the lines."""
    found = {index: _NUMBER.match(lines[index]) for index in written}
    counted = {index: int(one["number"]) - index for index, one in found.items() if one}
    if len(counted) < len(written) or len(set(counted.values())) > 1:
        return None
    return {index: one.end() for index, one in found.items() if one}


def _file_names(lines: list[str], written: list[int]) -> dict[int, int] | None:
    """Return where the name of a file ends that each line begins with, None if one has none."""
    found = {index: _FOUND_BY_GREP.match(lines[index]) for index in written}
    names = {one["file"] if one else None for one in found.values()}
    if None in names or len(names) > 1:
        return None
    return {index: one.end() for index, one in found.items() if one}


def conflicts(source: SourceText) -> list[Fault]:
    """Return a fault for each conflict of git in a text that is no YAML."""
    lines = source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [*_conflicts(source, lines, (_OURS, _THEIRS))][:_MOST_TOLD]


def _conflicts(
    source: SourceText, lines: list[str], alone: tuple[re.Pattern[str], ...]
) -> Iterator[Fault]:
    """Yield the faults, and leave the first versions in the lines; marks `alone` are faults too."""
    index = 0
    while index < len(lines):
        if _OURS.fullmatch(lines[index]):
            end = _end(lines, index)
            if end is not None:
                yield _conflict(source, lines, index, end)
                index = end + 1
                continue
        if any(mark.fullmatch(lines[index]) for mark in alone):
            yield _fault(source, index, _LEFT.format(mark=lines[index][:7]), "delete the line")
            lines[index] = ""
        index += 1


def _end(lines: Sequence[str], begin: int) -> int | None:
    """Return where the conflict ends that a line begins, None if nothing ends it."""
    has_middle = False
    for index in range(begin + 1, len(lines)):
        if _OURS.fullmatch(lines[index]):
            return None
        has_middle = has_middle or bool(_MIDDLE.fullmatch(lines[index]))
        if _THEIRS.fullmatch(lines[index]):
            return index if has_middle else None
    return None


def _conflict(source: SourceText, lines: list[str], begin: int, end: int) -> Fault:
    """Return the fault of a conflict, and leave its first version alone in the lines."""
    is_ours = True
    marks = ["<<<<<<<"]
    for index in range(begin, end + 1):
        line = lines[index]
        if is_ours and (_BASE.fullmatch(line) or _MIDDLE.fullmatch(line)):
            is_ours = False
        if _BASE.fullmatch(line) and "|||||||" not in marks:
            marks.append("|||||||")
        if not is_ours or index == begin:
            lines[index] = ""
    marks += ["=======", ">>>>>>>"]
    message = _OPEN.format(first=begin + 1, last=end + 1)
    return _fault(source, begin, message, _CURE.format(marks=_and(marks)))


def _fences(source: SourceText, lines: list[str]) -> Iterator[Fault]:
    written = [index for index, line in enumerate(lines) if line.strip()]
    found = [index for index, line in enumerate(lines) if _FENCE.fullmatch(line.rstrip())]
    if not found and written and _FENCE.fullmatch(lines[written[0]].strip()):  # set in as a whole
        found = [one for one in (written[0], written[-1]) if _FENCE.fullmatch(lines[one].strip())]
    if not found:
        return
    for index in found:
        lines[index] = ""
    numbers = [str(index + 1) for index in found[:_MOST]]
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    yield _fault(
        source,
        found[0],
        f"{source.line(found[0] + 1).strip()!r} marks code in Markdown or in a chat, "
        "and is no part of YAML",
        f"delete line{'s' * (len(found) > 1)} {_and(numbers) if not more else ', '.join(numbers)}"
        f"{more}",
    )


def _fault(source: SourceText, index: int, message: str, fix: str) -> Fault:
    line = source.line(index + 1)
    place = Place(source.file, index + 1, 1, max(1, len(line)))
    return Fault(message, fix, place, line, before=source.line(index))


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
