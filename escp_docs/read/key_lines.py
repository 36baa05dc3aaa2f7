"""How a key is begun in YAML: its lines, with the question that it answers as a comment."""

from collections.abc import Mapping
from typing import Final

from escp_docs.model.key_forms import holds
from escp_docs.model.schema import Key, ListOf, keys

_FIRST_IDS: Final[Mapping[str, tuple[str, ...]]] = {
    "partners": ("P1", "P2", "P3"),  # a list is complete once it is written, so one were too few
    "common_goals": ("G1",),
    "work_packages": ("WP1",),
    "deliverables": ("D1.1",),
    "milestones": ("M1.1",),
    "indicators": ("K1",),
    "risks": ("R1",),
}
_FORMS: Final = {
    "target_countries": "below it, `- country: CA` or `- region: Name`, one a line",
    "declarations": "below it, `- {condition: ..., holds: true, by: NAME}`, one a line",
    # An empty task has the kind of its work package, so that a list of one would decide something.
    "tasks": "below it, `- {id: T1.1, title: ..., kind: ..., targets: [...]}`, one a line",
}
OPEN_TARGET: Final = "- region: TBD"
"""A target that is still to be chosen: as long as it stands there, the list is not complete."""


def key_lines(name: str, question: str, key: Key | None, choices: str = "") -> list[str]:
    """Return the lines that begin a key, at the left edge; they can be read as they stand.

    Args:
        name: The key.
        question: What it answers.
        key: What it is; None for an entry of a mapping by id.
        choices: What may stand there, if the call says so.
    """
    may_be = choices or _FORMS.get(name) or (holds(key.shape) if key else "")
    hint = f" ({may_be})" if may_be else ""
    head = f"{name}:  # {question}{hint}"
    return [head, *_first_entry(key)] if key else [head]


def _first_entry(key: Key) -> list[str]:
    if not isinstance(key.shape, ListOf) or not isinstance(key.shape.item, type):
        return []
    if "id" not in keys(key.shape.item) or key.name in _FORMS:
        return []
    return [f"  - id: {name}" for name in _FIRST_IDS.get(key.name, ("X1",))]
