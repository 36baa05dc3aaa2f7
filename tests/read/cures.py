"""Does to a text what the cure of a fault says, to the letter, as somebody would who trusts it."""

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

from escp_docs.errors import Fault

_Lines = list[str]
_Done = Callable[[_Lines, int, re.Match[str]], None]


def done(text: str, fault: Fault) -> str | None:
    """Return the text after the first cure of a fault, None if the cure leaves open what to do."""
    assert fault.place is not None
    lines = text.split("\n")
    for pattern, do in _CURES:
        found = re.match(pattern, fault.fix or "", re.DOTALL)
        if found:
            do(lines, fault.place.line - 1, found)
            return "\n".join(lines)
    return None


def _indent(lines: _Lines, at: int, found: re.Match[str]) -> None:
    blanks = " " * int(found[1])
    lines[at] = blanks + lines[at].lstrip(" \t\u00a0\u3000")


def _indent_more(lines: _Lines, at: int, found: re.Match[str]) -> None:
    if not found[0].startswith("indent"):
        lines[at] = re.sub(r"\S", "- \\g<0>", lines[at], count=1)
    for number in range(int(found[1] or 0), int(found[2] or found[1] or -1) + 1):
        line, blanks = lines[number - 1], int(found[3])
        lines[number - 1] = " " * blanks + line if found[4] == "more" else line[blanks:]


def _blank(lines: _Lines, at: int, found: re.Match[str]) -> None:
    del found
    lines[at] = lines[at].replace("-", " ", 1)


def _left_edge(lines: _Lines, at: int, found: re.Match[str]) -> None:
    del found
    lines[at] = lines[at].lstrip()


def _written(lines: _Lines, at: int, found: re.Match[str]) -> None:
    line, cure = lines[at], found[1]
    if cure.startswith(", "):  # a comma before a key
        key = cure[2:].split(":")[0]
        lines[at] = re.sub(rf"[;\s]+{key}\s*:", f", {key}:", line, count=1)
        return
    if found.string.endswith("without the dash"):
        line = line.replace("- ", "", 1)
    lead = re.match(r"\s*" if cure.startswith("- ") else r"\s*(?:- +)*", line)
    assert lead is not None
    if re.match(r"[\w.]+$", cure) and "{" in line:  # a number that a comma has torn
        lines[at] = re.sub(r": \d[\d. ]*(?:,\d+(?:\.\d+)?)+(?=[,}])", f": {cure}", line, count=1)
    elif re.match(r"[\w.]+$", cure):  # a value alone
        lines[at] = re.sub(r"(:\s+)[^\s{\[].*$", lambda one: one[1] + cure, line, count=1)
    elif "{" in line and cure.partition(":")[0] in line.partition("{")[2]:
        key, _, value = cure.partition(": ")
        lines[at] = re.sub(
            rf"{key}\s*(?::?=|:)?\s*[^,}}]*", lambda _: f"{key}: {value}", line, count=1
        )
    else:
        indented = re.search(r", indented by (\d+) blanks$", found.string)
        lines[at] = (" " * int(indented[1]) if indented else lead[0]) + cure
    if gone := re.search(r", and delete line (\d+)$", found.string):
        lines[int(gone[1]) - 1] = ""
    more = re.search(r"and so in (\d+) more", found.string)
    if more and cure.startswith("- "):
        sign, left = line.lstrip()[0], int(more[1])
        for below in range(at + 1, len(lines)):
            if left and lines[below].startswith(lead[0] + sign):
                lines[below] = f"{lead[0]}-{lines[below][len(lead[0]) + 1 :]}"
                left -= 1


def _quoted(lines: _Lines, at: int, found: re.Match[str]) -> None:
    cure, line = found[1], lines[at]
    if cure.startswith("- "):
        lines[at] = line[: len(line) - len(line.lstrip())] + cure
        return
    key, value = _parts(cure)
    if key:
        for typed in (f"'{value}'", f'"{value}"', value):
            here = re.search(rf"{re.escape(key)}\s*:\s*{re.escape(typed)}", line)
            if here:
                lines[at] = line[: here.start()] + cure + line[here.end() :]
                return
        first = next(one for one in range(at, -1, -1) if f"{key}:" in lines[one])
        before = lines[first].partition(f"{key}:")[0]
        words = " ".join(one.strip() for one in lines[first : at + 1]).partition(":")[2].strip()
        last = at
        while len(words) < len(value):
            last += 1
            words = f"{words} {lines[last].strip()}"
        lines[first : last + 1] = [before + cure]
    elif value in line:
        lines[at] = line.replace(value, cure, 1)


def _parts(cure: str) -> tuple[str, str]:
    read: Any = yaml.safe_load(cure)
    if isinstance(read, dict):
        ((key, value),) = read.items()
        return str(key), str(value)
    return "", str(read)


