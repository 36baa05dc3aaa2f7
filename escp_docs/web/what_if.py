"""What the rules would say without a partner, in another strand, under another call."""

from collections.abc import Mapping
from typing import Any

from escp_docs import api
from escp_docs.web.desk import ServedSpec
from escp_docs.web.standing import StandingInShort


def context(place: ServedSpec, query: Mapping[str, str]) -> dict[str, Any]:
    """Return what the view shows; `query` holds what is to be otherwise."""
    without, strand, call = (query.get(one, "") for one in ("without", "strand", "call"))
    gone = tuple(one for one in without.split(",") if one)
    found: dict[str, Any] = {
        "partners": (),
        "strands": (),
        "calls": api.call_ids(),
        "gone": gone,
        "strand": strand,
        "call": call,
        "result": None,
        "why": "",
        "then": None,
    }
    try:
        spec = place.workspace.last_good
    except api.UnreadableError:
        return found | {"why": "the spec cannot be read"}
    found |= {"partners": spec.spec.partners, "strands": tuple(spec.call.strands)}
    if not (gone or strand or call):
        return found
    try:
        result = api.check(spec, call=call or None, strand=strand or None, without=gone)
    except api.EscpError as error:
        return found | {"why": str(error)}
    return found | {"result": result, "then": StandingInShort.of(result)}
