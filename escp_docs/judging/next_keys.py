"""Which keys to state next: the lines to paste, and where they go."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from escp_docs.finding import Answer, Outcome, Place, Severity
from escp_docs.judging.result import NextKey
from escp_docs.model.schema import at, join, split
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.read.key_lines import key_lines
from escp_docs.read.places import Places
from escp_docs.rule import Verdict

_MOST: Final = 3
_IN_PLACE: Final = "in place of"
_ENTRY: Final = pattern(r"\[[^\]]*[^\]\d][^\]]*\]$")
_IN_BRACES: Final = pattern(r"""(?:(?:[\w.-]+|"[^"]*"|'[^']*')\s*:\s*)?(?:&\S+\s+)?\{\s*""")


def next_keys(verdict: Verdict, places: Places) -> tuple[NextKey, ...]:
    """Return the keys that settle most: those that decide first, then those for which most wait.

    Args:
        verdict: What the rules say of a spec as it is written.
        places: Where each value of it stands.
    """
    waiting: dict[str, list[Outcome]] = {}
    for one in verdict.judged:
        outcome = one.outcome
        # An entry that is absent is asked for by its id: the list of it is what to add.
        key = _ENTRY.sub("", outcome.key or "")
        # "Which of these?" is asked of what is stated: there is no key to add.
        if outcome.answer is Answer.UNDECIDED and key and key not in places:
            waiting.setdefault(key, []).append(outcome)
    ranked = sorted(waiting.items(), key=lambda one: _rank(one[1]))
    found = (_next(key, outcomes[0], places) for key, outcomes in ranked)
    return tuple(islice(_apart(found), _MOST))


def _apart(found: Iterable[NextKey]) -> Iterator[NextKey]:
    """Yield the keys that can be pasted all at once.

    Two that write the same new part, or change the same line, cannot: the second waits.
    """
    taken: set[tuple[Place, str]] = set()
    for one in found:
        new = "" if one.where == _IN_PLACE else one.lines[0]
        if (one.place, new) not in taken:
            taken.add((one.place, new))
            yield one


def _rank(outcomes: list[Outcome]) -> tuple[bool, int]:
    return all(one.severity is not Severity.ERROR for one in outcomes), -len(outcomes)


def _next(path: str, outcome: Outcome, places: Places) -> NextKey:
    question = outcome.question or outcome.message
    written = places.key(path)
    if written is not None:
        return _written(written, path, question, places)
    steps = split(path)
    home = next(_homes(steps, places))
    if home.where == _IN_PLACE:
        line = _in_braces(places.excerpt(home.place), home, steps[len(home.steps) :])
        return NextKey(home.place, home.where, (line,), question)
    lines = _nested(steps, len(home.steps), question)
    return NextKey(
        home.place, home.where, tuple(" " * home.indent + line for line in lines), question
    )


def _in_braces(line: str, home: "_Home", steps: tuple[str | int, ...]) -> str:
    """Return a line with a key more, the first in the braces that begin there."""
    opening = _IN_BRACES.match(line, home.place.column - 1)
    assert opening is not None
    rest = line[opening.end() :].rstrip()
    names = [str(one) for one in steps]
    added = ": {".join(names) + ": " + "}" * (len(names) - 1)
    return f"{line[: opening.end()]}{added}{'' if rest.startswith('}') else ', '}{rest}"


def _written(place: Place, path: str, question: str, places: Places) -> NextKey:
    """Return the line of a key behind which nothing stands."""
    line = places.excerpt(place).rstrip()
    before = line[: place.column - 1]
    if "#" in line or before.strip(" -"):
        return NextKey(place, _IN_PLACE, (line,), question)
    head = key_lines(str(split(path)[-1]), question, at(Spec, path))[0]
    return NextKey(place, _IN_PLACE, (before + head,), question)


class _Home(Struct, frozen=True):
    """The nearest part around a key that is written, and how a key is added to it."""

    steps: tuple[str | int, ...]
    place: Place
    where: str
    indent: int = 0


def _homes(steps: tuple[str | int, ...], places: Places) -> Iterator[_Home]:
    for length in range(len(steps) - 1, 0, -1):
        around = steps[:length]
        path = join(around)
        place = places.key(path) or (places.of(path) if path in places else None)
        if place is None:
            continue
        if _IN_BRACES.match(places.excerpt(place), place.column - 1):
            yield _Home(around, place, _IN_PLACE)
            continue
        within = [one for one in places.keys_below(path) if one.file == place.file]
        columns = [one.column for one in within] or [place.column + 2]
        named = places.key(join((*around, "id"))) or place
        yield _Home(around, named if named.file == place.file else place, "below", min(columns) - 1)
    yield _Home((), places.key("call") or places.of(""), "at the end of")


def _nested(steps: tuple[str | int, ...], known: int, question: str) -> Iterator[str]:
    """Yield the lines of a key and of the parts around it that are not written yet."""
    path = join(steps)
    *around, name = steps[known:]
    for depth, step in enumerate(around):
        yield f"{'  ' * depth}{step}:"
    for line in key_lines(str(name), question, at(Spec, path)):
        yield f"{'  ' * len(around)}{line}"
