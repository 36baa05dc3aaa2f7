"""The question for one fact that a spec does not state, whichever rule waits for it."""

from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.model.base import SpecModel
from escp_docs.model.budget import Cost, Income, OwnContribution
from escp_docs.model.question_text import entry_name, question_of
from escp_docs.model.schema import join, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at


def asking_for(spec: Spec, path: str) -> str:
    """Return what to ask for what is absent at a path, about the entry that it belongs to."""
    steps = split(path)
    asked = question_of(path, _entry(spec, steps[:-1]))
    # The entry of a mapping over partners is asked of the one that it is about.
    return (
        asked.replace(ENGLISH_KEYS.each_partner, str(steps[-1]), 1)
        if _is_of_map(spec, steps)
        else asked
    )


def _is_of_map(spec: Spec, steps: tuple[str | int, ...]) -> bool:
    return len(steps) > 1 and spec.partner(str(steps[-1])) is not None


def _entry(spec: Spec, steps: tuple[str | int, ...]) -> str:
    """Return what to call the entry of a list that a path leads into; empty if it is in none."""
    while steps and not isinstance(steps[-1], int):
        steps = steps[:-1]
    if not steps:
        return ""
    entry, position = value_at(spec, join(steps)), int(steps[-1])
    match entry:
        case Cost():
            return _of(entry.partner, entry.description, f"cost line {position + 1}")
        case Income():
            return _of(entry.partner, entry.source, f"income {position + 1}")
        case OwnContribution():
            return _of(entry.partner, entry.source, f"own contribution {position + 1}")
        case SpecModel():
            return entry_name(entry, position)
        case _:
            return ""


def _of(partner: str | None, what: str | None, number: str) -> str:
    said = f"{number} ({what})" if what else number
    return f"{said} of {partner}" if partner else said
