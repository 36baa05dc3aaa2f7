"""One file of a spec: its text to nodes, whatever is wrong with it."""

from collections import OrderedDict
from itertools import islice, takewhile
from typing import Final

import yaml

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.read import bars, doubled_bytes, doubts, pasted, round_entries
from escp_docs.read.characters import named, parsable, restored
from escp_docs.read.lost_indents import lost_indents
from escp_docs.read.mending.backslashes import whole_characters
from escp_docs.read.node import Parsed
from escp_docs.read.node_reader import parse
from escp_docs.read.source import SourceText

_MOST_ESCAPES: Final = 200  # lines of a file with characters in two halves, as JSON escapes them
_kept: OrderedDict[tuple[SourceText, int], Parsed] = OrderedDict()
_most = 0


def keep_parsed(most: int) -> None:
    """Keep what so many files hold, the last ones: for whoever reads the same texts again soon."""
    global _most  # noqa: PLW0603  # whoever asks for one file knows nothing of who reads it again
    _most = max(most, _most)


def parsed(source: SourceText, vocabulary: Vocabulary) -> Parsed:
    """Return what a file holds, all faults of its form and what may be meant otherwise.

    Args:
        source: The file.
        vocabulary: All keys of the format, which tell an entry from a sentence.
    """
    if not _most:
        return _parsed(source, vocabulary)
    name = source, id(vocabulary)  # there are two in all, and they last
    known = _kept.pop(name, None)
    found = _parsed(source, vocabulary) if known is None else known
    _kept[name] = found
    while len(_kept) > _most:
        _kept.popitem(last=False)
    return found


def _parsed(source: SourceText, vocabulary: Vocabulary) -> Parsed:
    text, foreign = parsable(source.text.replace("\r\n", "\n").replace("\r", "\n"))
    faults = [
        Fault(
            f"{named(one.character)} cannot stand in a text",
            "delete it; it came with something that was pasted",
            one.place(source.file),
            source.line(one.line),
        )
        for one in foreign
    ]
    text, came_along, is_whole = pasted.without(source, text)
    faults += came_along
    text, no_bars, perhaps_bars = bars.with_bars(source, text, vocabulary)
    faults += no_bars
    text, no_braces = round_entries.with_braces(source, text, vocabulary)
    faults += no_braces
    if lost := lost_indents(source, text, vocabulary):
        return Parsed(None, [*faults, lost], [], whole=False, spans=[])
    text, found = _with_whole_characters(source, text, vocabulary)
    if found is None or found.beyond:
        from escp_docs.read.mending.mended import mended  # noqa: PLC0415  # for what is broken

        better = mended(source, text, vocabulary)
        faults += better.faults
        is_whole = is_whole and better.whole
        found, broken = _without_broken_indents(source, better.text, vocabulary)
        faults += broken
        text = better.text
    cut = islice(doubts.cut_values(source, text, found.spans), doubts.MOST)
    remarks = [*found.remarks, *perhaps_bars, *cut, *doubled_bytes.remarks(source)]
    return Parsed(
        found.root, [*faults, *found.faults], remarks, found.whole and is_whole, found.spans
    )


def _without_broken_indents(
    source: SourceText, text: str, vocabulary: Vocabulary
) -> tuple[Parsed, list[Fault]]:
    """Return what a text holds in spite of characters before keys that only look like blanks."""
    faults: list[Fault] = []
    while True:
        try:
            return parse(source, text, vocabulary), faults
        except yaml.MarkedYAMLError as error:
            lines = text.split("\n")
            # YAML counts more characters as ends of lines than the text is split at.
            number = min(error.problem_mark.line if error.problem_mark else 0, len(lines) - 1)
            place = Place(source.file, number + 1, 1)
            shown = source.line(number + 1)
            lead = _lead(lines[number])
            spaces = " " * lead.count(" ")
            if lead == spaces:  # nothing of the sort: it is read up to here
                faults.append(Fault(str(error.problem), "write it anew", place, shown))
                text = "\n".join(lines[:number])
                continue
            for one in restored(lead).lstrip(" ")[:1]:  # none if it cannot stand in a text at all
                fix = "delete it; spaces alone set a key in"
                faults.append(Fault(f"{named(one)} indents", fix, place, shown))
            lines[number] = spaces + lines[number].removeprefix(lead)
            text = "\n".join(lines)


def _lead(line: str) -> str:
    """Return what stands before the words of a line: blanks, and characters that nobody sees."""
    return "".join(takewhile(lambda one: not restored(one).strip(), line))


def _with_whole_characters(
    source: SourceText, text: str, vocabulary: Vocabulary
) -> tuple[str, Parsed | None]:
    """Return what a text holds, None if it is no YAML; JSON may write a character in two halves."""
    for _ in range(_MOST_ESCAPES):
        try:
            return text, parse(source, text, vocabulary)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            if mark is None or "Unicode character escape" not in (error.problem or ""):
                return text, None
            again = _joined(text, mark.line)
            if again == text:
                return text, None
            text = again
        except yaml.YAMLError:
            return text, None
    return text, None


def _joined(text: str, line: int) -> str:
    if text.lstrip()[:1] in ("{", "["):
        return whole_characters(text)
    lines = text.split("\n")
    lines[line] = whole_characters(lines[line])
    return "\n".join(lines)
