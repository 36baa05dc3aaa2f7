"""What a cell of a sheet says otherwise than it was sent, and why that may be no value."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.produced.sent import Span
from escp_docs.produced.sent_sheets import is_same
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import TickChange, ValueChange, answer
from escp_docs.pull.people import box
from escp_docs.pull.returned import NOBODY, Hand, ReturnedCell

_COMPUTED: Final = "it is computed by a formula there; ask for the value itself"
_FRACTION: Final = pattern(r"=\s*(\d{1,9})\s*/\s*(\d{1,9})\s*")


def value_changes(span: Span, shown: str, cell: ReturnedCell) -> Iterator[ValueChange]:
    """Yield what a cell says of a value otherwise than was shown there."""
    fraction = None if cell.text else _FRACTION.fullmatch(cell.formula)
    text = (_decimal(fraction) if fraction else "") or said_in(cell)
    doubt = doubt_of(cell)
    if is_same(shown, text) or same_words(shown) == same_words(text):
        return
    if span.value is None:
        text = answer(text, shown)
        if not text and not doubt:
            return
    if span.kind == "lines":
        text = text.replace(";", "\n")
    yield ValueChange(
        span.key, span.kind, span.value, shown, text, options=span.options, doubt=doubt
    )


def tick_changes(span: Span, shown: str, text: str, hand: Hand = NOBODY) -> Iterator[TickChange]:
    """Yield what became of a box, or of a cell in its place, for yes or no.

    Args:
        span: The box as it was sent.
        shown: What stood there.
        text: What stands there now.
        hand: Who changed it.
    """
    now = box(text)
    if same_words(shown) == same_words(text):
        return
    if now.said or now.is_ticked != (span.value == "true"):
        yield TickChange(span.key, span.option, now.is_ticked, hand, now.said)


def doubt_of(cell: ReturnedCell) -> str:
    """Return why the words of a cell are no value that somebody wrote; empty if they are."""
    if cell.is_error:
        return "the cell shows an error"
    return _COMPUTED if cell.formula else ""


def said_in(cell: ReturnedCell) -> str:
    """Return what stands in a cell: its words, else its formula."""
    return cell.text or cell.formula


def _decimal(found: re.Match[str]) -> str:
    below = int(found[2])
    return f"{float(Fraction(int(found[1]), below)):.10f}".rstrip("0") if below else ""
