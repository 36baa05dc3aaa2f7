"""What a new spec begins with: values as a spec has them, or why they cannot be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final, TypeVar

from msgspec import Struct
from typing_extensions import TypeAliasType

from escp_docs.errors import ArgumentError
from escp_docs.model.call import Call
from escp_docs.model.country import code_of, says_region
from escp_docs.model.near_country import meant, near_codes
from escp_docs.model.reading import RefusedValueError, read_one
from escp_docs.model.scalar import Country, Identifier
from escp_docs.pattern import pattern
from escp_docs.spelling import unknown

_SIGN: Final = pattern(r"\s*[:;,=]\s*")
_CODE: Final = 2  # letters
_T = TypeVar("_T")


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
    call: Callable[[], Call],
    strand: str | None,
    acronym: str | None,
    partners: Iterable[tuple[str, str] | str],
    targets: Sequence[str],
) -> Beginning:
    """Return what a spec begins with, from short names with their countries among others.

    What is empty is left open: a partner may lack its country in a draft, but not in a text that
    is to say both.

    Raises:
        ArgumentError: there is no such call, strand or country, or an acronym or id cannot be one;
            all that is wrong is said, each with its field.
    """
    slips: list[tuple[str, ArgumentError]] = []

    def found(field: str, value: Callable[[], _T]) -> _T | None:
        try:
            return value()
        except ArgumentError as error:
            slips.append((field, error))
            return None

    known = found("call", call)
    if known and strand is not None:
        found("strand", partial(_strand, known, strand))
    if acronym is not None:
        found("acronym", partial(_acronym, acronym))
    countries: dict[str, str] = {}
    for at, given in enumerate(partners):
        text, place = found(f"partners[{at}]", partial(_both, given)) or ("", "")
        if not text.strip() and not place.strip():
            continue
        name = found(f"partners[{at}].name", partial(_short_name, text, countries))
        code = found(f"partners[{at}].country", partial(_country_of_partner, place))
        if name:
            countries[name] = code or ""
    named = [(at, one) for at, one in enumerate(targets) if one.strip()]
    codes = [found(f"targets[{at}]", partial(_target, one)) or "" for at, one in named]
    if slips or known is None:
        raise together(slips)
    return Beginning(known, strand, acronym, countries, tuple(dict.fromkeys(codes)))


def together(slips: Sequence[tuple[str, ArgumentError]]) -> ArgumentError:
    """Return one error that says all that is wrong, at the argument that all of them name."""
    fields = tuple((field, str(one)) for field, one in slips)
    kinds = {type(one) for _, one in slips}
    named = {one.what for _, one in slips}
    words = "; ".join(dict.fromkeys(words for _, words in fields))
    kind = kinds.pop() if len(kinds) == 1 else ArgumentError
    return kind(words, named.pop() if len(named) == 1 else "", fields)


def _strand(call: Call, strand: str) -> str:
    if strand not in call.strands:
        raise unknown("strand", strand, call.strands, where=call.id)
    return strand


def _acronym(text: str) -> str:
    if not text.strip():
        raise ArgumentError("an acronym has at least one letter", "acronym")
    return text


def _both(given: tuple[str, str] | str) -> tuple[str, str]:
    """Return the short name and the country of a partner, which a text has to say both."""
    if not isinstance(given, str):
        return given
    pair = name_and_country(given)
    if not all(pair):
        raise ArgumentError(f"{given!r} is not a short name and a country", "partner")
    return pair


def _short_name(text: str, others: Iterable[str]) -> str:
    if not text.strip():
        raise ArgumentError("the partner has no short name; write two to eight letters", "partner")
    name = _valid(Identifier, text, "partner")
    if name.casefold() in {one.casefold() for one in others}:
        raise ArgumentError(f"{name} stands there twice", "partner")
    return name


def _country_of_partner(text: str) -> str:
    return _country(text, "partner") if text.strip() else ""


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
    """Return the code of a country, by its code or its name, else the name of a region.

    A name that a country nearly has is none of a region, unless it says that it is one.
    """
    name = " ".join(text.split())
    if len(name) == _CODE or not name:
        return _country(name, "target")
    if code := code_of(name):
        return code
    near = () if says_region(name) else near_codes(name)
    if near:
        code = near[0] if len(near) == 1 else "the code"
        raise ArgumentError(
            f"target is {name!r}, no country; did you mean {meant(near)}?; "
            f'write {code}, or, if it is a region, "{name} region"',
            "target",
        )
    return name


def _country(text: str, what: str) -> str:
    return _valid(Country, code_of(text) or text, what)


def _valid(kind: TypeAliasType, text: str, what: str) -> str:
    try:
        return str(read_one(kind, text))
    except RefusedValueError as error:
        raise ArgumentError(f"{what} {error.fact}; {error.fix}", what) from error
