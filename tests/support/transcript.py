"""Read a page of the documentation as a transcript: files to write, commands to run.

A block `yaml title=ours.yaml` is a file. In a block `console` each line after `$ ` is a command;
what follows is its output, in which `...` stands for any lines, or for any words within one, and
`[exit status N]` for the status, 0 if it is not given.

A comment `in Word: A.docx > B.docx; ...` says what somebody writes into a file: `label: answer`
into the row of a table that begins so, `tick: label` into its box, `old => new` wherever that
stands, `tracked` first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$|^<!-- in (Word): (.*?) -->$", re.MULTILINE | re.DOTALL
)
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


@dataclass(frozen=True)
class InWord:
    """What somebody does in Word: in which file, saved as which, and what is written there."""

    file: str
    saved: str
    acts: tuple[str, ...]


def steps(page: Path) -> Iterator[Written | Command | InWord]:
    """Yield what a reader does, in the order of the page."""
    for kind, title, text, word, acts in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if word:
            files, *rest = (" ".join(one.split()) for one in acts.split(";"))
            file, _, saved = files.partition(" > ")
            yield InWord(file, saved, tuple(rest))
        elif title:
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
