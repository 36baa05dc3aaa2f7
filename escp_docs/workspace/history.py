"""What was changed here, step by step, to be taken back and made again."""

from collections.abc import Iterator
from itertools import chain, islice, takewhile
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.edit.changes import ChangedFile
from escp_docs.prose.words import ChangedWords, changed_words

_TOGETHER: Final = 8.0  # seconds between changes of one stay that are one step
_MOST: Final = 500  # steps that are kept
_SHOWN: Final = 3  # places of a step


class EditStep(Struct, frozen=True):
    """A change that was made here.

    Attributes:
        number: By which it is named.
        label: What was done, for people.
        key: The key that was changed; of several all of them, of a text its file.
        stay: In which field, from its focus until it was left, the change was made; empty if that
            is not known. A change of another stay is another step.
        files: The files with their texts before and after.
        at: When, in seconds of a clock that only goes forward.
        when: The moment, for people.
        undone: Whether it was taken back.
        is_passed: Whether it stays as it is while those before it are taken back.
    """

    number: int
    label: str
    key: str
    files: tuple[ChangedFile, ...]
    at: float
    when: str
    stay: str = ""
    undone: bool = False
    is_passed: bool = False

    @property
    def words(self) -> tuple[ChangedWords, ...]:
        """The first words that it made others, with those around them."""
        found = chain.from_iterable(_changed(one) for one in self.files)
        return tuple(islice(found, _SHOWN))


class History:
    """The steps made here, the oldest first."""

    def __init__(self) -> None:
        self._steps: list[EditStep] = []
        self._number = 0

    @property
    def steps(self) -> tuple[EditStep, ...]:
        """All of them, the oldest first."""
        return tuple(self._steps)

    @property
    def to_undo(self) -> EditStep | None:
        """The last step that was not taken back, nor passed over."""
        left = (one for one in reversed(self._steps) if not one.undone and not one.is_passed)
        return next(left, None)

    @property
    def to_redo(self) -> EditStep | None:
        """The step that was taken back and comes next, if nothing was changed since."""
        behind = None
        for one in reversed(self._steps):
            if one.undone:
                behind = one
            elif not one.is_passed:
                break
        return behind

    def step(self, number: int) -> EditStep | None:
        """Return a step by its number, None if there is none."""
        return next((one for one in self._steps if one.number == number), None)

    def note(self, step: EditStep) -> None:
        """Note a change, whose number is given here; what is typed on in one stay joins the last.

        A field that was left was an edit of its own, however soon somebody came back to it.
        """
        last = self._steps[-1] if self._steps else None
        is_open = last is not None and not last.undone and not last.is_passed
        if last and is_open and _goes_on(last, step):
            joined = _joined(last.files, step.files)
            if joined is not None:
                self._steps[-1] = replace(step, number=last.number, files=joined)
                return
        self._number += 1
        self._steps = [*self._steps, replace(step, number=self._number)][-_MOST:]

    def mark(self, number: int, *, undone: bool) -> None:
        """Note that a step was taken back, or made again."""
        self._exchange(number, undone=undone, is_passed=False)

    def pass_over(self, number: int) -> None:
        """Note that a step stays as it is, so that those before it can be taken back."""
        self._exchange(number, undone=False, is_passed=True)

    def _exchange(self, number: int, *, undone: bool, is_passed: bool) -> None:
        self._steps = [
            replace(one, undone=undone, is_passed=is_passed) if one.number == number else one
            for one in self._steps
        ]


def _goes_on(last: EditStep, step: EditStep) -> bool:
    """Whether a change is of the key and the stay of the last, and came soon after it."""
    is_same = (last.key, last.stay) == (step.key, step.stay)
    return bool(step.stay) and is_same and step.at - last.at < _TOGETHER


def _joined(
    first: tuple[ChangedFile, ...], second: tuple[ChangedFile, ...]
) -> tuple[ChangedFile, ...] | None:
    """Return two changes of one file as one; None if something came between them."""
    if len(first) != 1 or len(second) != 1:
        return None
    (one,), (other,) = first, second
    if one.file != other.file or one.after != other.before:
        return None
    return (ChangedFile(one.file, one.before, other.after),)


def _changed(one: ChangedFile) -> Iterator[ChangedWords]:
    """Yield the words of a file that became others; lines alike on either end are passed over."""
    before, after = (one.before or "").splitlines(), one.after.splitlines()
    head = _alike(before, after)
    tail = min(_alike(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    yield from changed_words(
        "\n".join(before[head : len(before) - tail]), "\n".join(after[head : len(after) - tail])
    )


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many lines two texts begin with that are alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
