"""What is counted over the partners: countries, members, strengths."""

from typing import Any

from escp_docs.compose.values.organisations import beneficiary_ids
from escp_docs.compose.values.view import question
from escp_docs.language.language import Language
from escp_docs.model.call import Call
from escp_docs.model.consortium import Partner
from escp_docs.model.folding import joined
from escp_docs.model.spec import Spec


def counted(spec: Spec, call: Call, language: Language) -> dict[str, Any]:
    """Return what is counted over the partners."""
    states = list(
        dict.fromkeys(call.countries.state_of(one.country) for one in spec.partners if one.country)
    )
    totals = [one.members.total for one in spec.partners]
    smes = [one.members.smes for one in spec.partners]
    known = bool(totals) and None not in totals and None not in smes
    return {
        "countries": states,
        "member_states": sum(call.countries.is_member_state(code) for code in states),
        "cosme_countries": sum(
            call.countries.is_participating_third_country(code) for code in states
        ),
        "members": sum(one or 0 for one in totals) if known else None,
        "smes": sum(one or 0 for one in smes) if known else None,
        "all_clusters": all(_is_cluster(one) for one in spec.partners),
        "members_missing": _first_missing_members(spec, language),
        "strengths": _strengths(spec),
    }


def _is_cluster(partner: Partner) -> bool:
    """Whether a partner states that it is a cluster organisation and a legal entity of its own."""
    return bool(partner.own_legal_entity) and partner.kind in {
        "cluster_organisation",
        "business_network",
    }


def _strengths(spec: Spec) -> list[tuple[str, list[bool]]]:
    """Return each strength with who has it, in the order of the beneficiaries."""
    partners = [spec.partner(name) for name in beneficiary_ids(spec)]
    held = [
        {joined(strength) for strength in (one.strengths or ())} if one else set()
        for one in partners
    ]
    names = {
        joined(strength): strength
        for one in reversed(partners)
        for strength in reversed((one and one.strengths) or ())
    }
    order = dict.fromkeys(
        joined(strength) for one in partners for strength in ((one and one.strengths) or ())
    )
    return [(names[key], [key in has for has in held]) for key in order]


def _first_missing_members(spec: Spec, language: Language) -> object:
    for index, one in enumerate(spec.partners):
        for name in ("total", "smes"):
            if getattr(one.members, name) is None:
                return question(spec, f"consortium.partners[{index}].members.{name}", language)
    return question(spec, "consortium.partners", language)
