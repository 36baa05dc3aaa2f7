"""FRM005 identifier-malformed: an identifier of a partner cannot be right.

What it checks
    Each `pic` that is written has nine digits; spaces between them do not matter. No `vat_number`
    that is written is refuted by its check digit.

Why
    A participant is found in the register by these numbers; a wrong digit brings up somebody else
    or nobody.

Met
    consortium: {partners: [{id: A, country: PT, pic: "912345678", vat_number: PT599000007}]}

Not met
    consortium: {partners: [{id: A, country: PT, pic: "91234567", vat_number: PT599000007}]}

Undecided
    consortium: {}

Source
    identifiers_well_formed

Choice
    An absent identifier is asked for by FRM006, not here. A VAT number of another length, or of a
    country whose check digit no library knows, is not judged.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.consortium import Partner
from escp_docs.model.entity import pic_of
from escp_docs.model.not_written import NONE
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met
from escp_docs.rules.facts.check_digit import refuted


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per malformed identifier, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    yield from or_met(_found(case), case.met("no identifier is malformed", PARTNERS))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}]"
        if partner.pic is not None and not _has_pic(partner):
            yield case.not_met(
                f"the PIC of {partner.id} is {partner.pic!r}, not nine digits",
                f"{path}.pic",
                "copy it from the participant register",
            )
        vat = partner.vat_number
        if vat and vat != NONE and refuted(vat, partner.country):
            yield case.not_met(
                f"the VAT number of {partner.id} is {vat!r}, which its check digit refutes",
                f"{path}.vat_number",
                "copy it from an invoice of the partner",
            )


def _has_pic(partner: Partner) -> bool:
    return pic_of(partner) is not None


RULE = Rule(
    "FRM005", "identifier-malformed", lambda terms: asked(terms.identifiers_well_formed), check
)
