"""One paragraph as it was sent beside the same as it came back: which values changed, and to what.

A value is what stands between the fixed words before and after it. Words that a person added at the
edge of a value are the value's, unless the content control around it says otherwise.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.export.word.controls import short_name
from escp_docs.produced.sent import SentLine, Span
from escp_docs.prose.words import (
    WordChange,
    changes,
    places,
    same_word,
    same_words,
    without_lone_blanks,
    words,
)
from escp_docs.pull.returned import NOBODY, Hand, ReturnedLine, hands_together

_FIXED: Final = -1


class ValueFound(Struct, frozen=True):
    """What stands in the place of a value.

    Args:
        span: The value as it was sent.
        text: What stands there now.
        hand: Who changed it, as far as that was tracked.
        doubt: Why it cannot be told for sure what the value is; empty where it can.
    """

    span: Span
    text: str
    hand: Hand = NOBODY
    doubt: str = ""


class LineReading(Struct, frozen=True):
    """What changed in a paragraph.

    Args:
        values: The values whose words are others now.
        fixed: Whether words changed that belong to no value.
        hand: Who changed them, as far as that was tracked.
    """

    values: tuple[ValueFound, ...] = ()
    fixed: bool = False
    hand: Hand = NOBODY


def line_reading(sent: SentLine, returned: ReturnedLine) -> LineReading:
    """Return what changed from the one to the other."""
    text = returned.text
    if same_words(sent.text) == same_words(text):
        return LineReading()
    if sent.prose and not sent.spans:
        return LineReading(fixed=True, hand=hand_of_line(returned))
    return _Reading(sent, returned).result()


def hand_of_line(returned: ReturnedLine) -> Hand:
    """Return who changed a paragraph, and when last, as far as that was tracked."""
    return hands_together(hands_of(returned))


def hands_of(returned: ReturnedLine) -> list[Hand]:
    """Return whose changes of a paragraph were tracked, in its order."""
    hands = (run.inserted or run.deleted for run in returned.runs)
    return [one for one in hands if one is not None]


class _Reading:
    def __init__(self, sent: SentLine, returned: ReturnedLine) -> None:
        self.sent, self.returned = sent, returned
        self.old, self.owners = _owned_words(sent)
        self.new = words(returned.text)
        self.starts = [*places(self.new), len(returned.text)]
        found = changes(self.old, self.new)
        self.changes = without_lone_blanks(found, self.old, self.owners)
        # For each value the words that stand for it: equal ones, and those that changed.
        self.parts: dict[int, list[tuple[int, int]]] = {}
        self.doubts: dict[int, str] = {}
        self.changed: set[int] = set()
        self.fixed = False

    def result(self) -> LineReading:
        self._keep_equal()
        for change in self.changes:
            self._take(change)
        values = [self._value(index) for index in sorted(self.changed)]
        return LineReading(tuple(self._checked(values)), self.fixed, hand_of_line(self.returned))

    # --- whose words are whose ---

    def _keep_equal(self) -> None:
        at = new_at = 0
        for start, end, _, new_end in [*self.changes, WordChange(len(self.old), 0, 0, 0)]:
            for step in range(start - at):
                owner = self.owners[at + step]
                self._give(owner, new_at + step, new_at + step + 1)
            at, new_at = end, new_end

    def _give(self, owner: int, start: int, end: int) -> None:
        if owner != _FIXED:
            self.parts.setdefault(owner, []).append((start, end))

    def _take(self, change: WordChange) -> None:
        start, end, new_start, new_end = change
        if start == end:
            self._inserted(change)
            return
        owned = [one for one in dict.fromkeys(self.owners[start:end]) if one != _FIXED]
        loose = [self.old[at] for at in range(start, end) if self.owners[at] == _FIXED]
        said = any(any(letter.isalnum() for letter in word) for word in loose)
        if not owned:
            self.fixed = True
        elif len(owned) == 1:
            self._give(owned[0], new_start, new_end)
            self.changed.add(owned[0])
            if said:
                self.fixed = True
                self.doubts[owned[0]] = "words around it were changed too"
        else:
            for owner in owned:
                self.changed.add(owner)
                self.doubts[owner] = "it stands beside another value that was changed too"
                self._give(owner, new_start, new_end)

    def _inserted(self, change: WordChange) -> None:
        """Give new words to the value that they touch, if they can be moved to touch one."""
        for at, new_start in self._slides(change):
            before = self.owners[at - 1] if at else _FIXED
            after = self.owners[at] if at < len(self.owners) else _FIXED
            owners = {one for one in (before, after) if one != _FIXED}
            if before == after or len(owners) == 1:
                (owner,) = owners or {_FIXED}
                if owner == _FIXED:
                    continue
                self._give(owner, new_start, new_start + change.new_end - change.new_start)
                self.changed.add(owner)
                return
            if len(owners) == 2:  # noqa: PLR2004  # between two values
                for owner in owners:
                    self.changed.add(owner)
                    self.doubts[owner] = "words were written between it and another value"
                    self._give(owner, new_start, new_start + change.new_end - change.new_start)
                return
        self.fixed = True

    def _slides(self, change: WordChange) -> Iterator[tuple[int, int]]:
        """Yield where else the same insertion may stand: its place in both, nearest first."""
        yield change.start, change.new_start
        length = change.new_end - change.new_start
        at, new = change.start, change.new_start
        while at and same_word(self.old[at - 1]) == same_word(self.new[new + length - 1]):
            at, new = at - 1, new - 1
            yield at, new
            if new <= 0:
                break
        at, new = change.start, change.new_start
        while (
            at < len(self.old)
            and new + length < len(self.new)
            and same_word(self.old[at]) == same_word(self.new[new])
        ):
            at, new = at + 1, new + 1
            yield at, new

    # --- what the values are ---

    def _value(self, index: int) -> ValueFound:
        parts = self.parts.get(index, [])
        text = ""
        if parts:
            start = min(one for one, _ in parts)
            end = max(one for _, one in parts)
            text = self.returned.text[self.starts[start] : self.starts[end]]
        hand = self._hand(parts) or hand_of_line(self.returned)
        return ValueFound(self.sent.spans[index], text, hand, self.doubts.get(index, ""))

    def _hand(self, parts: Sequence[tuple[int, int]]) -> Hand | None:
        """Return whose tracked words stand in the place of a value."""
        if not parts:
            return None
        start = self.starts[min(one for one, _ in parts)]
        end = self.starts[max(one for _, one in parts)]
        at = 0
        for run in self.returned.runs:
            if run.deleted is not None:
                if start <= at <= end:
                    return run.deleted
                continue
            upto = at + len(run.text)
            if run.inserted is not None and at < end and upto > start:
                return run.inserted
            at = upto
        return None

    def _checked(self, values: Sequence[ValueFound]) -> Iterator[ValueFound]:
        """Yield the values with the doubts that their content controls cast on them."""
        controls = _controls(self.returned)
        loose = any(
            any(letter.isalnum() for letter in word)
            for word, owner in zip(self.old, self.owners, strict=True)
            if owner == _FIXED
        )
        alone = len(self.sent.spans) == 1 and not loose
        for one in values:
            stands = controls.get(short_name(one.span.key))
            same = [span for span in self.sent.spans if span.key == one.span.key]
            if stands is None or len(stands) != len(same) or one.span.kind == "tick":
                yield one
                continue
            inside = stands[same.index(one.span)]
            if same_words(inside) == same_words(one.text):
                yield ValueFound(one.span, one.text, one.hand)
            elif alone:
                yield one
            elif same_words(inside) == same_words(self._sent_text(one.span)):
                self.fixed = True  # what was written stands beside the control
            elif one.doubt:
                yield ValueFound(one.span, inside, one.hand)
            else:
                yield ValueFound(
                    one.span, one.text, one.hand, f'its field says "{inside.strip()[:80]}"'
                )

    def _sent_text(self, span: Span) -> str:
        return self.sent.text[span.start : span.end]


def _owned_words(sent: SentLine) -> tuple[list[str], list[int]]:
    """Return the words of a line, cut at the edges of values, and to which value each belongs."""
    found: list[str] = []
    owners: list[int] = []
    at = 0
    for index, span in enumerate(sent.spans):
        for text, owner in (
            (sent.text[at : span.start], _FIXED),
            (sent.text[span.start : span.end], index),
        ):
            cut = words(text)
            found += cut
            owners += [owner] * len(cut)
        at = span.end
    rest = words(sent.text[at:])
    return found + rest, owners + [_FIXED] * len(rest)


def _controls(returned: ReturnedLine) -> dict[str, list[str]]:
    """Return the words in the controls of a line by their tags, in order."""
    found: dict[str, list[str]] = {}
    last = ""
    for run in returned.kept:
        if run.control:
            if run.control == last:
                found[last][-1] += run.text
            else:
                found.setdefault(run.control, []).append(run.text)
        last = run.control
    return found
