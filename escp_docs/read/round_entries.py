"""Entries of a list in round brackets, which YAML reads: `[(id: A, country: DE)]` is a list of two.

The first has the key `(id`, the second a country `DE)`.
"""

import re
from itertools import islice
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.mending.breaks import head, without_comment
from escp_docs.read.mending.outside import is_in_a_text
from escp_docs.read.source import SourceText

_MOST: Final = 100  # lines of a file that are looked at
_OPENS: Final = pattern(r"\[\s*\(")  # found in a moment
_LIST: Final = pattern(r"(?P<key>\b[a-z_]+)[\"']?\s*:\s+\[\s*(?=\(\s*(?P<inner>[a-z_]+)\s*:\s)")
_ENTRY: Final = pattern(r"(?<=[\[,])(?P<gap>\s*)\((?P<inside>\s*[a-z_]+\s*:\s[^()]*)\)(?=\s*[,\]])")


def with_braces(source: SourceText, text: str, vocabulary: Vocabulary) -> tuple[str, list[Fault]]:
    """Return a text with braces around such entries, and a fault for each line with some.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.
        vocabulary: All keys of the format.
    """
    faults: list[Fault] = []
    if not _OPENS.search(text):
        return text, faults
    as_typed = tuple(text.split("\n"))
    lines = [*as_typed]
    listed = ((at, one) for at, line in enumerate(as_typed) if (one := _list(line, vocabulary)))
    for at, found in islice(listed, _MOST):
        end = len(without_comment(lines[at]).rstrip())
        written = _ENTRY.sub(
            lambda one: f"{one['gap']}{{{one['inside'].strip()}}}", lines[at][found.start() : end]
        )
        if written == lines[at][found.start() : end] or is_in_a_text(as_typed, at):
            continue
        lines[at] = lines[at][: found.start()] + written + lines[at][end:]
        place = Place(source.file, at + 1, found.end() + 1)
        said = "the keys of an entry stand in braces, and these in round brackets"
        fix, shown = f"write `{written[: written.rfind(']') + 1]}`", source.line(at + 1)
        faults.append(Fault(said, fix, place, shown, before=source.line(at)))
    return "\n".join(lines), faults


def _list(line: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return where a list with such an entry begins in a line that begins with a key of its own."""
    if head(line).key not in vocabulary.names:
        return None
    found = (one for one in _LIST.finditer(line) if vocabulary.lists(one["key"], one["inner"]))
    return next(found, None)
