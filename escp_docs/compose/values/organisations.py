"""The partners and associated organisations, each with what is computed beside its keys."""

from collections.abc import Iterator
from typing import Final

from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.value import At
from escp_docs.compose.values.view import ListView, Missing, PartView, bind, plain
from escp_docs.document import Inline, Signature, Strong, Text
from escp_docs.model import schema
from escp_docs.model.consortium import Associated, Partner
from escp_docs.model.spec import Spec

_LABELS: Final = ("Name", "Role", "Authority")
_BY_HAND: Final[tuple[tuple[str, tuple[Inline, ...]], ...]] = (("Place", ()), ("Date", ()))


def beneficiaries(spec: Spec) -> dict[str, PartView]:
    """Return the partners by id, the coordinator first, each with its number from 1."""
    order = sorted(
        range(len(spec.partners)),
        key=lambda index: spec.partners[index].id != spec.consortium.coordinator,
    )
    found = {}
    for number, index in enumerate(order, start=1):
        partner = spec.partners[index]
        at = At(spec, f"consortium.partners[{index}]")
        found[partner.id] = PartView(at, Partner, partner, {"number": number, "beneficiary": True})
    return found


def _associated(spec: Spec) -> Iterator[tuple[str, PartView]]:
    for index, one in enumerate(spec.consortium.associated or ()):
        at = At(spec, f"consortium.associated[{index}]")
        yield one.id, PartView(at, Associated, one, {"beneficiary": False})


def coordinator(spec: Spec, people: dict[str, PartView]) -> object:
    """Return the coordinating partner; a missing one is one question for all of its keys."""
    key = schema.keys(type(spec.consortium))["coordinator"]
    missing = Missing(At(spec, "consortium.coordinator", key), Partner, whole=True)
    return people.get(spec.consortium.coordinator or "", missing)


def members(spec: Spec, people: dict[str, PartView]) -> ListView:
    """Return the members of the agreement: those it names, or all partners."""
    everyone = {**people, **dict(_associated(spec))}
    named = spec.agreement.members
    chosen = tuple(people) if named is None else named
    return ListView(tuple(everyone[name] for name in chosen if name in everyone))


def is_beneficiary(member: object) -> bool:
    """Whether a member is a partner, and not an associated organisation."""
    return isinstance(member, PartView) and bool(member["beneficiary"])


def entry(spec: Spec, people: dict[str, PartView], name: object) -> object:
    """Return the partner or associated organisation that has an id; the id itself if none has.

    Where the id itself is missing, everything about the organisation is that one question.
    """
    if isinstance(name, Missing):
        return name.as_entry(Partner)
    found = {**people, **dict(_associated(spec))}.get(str(plain(name)))
    return found if found is not None else name


def signatures(member: PartView) -> BoundValue:
    """Return one signature block per signatory of a member; one to fill in if none is named."""
    signatories = member["signatories"]
    entries = tuple(signatories) if isinstance(signatories, ListView) else ()
    party = (
        *_strong(bind(member["legal_name"]).inlines),
        Text(" ("),
        *bind(member["id"]).inlines,
        Text(")"),
    )
    identifier = str(plain(member["id"]))
    blocks = [
        Signature(f"sig-{identifier}-{number}", party, _signing(one))
        for number, one in enumerate(entries or (signatories,), start=1)
    ]
    return BoundValue((), tuple(blocks))


def blank_signature(field: str, party: str) -> BoundValue:
    """Return a signature block of somebody whom the spec does not know, to be filled in.

    Args:
        field: The name of the signature field, unique in the document.
        party: What is set above it.
    """
    rows: tuple[tuple[str, tuple[Inline, ...]], ...] = tuple((label, ()) for label in _LABELS)
    block = Signature(f"sig-{field}", _strong(bind(party).inlines), (*rows, *_BY_HAND))
    return BoundValue((), (block,))


def _signing(signatory: object) -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    if isinstance(signatory, PartView):
        known = tuple((label, bind(signatory[label.lower()]).inlines) for label in _LABELS)
        return (*known, *_BY_HAND)
    blank: tuple[tuple[str, tuple[Inline, ...]], ...] = tuple((one, ()) for one in _LABELS[1:])
    return (("Name", bind(signatory).inlines), *blank, *_BY_HAND)


def _strong(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Strong(children),)
