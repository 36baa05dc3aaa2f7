"""A text that is no YAML: what is wrong with it, and the text as it was probably meant.

The YAML library gives up at the first slip, in words of its own, and often lines below it. Here
each usual slip is tried as the explanation: it is one if the text can be read further once it is
mended.
What is mended is told and never used; it serves to find, at once, what else is wrong with the file.
"""

from typing import Final

from msgspec import Struct

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.read.mending import (
    backslashes,
    brackets,
    bullets,
    continued,
    foreign_marks,
    headless,
    indents,
    left_of_entry,
    moved,
    nested,
    outside,
    quotes,
    round_brackets,
    runs,
    single_lines,
    strays,
    texts,
    values,
)
from escp_docs.read.mending.breaks import END, Break, Lines, Mend, Workshop
from escp_docs.read.mending.left_out import left_out
from escp_docs.read.source import SourceText
from escp_docs.read.yaml_events import BEYOND

_MOST: Final = 20  # slips of one file that are told

_KINDS: Final = (
    backslashes.escapes,
    single_lines.blanks_behind_dashes,
    strays.stray_signs,
    indents.tabs,
    indents.foreign_blanks,
    single_lines.blanks_after_marks,
    single_lines.torn_addresses,
    runs.keys_without_marks,
    runs.dashes_without_blanks,
    single_lines.two_dashes,
    foreign_marks.foreign_marks,
    round_brackets.round_brackets,
    brackets.closed_in_a_comment,
    brackets.opened_for_nothing,
    brackets.unclosed_inside,
    brackets.unclosed_before_another,
    brackets.wrong_closer,
    quotes.unclosed,
    brackets.comma_between_lines,
    brackets.unclosed,
    texts.comment_inside,
    texts.uneven,
    left_of_entry.left_of_entry,
    headless.lists_without_keys,
    nested.nested,
    nested.several_entries,
    single_lines.dash_too_many,
    bullets.foreign_dashes,
    continued.continued,
    outside.text_outside,
    values.links,
    brackets.marks_in_one_value,
    values.marks_in_values,
    brackets.inside,
    values.words_after_brackets,
    single_lines.missing_colon,
    headless.sections_without_keys,
    single_lines.value_below,
    single_lines.no_key,
    indents.missing_dash,
    moved.moved,
)


_MOVING: Final = (outside.text_outside, moved.moved)


class Mended(Struct, frozen=True):
    """A text that can be read, and what was wrong with it.

    `whole` says that nothing was left out, so that what is missing is missing.
    """

    text: str
    faults: list[Fault]
    whole: bool


def mended(source: SourceText, text: str, vocabulary: Vocabulary) -> Mended:
    """Return the text as it was probably meant, with a fault for each slip.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.
        vocabulary: All keys of the format, which tell an entry from a sentence.
    """
    shop = Workshop(source, vocabulary)
    lines: Lines = tuple(text.split("\n"))
    faults: list[Fault] = []
    whole = True
    found = shop.first_break(lines)
    while found is not None and len(faults) < _MOST and not shop.is_tired:
        mend = _best(shop, lines, found)
        if mend is None:
            found = None  # the reader tells what is beyond a spec, and reads up to there
            break
        faults.append(_fault(source, mend))
        whole = whole and not mend.is_rough
        lines = mend.lines
        found = shop.first_break(lines)
    if found is not None:
        lines, whole = lines[: found.line if faults else 0], False
        while lines and shop.first_break(lines) is not None:
            lines = ()
    return Mended("\n".join(lines), faults, whole)


def _best(shop: Workshop, lines: Lines, found: Break) -> Mend | None:
    """Return the mend after which the text can be read furthest; of several the first.

    What is YAML, and beyond a spec, may be meant: it is a stray sign, or no slip.
    """
    is_yaml = found.problem == BEYOND
    best: Mend | None = None
    furthest = (0, 0)
    shop.reach(lines, found, lines)
    read_before = shop.values
    kinds = (strays.stray_signs,) if is_yaml else _KINDS
    for kind, mend in ((one, mend) for one in kinds for mend in one(shop, lines, found)):
        reached = shop.reach(mend.lines, found, lines)
        if kind in _MOVING and shop.values < read_before:
            continue  # it makes words of what are entries
        if reached > max(furthest, mend.floor or found.position):
            best, furthest = mend, reached
        if furthest == END or shop.is_tired:
            break
    return best or (None if is_yaml else left_out(shop, lines, found))


def _fault(source: SourceText, mend: Mend) -> Fault:
    line = mend.line + 1
    place = Place(source.file, line, mend.column + 1, max(1, mend.length))
    return Fault(mend.message, mend.fix, place, source.line(line), before=source.line(line - 1))
