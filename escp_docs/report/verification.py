"""What `verify` says, as text: file, place, what stands there and what should."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from escp_docs.report.terminal_text import visible
from escp_docs.report.text import Paint

Where = Callable[[str], str]
"""From the path of a value to its place in the spec, file and line; empty if it is not known."""


class Differing(Protocol):
    """What is read of a difference."""

    @property
    def place(self) -> str:
        """The section, or the sheet and cell."""
        ...

    @property
    def expected(self) -> str:
        """What should stand there."""
        ...

    @property
    def found(self) -> str:
        """What stands there."""
        ...

    @property
    def paths(self) -> tuple[str, ...]:
        """The values that stand there."""
        ...


class File(Protocol):
    """What is read of a file."""

    @property
    def file(self) -> str:
        """Its name below the folder."""
        ...

    @property
    def differences(self) -> Sequence[Differing]:
        """Where it says something else."""
        ...

    @property
    def faults(self) -> tuple[str, ...]:
        """What else does not agree."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What does no harm."""
        ...

    @property
    def agrees(self) -> bool:
        """Whether nothing stands against it."""
        ...


_PATHS = 3


def verification(folder: str, files: Sequence[File], most: int, where: Where, paint: Paint) -> str:
    """Return what is to be said of the files of a folder.

    Args:
        folder: Its name.
        files: What was found.
        most: How many differences of one file are told.
        where: Where a value stands in the spec.
        paint: Colours.
    """
    lines = [line for one in files for line in _of_file(folder, one, most, where, paint)]
    wrong = sum(not one.agrees for one in files)
    if wrong:
        end = f"{wrong} of {len(files)} files {'does' if wrong == 1 else 'do'} not agree"
    else:
        end = f"{len(files)} files, and every word of them agrees"
    return "\n".join((*lines, f"{visible(folder)}: {end}", ""))


def _of_file(folder: str, one: File, most: int, where: Where, paint: Paint) -> Iterator[str]:
    name = visible(f"{folder}/{one.file}")
    for fault in one.faults:
        yield f"{name}: {paint('error', 'red')} {visible(fault)}"
    for difference in one.differences[:most]:
        yield f"{name}: {paint('error', 'red')} {visible(difference.place)}: {_said(difference)}"
        for path in difference.paths[:_PATHS]:
            yield f"  {visible(path)}{f', {where(path)}' if where(path) else ''}"
    if len(one.differences) > most:
        yield f"{name}: and more; the first {most} are shown"
    for remark in one.remarks:
        yield f"{name}: note: {visible(remark)}"


def _said(difference: Differing) -> str:
    found, expected = _quoted(difference.found), _quoted(difference.expected)
    if not difference.expected:
        return f"says {found}, where nothing should stand"
    if not difference.found:
        return f"lacks {expected}"
    return f"says {found}, not {expected}"


def _quoted(text: str) -> str:
    return f'"{visible(text)}"'
