"""Read a page of the documentation as a transcript: files to write, commands to run.

A block `yaml title=ours.yaml` is a file. In a block `console` each line after `$ ` is a command;
what follows is its output, in which `...` stands for any lines, or for any words within one, and
`[exit status N]` for the status, 0 if it is not given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STATUS = re.compile(r"\[exit status (\d+)\]\n?")


@dataclass(frozen=True)
class Written:
    """A file that the reader writes."""

    name: str
    text: str


@dataclass(frozen=True)
class Command:
    """A command line, its expected output, and its exit status."""

    line: str
    output: str
    status: int

    def agrees(self, output: str) -> bool:
        """Whether an output is the expected one; none expected means that none is shown."""
        return not self.output or bool(re.fullmatch(_pattern(self.output), output, re.DOTALL))


def steps(page: Path) -> Iterator[Written | Command]:
    """Yield what a reader does, in the order of the page."""
    for kind, title, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if title:
            yield Written(title, text)
        elif kind == "console":
            yield from _commands(text)


def _commands(text: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        status = _STATUS.search(output)
        yield Command(line, _STATUS.sub("", output), int(status[1]) if status else 0)


def _pattern(expected: str) -> str:
    lines = []
    for line in expected.splitlines(keepends=True):
        if line.strip() == "...":
            lines.append(r"(?:[^\n]*\n)*")
        else:
            lines.append(r"[^\n]*".join(re.escape(part) for part in line.split("...")))
    return "".join(lines)
