"""The lines of a spec as somebody else would have typed them: the same facts in no YAML of ours.

Each takes the lines of a file and the number of one, and returns what is typed for it, for how many
lines, and a text that the spec has in place of the one there; None where it finds nothing to do.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from tests.support.typing_mistakes import Line

Typed = tuple[list[str], int, str | None]
Rewriting = Callable[[Random, Sequence[Line], int], Typed | None]
_SIGNS: Final = "–—•·*▪◦"
_LEFTMOST: Final = 4  # blanks before the lines of a text, at least
_FEWEST: Final = 4  # words of a value that is parted


def _words(line: Line) -> list[str]:
    """Return the words of a value that is plain text, none if it is something else."""
    value = line.value
    plain = line.kind == "key" and value and value[0] not in "\"'[{|>" and ": " not in value
    return value.split(" ") if plain and "'" not in value and " #" not in value else []


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def parted(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Let a value go on in the next line, no farther right than its key."""
    line, words = lines[at], _words(lines[at])
    if len(words) < _FEWEST:
        return None
    cut, column = random.randrange(2, len(words) - 1), len(line.lead)
    blanks = " " * random.choice([column, 0, max(0, column - 2)])
    return (
        [f"{line.lead}{line.key}: {' '.join(words[:cut])}", blanks + " ".join(words[cut:])],
        1,
        None,
    )


def parted_with_a_colon(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Let a value go on in the next line, which has a colon."""
    line, words = lines[at], _words(lines[at])
    if len(words) < _FEWEST:
        return None
    cut = random.randrange(2, len(words) - 1)
    blanks = " " * (len(line.lead) + random.choice([1, 2, 4]))
    rest = " ".join((words[cut] + ":", *words[cut + 1 :]))
    first = " ".join(words[:cut])
    return [f"{line.lead}{line.key}: {first}", blanks + rest], 1, f"{first} {rest}"


def with_a_comment(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Put a comment to the left of a text into it."""
    text = lines[at].text
    if lines[at].kind != "text" or lines[at - 1].kind != "text" or _indent(text) < _LEFTMOST:
        return None
    return [" " * random.randrange(_LEFTMOST) + "# a note to self", text], 1, None


def with_bullets(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Begin the entries of a list with another sign."""
    if at + 1 == len(lines) or not lines[at].text.endswith(":"):
        return None
    lead = " " * _indent(lines[at + 1].text) + "- "
    if not lines[at + 1].text.startswith(lead):
        return None
    sign, typed = random.choice(_SIGNS), [lines[at].text]
    for line in lines[at + 1 :]:
        if line.text.strip() and _indent(line.text) < len(lead) - 2:
            break
        own = line.text.startswith(lead)
        typed.append(line.text.replace("-", sign, 1) if own else line.text)
    return typed, len(typed), None


def in_quotes(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Put a value in quotes that has such quotes in it."""
    line, words = lines[at], _words(lines[at])
    if len(words) < _FEWEST or '"' in line.value:
        return None
    one = random.randrange(1, len(words) - 1)
    quote, words[one] = random.choice(
        [("'", f"d'{words[one]}"), ('"', f'"{words[one]}"'), ("'", f"{words[one]}'")]
    )
    value = " ".join(words)
    return [f"{line.lead}{line.key}: {quote}{value}{quote}"], 1, value


def with_another_sign(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Type something else for a colon."""
    line = lines[at]
    if line.kind != "key" or not line.value or line.value[0] in "{[":
        return None
    return (
        [line.lead + line.key + random.choice([" = ", "=", " := ", " -> "]) + line.value],
        1,
        None,
    )


def on_one_line(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Put the first key of a mapping beside the key of the mapping."""
    del random
    line, below = lines[at], lines[min(at + 1, len(lines) - 1)]
    if line.kind != "key" or line.value or below.lead.strip() or not below.value:
        return None
    return [f"{line.text} {below.text.strip()}"], 2, None


def moved(random: Random, lines: Sequence[Line], at: int) -> Typed | None:
    """Move the line of a key."""
    line, by = lines[at], random.choice([-2, -1, 1, 2, 3])
    if line.kind != "key" or _indent(line.text) < 2:
        return None
    return [" " * by + line.text if by > 0 else line.text[-by:]], 1, None


REWRITINGS: Final[tuple[Rewriting, ...]] = (
    parted,
    parted_with_a_colon,
    with_a_comment,
    with_bullets,
    in_quotes,
    with_another_sign,
    on_one_line,
    moved,
)
