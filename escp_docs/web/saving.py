"""What a page is told of a change that it asked for."""

from collections.abc import Callable
from typing import Any

from escp_docs import api
from escp_docs.web import views
from escp_docs.web.desk import ServedSpec
from escp_docs.web.pages import rendered


def saved(place: ServedSpec, act: Callable[[], "api.Changed"]) -> dict[str, Any]:
    """Return what came of a change: what is in the files now, or why nothing was written."""
    before = place.workspace.state
    place.before = place.before or before
    try:
        done = act()
    except api.WriteError as error:
        return {"saved": False, "error": str(error), "version": before.version}
    return {
        "saved": done.is_saved,
        "version": done.state.version,
        "verdict": rendered("verdict.html", views.standing(place)),
        "made": [{"key": one.path, "value": one.after} for one in done.made],
        "conflicts": [
            {"key": one.key, "theirs": one.theirs, "mine": one.mine, "why": one.why}
            for one in done.conflicts
        ],
        "faults": [
            _fault(one, said)
            for one, said in zip(done.faults, place.workspace.refusals(done, ""), strict=True)
        ],
        "error": None,
    }


def _fault(fault: "api.Fault", said: "api.Objection") -> dict[str, Any]:
    place = fault.place
    return {
        "message": fault.message,
        "fix": fault.fix,
        "path": fault.path,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "cures": [{"label": one.label, "value": one.value} for one in said.cures],
    }
