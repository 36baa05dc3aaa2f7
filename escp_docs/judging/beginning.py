"""What a new spec begins with: values as a spec has them, or why they cannot be."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct
from typing_extensions import TypeAliasType

from escp_docs.errors import ArgumentError
from escp_docs.model.call import Call
from escp_docs.model.country import code_of
from escp_docs.model.reading import RefusedValueError, read_one
from escp_docs.model.scalar import Country, Identifier
from escp_docs.spelling import unknown

_SIGN: Final = re.compile(r"\s*[:;,=]\s*")
_CODE: Final = 2  # letters


class Beginning(Struct, frozen=True):
    """What a spec begins with; the country of each partner by its id, the coordinator first.

    `targets` are codes of countries and names of regions.
    """

    call: Call
    strand: str | None
    acronym: str | None
    partners: Mapping[str, str]
    targets: tuple[str, ...]


def beginning(
    call: Call,
    strand: str | None,
    acronym: str | None,
    partners: Iterable[tuple[str, str]],
    targets: Sequence[str],
) -> Beginning:
    """Return what a spec begins with, from short names with their countries among others.

    Raises:
        ArgumentError: there is no such strand or country, or an acronym or id cannot be one; all
            that is wrong is said.
    """
    slips: list[ArgumentError] = []

    def found(value: Callable[[str], str], text: str) -> str:
        try:
            return value(text)
        except ArgumentError as error:
            slips.append(error)
            return ""

    if strand is not None and strand not in call.strands:
        slips.append(unknown("strand", strand, call.strands, among=f"strand in {call.id}"))
    if acronym is not None and not acronym.strip():
        slips.append(ArgumentError("an acronym has at least one letter", "acronym"))
    countries: dict[str, str] = {}
    for text, place in partners:
        name = found(lambda one: _valid(Identifier, one, "partner"), text)
        if name and name.casefold() in {one.casefold() for one in countries}:
            slips.append(ArgumentError(f"{name} stands there twice", "partner"))
        if not place.strip():
            slips.append(ArgumentError(f"the country of {name or text!r} is not stated", "partner"))
            continue
        countries[name] = found(lambda one: _country(one, "partner"), place)
    codes = tuple(dict.fromkeys(found(_target, one) for one in targets))
    if slips:
        raise together(slips)
    return Beginning(call, strand, acronym, countries, codes)


def together(slips: Sequence[ArgumentError]) -> ArgumentError:
    """Return one error that says all that is wrong, at the argument that all of them name."""
    if len(slips) == 1:
        return slips[0]
    named = {one.what for one in slips}
    words = "; ".join(dict.fromkeys(str(one) for one in slips))
    return ArgumentError(words, named.pop() if len(named) == 1 else "")


def name_and_country(text: str) -> tuple[str, str]:
    """Return the short name and the country of a text such as "CMC PT", "Holz: Austria".

    A sign parts the two, else the country is the longest end that is the name of one, else all but
    the first word. Either is empty where there is but one word.
    """
    parted = _SIGN.split(text.strip(), maxsplit=1)
    if len(parted) > 1:
        return " ".join(parted[0].split()), parted[1].strip()
    words = text.split()
    ends = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    found = next((pair for pair in ends if code_of(pair[1])), None)
    return found or (words[0] if words else "", " ".join(words[1:]))


def _target(text: str) -> str:
    """Return the code of a country, by its code or its name, else the name of a region."""
    name = " ".join(text.split())
    is_code = len(name) == _CODE or not name
    return _country(name, "target") if is_code else code_of(name) or name


def _country(text: str, what: str) -> str:
    return _valid(Country, code_of(text) or text, what)


def _valid(kind: TypeAliasType, text: str, what: str) -> str:
    try:
        return str(read_one(kind, text))
    except RefusedValueError as error:
        raise ArgumentError(f"{what} {error.fact}; {error.fix}", what) from error
