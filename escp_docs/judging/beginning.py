"""What a new spec begins with: values as a spec has them, or why they cannot be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from escp_docs.errors import ArgumentError
from escp_docs.model.call import Call
from escp_docs.model.scalar import Country, Identifier
from escp_docs.spelling import unknown

_COUNTRY: TypeAdapter[str] = TypeAdapter(Country)
_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a spec begins with; the country of each partner by its id, the coordinator first."""

    call: Call
    strand: str | None
    acronym: str | None
    partners: Mapping[str, str]
    targets: tuple[str, ...]


def beginning(
    call: Call,
    strand: str | None,
    acronym: str | None,
    partners: Mapping[str, str],
    targets: Sequence[str],
) -> Beginning:
    """Return what a spec begins with.

    Raises:
        ArgumentError: there is no such strand or country, or an acronym or id cannot be one.
    """
    if strand is not None and strand not in call.strands:
        raise unknown("strand", strand, call.strands, among=f"strand in {call.id}")
    if acronym is not None and not acronym.strip():
        raise ArgumentError("an acronym has at least one letter", "acronym")
    found: dict[str, str] = {}
    for text, place in partners.items():
        name = _valid(_IDENTIFIER, text, "partner")
        if name.casefold() in {one.casefold() for one in found}:
            raise ArgumentError(f"{name} stands there twice", "partner")
        found[name] = _valid(_COUNTRY, place.upper(), "partner")
    codes = dict.fromkeys(_valid(_COUNTRY, text.upper(), "target") for text in targets)
    return Beginning(call, strand, acronym, found, tuple(codes))


def _valid(kind: TypeAdapter[str], text: str, what: str) -> str:
    try:
        return kind.validate_python(text)
    except ValidationError as error:
        found = error.errors()[0]
        fix = found.get("ctx", {}).get("fix")
        cure = f"; {fix}" if fix else ""
        raise ArgumentError(f"{what} {found['msg']}{cure}", what) from error
