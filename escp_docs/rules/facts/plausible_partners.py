"""What can hardly be meant of partners and their contacts."""

from collections.abc import Iterator
from typing import Final

from escp_docs.model.call import Terms
from escp_docs.model.consortium import Contact, Partner
from escp_docs.model.not_written import NONE
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.rules.facts.plausibility import Implausible
from escp_docs.rules.facts.word_lists import first_of

_FIRST_YEAR: Final = 1800  # no cluster organisation is as old
_CORRECT: Final = "correct the number"
_LIKE: Final = "write the address, as in office@cluster.example"
# One address alone, as mail programs take it; what stands around it, a name or `mailto:`, they take
# in some places and not in others.
_ADDRESS: Final = pattern(
    r"""[^\s<>()\[\],;:@"]+@[^\s<>()\[\],;:@"'.]+(?:\.[^\s<>()\[\],;:@"'.]+)+"""
)


def of_the_partners(spec: Spec, terms: Terms) -> Iterator[Implausible]:
    """Yield what is doubted of partners, then of associated organisations."""
    for index, partner in enumerate(spec.partners):
        path = f"consortium.partners[{index}]"
        yield from _size(partner, path)
        yield from _age(spec, partner, path)
        yield from _form(partner, path, terms)
        yield from _website(partner, path)
        yield from _contact(partner.contact, partner.id, f"{path}.contact")
    for index, one in enumerate(spec.consortium.associated or ()):
        yield from _contact(one.contact, one.id, f"consortium.associated[{index}].contact")


def _size(partner: Partner, path: str) -> Iterator[Implausible]:
    total, smes = partner.members.total, partner.members.smes
    if total is not None and smes is not None and smes > total:
        said = f"{partner.id} has {smes} SMEs among {total} members"
        yield Implausible(f"{path}.members.smes", said, _CORRECT)
    if partner.kind not in ("cluster_organisation", None):
        return
    if total == 0:
        yield Implausible(
            f"{path}.members.total", f"{partner.id} is a cluster without members", _CORRECT
        )
    if partner.staff_fte == 0:
        yield Implausible(f"{path}.staff_fte", f"{partner.id} has no staff", _CORRECT)


def _age(spec: Spec, partner: Partner, path: str) -> Iterator[Implausible]:
    founded, drafted = partner.founded, spec.project.drafting_date
    if founded is not None:
        said = f"{partner.id} was founded in {founded}"
        if founded < _FIRST_YEAR:
            yield Implausible(f"{path}.founded", said, "correct the year")
        elif drafted is not None and founded > drafted.year:
            yield Implausible(
                f"{path}.founded",
                f"{said}, after this was drafted in {drafted.year}",
                "correct the year",
            )
    registered = partner.eccp.date
    if registered is not None and drafted is not None and registered > drafted:
        said = f"{partner.id} was registered on the cluster platform on {registered}"
        yield Implausible(
            f"{path}.eccp.date", f"{said}, after this was drafted on {drafted}", "correct the date"
        )


def _form(partner: Partner, path: str, terms: Terms) -> Iterator[Implausible]:
    words = terms.legal_form_words.value if terms.legal_form_words else ()
    word = first_of(words, partner.legal_form or "")
    if word is not None:
        yield Implausible(
            f"{path}.legal_form",
            f"the legal form of {partner.id} is {partner.legal_form!r}, no legal entity of its own",
            "name the legal entity that applies, and its form",
        )


def _website(partner: Partner, path: str) -> Iterator[Implausible]:
    website = partner.website
    if website is None or website == NONE:
        return
    if "." not in website or any(one.isspace() for one in website.strip()):
        yield Implausible(
            f"{path}.website",
            f"the website of {partner.id} is {website!r}",
            "write the address, as in https://cluster.example",
        )


def _contact(contact: Contact, name: str, path: str) -> Iterator[Implausible]:
    email, phone = contact.email, contact.phone
    if email is not None and not _ADDRESS.fullmatch(email.strip()):
        said = f"the e-mail address of the contact of {name} is {email!r}"
        inside = dict.fromkeys(_ADDRESS.findall(email))
        cure = f"write {', or '.join(inside)}, and nothing else" if inside else _LIKE
        yield Implausible(f"{path}.email", said, cure)
    if phone is not None and not any(one.isdigit() for one in phone):
        said = f"the phone number of the contact of {name} is {phone!r}"
        yield Implausible(f"{path}.phone", said, "write the number with its country code")
