"""What texts still say that is otherwise by now, and what figures in texts rest on: for people."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from escp_docs.finding import Place, StaleProse
from escp_docs.report.terminal_text import Paint, plain, visible

if TYPE_CHECKING:
    from escp_docs.comparing.claims.listing import FigureInProse


def stale_lines(found: Sequence[StaleProse], paint: Paint = plain) -> Iterator[str]:
    """Yield a line for each text that still says what is otherwise by now."""
    if found:
        yield paint("what texts still say:", "bold")
    yield from (f"  {line}" for line in map(stale_line, found))


def stale_line(one: StaleProse) -> str:
    """Return what a text still says: place, words, what is so now."""
    where = f"{one.place.file}:{one.place.line}"
    return visible(f'{where}: {says(one.label)} "{one.words}"; {one.fact}')


def stale_objects(found: Sequence[StaleProse]) -> list[dict[str, Any]]:
    """Return what texts still say, for programs."""
    return [
        {
            "place": _place(one.place),
            "path": one.path,
            "label": one.label,
            "words": one.words,
            "fact": one.fact,
            "about": one.about,
        }
        for one in found
    ]


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def says(label: str) -> str:
    """Return a text with its verb: the abstract says, the specific objectives say."""
    noun = re.split(r" of | for |,", label, maxsplit=1)[0]
    is_many = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return f"{label} {'say' if is_many else 'says'}"


def figure_lines(found: Sequence["FigureInProse"], paint: Paint = plain) -> Iterator[str]:
    """Yield a line for each figure, date and name in texts with the facts that it agrees with."""
    for one in found:
        where = visible(f"{one.place.file}:{one.place.line}: {one.label}: ")
        facts = "; ".join(f"{fact.label} ({fact.key})" for fact in one.facts)
        rest = visible(f" - {facts}") if facts else paint(" - no fact", "yellow")
        yield where + paint(visible(f'"{one.words}"'), "bold") + rest


def figure_objects(found: Sequence["FigureInProse"]) -> list[dict[str, Any]]:
    """Return the figures, dates and names in texts, for programs."""
    return [
        {
            "place": _place(one.place),
            "path": one.path,
            "label": one.label,
            "words": one.words,
            "facts": [
                {"key": fact.key, "label": fact.label, "shown": fact.shown} for fact in one.facts
            ],
        }
        for one in found
    ]
