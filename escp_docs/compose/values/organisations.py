"""The partners and associated organisations, each with what is computed beside its keys."""

from collections.abc import Iterator

from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.value import At
from escp_docs.compose.values.view import ListView, Missing, PartView, bind, plain
from escp_docs.document import Inline, Signature, Strong, Text
from escp_docs.language.language import Language
from escp_docs.model import schema
from escp_docs.model.consortium import Associated, Partner
from escp_docs.model.spec import Spec

_Rows = tuple[tuple[str, tuple[Inline, ...]], ...]


def _order(spec: Spec) -> list[int]:
    return sorted(
        range(len(spec.partners)),
        key=lambda index: spec.partners[index].id != spec.consortium.coordinator,
    )


def beneficiary_ids(spec: Spec) -> tuple[str, ...]:
    """Return the ids of the partners, that of the coordinator first."""
    return tuple(spec.partners[index].id for index in _order(spec))


def beneficiaries(spec: Spec, language: Language) -> dict[str, PartView]:
    """Return the partners by id, the coordinator first, each with its number from 1."""
    found = {}
    for number, index in enumerate(_order(spec), start=1):
        partner = spec.partners[index]
        at = At(spec, language, f"consortium.partners[{index}]")
        found[partner.id] = PartView(at, Partner, partner, {"number": number, "beneficiary": True})
    return found


def _associated(spec: Spec, language: Language) -> Iterator[tuple[str, PartView]]:
    for index, one in enumerate(spec.consortium.associated or ()):
        at = At(spec, language, f"consortium.associated[{index}]")
        yield one.id, PartView(at, Associated, one, {"beneficiary": False})


def coordinator(spec: Spec, people: dict[str, PartView], language: Language) -> object:
    """Return the coordinating partner; a missing one is one question for all of its keys."""
    key = schema.keys(type(spec.consortium))["coordinator"]
    missing = Missing(At(spec, language, "consortium.coordinator", key), Partner, whole=True)
    return people.get(spec.consortium.coordinator or "", missing)


def members(spec: Spec, people: dict[str, PartView], language: Language) -> ListView:
    """Return the members of the agreement: those it names, or all partners."""
    everyone = {**people, **dict(_associated(spec, language))}
    named = spec.agreement.members
    chosen = tuple(people) if named is None else named
    return ListView(tuple(everyone[name] for name in chosen if name in everyone), language)


def is_beneficiary(member: object) -> bool:
    """Whether a member is a partner, and not an associated organisation."""
    return isinstance(member, PartView) and bool(member["beneficiary"])


def entry(spec: Spec, people: dict[str, PartView], name: object, language: Language) -> object:
    """Return the partner or associated organisation that has an id; the id itself if none has.

    Where the id itself is missing, everything about the organisation is that one question.
    """
    if isinstance(name, Missing):
        return name.as_entry(Partner)
    found = {**people, **dict(_associated(spec, language))}.get(str(plain(name)))
    return found if found is not None else name


def signatures(
    member: PartView, language: Language, *, by_hand: bool = True, second: str = ""
) -> BoundValue:
    """Return the signature block of a member: a part for each signatory, one if none is named.

    The member is named above the first alone. Signatures by hand have lines for place and date;
    those by electronic means say both themselves. `second` is what a second signature is for,
    empty if there is none.
    """
    signatories = member["signatories"]
    entries = tuple(signatories) if isinstance(signatories, ListView) else ()
    party = (
        *_strong(bind(member["legal_name"], language).inlines),
        Text(" ("),
        *bind(member["id"], language).inlines,
        Text(")"),
    )
    identifier = str(plain(member["id"]))
    blocks = [
        Signature(
            f"sig-{identifier}-{number}",
            party if number == 1 else (),
            (*_signing(one, language, by_hand=by_hand), *_blank(*filter(None, (second,)))),
            language.signing.signature,
        )
        for number, one in enumerate(entries or (signatories,), start=1)
    ]
    return BoundValue((), tuple(blocks))


def blank_signature(field: str, party: str, language: Language, *, second: str = "") -> BoundValue:
    """Return a signature block of somebody whom the spec does not know, to be filled in.

    Args:
        field: The name of the signature field, unique in the document.
        party: What is set above it.
        language: The language of the document.
        second: What a second signature is for, empty if there is none.
    """
    words = language.signing
    labels = (words.name, words.role, words.authority)
    above = _strong(bind(party, language).inlines)
    rows = (*_blank(*labels), *_by_hand(language), *_blank(*filter(None, (second,))))
    block = Signature(f"sig-{field}", above, rows, words.signature)
    return BoundValue((), (block,))


def _signing(signatory: object, language: Language, *, by_hand: bool) -> _Rows:
    words, pen = language.signing, _by_hand(language) if by_hand else ()
    if isinstance(signatory, PartView):
        labels = {"name": words.name, "role": words.role, "authority": words.authority}
        known = tuple(
            (label, bind(signatory[key], language).inlines) for key, label in labels.items()
        )
        return (*known, *pen)
    nobody = isinstance(signatory, ListView)  # stated, and empty: a name is written by hand
    name = (words.name, () if nobody else bind(signatory, language).inlines)
    return (name, *_blank(words.role, words.authority), *pen)


def _by_hand(language: Language) -> _Rows:
    return _blank(language.signing.place, language.signing.date)


def _blank(*labels: str) -> _Rows:
    return tuple((label, ()) for label in labels)


def _strong(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Strong(children),)
