"""Which partners are one legal entity."""

import re
from collections.abc import Sequence
from typing import Final

from escp_docs.model.consortium import Partner
from escp_docs.model.folding import joined
from escp_docs.model.not_written import NONE

_PIC: Final = re.compile(r"[0-9]{9}")


def identifiers(partner: Partner) -> tuple[str | None, str | None, str | None]:
    """Return what identifies a partner, the surest first; None where it does not say.

    These are the well-formed PIC, the registration number with the country, and the legal name,
    folded, with the country.
    """
    pic = (partner.pic or "").replace(" ", "")
    number = "" if _has_none(partner) else joined(partner.registration_number or "")
    name = joined(partner.legal_name or "")
    return (
        pic if _PIC.fullmatch(pic) else None,
        f"{partner.country} {number}" if partner.country and number else None,
        f"{partner.country} {name}" if partner.country and name else None,
    )


def _has_none(partner: Partner) -> bool:
    """Whether a partner is in no register, or has no number in it: that identifies nobody."""
    return NONE in (partner.registration_number, partner.public_register)


def same(one: Partner, other: Partner) -> bool:
    """Whether two partners are one legal entity: the first identifier that both carry agrees."""
    for left, right in zip(identifiers(one), identifiers(other), strict=True):
        if left is not None and right is not None:
            return left == right
    return False


def entities(partners: Sequence[Partner]) -> tuple[tuple[int, ...], ...]:
    """Return the legal entities among `partners`, each as the positions of its entries.

    Entities are the groups linked pair by pair, in whatever order they are met; they come in the
    order of their first entry.
    """
    group = list(range(len(partners)))
    for right in range(len(partners)):
        for left in range(right):
            if same(partners[left], partners[right]):
                old, new = group[right], group[left]
                group = [new if one == old else one for one in group]
    found: dict[int, list[int]] = {}
    for position, name in enumerate(group):
        found.setdefault(name, []).append(position)
    return tuple(tuple(positions) for positions in found.values())


def country_of(partners: Sequence[Partner], entity: tuple[int, ...]) -> str | None:
    """Return the country of an entity: that of its first entry that states one."""
    return next((partners[one].country for one in entity if partners[one].country), None)
