"""The call as templates see it: its facts, what holds in the strand, and what it speaks of."""

from escp_docs.compose.values.value import At
from escp_docs.compose.values.view import Missing, PartView
from escp_docs.language.language import Language
from escp_docs.model import schema
from escp_docs.model.call import Call, Terms
from escp_docs.model.spec import Spec

_CLUSTERS = "cluster_organisation"


def call_view(spec: Spec, call: Call, language: Language) -> PartView:
    """Return the call for templates.

    Beside its keys it has `strand`, the terms of the strand, each missing while the strand is;
    `asks`, the same for clauses that are worded before the strand is chosen: what any strand asks;
    and whether it speaks of something at all: `has_strands`, `has_platform`, `has_clusters`,
    `has_targets` (or the spec does).
    """
    nowhere = At(spec, language, "", in_spec=False)
    asks = _asks(spec, call)
    kinds = asks.eligible_kinds.value if asks.eligible_kinds else ()
    return PartView(nowhere, Call, call).beside(
        strand=_strand(spec, call, nowhere),
        asks=PartView(nowhere, Terms, asks),
        has_strands=len(call.strands) > 1,
        has_platform=asks.eccp_status is not None,
        has_clusters=_CLUSTERS in kinds,
        has_targets=_asks_for_targets(asks) or bool(spec.target_countries),
    )


def _asks_for_targets(asks: Terms) -> bool:
    return asks.least_targets is not None or asks.third_countries_only is not None


def _strand(spec: Spec, call: Call, nowhere: At) -> PartView:
    if spec.strand in call.strands:
        return PartView(nowhere, Terms, call.terms(spec.strand), {"name": spec.strand})
    key = schema.keys(Spec)["strand"]
    missing = Missing(At(spec, nowhere.language, "strand", key), key.shape)
    unknown = dict.fromkeys(("name", *schema.keys(Terms)), missing)
    return PartView(nowhere, Terms, None, unknown)


def _asks(spec: Spec, call: Call) -> Terms:
    """Return the terms of the strand; while it is open, those of the first that states each."""
    if spec.strand in call.strands:
        return call.terms(spec.strand)
    stated = {
        name: getattr(strand, name)
        for strand in reversed(call.strands.values())
        for name in strand.stated
    }
    return call.all_strands.updated(stated)
