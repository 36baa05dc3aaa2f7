"""What each view shows, as values for its template."""

from collections.abc import Mapping
from typing import Any, Final

from msgspec.structs import replace
from starlette.exceptions import HTTPException

from escp_docs import api
from escp_docs.web import choosing, overview, returned, what_if
from escp_docs.web.desk import Desk, ServedSpec
from escp_docs.web.standing import StandingInShort

_VIEWS: Final = {
    "overview": "Overview",
    "form": "Form",
    "text": "Text",
    "agreement": "Agreement",
    "what-if": "What if",
    "returned": "Returned files",
    "history": "History",
}
_Context = dict[str, Any]


def specs(desk: Desk) -> _Context:
    """Return what the list of several specs shows, collisions across them among it."""
    found = []
    readable = [one.workspace.state.spec or one.workspace.name for one in desk.places]
    for number, result in enumerate(api.check_each(readable)):
        place = desk.places[number]
        spec = place.workspace.state.spec
        found.append(
            {
                "n": number,
                "name": place.workspace.name,
                "acronym": spec.spec.project.acronym if spec else "",
                "strand": (spec.spec.strand or "") if spec else "",
                "call": spec.call.id if spec else "",
                "standing": StandingInShort.of(result),
                "elsewhere": [one.outcome.message for one in result.shown if one.outcome.elsewhere],
            }
        )
    return {"title": "Partnerships", "specs": found, "n": None}


def frame(desk: Desk, place: ServedSpec, number: int, view_: str, key: str) -> _Context:
    """Return what stands around a view: name, verdict, the lists of views and of documents."""
    workspace = place.workspace
    state = workspace.state
    documents: tuple[tuple[str, str], ...] = ()
    try:
        known = workspace.last_good
        documents = workspace.documents()
        acronym = known.spec.project.acronym
    except api.UnreadableError:
        acronym = workspace.name
    return {
        "acronym": acronym,
        "views": _VIEWS,
        "current": view_,
        "current_key": key,
        "documents": documents,
        "several": len(desk.places) > 1,
        "can_set_pages": workspace.can_set_pages,
        "version": state.version,
        "n": number,
        **standing(place),
    }


def standing(place: ServedSpec) -> _Context:
    """Return the verdict, and whether there is something to take back."""
    history = place.workspace.history
    in_short = StandingInShort.of(place.workspace.state.result)
    if gone := place.workspace.gone:
        in_short = replace(in_short, words="File gone" if len(gone) == 1 else "Files gone")
    return {
        "standing": in_short,
        "can_undo": history.to_undo,
        "can_redo": history.to_redo,
    }


def view(
    desk: Desk, number: int, name: str, key: str, query: Mapping[str, str]
) -> tuple[str, _Context]:
    """Return the template of a view and what it shows."""
    place = desk.places[number] if number < len(desk.places) else None
    if place is None or name not in _VIEWS:
        raise HTTPException(404)
    state = place.workspace.state
    context: _Context = {"n": number, "title": _VIEWS[name], "version": state.version}
    is_broken = bool(state.faults_of_form)
    gone = place.workspace.gone if is_broken else ()
    match name:
        case "overview" | "form" | "text" | "agreement" if gone:
            name = "gone"
            context |= {"gone": gone}
        case "form" if not is_broken:
            context |= _form(place, state, key or "project")
        case "overview":
            context |= overview.context(desk, place, state)
        case "text":
            context |= {"files": list(state.texts), "file": key, "faults": state.result.faults}
        case "agreement" if not is_broken:
            context |= choosing.context(place, key)
        case "what-if":
            context |= what_if.context(place, query)
        case "returned":
            returned.look(desk, place)
            context |= {"waiting": place.waiting, "partners": _partners(place)}
        case "history":
            context |= _history(place, query)
        case _:
            name = "broken"
            context |= {"faults": state.faults_of_form}
    return f"{name}.html", context


def _form(place: ServedSpec, state: "api.State", key: str) -> _Context:
    screen = place.workspace.screen(key, state)
    title = screen.title[:1].upper() + screen.title[1:]
    return {"title": title, "screen": screen, "parts": place.workspace.parts(), "key": key}


def _partners(place: ServedSpec) -> list[str]:
    spec = place.workspace.state.spec
    return [one.id for one in spec.spec.partners] if spec else []


def _history(place: ServedSpec, query: Mapping[str, str]) -> _Context:
    compared, why = None, ""
    since = query.get("since", "")
    if since:
        try:
            compared = api.compare(place.workspace.name)
        except api.EscpError as error:
            faults = getattr(error, "faults", ())
            why = "; ".join(one.message for one in faults) or str(error)
    steps = tuple(reversed(place.workspace.history.steps))
    return {"steps": steps, "compared": compared, "why": why}


# --- for the scripts of a page -----------------------------------------------------------------


def texts(place: ServedSpec) -> dict[str, Any]:
    """Return the text of each file of a spec, and what is to be said of its lines."""
    state = place.workspace.state
    found = [
        {"message": one.message, "fix": one.fix or "", "severity": "error", **_at(one.place)}
        for one in state.result.faults
    ]
    for one in state.result.shown:
        said = one.outcome.question or one.outcome.message
        fix = one.outcome.fix or ""
        found.append({"message": said, "fix": fix, "severity": _severity(one), **_at(one.place)})
    found += [
        {"message": one.message, "fix": one.fix or "", "severity": "info", **_at(one.place)}
        for one in state.result.remarks
    ]
    shown = {name: text.replace("\r\n", "\n") for name, text in state.texts.items()}
    return {
        "version": state.version,
        "files": shown,
        "findings": found,
        "paths": place.workspace.paths_by_line(),
        "words": place.workspace.words(),
    }


def _severity(finding: "api.Finding") -> str:
    if not finding.is_fault:
        return "info"
    return "error" if finding.is_error else "warning"


def _at(place: "api.Place | None") -> dict[str, Any]:
    return {
        "file": place.file if place else None,
        "line": place.line if place else 1,
        "column": place.column if place else 1,
        "length": place.length if place else 1,
    }


def where(place: ServedSpec, path: str) -> dict[str, Any]:
    """Return where a value stands: its key, the screen on which it is stated, file and line."""
    spec = place.workspace.last_good
    screen = place.workspace.screen(path)
    found = spec.places.of(path)
    return {"key": place.workspace.key_of(path), "screen": screen.key, **_at(found)}


def parts(place: ServedSpec, document: str, since: int) -> dict[str, Any]:
    """Return the parts of a document: the names of all, and the HTML of those that are new."""
    page = place.workspace.page(document)
    known = place.workspace.parts_of_page(since)
    return {
        "number": page.number,
        "order": [one.name for one in page.parts],
        "html": {one.name: one.html for one in page.parts if one.name not in known},
        "draft": page.is_draft,
        "title": page.title,
    }


def pages(place: ServedSpec, document: str, since: int) -> dict[str, Any]:
    """Return the pages of a document: the names of all, and what stands on those that are new."""
    made = place.workspace.pages(document)
    known = place.workspace.names_of_pages(since)
    return {
        "number": made.number,
        "order": [one.name for one in made.pages],
        "pages": {one.name: _page(one) for one in made.pages if one.name not in known},
    }


def _page(page: "api.SetPage") -> dict[str, Any]:
    """Return what stands on a page: its size and headings, and the parts of it that lead."""
    return {
        "size": [page.width, page.height],
        "headings": page.headings,
        "areas": [
            [*(round(side, 1) for side in one.box), one.lead.kind, one.lead.to]
            for one in page.areas
        ],
    }
