"""A file whose lines all begin at the left edge, as a mail or a form on the web hands them on."""

from itertools import pairwise
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.source import SourceText

_HEAD: Final = pattern(r"(?:- +)*(?P<key>[a-z][a-z_]*):(?P<value>\s.*)?")
_FEWEST: Final = 3  # keys that stand too far left; fewer are told one by one


def lost_indents(source: SourceText, text: str, vocabulary: Vocabulary) -> Fault | None:
    """Return the fault of a file that has lost its indentation, None if it has not.

    Args:
        source: The file, for the line that the fault shows.
        text: Its text as the YAML library takes it.
        vocabulary: All keys of the format.
    """
    written = [
        (number, line)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if any(line[0].isspace() for _, line in written):
        return None
    heads = [(number, found) for number, line in written if (found := _HEAD.fullmatch(line))]
    below = [found for _, found in heads if found["key"] in vocabulary.names - vocabulary.first]
    torn = next(
        (
            (number, outer["key"], inner["key"])
            for (_, outer), (number, inner) in pairwise(heads)
            if outer["key"] in vocabulary.first
            and not (outer["value"] or "").strip()
            and not inner[0].startswith("-")
            and vocabulary.holds(outer["key"], inner["key"])
        ),
        None,
    )
    if torn is None or len(below) < _FEWEST:
        return None
    number, outer_key, key = torn
    return Fault(
        f"no line of this file is indented, and {key!r} belongs below {outer_key!r}: "
        "the blanks at the beginning of its lines are lost",
        "take the text anew from where it still has them, as a file and not out of a mail; "
        f"else set in what belongs below a key by 2 blanks: `  {key}: ...` below `{outer_key}:`",
        Place(source.file, number, 1, len(key)),
        source.line(number),
        before=source.line(number - 1),
    )
