"""A new spec, begun in an empty folder: the verdict from the first answer on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.responses import JSONResponse

from escp_docs import api
from escp_docs.web.asked import Body
from escp_docs.web.desk import Desk
from escp_docs.web.pages import rendered
from escp_docs.web.standing import StandingInShort


def context(desk: Desk) -> Mapping[str, Any]:
    """Return what the page of a new spec shows."""
    calls = [api.call(one) for one in api.call_ids()]
    return {
        "title": "A new partnership",
        "folder": str(Path(desk.new_folder).resolve()),
        "calls": calls,
        "usual": api.DEFAULT_CALL,
        "countries": api.countries(),
        "n": None,
    }


def begin(desk: Desk, asked: Body) -> JSONResponse:
    """Return what the rules say of the answers so far; write the spec if that is asked for.

    Raises:
        ArgumentError: nothing can be begun here, or a file is there already.
        WriteError: the folder cannot be written.
    """
    if not desk.new_folder:
        raise api.ArgumentError("there is a spec already")
    try:
        begun = _begun(asked)
        result = api.first_verdict(begun)
    except (api.ArgumentError, api.UnreadableError) as error:
        faults = getattr(error, "faults", ())
        words = "; ".join(one.message for one in faults) or str(error)
        slips = getattr(error, "slips", ())
        told = [{"field": field, "message": message} for field, message in slips]
        return JSONResponse({"error": words, "slips": told, "written": False})
    shown = rendered("verdict.html", {"standing": StandingInShort.of(result), "n": None})
    asks = rendered("asks.html", {"standing": StandingInShort.of(result)})
    if not asked.flag("write"):
        return JSONResponse({"verdict": shown, "asks": asks, "error": None, "written": False})
    spec = api.init(Path(desk.new_folder), begun)
    desk.begin(spec)
    return JSONResponse({"verdict": shown, "asks": asks, "error": None, "written": True})


def _begun(asked: Body) -> "api.Beginning":
    return api.begin(
        call_id=asked.text("call", api.DEFAULT_CALL),
        strand=asked.text("strand", "") or None,
        acronym=asked.text("acronym", "") or None,
        partners=[api.name_and_country(one) for one in asked.texts("partners")],
        targets=asked.texts("targets"),
    )
