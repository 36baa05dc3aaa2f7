"""The agreement: its choices, and the clauses that the one which is open makes."""

from typing import Any, Final

from escp_docs.web.desk import ServedSpec

_FIRST: Final = "agreement.governance.majority"


def context(place: ServedSpec, key: str) -> dict[str, Any]:
    """Return what the view of the agreement shows; `key` is the choice that is open."""
    choices = place.workspace.choices()
    known = dict(choices)
    chosen = key if key in known else _FIRST
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, label in choices:
        steps = name.split(".")
        group = steps[1] if len(steps) > 2 else "general"  # noqa: PLR2004  # agreement, group, key
        groups.setdefault(group.replace("_", " "), []).append((name, label))
    return {"groups": groups, "chosen": chosen, "choice": place.workspace.choice(chosen)}