def _block(lines: _Lines, at: int, found: re.Match[str]) -> None:
    key, blanks = found[1], " " * int(found[2])
    first = next(one for one in range(at, -1, -1) if f"{key}:" in lines[one])
    column = len(lines[first]) - len(lines[first].lstrip(" -"))
    before, _, rest = lines[first].partition(f"{key}:")
    end = first + 1
    while end < len(lines) and lines[end].strip() and not _is_key(lines[end], column):
        end += 1
    below = [blanks + one.strip() for one in (rest, *lines[first + 1 : end])]
    lines[first:end] = [f"{before}{key}: |", *below]


def _is_key(line: str, column: int) -> bool:
    own = len(line) - len(line.lstrip(" -"))
    return own <= column and bool(re.match(r"[\s-]*[a-z_]+:(?:\s|$)", line))


def _move(lines: _Lines, at: int, found: re.Match[str]) -> None:
    lines.insert(int(found[1]) - 1, lines.pop(at))


def _hyphens(lines: _Lines, at: int, found: re.Match[str]) -> None:
    del found
    if lines[at].lstrip()[:1].isalpha() and lines[at].rstrip().endswith(":"):
        at += 1
    column = len(lines[at]) - len(lines[at].lstrip())
    while lines[at].strip() and len(lines[at]) - len(lines[at].lstrip()) >= column:
        words = re.sub(r"^(?:[^\w\s\"']|\d+[.)]|[a-z]\))\s+", "", lines[at].strip())
        lines[at] = f"{' ' * column}- {words}"
        at += 1


def _below(lines: _Lines, at: int, found: re.Match[str]) -> None:
    outer = lines[at].partition(":")[0]
    lines[at : at + 1] = [f"{outer}:", " " * int(found[2]) + found[1]]


def _headed(lines: _Lines, at: int, found: re.Match[str]) -> None:
    lines.insert(at, " " * int(found[2]) + found[1])


def _sectioned(lines: _Lines, at: int, found: re.Match[str]) -> None:
    if found[2]:
        blanks = re.match(r"indent lines? (\d+)(?: to (\d+))? by (\d+) (more)", found[2])
        assert blanks is not None
        _indent_more(lines, at, blanks)
    lines.insert(at, found[1])


def _parted(lines: _Lines, at: int, found: re.Match[str]) -> None:
    entries = re.findall(r"`(.*?)`(?:, |$)", found[2])
    lead = lines[at][: int(found[1])]
    lines[at : at + 1] = [lead + entries[0], *(" " * len(lead) + one for one in entries[1:])]


def _deleted(lines: _Lines, at: int, found: re.Match[str]) -> None:
    del at
    for number in sorted(map(int, re.findall(r"\d+", found[0])), reverse=True):
        del lines[number - 1]


def _closed(lines: _Lines, at: int, found: re.Match[str]) -> None:
    del at
    lines[int(found[2]) - 1] += found[1]


def _in_braces(lines: _Lines, at: int, found: re.Match[str]) -> None:
    lines[at] = lines[at].replace("(", found[1], 1)
    before, _, behind = lines[int(found[3]) - 1].rpartition(")")
    lines[int(found[3]) - 1] = before + found[2] + behind


_CURES: Final[tuple[tuple[str, _Done], ...]] = (
    (r"indent it by (\d+) blanks?", _indent),
    (
        r"(?:write `- [^`]*`, and )?indent lines? (\d+)(?: to (\d+))? by (\d+) (more|fewer)",
        _indent_more,
    ),
    (r"begin it at the left edge", _left_edge),
    (r"put a blank in place of its dash", _blank),
    (r"put the (?:whole )?text in (?:other )?quotes: `(.*?)`(?:$|, or)", _quoted),
    (r"write `([\w.]+): \|`, and the whole text below it, indented by (\d+)", _block),
    (r"write `(.*)` on a line of its own below, indented by (\d+)", _below),
    (r"write `(\w+:)` on a line of its own above this one, indented by (\d+)", _headed),
    (r"write `(\w+:)` on a line of its own above this one(?:, and (.*))?$", _sectioned),
    (r"write each on a line of its own, indented by (\d+) blanks: (.*)", _parted),
    (r"write `- include", lambda *_: None),
    (r"write `(.*?)`", _written),
    (r"write ([\w.]+)$", _written),
    (r"move it above line (\d+)", _move),
    (r"begin each entry with a hyphen", _hyphens),
    (r"delete lines? [\d, and]+", _deleted),
    (r"add ([\]}]+) at the end of line (\d+)", _closed),
    (r"write ([{[]+) in its place, and ([\]}]+) for the \) at the end of line (\d+)", _in_braces),
)
