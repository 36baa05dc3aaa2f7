"""Which partners are one legal entity."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from msgspec import Struct

from escp_docs.model.consortium import Partner
from escp_docs.model.folding import joined, words_of
from escp_docs.model.kept import kept
from escp_docs.model.not_written import NONE
from escp_docs.pattern import pattern

_PIC: Final = pattern(r"[0-9]{9}")
_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

StateOf = Callable[[str], str]
"""Returns the state that a country or territory counts as."""


class Identifiers(Struct, frozen=True):
    """What identifies a partner, the surest first; None where it does not say.

    The well-formed PIC; the registration number and the legal name, each folded and with the state.
    A number identifies within a register, or together with a name.
    """

    pic: str | None
    number: str | None
    register: str | None
    name: str | None

    @property
    def numbers(self) -> Iterator[tuple[str, str, str]]:
        """The number with the register, and with the name: entries that share one are the same."""
        if self.number is not None and self.register is not None:
            yield "register", self.number, self.register
        if self.number is not None and self.name is not None:
            yield "name", self.number, self.name


def identifiers(partner: Partner, state_of: StateOf = str) -> Identifiers:
    """Return what identifies a partner."""
    return _identifiers(partner, state_of)


def _reckoned(partner: Partner, state_of: StateOf) -> Identifiers:
    number = "" if _has_none(partner) else joined(partner.registration_number or "")
    name = joined(partner.legal_name or "")
    state = state_of(partner.country) if partner.country else None
    return Identifiers(
        pic_of(partner),
        f"{state} {number}" if state and number else None,
        joined(partner.public_register or "") or None,
        f"{state} {name}" if state and name else None,
    )


_identifiers: Final = kept(_reckoned, 64)  # of the partners of a few specs


def pic_of(partner: Partner) -> str | None:
    """Return the PIC of a partner, None if it is absent or malformed."""
    pic = (partner.pic or "").replace(" ", "")
    return pic if _PIC.fullmatch(pic) else None


def _has_none(partner: Partner) -> bool:
    """Whether a partner is in no register, or has no number in it: that identifies nobody."""
    return NONE in (partner.registration_number, partner.public_register)


def same(one: Identifiers, other: Identifiers) -> bool:
    """Whether two partners are one legal entity: the first identifier that both carry agrees."""
    if one.pic is not None and other.pic is not None:
        return one.pic == other.pic
    if set(one.numbers) & set(other.numbers):
        return True
    if one.number is not None and other.number is not None:
        return False
    return one.name is not None and one.name == other.name


def hints(
    partner: Partner, state_of: StateOf, legal_forms: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield what two entries of one legal entity may share, though it decides nothing.

    That is the name without legal form, with ae, oe, ue and aa for ä, ö, ü, ø and å or with the
    plain letters, in one state; and the VAT number without its prefix.

    Args:
        partner: The partner.
        state_of: Returns the state that a country counts as.
        legal_forms: What names end with, such as Ltd, Limited and e.V.
    """
    if partner.legal_name and partner.country:
        state, names = state_of(partner.country), (_spelt_out, words_of)
        words = (_without_form(fold(partner.legal_name), fold, legal_forms) for fold in names)
        for one in dict.fromkeys(words):
            yield "the same name", f"{state} {one.replace(' ', '')}"
    vat = joined(partner.vat_number or "")
    if partner.vat_number != NONE and (digits := re.sub(r"^[a-z]{2}", "", vat)):
        yield "the same VAT number", digits


def _without_form(words: str, fold: Callable[[str], str], legal_forms: Sequence[str]) -> str:
    ends = _longest_first(fold, tuple(legal_forms))
    if not words.endswith(ends):
        return words
    return words.removesuffix(next(one for one in ends if words.endswith(one)))


@lru_cache(maxsize=8)
def _longest_first(fold: Callable[[str], str], legal_forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({f" {fold(one)}" for one in legal_forms}, key=len, reverse=True))


def _spelt_out(name: str) -> str:
    return words_of(normalize("NFC", name.casefold()).translate(_SPELT_OUT))
