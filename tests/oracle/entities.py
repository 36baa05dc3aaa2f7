"""Which entries of partners are one legal entity: rules.md has the order of identifiers."""

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final, TypeVar

from tests.oracle import stated
from tests.oracle.countries import country
from tests.oracle.stated import Entry, folded

_Item = TypeVar("_Item")

_LEGAL_FORMS: Final = ("limited", "ltd", "gmbh", "ev", "sa", "srl", "spa")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def pic(partner: Entry) -> str | None:
    """Return the identification code of a participant if it has its nine digits."""
    found = (stated.choice(partner, "pic") or "").replace(" ", "")
    return found if re.fullmatch(r"[0-9]{9}", found) else None


def same(one: Entry, other: Entry) -> bool:
    """Return whether two entries are one entity by the first identifier that both carry."""
    if (mine := pic(one)) and (theirs := pic(other)):
        return mine == theirs
    if not (country(one) and country(other)):
        return False
    if (mine := _key(one, "registration_number")) and (
        theirs := _key(other, "registration_number")
    ):
        numbers_agree = mine == theirs and country(one) == country(other)
        return numbers_agree and (
            _agree(one, other, "register") or _agree(one, other, "legal_name")
        )
    return country(one) == country(other) and _agree(one, other, "legal_name")


def may_be_same(one: Entry, other: Entry) -> bool:
    """Return whether something hints that two entries which are not `same` are one entity.

    The same VAT number, or in one country names that differ in the legal form, in ue for ü, or not
    at all.
    """
    if (vat := _vat(one)) and vat == _vat(other):
        return True
    alike = bool(_spellings(one) & _spellings(other))
    return alike and country(one) is not None and country(one) == country(other)


def groups(items: Sequence[_Item], alike: Callable[[_Item, _Item], bool]) -> list[list[_Item]]:
    """Return items in groups, in which each is linked to the others by pairs that are alike."""
    group_of = list(range(len(items)))
    for first, second in combinations(range(len(items)), 2):
        if alike(items[first], items[second]):
            kept, joined = group_of[first], group_of[second]
            group_of = [kept if one == joined else one for one in group_of]
    return [
        [item for item, of in zip(items, group_of, strict=True) if of == group]
        for group in dict.fromkeys(group_of)
    ]


def entities(partners: Sequence[Entry]) -> int:
    """Return how many entities entries are: a linked group with n codes is n, at least one."""
    linked = groups(partners, same)
    return sum(max(1, len({code for one in group if (code := pic(one))})) for group in linked)


def contradict_themselves(partners: Sequence[Entry]) -> bool:
    """Return whether entries of one entity say that it is established in two countries."""
    linked = ({country(one) for one in group} - {None} for group in groups(partners, same))
    return any(len(states) > 1 for states in linked)


def _key(partner: Entry, key: str) -> str | None:
    found = stated.name(partner, key)
    return folded(found) or None if found else None


def _agree(one: Entry, other: Entry, key: str) -> bool:
    return (found := _key(one, key)) is not None and found == _key(other, key)


def _vat(partner: Entry) -> str | None:
    found = _key(partner, "vat_number")
    return re.sub(r"^[a-z]{2}", "", found) or None if found else None


def _spellings(partner: Entry) -> set[str]:
    found = stated.name(partner, "legal_name")
    if not found:
        return set()
    found = found.casefold()
    return {_bare(folded(found)), _bare(folded(found.translate(_UMLAUTS)))}


def _bare(spelling: str) -> str:
    form = next((one for one in _LEGAL_FORMS if spelling.endswith(one) and spelling != one), "")
    return spelling.removesuffix(form)
